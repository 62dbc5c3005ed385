"""Where a person stands when acting on a whole case: at its desk, or at the leg that is worked on."""

from collections.abc import Iterable

from cases.models import Case, Leg
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff, Unit

# Done at the desk, but also by those who handle a leg: they must be able to reach the petitioner.
_AT_LEGS_TOO = (Act.UNMASK,)


def standing_for(act: Act, by: Staff, case: Case, legs: Iterable[Leg]) -> tuple[Unit, bool]:
    """Return the unit at which a person does a case act, and whether the work is this person's own."""
    desk = case.unit, case.registered_by_id == by.pk
    if act not in _AT_LEGS_TOO or may(by, act, at=desk[0], own=desk[1]):
        return desk
    stands = ((leg.unit, leg.handler_id == by.pk) for leg in legs)
    return next((stand for stand in stands if may(by, act, at=stand[0], own=stand[1])), desk)
