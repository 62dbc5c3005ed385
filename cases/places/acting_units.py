"""Where a person stands when acting on a case: at its desk, at the leg that is worked on, or where a remedy is decided."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from cases.letters.making import issuer
from cases.models import Case, HandOff, Leg
from cases.places.deciders import current_remedy, place_of
from law.procedure import REMEDIES
from law.vocabulary import Act, State
from organizations.authority import may
from organizations.models import Staff, Unit

# Done at the desk, but also by those who handle a leg: they must be able to reach the petitioner, and to report.
_AT_LEGS_TOO = (Act.TRIAGE, Act.UNMASK, Act.REPORT_URGENT, Act.RECORD_URGENT_RECEIPT, Act.ADD_FILE)
# A unit, and whether the work there is this person's own.
Stand = tuple[Unit, bool]


def standing_for(act: Act, by: Staff, case: Case, legs: Iterable[Leg]) -> Stand:
    """Return the unit at which a person does a case act, and whether the work is this person's own."""
    desk = case.unit, case.registered_by_id == by.pk
    if act not in _AT_LEGS_TOO or may(by, act, at=desk[0], own=desk[1]):
        return desk
    stands = _where_people_are_met(by, case, legs) if act is Act.UNMASK else _at_the_legs(by, legs)
    return next((stand for stand in stands if may(by, act, at=stand[0], own=stand[1])), desk)


def _at_the_legs(by: Staff, legs: Iterable[Leg]) -> Iterator[Stand]:
    return ((leg.unit, leg.handler_id == by.pk) for leg in legs)


def _where_people_are_met(by: Staff, case: Case, legs: Iterable[Leg]) -> Iterator[Stand]:
    """The legs, then whoever decides over one, then every unit that wrote to the petitioner (its own letters it prints)."""
    rows = list(legs)
    yield from _at_the_legs(by, rows)
    for leg in rows:
        yield from ((place_of(each, case), each.drafted_by_id == by.pk) for each in leg.remedies.all())
    for leg in rows:
        yield from ((issuer(each, case), each.issued_by_id == by.pk) for each in leg.documents.all())


def standing_on(act: Act, by: Staff, leg: Leg, hand_off: HandOff | None = None) -> Stand:
    """Return the unit at which a person does an act on a leg, and whether the work is this person's own.

    Of several places the first at which the person may; the table `_PLACES` names the acts not done at the leg's unit.
    """
    if hand_off:
        return hand_off.to_unit, leg.handler_id == by.pk
    stands = places_of(act, leg, by)
    first = next(stands)
    return next((stand for stand in chain((first,), stands) if may(by, act, at=stand[0], own=stand[1])), first)


def places_of(act: Act, leg: Leg, by: Staff) -> Iterator[Stand]:
    """Return every unit at which an act on a leg is done, each with whether the work there is this person's own."""
    return _PLACES.get(act, _at_the_leg)(leg, by)


def _at_the_leg(leg: Leg, by: Staff) -> Iterator[Stand]:
    yield leg.unit, leg.handler_id == by.pk


def _where_decided(leg: Leg, by: Staff) -> Iterator[Stand]:
    """The deciding unit; a leg without a remedy has none, and its state refuses the act."""
    remedy = current_remedy(leg)
    if remedy is None:
        yield from _at_the_leg(leg, by)
    else:
        yield place_of(remedy, leg.case), remedy.drafted_by_id == by.pk


def _where_it_is(leg: Leg, by: Staff) -> Iterator[Stand]:
    yield from _where_decided(leg, by) if leg.state in REMEDIES else _at_the_leg(leg, by)


def _where_heard(leg: Leg, by: Staff) -> Iterator[Stand]:
    """A hearing of a review is held where it is decided, by whoever drafts it, or may yet."""
    remedy = current_remedy(leg) if leg.state == State.REVIEWING else None
    if remedy is None:
        yield from _at_the_leg(leg, by)
    else:
        yield place_of(remedy, leg.case), remedy.drafted_by_id in (None, by.pk)


def _at_the_leg_or_above(leg: Leg, by: Staff) -> Iterator[Stand]:
    yield from _at_the_leg(leg, by)
    yield from _where_decided(leg, by)


def _anywhere_near(leg: Leg, by: Staff) -> Iterator[Stand]:
    """The handling unit, the desk, the unit above, the deciding unit: a petitioner may hand a request in at any of them."""
    yield from _at_the_leg(leg, by)
    yield leg.case.unit, False
    if leg.unit.parent:
        yield leg.unit.parent, False
    yield from _where_decided(leg, by)


def _where_letters_are_made(leg: Leg, by: Staff) -> Iterator[Stand]:
    """The handling unit, the desk, the deciding unit: each corrects its own letters."""
    yield from _at_the_leg(leg, by)
    yield leg.case.unit, False
    yield from _where_decided(leg, by)


def _at_the_sender(leg: Leg, by: Staff) -> Iterator[Stand]:
    yield sender_of(leg.case, leg), False


def _at_the_arbiter(leg: Leg, by: Staff) -> Iterator[Stand]:
    yield arbiter_of(leg.case, leg), False


def _over_the_leg(leg: Leg, by: Staff) -> Iterator[Stand]:
    """The sender, and the unit asked to take the leg over; never the unit that asks."""
    asked = next((each.proposed for each in leg.escalations.all() if each.decided_on is None), None)
    sender = sender_of(leg.case, leg)
    if sender.pk != leg.unit_id or asked is None:
        yield sender, False
    if asked:
        yield asked, False


def sender_of(case: Case, leg: Leg) -> Unit:
    """Return the unit that sent a leg, or the desk of the case."""
    return leg.from_unit or case.unit


def arbiter_of(case: Case, leg: Leg) -> Unit:
    """The common superior decides; for the joint conference, whoever coordinates where the leg was sent from (Art. 24)."""
    named = (each.arbiter for each in leg.objections.all() if each.decided_on is None)
    return next(named, None) or sender_of(case, leg)


_PLACES: dict[Act, Callable[[Leg, Staff], Iterator[Stand]]] = {
    Act.REQUEST_REEXAMINATION: _anywhere_near,
    Act.REQUEST_REVIEW: _anywhere_near,
    Act.DRAFT_REMEDY: _where_decided,
    Act.DECIDE_REEXAMINATION: _where_decided,
    Act.DECIDE_REVIEW: _where_decided,
    Act.REMAND: _where_decided,
    Act.REFUSE_REMEDY: _where_decided,
    Act.SERVE: _where_it_is,
    Act.RECORD_RECEIPT: _where_it_is,
    Act.CALL_HEARING: _where_heard,
    Act.HOLD_HEARING: _where_heard,
    Act.NOTIFY: _at_the_leg_or_above,
    Act.REJECT_CONCLUSION: _at_the_sender,
    Act.AGREE_OBJECTION: _at_the_sender,
    Act.REFUSE_OBJECTION: _at_the_sender,
    Act.TAKE_BACK: _at_the_sender,
    Act.ARBITRATE: _at_the_arbiter,
    Act.RECORD_RETURN: _at_the_leg_or_above,
    Act.AGREE_ESCALATION: _over_the_leg,
    Act.REFUSE_ESCALATION: _over_the_leg,
    Act.CORRECT_LETTER: _where_letters_are_made,
    Act.ATTACH_SCAN: _where_letters_are_made,
}
