"""A plan is the whole life of one demonstration case: which act, by whom, how many days after registration."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from cases.models import Case, Leg
from demo.cast import Cast
from demo.district import name_of
from demo.scenes import Scene
from demo.stories.story import TOWN, Ask, Story
from law.vocabulary import Act

SOURCE = "demo"
Words = dict[str, Any]


@dataclass(frozen=True)
class Moment:
    """What a deed may look at when it happens: the case as it is now, the day, the people and units."""

    case: Case
    on: date
    cast: Cast

    def leg(self, unit: str) -> Leg:
        """Return the leg of a unit, by the unit's key."""
        return self.case.legs.get(unit=self.cast.unit(unit))


@dataclass(frozen=True)
class Deed:
    """One act of a plan; ``how`` gives its keyword arguments when its turn comes."""

    act: Act
    who: str
    day: int
    how: Callable[[Moment], Words]


@dataclass
class Plan:
    """One case: its story told in its scene, and its deeds in the order of their days."""

    story: Story
    scene: Scene
    rng: Random
    nameless: bool = False
    from_above: bool = False
    urgent: bool | None = None  # None: as chance will have it
    deeds: list[Deed] = field(default_factory=list)
    age: int = 0

    @property
    def acts(self) -> list[Act]:
        """Return the acts in order: exactly the events the case will have."""
        return [deed.act for deed in self.deeds]

    def key(self, ask: Ask) -> str:
        """Return the key of the unit a demand goes to."""
        return self.scene.town if ask.to == TOWN else ask.to

    def numbers(self, unit: str) -> list[int]:
        """Return the numbers of the demands that go to a unit."""
        return [number for number, ask in enumerate(self.story.asks, 1) if self.key(ask) == unit]

    def units(self) -> list[str]:
        """Return the keys of the units that answer, in the order of their demands."""
        return list(dict.fromkeys(self.key(ask) for ask in self.story.asks))

    def told(self, text: str, **more: str) -> str:
        """Fill a text with the words of the scene."""
        return text.format(**self.scene.words, place=name_of(self.scene.town), subject=self.subject, **more)

    @property
    def subject(self) -> str:
        """Return the subject line."""
        return self.scene.tell(self.story.subject)

    def add(self, act: Act, who: str, day: int, how: Callable[[Moment], Words]) -> None:
        """Add a deed."""
        self.deeds.append(Deed(act, who, day, how))

    def settle(self) -> None:
        """Put the deeds of several legs into the order of their days; a leg keeps its own order."""
        self.deeds.sort(key=lambda deed: deed.day)
