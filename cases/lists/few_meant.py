"""Which filters of the case list may mean few cases, and what is counted of each before a way is chosen."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from cases.models import Case, Demand, Leg
from cases.places.work_rows import Questions
from cases.sight.querysets import NOTHING, CaseQuerySet
from law.matters import Tier
from law.vocabulary import Kind
from organizations.dictionaries import CONTENT
from organizations.models import Term, Unit


def of_category(value: str) -> tuple[Q, Q]:
    """Return where a category is named in words, and where a term of the dictionary says so."""
    terms = Term.objects.of(CONTENT).filter(path__startswith=value).values("pk")
    return Q(category__startswith=value) & ~Q(category=""), Q(category_term__in=terms)


def of_term(code: str) -> tuple[Q, ...]:
    """Return where a term or one below it is meant, in words or by the dictionary; nothing for an unknown one."""
    term = Term.objects.of(CONTENT).filter(code=code).first()
    if term is None:
        return (NOTHING,)
    said = Q(category=term.path) | Q(category__startswith=f"{term.path}/")
    return Q(category_term__in=Term.objects.below(term).values("pk")), Q(category_term=None) & said & ~Q(category="")


def of_place(place: Unit) -> tuple[Q, Q]:
    """Return where a division or one below it is meant, by its key or in words."""
    return Q(division__in=Unit.objects.below(place).values("pk")), Q(division=None, location=place.name)


def _cases(here: CaseQuerySet[Case], *wanted: Q) -> Questions:
    return [(here.filter(each), "pk") for each in wanted]


def _told_legs(here: CaseQuerySet[Case], state: str) -> Any:
    """Return the legs whose state stands for that of a sealed case where its sealed part is closed to the reader."""
    return Leg.objects.clear().filter(state=state, case__in=here.filter(sealed=True))


# Filters that may mean few cases: what is counted of them first.
SELDOM: dict[str, Callable[[CaseQuerySet[Case], Any], Questions]] = {
    "kind": lambda _here, value: [(Demand.objects.filter(kind=value), "case_id")] if value == Kind.NONE else [],
    "state": lambda here, value: [*_cases(here, Q(state=value)), (_told_legs(here, value), "case_id")],
    "source": lambda here, value: _cases(here, Q(source=value)),
    "urgent": lambda here, value: _cases(here, Q(urgent=value)),
    "tier": lambda here, value: _cases(here, Q(tier=value) & ~Q(tier=Tier.ORDINARY)) if value != Tier.ORDINARY else [],
    "category": lambda here, value: _cases(here, *of_category(value)),
    "category_code": lambda here, meant: _cases(here, *meant),
    "place": lambda here, value: _cases(here, *of_place(value)),
    "unit": lambda _here, value: [(Leg.objects.filter(unit=value), "case_id")],
}
