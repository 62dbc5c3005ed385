"""What hides an accusation until its respondents are linked.

Columns with a constant default: PostgreSQL notes them without touching the rows.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_held_accusation")]

    operations = [
        migrations.AddField("case", "unlinked", models.BooleanField(default=False)),
        migrations.AddField("case", "registrar_named", models.BooleanField(default=False)),
    ]
