"""How often each kind of meeting is due in a year, what is missing so far, and by when the next one has to be held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kit.settings import Setting
from supervision.words.meetings import MeetingKind

# Where the Regulation says "regularly" and no number (Art. 9, 13), the site says it; decision 0068.
_USUAL = {
    MeetingKind.STANDING_COMMITTEE: 2,
    MeetingKind.GOVERNMENT: 4,
    MeetingKind.JOINT_CONFERENCE: 4,
    MeetingKind.TOWN: 52,
    MeetingKind.ANNUAL: 1,
    MeetingKind.CONGRESS: 1,
    MeetingKind.JOINT_SESSION: 12,
}
CADENCE = {
    kind: Setting(
        f"MEETING_{kind.name}",
        times,
        f"{kind.label}每年次数",
        "0为不要求；按年平均分成若干期，每期应开一次。",
        unit="次",
        least=0,
        most=52,
    )
    for kind, times in _USUAL.items()
}


@dataclass(frozen=True)
class Cadence:
    """How a kind of meeting stands in a year: ``due`` should have been held by now, ``missing`` of them were not."""

    times: int
    held: int
    due: int
    missing: int
    next_by: date | None


def cadence(times: int, held_on: Sequence[date], on: date) -> Cadence:
    """Return how a kind of meeting stands on a day; a year is divided into as many parts as meetings are due.

    A part without a meeting is made up for by one held later: what counts is how many were held of those due.
    """
    held = sum(day.year == on.year and day <= on for day in held_on)
    if not times:
        return Cadence(0, held, 0, 0, None)
    ends = _ends(on.year, times)
    due = sum(end < on for end in ends)
    next_by = ends[held] if held < times else _ends(on.year + 1, times)[0]
    return Cadence(times, held, due, max(0, due - held), next_by)


def _ends(year: int, times: int) -> list[date]:
    """Return the last day of each part of a year."""
    first, days = date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return [first + timedelta(days=days * part // times - 1) for part in range(1, times + 1)]
