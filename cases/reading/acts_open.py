"""The acts of this person on this case, now: those open, and those that role and state allow but a condition closes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cases.actions.frame import permitted_place, step_now
from cases.models import Case, HandOff, Leg
from cases.places.acting_units import stand_of
from cases.places.spot import Spot, state_of
from cases.sight.accesses import reads_only
from kit.doors import Door
from kit.rooms import doors
from law.errors import Refused
from law.procedure import HALTED, allowed
from law.vocabulary import Act, Scope, State
from organizations.authority import may
from organizations.models import Staff


@dataclass(frozen=True)
class Opening:
    """One act that a person may do on a case, a leg or a hand-off of it; ``refusal``: what closes it now."""

    act: Act
    leg: Leg | None = None
    hand_off: HandOff | None = None
    refusal: Refused | None = None

    @property
    def article(self) -> str:
        """Return the article the act rests on."""
        return doors()[self.act].step.article


def openings(staff: Staff, case: Case, legs: list[Leg], on: date) -> list[Opening]:
    """Return every act that role and state give a person on a case, in the order of the procedure.

    ``legs`` come with hand_offs, documents (with services), clocks, demands and remedies prefetched, ``case`` with its
    own: no query is made here, but one for the first person where a second decides, one where a report is owed and a leg is archived,
    and one for the days in which an answer can be rated.
    Who reads the case by a dated access alone has none.
    """
    if reads_only(case):
        return []
    return [
        Opening(spot.act, spot.on_leg, spot.on_hand_off, refusal)
        for door in doors().values()
        if door.on_a_case
        for spot in _spots(door, Spot(door.act, case, staff, on, legs))
        if (refusal := door.opening(spot) if door.opening else None) is None or refusal.code != "not_found"
    ]


def assert_open(spot: Spot) -> None:
    """Say in an act's own words why it cannot be done now, before anything is typed.

    Raises Refused: not_permitted, wrong_state, and what the condition of the act says.
    """
    permitted_place(spot)
    step_now(spot)
    opening = doors()[spot.act].opening
    if opening and (refusal := opening(spot)):
        raise refusal


def _spots(door: Door, spot: Spot) -> Iterator[Spot]:
    """Every leg or hand-off on which state and role allow the act, or the case itself."""
    if door.scope is Scope.CASE:
        candidates = [spot]
    elif spot.case.state in HALTED and not allowed(door.act, state_of(spot)):
        # Of what is halted only an archived leg still has an act: care goes on (Art. 37, para 3).
        return
    else:
        legs = [Spot(spot.act, spot.case, spot.by, spot.on, spot.legs, leg) for leg in spot.legs]
        candidates = legs if door.scope is Scope.LEG else [each for leg in legs for each in _hand_offs(leg)]
    for each in candidates:
        state = each.case.state if each.on_leg is None else each.leg.state
        if allowed(door.act, State(state)):
            place, own = stand_of(each)
            if may(each.by, door.act, at=place, own=own):
                yield each


def _hand_offs(spot: Spot) -> Iterator[Spot]:
    for hand_off in spot.leg.hand_offs.all():
        yield Spot(spot.act, spot.case, spot.by, spot.on, spot.legs, spot.on_leg, hand_off)
