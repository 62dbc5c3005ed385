"""The people that a letter was made for: it stays masked in them after the registration was corrected."""

from django.db import migrations

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_external_number_by_unit")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="names",
            field=kit.sealed_fields.SealedTextField(default="", verbose_name="当时的信访人姓名"),
        )
    ]
