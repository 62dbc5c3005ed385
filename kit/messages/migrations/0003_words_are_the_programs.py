"""Which words a column may hold is the program's matter: what migrations remember of them goes, no table changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outbox", "0002_reports")]

    operations = [
        migrations.AlterField(
            model_name="attempt", name="result", field=models.CharField(default="", max_length=20, verbose_name="结果")
        ),
        migrations.AlterField(
            model_name="attempt", name="why", field=models.CharField(default="", max_length=20, verbose_name="原因")
        ),
        migrations.AlterField(
            model_name="message", name="channel", field=models.CharField(max_length=20, verbose_name="方式")
        ),
        migrations.AlterField(
            model_name="message",
            name="state",
            field=models.CharField(default="waiting", max_length=20, verbose_name="状态"),
        ),
        migrations.AlterField(
            model_name="message", name="why", field=models.CharField(default="", max_length=20, verbose_name="原因")
        ),
        migrations.AlterField(
            model_name="report", name="result", field=models.CharField(max_length=20, verbose_name="结果")
        ),
    ]
