"""The number that the post gives a letter of a room's record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0021_unit_names")]

    operations = [
        migrations.AddField(
            model_name="recordservice",
            name="mail_number",
            field=models.CharField(default="", max_length=40, verbose_name="邮件号码"),
        )
    ]
