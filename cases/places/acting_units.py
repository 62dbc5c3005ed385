"""The units at which an act is done, each with whether the work there is this person's own: one function a way."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from cases.letters.making import issuer
from cases.models import Case, Document, Leg
from cases.places.deciders import current_remedy, place_of
from cases.places.spot import Spot
from kit.rooms import door_of
from law.procedure import REMEDIES
from law.vocabulary import Letter, State
from organizations.authority import may
from organizations.closed_units import heir_of, is_closed
from organizations.models import Unit
from organizations.superiors import superiors_of
from organizations.vocabulary import UnitKind

# A unit, and whether the work there is this person's own.
Stand = tuple[Unit, bool]


def stand_of(spot: Spot) -> Stand:
    """Return the unit at which a person does an act: of several places the first at which he may.

    What was done at a closed unit is done at its successor (Art. 24).
    """
    stands = door_of(spot.act).place(spot)
    first = next(stands)
    each = ((unit, own) for place, own in chain((first,), stands) for unit in _today(place, spot.on))
    return next((stand for stand in each if may(spot.by, spot.act, at=stand[0], own=stand[1])), first)


def _today(unit: Unit, on: date) -> tuple[Unit, ...]:
    heir = heir_of(unit) if is_closed(unit, on) else None
    return (heir, unit) if heir else (unit,)


def at_the_desk(spot: Spot) -> Iterator[Stand]:
    """The desk that registered the case."""
    yield spot.case.unit, spot.case.registered_by_id == spot.by.pk


def at_the_desk_or_a_leg(spot: Spot) -> Iterator[Stand]:
    """The desk, and every unit with a leg: those who handle it must be able to reach the petitioner, and to report."""
    yield from at_the_desk(spot)
    for leg in spot.legs:
        yield leg.unit, leg.handler_id == spot.by.pk


def where_people_are_met(spot: Spot) -> Iterator[Stand]:
    """The desk and the legs, then whoever decides over one, then every unit that wrote to the petitioner.

    Each prints its own letters.
    """
    yield from at_the_desk_or_a_leg(spot)
    for leg in spot.legs:
        yield from ((place_of(each, spot.case), each.drafted_by_id == spot.by.pk) for each in leg.remedies.all())
    for leg in spot.legs:
        yield from ((issuer(each, spot.case), each.issued_by_id == spot.by.pk) for each in leg.documents.all())


def where_asked(spot: Spot) -> Iterator[Stand]:
    """The unit that a hand-off asks."""
    yield spot.hand_off.to_unit, spot.leg.handler_id == spot.by.pk


def at_the_leg(spot: Spot) -> Iterator[Stand]:
    """The unit of the leg."""
    yield spot.leg.unit, spot.leg.handler_id == spot.by.pk


def where_decided(spot: Spot) -> Iterator[Stand]:
    """The deciding unit; a spot.leg without a remedy has none, and its state refuses the act."""
    remedy = current_remedy(spot.leg)
    if remedy is None:
        yield from at_the_leg(spot)
    else:
        yield place_of(remedy, spot.case), remedy.drafted_by_id == spot.by.pk


def where_decided_or_above(spot: Spot) -> Iterator[Stand]:
    """The deciding unit, then whatever stands over it here: either takes a wrong refusal back."""
    yield from where_decided(spot)
    remedy = current_remedy(spot.leg)
    if remedy and remedy.refused_on:
        yield from ((unit, False) for unit in superiors_of(remedy.unit) if unit.kind != UnitKind.EXTERNAL)


def where_it_is(spot: Spot) -> Iterator[Stand]:
    """Where the leg is: at its unit, or where a remedy over it is decided."""
    yield from where_decided(spot) if spot.leg.state in REMEDIES else at_the_leg(spot)


def where_heard(spot: Spot) -> Iterator[Stand]:
    """A hearing of a review is held where it is decided, by whoever drafts it, or may yet."""
    remedy = current_remedy(spot.leg) if spot.leg.state == State.REVIEWING else None
    if remedy is None:
        yield from at_the_leg(spot)
    else:
        yield place_of(remedy, spot.case), remedy.drafted_by_id in (None, spot.by.pk)


def at_the_leg_or_above(spot: Spot) -> Iterator[Stand]:
    """The unit of the leg, and the one that decides over it."""
    yield from at_the_leg(spot)
    yield from where_decided(spot)


def where_notices_are_sent(spot: Spot) -> Iterator[Stand]:
    """The unit of the leg, the one that decides over it, and a sender that wrote to the petitioner where the leg went."""
    yield from at_the_leg_or_above(spot)
    if any(told_by_the_sender(letter, spot.leg) for letter in spot.leg.documents.all()):
        yield from at_the_sender(spot)


def told_by_the_sender(letter: Document, leg: Leg) -> bool:
    """Tell whether a letter says where an organ sent what it had received directly: that organ sends it (Art. 23, para 1)."""
    sender = leg.from_unit_id
    if letter.kind != Letter.TRANSFER_NOTICE or sender == leg.unit_id:
        return False
    # What a closed unit wrote, its successor sends.
    return letter.unit_id == sender or letter.unit.successor_id == sender


def anywhere_near(spot: Spot) -> Iterator[Stand]:
    """The handling unit, the desk, the unit above, the deciding unit: a petitioner may hand a request in at any of them."""
    yield from at_the_leg(spot)
    yield spot.case.unit, False
    if spot.leg.unit.parent:
        yield spot.leg.unit.parent, False
    yield from where_decided(spot)


def where_letters_are_made(spot: Spot) -> Iterator[Stand]:
    """The handling unit, the desk, the deciding unit: each corrects its own letters."""
    yield from at_the_leg(spot)
    yield spot.case.unit, False
    yield from where_decided(spot)


def at_the_sender(spot: Spot) -> Iterator[Stand]:
    """The unit that sent the leg."""
    yield sender_of(spot.case, spot.leg), False


def at_either_side(spot: Spot) -> Iterator[Stand]:
    """The unit that holds the leg, and the one that sent it."""
    yield from at_the_leg(spot)
    yield from at_the_sender(spot)


def at_the_other_side(spot: Spot) -> Iterator[Stand]:
    """Of holder and sender the one that the other asks to agree; while nobody asks, either."""
    asked = next((each.asked_unit_id for each in spot.leg.redirects.all() if each.decided_on is None), None)
    stands = list(at_either_side(spot))
    yield from [stand for stand in stands if stand[0].pk != asked] or stands


def at_the_arbiter(spot: Spot) -> Iterator[Stand]:
    """The common superior, or who coordinates for the joint conference (Art. 24)."""
    yield arbiter_of(spot.case, spot.leg), False


def over_the_leg(spot: Spot) -> Iterator[Stand]:
    """The sender, and the unit asked to take the leg over; never the unit that asks."""
    asked = next((each.proposed for each in spot.leg.escalations.all() if each.decided_on is None), None)
    sender = sender_of(spot.case, spot.leg)
    if sender.pk != spot.leg.unit_id or asked is None:
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
