"""Moments are given by the one clock of the house, no longer by the columns; the database is not touched."""

from django.db import migrations, models

_COLUMNS = (
    ("case", "created_at"),
    ("matter", "created_at"),
    ("attachment", "added_at"),
    ("draft", "updated_at"),
    ("followup", "created_at"),
    ("notice", "created_at"),
    ("importrun", "started_at"),
    ("lettertemplate", "created_at"),
    ("personlookup", "at"),
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0023_recount")]

    operations = [
        migrations.AlterField(model_name=model, name=column, field=models.DateTimeField()) for model, column in _COLUMNS
    ]
