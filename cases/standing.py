"""Where a person stands when acting: on a whole case at its desk or a leg, on a leg mostly at the unit that holds it."""

from collections.abc import Callable, Iterable

from cases.models import Case, HandOff, Leg
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff, Unit

# Done at the desk, but also by those who handle a leg: they must be able to reach the petitioner, and to report.
_AT_LEGS_TOO = (Act.UNMASK, Act.REPORT_URGENT, Act.RECORD_URGENT_RECEIPT)


def standing_for(act: Act, by: Staff, case: Case, legs: Iterable[Leg]) -> tuple[Unit, bool]:
    """Return the unit at which a person does a case act, and whether the work is this person's own."""
    desk = case.unit, case.registered_by_id == by.pk
    if act not in _AT_LEGS_TOO or may(by, act, at=desk[0], own=desk[1]):
        return desk
    stands = ((leg.unit, leg.handler_id == by.pk) for leg in legs)
    return next((stand for stand in stands if may(by, act, at=stand[0], own=stand[1])), desk)


def place_on_leg(act: Act, case: Case, leg: Leg, hand_off: HandOff | None = None) -> Unit:
    """Return the unit at which an act on a leg (or on a hand-off beside it) is done."""
    if hand_off:
        return hand_off.to_unit
    return _PLACES.get(act, _holder)(case, leg)


def _holder(case: Case, leg: Leg) -> Unit:
    return leg.unit


def sender_of(case: Case, leg: Leg) -> Unit:
    """Return the unit that sent a leg, or the desk of the case."""
    return leg.from_unit or case.unit


def _arbiter(case: Case, leg: Leg) -> Unit:
    """The common superior decides; for the joint conference, whoever coordinates where the leg was sent from (Art. 24)."""
    named = (each.arbiter for each in leg.objections.all() if each.decided_on is None)
    return next(named, None) or sender_of(case, leg)


_PLACES: dict[Act, Callable[[Case, Leg], Unit]] = {
    Act.AGREE_OBJECTION: sender_of,
    Act.REFUSE_OBJECTION: sender_of,
    Act.ARBITRATE: _arbiter,
    Act.TAKE_BACK: sender_of,
}
