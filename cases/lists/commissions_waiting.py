"""What waits of commissions: reports to be taken or sent back, other days to be decided on, what is owed to a body above (Art. 22)."""

from django.db.models import Count, OuterRef, Q

from cases.models import Case, Clock, Document, FeedbackChange
from cases.models.clock import RUNNING
from cases.models.leg import REPORTED_STATES
from cases.places.conditions import at_places
from cases.places.work_rows import among
from cases.sight.each import each_has
from cases.sight.predicate import sealed_open
from law.procedure import HALTED, states_of
from law.vocabulary import Act, Duty, Letter
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


def to_report(staff: Staff, wanted: Q | None = None) -> Q:
    """Return the cases whose report to a body above this person owes; ``wanted``: of these clocks alone."""
    opened = each_has(Case.objects.filter(sealed_open(staff), pk=OuterRef("case")))
    here = at_places(staff, Act.REPORT_UPWARD) & opened & (wanted or Q())
    owed = Clock.objects.filter(RUNNING, here, leg=None, duty=Duty.SUPERIOR_REPORT)
    return among(owed, "case_id") & ~Q(state__in=HALTED)
