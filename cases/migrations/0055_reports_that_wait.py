"""Reports of commissioned units that nobody took yet, and those owed to a body above, are found by who waits for them."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

REPORTED_STATES = (
    "answered",
    "reexamining",
    "reexam_decided",
    "reviewing",
    "review_decided",
    "not_accepted",
    "diverted",
)


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0054_commissions")]

    operations = [
        AddIndexConcurrently(
            "leg",
            models.Index(
                fields=["from_unit"],
                condition=models.Q(report_required=True, report_accepted_on=None, state__in=REPORTED_STATES),
                name="leg_report_waits",
            ),
        ),
        AddIndexConcurrently(
            "clock",
            models.Index(
                fields=["unit", "due_on"],
                condition=models.Q(met_on=None, waived_on=None, ended_on=None) & models.Q(duty="SUPERIOR_REPORT"),
                name="clock_owed_above",
            ),
        ),
    ]
