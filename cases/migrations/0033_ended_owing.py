"""What has ended and still owes something is found by what it ended as: few among all that ended."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0031_search")]

    operations = [
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["state"],
                condition=models.Q(next_due_on__isnull=False, state__in=("closed", "archived", "voided", "filed")),
                name="case_ended_owing",
            ),
        )
    ]
