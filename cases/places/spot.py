"""Who would act, on what, on which day: what places and conditions are asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from cases.models import Case, HandOff, Leg, Party
from cases.sight.out_of_reach import not_found
from kit.doors import Door
from law.errors import Refused
from law.procedure import HALTED
from law.vocabulary import Act, Scope, State
from organizations.models import Staff

# Who acts: staff, or a party of the case himself (cases/places/actors.py).
Actor = Staff | Party
_Row = TypeVar("_Row", Leg, HandOff)


@dataclass(frozen=True)
class Spot:
    """An act before it is done. ``legs`` and what hangs on them may be prefetched: conditions read `.all()` only."""

    act: Act
    case: Case
    actor: Actor
    on: date
    legs: Iterable[Leg] = ()
    on_leg: Leg | None = None
    on_hand_off: HandOff | None = None

    @property
    def by(self) -> Staff:
        """Return the member of staff who acts; what a party may do himself asks nothing of one."""
        assert isinstance(self.actor, Staff)
        return self.actor

    @property
    def leg(self) -> Leg:
        """Return the leg of a leg act."""
        assert self.on_leg is not None
        return self.on_leg

    @property
    def hand_off(self) -> HandOff:
        """Return the hand-off of a hand-off act."""
        assert self.on_hand_off is not None
        return self.on_hand_off


def state_of(spot: Spot) -> State:
    """Return the state that the law asks about: the leg's; the case's where there is none, or all of it is halted."""
    return State(spot.case.state if spot.on_leg is None or spot.case.state in HALTED else spot.leg.state)


def resolve(
    door: Door, legs: Iterable[Leg], hand_offs: Iterable[HandOff], *, leg_id: int | None, hand_off_id: int | None
) -> tuple[Leg | None, HandOff | None]:
    """Return the leg and hand-off that an act is done on, of those a person may read.

    Raises Refused: leg_missing, where it is not named, or something else is; not_found, where it is not among them.
    """
    named = {Scope.CASE: None, Scope.LEG: leg_id, Scope.HAND_OFF: hand_off_id}[door.scope]
    if (named is None) != (door.scope is Scope.CASE) or (door.scope is not Scope.HAND_OFF and hand_off_id):
        raise Refused("leg_missing", f"“{door.act.label}”要指明是哪一个{door.scope.label}。")
    if door.scope is Scope.CASE:
        return None, None
    hand_off = _one(hand_offs, named) if door.scope is Scope.HAND_OFF else None
    return _one(legs, hand_off.leg_id if hand_off else named), hand_off


def _one(rows: Iterable[_Row], key: int | None) -> _Row:
    found = next((row for row in rows if row.pk == key), None)
    if found is None:
        raise not_found()
    return found
