"""Filters of the case list: the page, saved views and the API share them; all of them live in the address."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import OuterRef, Q

from cases.lists.few_meant import SELDOM, of_category, of_place, of_term
from cases.lists.waiting import Waiting, waiting_for
from cases.models import Case, Demand, Leg
from cases.places.conditions import in_districts
from cases.places.work_rows import among, few
from cases.sight.each import each_has
from cases.sight.querysets import CaseQuerySet
from cases.sight.ranges import Range, ranges_of
from cases.sight.reach import sight_of
from cases.sight.shelves import CURRENT, ENDED, Shelf
from cases.sight.words import Words
from kit.day_field import DayFilter
from kit.plain_forms import PlainForm
from law.matters import Tier
from law.nearness import NEAR_DAYS
from law.vocabulary import Channel, Kind, State
from law.words import Word
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Right
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


def _day(label: str, field: str, lookup: str) -> DayFilter:
    return DayFilter(field, lookup, label=label)


class _TermField(forms.CharField):
    def clean(self, value: Any) -> Any:
        """Look a term up once, however many ranges are narrowed by it."""
        code = super().clean(value)
        return of_term(code) if code else ""


class _TermFilter(filters.CharFilter):  # type: ignore[misc]
    field_class = _TermField


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
    received_from = _day("收到日期自", "by_received_on", "gte")
    received_to = _day("收到日期至", "by_received_on", "lte")
    category = filters.CharFilter(method="by_category", label="内容分类（文字）", max_length=120)
    category_code = _TermFilter(method="by_category_code", label="内容分类", max_length=12)
    place = filters.ModelChoiceFilter(queryset=Unit.objects.all(), method="by_place", label="问题属地")
    source = filters.CharFilter(method="by_source", label="来源系统", max_length=60)
    external_number = filters.CharFilter(method="by_external_number", label="外部编号", max_length=80)
    urgent = yes_or_no("重大紧急", method="by_urgent")
    tier = filters.ChoiceFilter(empty_label="不限", choices=Tier.choices(), method="by_tier", label="分级")
    historic = yes_or_no("历史件", method="by_shelf")

    class Meta:
        model = Case
        fields: list[str] = []
        form = PlainForm

    def __init__(self, *args: Any, staff: Staff | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = staff or self.request.user
        self._few: dict[str, Q] = {}

    def ranges(self) -> list[Range]:
        """Return the cases that these filters leave, as the ranges from which a list reads them; the form is valid."""
        rows = Case.objects.with_sealed_open(self.staff)
        self._few = self._few_meant()
        found = ranges_of(rows, self.staff, self._shelves(), together=bool(self._few))
        typed = self.form.cleaned_data["q"]
        words = Words.of(typed, sight_of(self.staff)) if typed else None
        return [replace(each, rows=self.filter_queryset(self._told_alone(each)), words=words) for each in found]

    @property
    def exact(self) -> bool:
        """Tell whether what these filters leave is counted quickly: nothing is filtered, or few are meant."""
        asked = {name for name, value in self.form.cleaned_data.items() if value not in (None, "")}
        return bool(self._few) or not asked - {"historic", "q"}

    def _shelves(self) -> Sequence[Shelf]:
        """Return where such cases can lie."""
        asked = self.form.cleaned_data
        # What is no yes and no no is not asked for.
        kept = {True: [Shelf.HISTORIC], False: CURRENT}.get(asked.get("historic"), list(Shelf))
        open_alone = asked.get("due") or asked.get("waiting") or (asked.get("state") and asked["state"] not in ENDED)
        return [shelf for shelf in kept if shelf is Shelf.OPEN] if open_alone else kept

    def _told_alone(self, each: Range) -> CaseQuerySet[Case]:
        """Of the open cases only what is told of a sealed one can have ended, or where something is still owed: few."""
        state = self.form.cleaned_data.get("state")
        if state not in ENDED or each.shelf != Shelf.OPEN:
            return each.rows
        owing = Case.objects.filter(state=state, next_due_on__isnull=False)
        return each.rows.filter(Q(by_sealed=True) | among(owing, "pk", key="by_case"))

    def _few_meant(self) -> dict[str, Q]:
        """Return, for each filter that only few cases can pass, which these are; one small question a filter."""
        asked = {name: value for name, value in self.form.cleaned_data.items() if value and name in SELDOM}
        counted = {name: few(*SELDOM[name](self._here(), value)) for name, value in asked.items()}
        return {name: found for name, found in counted.items() if found is not None}

    def _narrowed(self, rows: CaseQuerySet[Case], name: str, wanted: Q) -> CaseQuerySet[Case]:
        """Narrow to what is wanted; where only few can be meant, the search begins with them."""
        return rows.filter(self._few.get(name, Q()), wanted)

    def by_words(self, rows: CaseQuerySet[Case], _name: str, _value: str) -> CaseQuerySet[Case]:
        """Leave number and words to the page: it knows in which order it looks (cases/lists/searching.py)."""
        return rows

    def by_shelf(self, rows: CaseQuerySet[Case], _name: str, _value: bool) -> CaseQuerySet[Case]:
        """History and the others lie on different shelves: the ranges are chosen by it."""
        return rows

    def by_source(self, rows: CaseQuerySet[Case], name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to what came from one other system."""
        return self._narrowed(rows, name, Q(source=value))

    def by_external_number(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to what another system calls so."""
        return rows.filter(among(Case.objects.filter(external_number=value), "pk"))

    def by_urgent(self, rows: CaseQuerySet[Case], name: str, value: bool) -> CaseQuerySet[Case]:
        """Narrow to the major and urgent ones, or to the others."""
        return self._narrowed(rows, name, Q(urgent=value))

    def by_tier(self, rows: CaseQuerySet[Case], name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to a tier; most cases are ordinary ones."""
        return self._narrowed(rows, name, Q(tier=value))

    def by_category(self, rows: CaseQuerySet[Case], name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to a category and those below it; that of a sealed case is known to its readers only."""
        return self._narrowed(rows, name, Q(sealed_open=True) & reduce(or_, of_category(value)))

    def by_category_code(self, rows: CaseQuerySet[Case], name: str, meant: tuple[Q, ...]) -> CaseQuerySet[Case]:
        """Narrow to a term and those below it, also where only the words say so; an unknown one holds nothing."""
        return self._narrowed(rows, name, Q(sealed_open=True) & reduce(or_, meant))

    def by_place(self, rows: CaseQuerySet[Case], name: str, value: Unit) -> CaseQuerySet[Case]:
        """Narrow to a division and those below it, also where only the words name it."""
        return self._narrowed(rows, name, Q(sealed_open=True) & reduce(or_, of_place(value)))

    def by_kind(self, rows: CaseQuerySet[Case], name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to cases with an open demand of a kind; sealed accusations only for who may read them."""
        demands = each_has(Demand.objects.filter(case=OuterRef("pk"), kind=value))
        if value != Kind.ACCUSATION:
            return self._narrowed(rows, name, demands)
        if not holdings(self.staff, Right.SEE_SEALED):
            return rows.none()
        return rows.filter(Q(by_sealed=True, sealed_open=True) & demands)

    def by_unit(self, rows: CaseQuerySet[Case], name: str, value: Unit) -> CaseQuerySet[Case]:
        """Narrow to cases with a leg at a unit; a sealed leg counts for who may read it only."""
        legs = Leg.objects.filter(case=OuterRef("pk"), unit=value)
        wanted = each_has(legs.clear()) | Q(sealed_open=True) & each_has(legs)
        return self._narrowed(rows, name, wanted)

    def by_state(self, rows: CaseQuerySet[Case], name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow by state; where the sealed part is closed, by that of the other legs."""
        return self._by(rows.filter(self._few.get(name, Q())), Q(state=value))

    def by_due(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow by the nearest deadline; where the sealed part is closed, by that of the other legs."""
        on = today()
        latest = {Due.OVERDUE: on - timedelta(days=1), Due.TODAY: on, Due.NEAR: on + timedelta(days=NEAR_DAYS)}.get(
            Due(value)
        )
        # No leg is due before its case.
        soon = Q(by_next_due_on__lte=latest) if latest else Q()
        return self._by(rows.filter(soon), due_as(Due(value), "next_due_on", on))

    def _by(self, rows: CaseQuerySet[Case], wanted: Q) -> CaseQuerySet[Case]:
        """Ask the case where its sealed part is open to this reader, its other legs where not."""
        legs = Leg.objects.clear().filter(wanted, case=OuterRef("pk"))
        told = Q(by_sealed=True, sealed_open=False) & each_has(legs)
        return rows.filter(Q(sealed_open=True) & wanted | told)

    def by_waiting(self, rows: CaseQuerySet[Case], _name: str, value: str) -> CaseQuerySet[Case]:
        """Narrow to what waits for this person; the desk's figures count the same."""
        return waiting_for(rows, Waiting(value), self.staff, today())

    def by_mine(self, rows: CaseQuerySet[Case], _name: str, value: bool) -> CaseQuerySet[Case]:
        """Narrow to the legs this person handles."""
        if value:
            return rows.filter(among(Leg.objects.filter(handler=self.staff), "case_id"))
        return rows.filter(~each_has(Leg.objects.filter(case=OuterRef("pk"), handler=self.staff)))

    def _here(self) -> CaseQuerySet[Case]:
        """Cases of the districts where this person sees any: what is counted to choose a way, not what is shown."""
        return Case.objects.filter(in_districts(self.staff, Right.SEE, Right.SEE_SEALED))
