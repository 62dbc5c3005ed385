"""What a room adds as long work: how it is done, who may ask for it, and who may still have its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from law.errors import Refused


class Progress(Protocol):
    """Told between two batches how far the work is; it raises where the work has to stop."""

    def __call__(self, done: int, total: int | None = None, **counts: int) -> None:
        """Keep how much is done of how much, and what was counted."""


@dataclass(frozen=True)
class Result:
    """The file that came of a job, its name for people, and what it shows (for `JobKind.within`)."""

    path: Path
    name: str
    holds: Mapping[str, Any] = field(default_factory=dict)


def _always(_staff: Any, _holds: Mapping[str, Any]) -> bool:
    return True


@dataclass(frozen=True)
class JobKind:
    """One kind of long work. Rooms give the types: kit knows no staff.

    ``run(job, progress, folder)`` does it, is safe to be run again from the beginning, and returns the file it wrote
    into the folder, if any. ``refusal(staff, arguments)``: why this person may not have it, or None; asked at the start,
    when it runs and when its file is fetched. ``within(staff, holds)``: is what the file shows still in reach?
    ``title(arguments)``: its words on 我的任务. ``keep_days``: how long its files stay.
    """

    code: str
    label: str
    run: Callable[[Any, Progress, Path], Result | None]
    refusal: Callable[[Any, Mapping[str, Any]], Refused | None]
    title: Callable[[Mapping[str, Any]], str]
    within: Callable[[Any, Mapping[str, Any]], bool] = _always
    counted: Mapping[str, str] = field(default_factory=dict)
    keep_days: int = 7
