"""Open work has indexes of its own: open legs, hand-offs that wait, letters on their way back, unread notices.

Three columns with constant defaults, filled in where they say something; the indexes are made while the tables are in use.
"""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

OPEN_STATES = (
    "referred",
    "commissioned",
    "received",
    "objection_pending",
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
DESK = models.Q(state__in=("registered", "pending_decision", "void_pending"))
DUE = models.Q(next_due_on__isnull=False)
# Few letters come back, and few notices tell of a recount: one statement each.
SENT_AGAIN = """
UPDATE cases_service came SET sent_again = TRUE WHERE came.returned_on IS NOT NULL AND EXISTS (
    SELECT FROM cases_service later WHERE later.document_id = came.document_id AND later.id > came.id)
"""
CHANGED = """
UPDATE cases_notice told SET change = (moved.facts ->> 'change')::bigint
FROM cases_event moved WHERE moved.id = told.event_id AND moved.act = 'recount' AND moved.facts ->> 'change' IS NOT NULL
"""


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0029_reach_rows")]

    operations = [
        migrations.AddField("service", "sent_again", models.BooleanField(default=False)),
        migrations.AddField("notice", "change", models.BigIntegerField(null=True)),
        migrations.RunSQL(SENT_AGAIN, migrations.RunSQL.noop),
        migrations.RunSQL(CHANGED, migrations.RunSQL.noop),
        AddIndexConcurrently(
            "service",
            models.Index(
                fields=["document"],
                condition=models.Q(returned_on__isnull=False, sent_again=False),
                name="service_came_back",
            ),
        ),
        AddIndexConcurrently(
            "case", models.Index(fields=["district", "tier"], condition=~models.Q(tier="ordinary"), name="case_tier")
        ),
        AddIndexConcurrently(
            "case", models.Index(fields=["source"], condition=~models.Q(source=""), name="case_source")
        ),
        AddIndexConcurrently(
            "case",
            models.Index(fields=["external_number"], condition=~models.Q(external_number=""), name="case_external"),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["category"],
                opclasses=["varchar_pattern_ops"],
                condition=~models.Q(category=""),
                name="case_category_words",
            ),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["location"], condition=models.Q(division=None) & ~models.Q(location=""), name="case_location"
            ),
        ),
        AddIndexConcurrently("case", models.Index(fields=["unit", "state"], condition=DESK, name="case_desk_unit")),
        AddIndexConcurrently(
            "case", models.Index(fields=["district", "state"], condition=DESK, name="case_desk_district")
        ),
        AddIndexConcurrently("leg", models.Index(fields=["unit", "state"], condition=OPEN, name="leg_open_unit")),
        AddIndexConcurrently(
            "leg", models.Index(fields=["district", "state"], condition=OPEN, name="leg_open_district")
        ),
        AddIndexConcurrently("leg", models.Index(fields=["unit", "next_due_on"], condition=DUE, name="leg_unit_due")),
        AddIndexConcurrently(
            "leg", models.Index(fields=["district", "next_due_on"], condition=DUE, name="leg_district_due")
        ),
        RemoveIndexConcurrently("handoff", "handoff_waiting"),
        AddIndexConcurrently(
            "handoff",
            models.Index(
                fields=["to_unit", "movement"],
                condition=models.Q(replied_on=None, movement__in=("delegate", "consult", "co_handle", "guidance")),
                name="handoff_waiting",
            ),
        ),
        RemoveIndexConcurrently("notice", "notice_unread"),
        AddIndexConcurrently(
            "notice",
            models.Index(fields=["staff", "-id"], condition=models.Q(read_at=None, change=None), name="notice_unread"),
        ),
        AddIndexConcurrently(
            "notice",
            models.Index(
                fields=["staff", "-id"], condition=models.Q(read_at=None, change__isnull=False), name="notice_moved"
            ),
        ),
    ]
