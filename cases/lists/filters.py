"""Filters of the case list: the page, saved views and the API share them; all of them live in the address."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import django_filters as filters
from django.db.models import Exists, OuterRef, Q
from django.forms import DateInput

from cases.lists.waiting import Waiting, on_open_legs, waiting_for
from cases.models import Case, Demand, Leg
from cases.sight.querysets import CaseQuerySet
from cases.sight.ranges import Range, ranges_of
from law.matters import Tier
from law.nearness import NEAR_DAYS
from law.vocabulary import Channel, Kind, State
from law.words import Word
from organizations.dictionaries import CONTENT
from organizations.models import Staff, Term, Unit
from organizations.today import today


class Due(Word):
    """Where the nearest deadline stands."""

    OVERDUE = "overdue", "已超期"
    TODAY = "today", "今天到期"
    NEAR = "near", "三日内到期"
    RUNNING = "running", "在期限内"


def due_as(due: Due, field: str, on: date) -> Q:
    """Return where a date field stands so near to a day."""
    near = on + timedelta(days=NEAR_DAYS)
    return {
        Due.OVERDUE: Q(**{f"{field}__lt": on}),
        Due.TODAY: Q(**{field: on}),
        Due.NEAR: Q(**{f"{field}__gt": on, f"{field}__lte": near}),
        Due.RUNNING: Q(**{f"{field}__gte": on}),
    }[due]


def _day(label: str, field: str, lookup: str) -> filters.DateFilter:
    return filters.DateFilter(field, lookup, label=label, widget=DateInput(attrs={"type": "date"}))


def yes_or_no(label: str, **more: Any) -> filters.TypedChoiceFilter:
    """Yes, no, or not asked; anything else is an error, not "not asked"."""
    return filters.TypedChoiceFilter(
        choices=[("true", "是"), ("false", "否")], coerce=lambda said: said == "true", label=label, **more
    )


class CaseFilters(filters.FilterSet):  # type: ignore[misc]
    """What a list of cases can be narrowed by; ``staff`` is whose list it is."""

    q = filters.CharFilter(method="by_words", label="编号、内容", max_length=100)
    state = filters.ChoiceFilter(empty_label="不限", choices=State.choices(), method="by_state", label="状态")
    channel = filters.ChoiceFilter(empty_label="不限", choices=Channel.choices(), label="信访形式")
    kind = filters.ChoiceFilter(empty_label="不限", choices=Kind.choices(), method="by_kind", label="类别")
    unit = filters.ModelChoiceFilter(queryset=Unit.objects.all(), method="by_unit", label="责任单位")
    due = filters.ChoiceFilter(empty_label="不限", choices=Due.choices(), method="by_due", label="期限")
    waiting = filters.ChoiceFilter(empty_label="不限", choices=Waiting.choices(), method="by_waiting", label="待办")
    mine = yes_or_no("我承办的", method="by_mine")
    received_from = _day("收到日期自", "received_on", "gte")
    received_to = _day("收到日期至", "received_on", "lte")
    category = filters.CharFilter(method="by_category", label="内容分类（文字）", max_length=120)
    category_code = filters.CharFilter(method="by_category_code", label="内容分类", max_length=12)
    place = filters.ModelChoiceFilter(queryset=Unit.objects.all(), method="by_place", label="问题属地")
    source = filters.CharFilter(label="来源系统", max_length=60)
    external_number = filters.CharFilter(label="外部编号", max_length=80)
    urgent = yes_or_no("重大紧急")
    tier = filters.ChoiceFilter(empty_label="不限", choices=Tier.choices(), label="分级")
    historic = yes_or_no("历史件")

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(self, *args: Any, staff: Staff | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = staff or self.request.user

    def ranges(self) -> list[Range]:
        """Return the cases that these filters leave, as the ranges from which a list reads them; the form is valid."""
        historic: bool | None = self.form.cleaned_data.get("historic")
        every = Case.objects.with_sealed_open(self.staff)
        # What is no yes and no no is not asked for.
        found = ranges_of(every, self.staff, historic if isinstance(historic, bool) else None)
        return [replace(each, rows=self.filter_queryset(each.rows)) for each in found]

    def by_words(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to number or words; what is sealed is not found by its words."""
        return rows.holding(value)

    def by_category(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to a category and those below it; that of a sealed case is known to its readers only."""
        named = Q(category__startswith=value) | Q(category_term__path__startswith=value)
        return rows.with_sealed_open(self.staff).filter(Q(sealed_open=True), named)

    def by_category_code(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to a term and those below it, also where only the words say so; an unknown one holds nothing."""
        term = Term.objects.of(CONTENT).filter(code=value).first()
        if term is None:
            return rows.none()
        below = Q(category_term__in=Term.objects.below(term).values("pk"))
        written = Q(category_term=None, category=term.path) | Q(
            category_term=None, category__startswith=f"{term.path}/"
        )
        return rows.with_sealed_open(self.staff).filter(Q(sealed_open=True), below | written)

    def by_place(self, rows: CaseQuerySet[Case], _name: str, value: Unit) -> CaseQuerySet[Case]:
        """Narrow to a division and those below it, also where only the words name it."""
        within = Q(division__in=Unit.objects.below(value).values("pk")) | Q(division=None, location=value.name)
        return rows.with_sealed_open(self.staff).filter(Q(sealed_open=True), within)

    def by_kind(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to cases with an open demand of a kind; sealed accusations only for who may read them."""
        demands = Demand.objects.filter(case=OuterRef("pk"), kind=value)
        return rows.with_sealed_open(self.staff).having(demands)

    def by_unit(self, rows: CaseQuerySet[Case], _name: str, value: Unit) -> CaseQuerySet[Case]:
        """Narrow to cases with a leg at a unit; a sealed leg counts for who may read it only."""
        legs = Leg.objects.filter(case=OuterRef("pk"), unit=value)
        return rows.with_sealed_open(self.staff).having(legs)

    def by_state(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow by state; where the sealed part is closed, by that of the other legs."""
        return self._by(rows, Q(state=value))

    def by_due(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow by the nearest deadline; where the sealed part is closed, by that of the other legs."""
        return self._by(rows, due_as(Due(value), "next_due_on", today()))

    def _by(self, rows: CaseQuerySet[Case], wanted: Q) -> CaseQuerySet[Case]:
        """Ask the case where its sealed part is open to this reader, its other legs where not."""
        told = Q(sealed_open=False) & on_open_legs(wanted)
        return rows.with_sealed_open(self.staff).filter(Q(sealed_open=True) & wanted | told)

    def by_waiting(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to what waits for this person; the desk's figures count the same."""
        return waiting_for(rows, Waiting(value), self.staff, today())

    def by_mine(self, rows: CaseQuerySet[Case], _name: str, value: bool) -> CaseQuerySet[Case]:
        """Narrow to the legs this person handles."""
        mine = Exists(Leg.objects.filter(case=OuterRef("pk"), handler=self.staff))
        return rows.filter(mine) if value else rows.exclude(mine)
