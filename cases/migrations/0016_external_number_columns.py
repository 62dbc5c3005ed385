"""What was sent under a number of another system, and whether the case has given that number up.

Columns with a constant default: PostgreSQL notes them without touching the rows. Older cases have no digest: theirs
are compared by their words.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_unlinked_accusations")]

    operations = [
        migrations.AddField("case", "external_digest", models.CharField(max_length=80, default="")),
        migrations.AddField("case", "number_given_up", models.BigIntegerField(default=0)),
    ]
