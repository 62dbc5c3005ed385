"""How long somebody will wait: from what was served last, with the error that the numbers told before have had."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, Q

from organizations.models import Unit
from reception.models import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind, WindowState

# Of so many of the last periods; with fewer than the second nothing is said at all.
LAST, FEWEST = 30, 5
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Expected:
    """How many wait before him; the minutes and by how much those told before were wrong, None where nobody can say.

    ``served`` and ``told``: of how many periods each is a mean.
    """

    ahead: int
    minutes: int | None
    error: int | None
    served: int
    told: int

    @property
    def words(self) -> str:
        """Say it to people, the error with it."""
        first = f"前面{self.ahead}号"
        if self.minutes is None:
            return f"{first}，还不能估计等候时间（办完{FEWEST}号以后才估计）"
        error = f"平均误差{self.error}分钟，按近{self.told}号" if self.error is not None else "误差还没有记录"
        return f"{first}，预计等候约{self.minutes}分钟（{error}）"


def expected_wait(unit: Unit, kind: WindowKind, *, ahead: int | None = None) -> Expected:
    """Return what somebody who takes a number now may expect; ``ahead``: of one who has a number, how many are before him."""
    ahead = _waiting(unit, kind) if ahead is None else ahead
    windows, busy = _windows(unit, kind)
    served = _last(unit, kind, TicketState.SERVING)
    minutes = _estimate(served, ahead, windows, busy)
    errors = [abs(told - _minutes(began, ended)) for began, ended, told in _told(unit, kind)]
    error = round(sum(errors) / len(errors)) if len(errors) >= FEWEST else None
    return Expected(ahead, minutes, error if minutes is not None else None, len(served), len(errors))


def _estimate(served: Sequence[float], ahead: int, windows: int, busy: int) -> int | None:
    """A window that is free takes the first at once; each further one waits until one of the windows has done."""
    if len(served) < FEWEST or windows == 0:
        return None
    turns = max(0, ahead + 1 - (windows - min(busy, windows)))
    return round(sum(served) / len(served) * turns / windows)


def _waiting(unit: Unit, kind: WindowKind) -> int:
    return Ticket.objects.filter(unit=unit, kind=kind, state=TicketState.WAITING).count()


def _windows(unit: Unit, kind: WindowKind) -> tuple[int, int]:
    """How many windows of a kind are open, and how many numbers are at one of them."""
    at_one = Count("tickets", filter=Q(tickets__state__in=(TicketState.CALLED, TicketState.SERVING)))
    rows = HallWindow.objects.filter(unit=unit, kind=kind, state=WindowState.OPEN).annotate(at_one=at_one)
    found = [row.at_one for row in rows]
    return len(found), sum(found)


def _last(unit: Unit, kind: WindowKind, what: TicketState) -> list[float]:
    rows = TicketPeriod.objects.filter(unit=unit, kind=kind, what=what).order_by("-ended_at")
    return [_minutes(began, ended) for began, ended in rows.values_list("began_at", "ended_at")[:LAST]]


def _told(unit: Unit, kind: WindowKind) -> list[tuple[datetime, datetime, int]]:
    """The first waits of numbers with which something was told."""
    rows = TicketPeriod.objects.filter(unit=unit, kind=kind, what=TicketState.WAITING, ticket__expected__isnull=False)
    rows = rows.filter(began_at=F("ticket__taken_at")).order_by("-ended_at")
    return list(rows.values_list("began_at", "ended_at", "ticket__expected")[:LAST])


def _minutes(began: datetime, ended: datetime) -> float:
    return (ended - began) / _MINUTE
