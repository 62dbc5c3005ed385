"""期限一览: the running clocks of the units within a person's reach, as far as their cases may be read."""

from typing import Any

import django_filters as filters
from django.db.models import F, Q, QuerySet

from cases.clocks import NOT_OWED
from cases.lists.filters import Due, due_as, yes_or_no
from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.models import Clock, Leg
from cases.models.clock import RUNNING
from cases.models.leg import OPEN_STATES
from cases.places.conditions import at_places, in_districts
from cases.places.work_rows import among, few, hidden_work
from cases.sight.querysets import NOTHING
from kit.plain_forms import PlainForm
from law.vocabulary import Duty
from law.words import Word
from organizations.models import Staff, Unit
from organizations.roles import Right
from organizations.today import today

BY_DUE_DATE = Order("due_on", descending=False, label="到期日（急的在前）")


# Whoever sees more legs than a large town has open sees so much of the district that its clocks are walked.
MOST_LEGS = 5000


class Owed(Word):
    """Whose time it is."""

    AGENCY = "agency", "机关的期限"
    WINDOW = "window", "信访人的期限、提醒"


def running_clocks(staff: Staff) -> QuerySet[Clock]:
    """Return the running clocks with a date, of cases this person sees and units this person sees for.

    A clock of the sealed part (Art. 30), or of the case as a whole, is for those who may read that part.
    """
    here = (_here(staff) & in_districts(staff, Right.SEE)) | _hidden(staff)
    return Clock.objects.readable_by(staff).filter(RUNNING, here, due_on__isnull=False)


def _here(staff: Staff) -> Q:
    """Return the clocks of the legs, and of the desks, of the units that a person sees for.

    A clock of the case itself is its desk's. Few legs have a clock running: they lead to it.
    """
    legs = Leg.objects.filter(at_places(staff, Right.SEE), state__in=OPEN_STATES)
    of_desks = Q(leg=None) & at_places(staff, Right.SEE)
    if few((legs, "pk"), most=MOST_LEGS) is not None:
        return among(legs, "pk", key="leg") | of_desks
    # So many clocks are his that they are walked in their order, not looked up leg by leg.
    return Q(leg__isnull=False) & at_places(staff, Right.SEE, "leg__unit") | of_desks


def _hidden(staff: Staff) -> Q:
    """Return the clocks of the cases that the sealed desk keeps for a district; a desk sees nothing hidden from it."""
    kept = hidden_work(staff)
    return NOTHING if kept.query.is_empty() else among(kept, "pk", key="case")


def page_of_clocks(rows: QuerySet[Clock], *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of clocks, the soonest first, each with its case and units. Raises Refused: key_broken."""
    # The planner takes few rows for even fewer, and would join all of them before it sorts.
    placed, shown = rows.annotate(place=F("due_on")), Clock.objects.annotate(place=F("due_on"))
    whole = shown.select_related("case__unit", "unit", "leg__unit", "leg__handler")
    return page_by(BY_DUE_DATE, placed, after=after, before=before, size=size, whole=whole)


class ClockFilters(filters.FilterSet):  # type: ignore[misc]
    """What the list of clocks can be narrowed by; ``staff`` is whose list it is."""

    owed = filters.ChoiceFilter(empty_label="都列", choices=Owed.choices(), method="by_owed", label="谁的期限")
    due = filters.ChoiceFilter(empty_label="不限", choices=Due.choices(), method="by_due", label="到期情况")
    duty = filters.ChoiceFilter(empty_label="不限", choices=Duty.choices(), label="期限")
    unit = filters.ModelChoiceFilter(queryset=Unit.objects.all(), label="责任单位")
    mine = yes_or_no("我承办的", method="by_mine")
    provisional = yes_or_no("日期暂定")

    class Meta:
        model = Clock
        fields: list[str] = []
        form = PlainForm

    def __init__(self, *args: Any, staff: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = staff

    def by_owed(self, rows: QuerySet[Clock], _name: str, value: str) -> QuerySet[Clock]:
        """Narrow to what an agency owes, or to windows and reminders."""
        return rows.exclude(duty__in=NOT_OWED) if value == Owed.AGENCY else rows.filter(duty__in=NOT_OWED)

    def by_due(self, rows: QuerySet[Clock], _name: str, value: str) -> QuerySet[Clock]:
        """Narrow by how near the date is."""
        return rows.filter(due_as(Due(value), "due_on", today()))

    def by_mine(self, rows: QuerySet[Clock], _name: str, value: bool) -> QuerySet[Clock]:
        """Narrow to the legs this person handles, or to the others."""
        mine = Q(leg__handler=self.staff, leg__isnull=False)
        return rows.filter(mine if value else ~mine)
