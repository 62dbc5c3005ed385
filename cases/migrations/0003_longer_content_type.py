"""The type of a Word or Excel file is longer than 60 characters."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_append_only_events")]

    operations = [migrations.AlterField("attachment", "content_type", models.CharField(max_length=100))]
