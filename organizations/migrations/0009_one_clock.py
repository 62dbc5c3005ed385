"""Moments are given by the one clock of the house, no longer by the columns; the database is not touched."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0008_settings_and_dictionaries")]

    operations = [
        migrations.AlterField(model_name="calendarday", name="updated_at", field=models.DateTimeField()),
        migrations.AlterField(model_name="limitversion", name="added_at", field=models.DateTimeField()),
    ]
