"""The outline of one case: who asks for what, which units it goes to, and on which day each act of its histories falls."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from demo.seeding.histories import History
from demo.seeding.world import Place
from law.vocabulary import Act, Channel, Kind


@dataclass(frozen=True)
class Wish:
    """How many cases, which of them are still open, and the number all randomness hangs on."""

    cases: int
    seed: int
    open_share: float

    @property
    def closed(self) -> int:
        """Return how many are closed: they stand first."""
        return self.cases - round(self.cases * self.open_share)


@dataclass
class LegPlan:
    """One leg: how it is opened, for which demands, at which unit, and its history; ``after``: the leg that gave it back."""

    opener: Act
    unit: Place
    demands: tuple[int, ...]
    history: History
    after: int | None = None


@dataclass(frozen=True)
class Planned:
    """One act on its day; ``leg`` is the place of its leg in the outline, None for acts on the whole case."""

    act: Act
    on: date
    leg: int | None


@dataclass
class Outline:
    """Everything of a case that decides which acts there are; the rest of ``random`` is for its words."""

    index: int
    random: Random
    open: bool
    desk: Place
    channel: Channel
    kinds: list[Kind]
    anonymous: bool
    urgent: bool
    village: Place | None
    accused: Place | None
    linked: bool
    received_on: date
    legs: list[LegPlan] = field(default_factory=list)
    planned: list[Planned] = field(default_factory=list)

    @property
    def sealed(self) -> bool:
        """Tell whether a demand accuses somebody."""
        return Kind.ACCUSATION in self.kinds

    @property
    def desk_walled(self) -> bool:
        """Tell whether the accusation means the desk, or a unit over it."""
        return self.accused is not None and self.linked and self.accused.id in self.desk.line
