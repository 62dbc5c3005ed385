"""What waits for who commissioned a unit: its report to be taken or sent back, another day to be decided on (Art. 22, item three)."""

from django.db.models import Count, OuterRef, Q

from cases.models import Document, FeedbackChange
from cases.models.leg import REPORTED_STATES
from cases.places.conditions import at_places
from cases.places.work_rows import among
from cases.sight.each import each_has
from law.procedure import states_of
from law.vocabulary import Act, Letter
from organizations.models import Staff


def to_review(staff: Staff) -> Q:
    """Return the legs whose report, or whose request for another day, this person decides on; what is closed waits no more."""
    reports = Document.objects.filter(leg=OuterRef("pk"), kind=Letter.CONCLUSION_REPORT).order_by()
    sent = reports.values("leg").annotate(sent=Count("pk")).filter(sent__gt=OuterRef("reports_rejected"))
    untaken = Q(state__in=REPORTED_STATES, report_required=True, report_accepted_on=None) & each_has(sent)
    asked = Q(state__in=states_of(Act.REFUSE_FEEDBACK_DATE))
    asked &= among(FeedbackChange.objects.filter(decided_on=None), "leg_id")
    taking = at_places(staff, Act.ACCEPT_CONCLUSION, "from_unit")
    answering = at_places(staff, Act.REFUSE_FEEDBACK_DATE, "from_unit")
    return (taking & untaken) | (answering & asked)
