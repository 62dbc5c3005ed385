"""One act under way: what the frame hands to an action, and gets back changed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.models import Case, Event, HandOff, Leg
from law.procedure import Step
from law.vocabulary import Act, Duty, State
from organizations.models import Staff, Unit


@dataclass
class Deed:
    """One act under way. The body changes ``case``, ``leg`` and ``hand_off``; the frame does the rest.

    ``omits``: clocks of the row that are not started, ``spares``: clocks of the row that are not met;
    ``to_state``: where the row leads back to what was before, the state it was; ``known``: it was done before, and
    is not written twice.
    """

    act: Act
    case: Case
    by: Staff
    on: date
    step: Step
    place: Unit
    leg: Leg | None = None
    hand_off: HandOff | None = None
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

    @property
    def the_leg(self) -> Leg:
        """Return the leg of a leg act."""
        assert self.leg is not None
        return self.leg

    @property
    def the_hand_off(self) -> HandOff:
        """Return the hand-off of a hand-off act."""
        assert self.hand_off is not None
        return self.hand_off
