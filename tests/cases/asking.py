"""What several tests ask of a case: which acts are open to a person, and whether its stored dates are right."""

from cases.clocks import explain_clock
from cases.models import Case
from cases.reading.acts_open import openings
from cases.record.chain import BrokenLink, verify_chains
from law.vocabulary import Act
from organizations.models import Staff
from tests.walks import Walk


def acts_open(person: Staff, walk: Walk) -> set[Act]:
    """The acts on the leg that are open to a person."""
    case = Case.objects.get(pk=walk.case.pk)
    legs = case.legs.select_related("unit", "from_unit").prefetch_related(
        "hand_offs", "documents__services", "clocks", "demands"
    )
    found = openings(person, case, list(legs), walk.on)
    return {opening.act for opening in found if opening.leg and not opening.refusal}


def assert_recomputed(case: Case) -> None:
    """A stored date is the one that is computed and explained today."""
    for each in case.clocks.all():
        assert each.due_on == explain_clock(each).due_on


def first_broken_link(case: Case) -> BrokenLink | None:
    """The first link of one case's chain that does not hold, or None."""
    return next(iter(verify_chains(Case.objects.filter(pk=case.pk)).broken), None)
