"""What a matter came of, picked at answering: empty for what was answered before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0041_publications")]

    operations = [
        migrations.AddField("demand", "cause", models.CharField(default="", max_length=20, verbose_name="产生原因"))
    ]
