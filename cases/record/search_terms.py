"""The search terms of a case: what may be found by words, which never includes a sealed part."""

from collections.abc import Iterable

from cases.models import Case, Demand
from cases.sight.terms import terms_of
from law.vocabulary import Kind

MOST_TERMS = 4000


def index_case(case: Case) -> None:
    """Recompute ``search_terms`` (not saved here): everything open, nothing an accusation says, no person's data."""
    case.search_terms = terms_for(case, case.demands.all())


def terms_for(case: Case, demands: Iterable[Demand]) -> list[str]:
    """Return the search terms of a case with these demands, stored already or not."""
    if case.sealed:
        text = " ".join(demand.extract for demand in demands if demand.kind != Kind.ACCUSATION)
    else:
        text = " ".join([case.subject, case.content, case.location, *(demand.text for demand in demands)])
    return terms_of(text)[:MOST_TERMS]
