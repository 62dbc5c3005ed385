"""Orders and findings as one person may read them: one, a page of many, and how many each unit has."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from kit.plain_forms import PlainForm
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import holdings, stands_at
from organizations.models import Staff, Unit
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.models import Finding, SupervisionOrder
from supervision.models.orders import OWED_STATES
from supervision.orders.rules import rule_of
from supervision.words.orders import Failure, FailureGroup, FindingState, OrderState, found_choices

BY_DAY_MADE = Order("made_on", descending=True, label="发出日期（新的在前）")
BY_DAY_MISSED = Order("missed_on", descending=True, label="应办日期（新的在前）")
_OF_ORDER = (
    "case",
    "unit",
    "leg__handler",
    "leg__unit",
    "issued_by_unit",
    "made_by",
    "signed_by",
    "checked_by",
    "closed_by",
)
# The lists behind the tabs: what waits for whom.
TABS: dict[str, tuple[str, tuple[OrderState, ...]]] = {
    "owed": ("待单位反馈", OWED_STATES),
    "check": ("待核查", (OrderState.REPLIED,)),
    "close": ("待销号", (OrderState.CHECKED,)),
    "closed": ("已销号", (OrderState.CLOSED,)),
    "all": ("全部", tuple(OrderState)),
}


@dataclass(frozen=True)
class OfUnit:
    """How many findings a unit has under each of the three heads."""

    unit: Unit
    counts: Mapping[FailureGroup, int]

    @property
    def total(self) -> int:
        """Return how many there are in all."""
        return sum(self.counts.values())


def orders(staff: Staff) -> bool:
    """Tell whether a person may order units at all."""
    return bool(holdings(staff, Act.SUPERVISE))


def assert_orders(staff: Staff) -> Staff:
    """Let in who orders units. Raises Refused not_permitted."""
    if not orders(staff):
        raise Refused("not_permitted", "督办线索由督查员、协调员、领导查看。可在“权限一览”查看谁可以督办。")
    return staff


def assert_concerned(staff: Staff) -> Staff:
    """Let in who orders units, and who replies for one. Raises Refused not_permitted."""
    if not (orders(staff) or holdings(staff, Right.REPLY_ORDER)):
        raise Refused("not_permitted", "督办件由督办的人和被督办单位的负责人、承办人查看。可在“权限一览”查看。")
    return staff


def orders_of(staff: Staff) -> QuerySet[Any]:
    """Return the orders that concern a person: all that he reads where he orders, else those to the units he stands at."""
    rows = SupervisionOrder.objects.readable_by(staff)
    return rows if orders(staff) else rows.filter(unit__in=[unit.pk for unit in stands_at(staff)])


def owed_orders(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the orders that wait for a reply of the units where a person replies."""
    units = [grant.unit_id for _, grant in holdings(staff, Right.REPLY_ORDER)]
    return SupervisionOrder.objects.readable_by(staff).filter(unit__in=units, state__in=OWED_STATES)


def waiting_orders(staff: Staff, *states: OrderState) -> QuerySet[Any]:
    """Return the orders in a state that wait for who orders units."""
    return SupervisionOrder.objects.readable_by(staff).filter(state__in=states, district=staff.unit.district_id)


def open_findings(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the findings that nobody has decided on."""
    return Finding.objects.readable_by(staff).filter(state=FindingState.OPEN, district=staff.unit.district_id)


def order_of(staff: Staff, key: int) -> SupervisionOrder:
    """Return one order that a person may read. Raises Refused not_found."""
    found: SupervisionOrder | None = (
        SupervisionOrder.objects.readable_by(staff).select_related(*_OF_ORDER).filter(pk=key).first()
    )
    if found is None:
        raise record_not_found()
    return found


def finding_of(staff: Staff, key: int) -> Finding:
    """Return one finding that a person may read. Raises Refused not_found."""
    found: Finding | None = Finding.objects.readable_by(staff).select_related("case", "unit").filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


class OrderFilter(PlainForm):
    """What the list of orders can be narrowed by."""

    tab = forms.ChoiceField(required=False, choices=[(key, label) for key, (label, _) in TABS.items()])
    failure = forms.ChoiceField(label="情形", required=False, choices=[("", "不限"), *Failure.choices()])
    unit = forms.ModelChoiceField(Unit.objects.all(), label="被督办单位", required=False)


class FindingFilter(PlainForm):
    """What the list of findings can be narrowed by."""

    failure = forms.ChoiceField(label="情形", required=False, choices=[("", "不限"), *found_choices()])
    unit = forms.ModelChoiceField(Unit.objects.all(), label="单位", required=False)


def orders_asked(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the orders that a person asks for."""
    _, states = TABS[asked.get("tab") or "all"]
    rows = _narrowed(orders_of(staff), asked)
    return rows if states == tuple(OrderState) else rows.filter(state__in=states)


def page_of_orders(rows: QuerySet[Any], *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of orders, the newest first. Raises Refused: key_broken, one_direction."""
    parts = rows.select_related(*_OF_ORDER).annotate(place=F("made_on"))
    return page_by(BY_DAY_MADE, parts, after=after, before=before, size=size)


def findings_asked(staff: Staff, asked: Mapping[str, Any], on: date) -> QuerySet[Any]:
    """Return the open findings that a person asks for."""
    return _narrowed(open_findings(staff, on), asked)


def page_of_findings(rows: QuerySet[Any], *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of findings, the latest missed first. Raises Refused: key_broken, one_direction."""
    parts = rows.select_related("case", "unit").annotate(place=F("missed_on"))
    return page_by(BY_DAY_MISSED, parts, after=after, before=before, size=size)


def findings_by_unit(staff: Staff, on: date) -> list[OfUnit]:
    """Return the units with open findings and how many under each head, by their place in the tree: two queries."""
    rows = open_findings(staff, on).order_by().values_list("unit", "failure").annotate(number=Count("pk"))
    counted: dict[int, Counter[FailureGroup]] = defaultdict(Counter)
    for unit, failure, number in rows:
        counted[unit][rule_of(failure).group] += number
    units = Unit.objects.filter(pk__in=counted).order_by("path")
    return [OfUnit(unit, counted[unit.pk]) for unit in units]


def _narrowed(rows: QuerySet[Any], asked: Mapping[str, Any]) -> QuerySet[Any]:
    for name in ("failure", "unit"):
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    return rows
