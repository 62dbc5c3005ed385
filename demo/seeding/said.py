"""What one act says, and a leg under way."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from demo.seeding.outlines import LegPlan
from demo.seeding.world import Place
from law.vocabulary import Duty, State

Row = dict[str, Any]


@dataclass
class Said:
    """What one act says beside what its row of STEPS says; as the deed of the frame does."""

    by: int
    place: Place
    text: str = ""
    facts: Row = field(default_factory=dict)
    omits: tuple[Duty, ...] = ()
    spares: tuple[Duty, ...] = ()
    met_on: date | None = None
    starts_on: date | None = None
    days: int | None = None
    bearer: Place | None = None
    to_state: State | None = None
    told: Place | None = None


@dataclass
class LegWalk:
    """A leg under way: its row, its running clocks by duty, its letters still to be sent, and what lies open beside it."""

    plan: LegPlan
    row: Row
    running: dict[Duty, Row] = field(default_factory=dict)
    unsent: list[Row] = field(default_factory=list)
    opinion: Row = field(default_factory=dict)
    service: Row = field(default_factory=dict)
    beside: Row = field(default_factory=dict)
    asked: Row = field(default_factory=dict)
    remedy: Row = field(default_factory=dict)

    @property
    def state(self) -> State:
        """Return where the leg is."""
        state: State = self.row["state"]
        return state

    @property
    def unit(self) -> Place:
        """Return the responsible unit."""
        return self.plan.unit
