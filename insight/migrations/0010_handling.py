"""What was suggested besides a term or a case: a word of the house, or the key of a unit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0001_sketches")]

    operations = [
        migrations.AddField(
            model_name="hint", name="value", field=models.CharField(default="", max_length=30, verbose_name="建议")
        )
    ]
