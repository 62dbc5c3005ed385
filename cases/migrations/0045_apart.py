"""A leg may have come from another one: demands that ended otherwise than the rest."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0035_words_are_the_programs")]

    operations = [
        migrations.AddField(
            "leg",
            "apart_from",
            models.ForeignKey(
                "cases.leg", db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+"
            ),
        )
    ]
