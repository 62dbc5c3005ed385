"""What waits for a second person is open work, too: the indexes of open legs know it, made beside those they replace."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

OPEN_STATES = (
    "referred",
    "commissioned",
    "received",
    "objection_pending",
    "exit_pending",
    "accepted",
    "in_handling",
    "pending_sign_off",
    "issued",
    "answered",
    "reexamining",
    "reexam_decided",
    "reviewing",
    "review_decided",
    "not_accepted",
    "no_longer_accepted",
    "diverted",
    "transferred_out",
    "withdrawn",
)
OPEN = models.Q(state__in=OPEN_STATES)


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0036_exits_by_two")]

    operations = [
        AddIndexConcurrently("leg", models.Index(fields=["unit", "state"], condition=OPEN, name="leg_live_unit")),
        AddIndexConcurrently(
            "leg", models.Index(fields=["district", "state"], condition=OPEN, name="leg_live_district")
        ),
        RemoveIndexConcurrently("leg", "leg_open_unit"),
        RemoveIndexConcurrently("leg", "leg_open_district"),
    ]
