"""One row an act: what the house knows of an act beside its law (STEPS) and who may do it (roles)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.errors import Refused
from law.procedure import Step, steps_of
from law.vocabulary import Act, Scope
from law.words import Word


class Topic(Word):
    """行为的归类, in the order they are shown; WORK is always in view."""

    WORK = "work", "办理"
    TOGETHER = "together", "协作"
    WHERE = "where", "由谁办理"
    TIME = "time", "期限、听证、回避"
    PETITIONER = "petitioner", "信访人的请求"
    LETTERS = "letters", "文书和送达"
    END = "end", "结果和结束"
    RECORD = "record", "登记事项"


def _nobody(_event: Any) -> list[Any]:
    return []


def _nothing_said(_file: Any, _at: Any, _form: Any, _on: date) -> list[str]:
    return []


@dataclass(frozen=True, kw_only=True)
class Door:
    """One act as this house does it. Rooms give the types: kit knows neither cases nor staff.

    ``action``: what both doors call. ``form``: what both doors read. ``place(spot)``: each unit at which the act is
    done, with whether the work there is this person's own. ``opening(spot)``: why it cannot be done now, or None: the
    frame raises it, the case page says it. ``told(event)``: whom it concerns. ``said``: the sentence afterwards.
    ``consequence(file, leg, form, on)``: which dates it will set.
    ``turn``: its place among the natural next steps, None for what is none. ``wide``: its dialog needs room.
    ``reads``: the demands stand in its dialog. ``facts``: the names of what its events carry.
    """

    act: Act
    action: Callable[..., Any]
    form: type[Any]
    place: Callable[[Any], Iterator[tuple[Any, bool]]]
    opening: Callable[[Any], Refused | None] | None = None
    told: Callable[[Any], list[Any]] = _nobody
    said: str = ""
    consequence: Callable[[Any, Any, Any, date], list[str]] = _nothing_said
    icon: str
    topic: Topic = Topic.WORK
    turn: int | None = None
    wide: bool = False
    reads: bool = False
    facts: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """Tell whether the dialog says what will follow."""
        return self.consequence is not _nothing_said

    @property
    def slug(self) -> str:
        """Return the part of the address that names the act."""
        return slug_of(self.act)

    @property
    def step(self) -> Step:
        """Return the first row that the law has for the act."""
        return steps_of(self.act)[0]

    @property
    def scope(self) -> Scope:
        """Return what the act is done on: a case, a leg or a hand-off."""
        return self.step.scope

    @property
    def on_a_case(self) -> bool:
        """Tell whether the act is done on a case that is there; registering is not."""
        return bool(self.step.from_states)

    @property
    def words_afterwards(self) -> str:
        """Return the sentence of the toast."""
        return self.said or f"“{self.act.label}”已办理。"


def slug_of(act: Act) -> str:
    """Return the part of the address that names an act."""
    return str(act).replace("_", "-")
