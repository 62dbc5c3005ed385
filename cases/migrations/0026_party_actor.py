"""A party of the case does what is his own affair: his key in the event (chain payload 3), no account in the row; the
acts of a hand get a small index of their own."""

import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

# Who asked, where staff wrote it down for the petitioner.
_ACCOUNTS = (
    ("attachment", "added_by"),
    ("recusal", "asked_by"),
    ("remedy", "registered_by"),
    ("withdrawal", "asked_by"),
)


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0025_on_behalf"), ("organizations", "0013_record_file")]

    operations = [
        migrations.AddField("event", "party", models.BigIntegerField(null=True)),
        # The rows of before keep their number: a digest is verified as it was made.
        migrations.AlterField("event", "payload", models.PositiveSmallIntegerField(default=3)),
        *(
            migrations.AlterField(
                model,
                name,
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            )
            for model, name in _ACCOUNTS
        ),
        AddIndexConcurrently(
            "event", models.Index(condition=models.Q(("for_whom__isnull", False)), fields=["leg"], name="event_by_hand")
        ),
    ]
