"""The search terms of a case: what may be found by words, which never includes a sealed part."""

from cases.models import Case
from cases.querysets import terms_of
from law.vocabulary import Kind

MOST_TERMS = 4000


def index_case(case: Case) -> None:
    """Recompute ``search_terms`` (not saved here): everything open, nothing an accusation says, no person's data."""
    if case.sealed:
        open_demands = case.demands.exclude(kind=Kind.ACCUSATION)
        text = " ".join(demand.extract for demand in open_demands)
    else:
        text = " ".join([case.subject, case.content, case.location, *(d.text for d in case.demands.all())])
    case.search_terms = terms_of(text)[:MOST_TERMS]
