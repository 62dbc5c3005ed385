"""Which words a column may hold is the program's matter: what migrations remember of them goes, no table changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_jobs")]

    operations = [
        migrations.AlterField(
            model_name="job",
            name="state",
            field=models.CharField(default="waiting", max_length=10, verbose_name="状态"),
        )
    ]
