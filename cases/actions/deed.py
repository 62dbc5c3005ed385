"""One act under way: what the frame hands to an action, and gets back changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.models import Case, Demand, Event, HandOff, Leg
from cases.places.actors import account_of
from cases.places.locked import Locked
from cases.places.spot import Actor, Spot
from kit.together import Together
from law.errors import Refused
from law.procedure import Step
from law.vocabulary import Act, Duty, Letter, State
from organizations.models import Staff, Unit


@dataclass
class Deed:
    """One act under way. The body changes ``case``, ``leg`` and ``hand_off``; the frame does the rest.

    ``omits``: clocks of the row that are not started, ``spares``: clocks of the row that are neither met nor ended;
    ``to_state``: where the row leads back to what was before, the state it was; ``known``: it was done before, and
    is not written twice.
    """

    act: Act
    case: Case
    actor: Actor
    on: date
    step: Step
    place: Unit
    locked: Locked
    leg: Leg | None = None
    hand_off: HandOff | None = None
    # The leg that demands were set apart from: it changed with the act.
    left_leg: Leg | None = None
    text: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    omits: set[Duty] = field(default_factory=set)
    spares: set[Duty] = field(default_factory=set)
    to_state: State | None = None
    known: bool = False
    starts_on: dict[Duty, date] = field(default_factory=dict)
    days: dict[Duty, int] = field(default_factory=dict)
    met_on: dict[Duty, date] = field(default_factory=dict)
    # Who bears a duty where it is not the unit of the leg.
    bearers: dict[Duty, Unit] = field(default_factory=dict)
    event: Event | None = None
    # Demands that leave the desk with what is written at the end.
    leaving: Sequence[Demand] = ()
    # Letters that nothing asks for before the end: their numbers are taken last, so that nobody waits for them long.
    letters: list[tuple[Letter, dict[str, Any]]] = field(default_factory=list)
    # What the frame writes in one statement at the end; an action adds rows that nothing asks for before.
    together: Together = field(default_factory=Together)

    @property
    def by(self) -> Staff:
        """Return the member of staff who acts; an act that a party may do asks for the ``account``."""
        assert isinstance(self.actor, Staff)
        return self.actor

    @property
    def account(self) -> Staff | None:
        """Return what rows keep of who acts; None where a party does it himself."""
        return account_of(self.actor)

    def writes(self, kind: Letter, **words: Any) -> None:
        """Let the frame make a letter of the unit of the leg at the end; its number goes into the facts."""
        self.letters.append((kind, words))

    def stated(self, day: date | None) -> date | None:
        """Return a day that was stated of what came before; what a party does himself is of its own day."""
        return day if isinstance(self.actor, Staff) else None

    @property
    def spot(self) -> Spot:
        """Return what conditions are asked about, where an act asks one of what was typed."""
        return Spot(self.act, self.case, self.actor, self.on, (), self.leg, self.hand_off)

    @property
    def the_leg(self) -> Leg:
        """Return the leg of a leg act."""
        assert self.leg is not None
        return self.leg

    @property
    def demands_of_leg(self) -> list[Demand]:
        """Return the demands of the leg as they were when the case was locked."""
        return [demand for demand in self.locked.demands if demand.leg_id == self.the_leg.pk]

    def demand(self, number: int) -> Demand:
        """Return a demand of the leg by its number. Raises Refused demand_unknown."""
        found = next((demand for demand in self.demands_of_leg if demand.number == number), None)
        if found is None:
            raise Refused("demand_unknown", f"本环节没有第{number}项诉求。")
        return found

    @property
    def the_hand_off(self) -> HandOff:
        """Return the hand-off of a hand-off act."""
        assert self.hand_off is not None
        return self.hand_off
