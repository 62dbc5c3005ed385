"""The hall within a person's reach: its windows, the numbers of a day, one of each, how long people waited."""

from datetime import date
from typing import Any

from django.db.models import Avg, Count, F, Q, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from law.errors import Refused
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind
from reception.models.hall import AT_A_WINDOW

LATEST = Order("taken_on", descending=True, label="取号日期（新的在前）")


class TicketList(Word):
    """排队号清单."""

    NOW = "now", "等候和接待中"
    HELD = "held", "暂缓"
    TODAY = "today", "今天"
    ALL = "all", "全部"


_STATES = {
    TicketList.NOW: (TicketState.WAITING, TicketState.CALLED, TicketState.SERVING),
    TicketList.HELD: (TicketState.ON_HOLD,),
}


def windows(staff: Staff) -> list[HallWindow]:
    """Return the windows of a person's desks, by name."""
    rows = HallWindow.objects.readable_by(staff).select_related("unit", "clerk")
    return list(rows.order_by("name", "id"))


def window_of(staff: Staff, key: int) -> HallWindow:
    """Return a window that a person may read. Raises Refused not_found."""
    found: HallWindow | None = (
        HallWindow.objects.readable_by(staff).select_related("unit", "clerk").filter(pk=key).first()
    )
    if found is None:
        raise record_not_found()
    return found


def at_window(staff: Staff, window: HallWindow) -> Ticket | None:
    """Return the number that is at a window now."""
    return Ticket.objects.readable_by(staff).filter(window=window, state__in=AT_A_WINDOW).first()


def ticket_of(staff: Staff, key: int) -> Ticket:
    """Return a number that a person may read. Raises Refused not_found."""
    rows = Ticket.objects.readable_by(staff).select_related("unit", "window", "clerk")
    found: Ticket | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def tickets_of_today(staff: Staff, on: date) -> QuerySet[Ticket]:
    """Return the numbers of a day at a person's desks."""
    return Ticket.objects.readable_by(staff).filter(taken_on=on)


def waiting_today(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the numbers of today that wait to be called."""
    return tickets_of_today(staff, on).filter(state=TicketState.WAITING)


def periods_of(staff: Staff, row: Ticket) -> list[TicketPeriod]:
    """Return the periods of a number that are over, in order."""
    return list(TicketPeriod.objects.readable_by(staff).filter(ticket=row.pk).order_by("id"))


def before(staff: Staff, row: Ticket) -> int:
    """Return how many numbers are called before one that waits; 0 where it waits no more."""
    if row.state != TicketState.WAITING:
        return 0
    rows = waiting_today(staff, row.taken_on).filter(unit=row.unit_id, kind=row.kind)
    earlier = Q(first=row.first) & (Q(taken_at__lt=row.taken_at) | Q(taken_at=row.taken_at, pk__lt=row.pk))
    return rows.filter(earlier | Q(first=True) if not row.first else earlier).count()


def free_ticket(staff: Staff, key: int) -> Ticket | None:
    """Return a number that has become no visit yet, None where it has, or is not there."""
    try:
        found = ticket_of(staff, key)
    except Refused:
        # A draft may name one that is out of reach by now: what was typed still is registered.
        return None
    return None if found.used else found


def page_of_tickets(
    staff: Staff, what: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of numbers, the latest first. Raises Refused: filter_unknown, key_broken, one_direction."""
    if what not in set(TicketList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(TicketList)}。")
    rows = Ticket.objects.readable_by(staff) if what == TicketList.ALL else tickets_of_today(staff, on)
    if states := _STATES.get(TicketList(what)):
        rows = rows.filter(state__in=states)
    rows = rows.select_related("unit", "window", "clerk").annotate(place=F("taken_on"))
    return page_by(LATEST, rows, after=after, before=before, size=size)


def times_of_day(staff: Staff, on: date) -> dict[str, dict[str, int]]:
    """Return {kind: {waited, served, of}}: the mean minutes of waiting and serving of a day, from its periods."""
    rows = TicketPeriod.objects.readable_by(staff).filter(ticket__taken_on=on)
    rows = rows.filter(what__in=(TicketState.WAITING, TicketState.SERVING))
    found: dict[str, dict[str, int]] = {}
    for row in rows.values("kind", "what").annotate(mean=Avg(F("ended_at") - F("began_at")), of=Count("pk")):
        name = "waited" if row["what"] == TicketState.WAITING else "served"
        kind = found.setdefault(str(row["kind"]), {})
        kind[name] = round(row["mean"].total_seconds() / 60)
        if name == "served":
            kind["of"] = row["of"]
    return found


def waiting_by_kind(staff: Staff, on: date) -> dict[str, int]:
    """Return how many numbers wait now, by the kind of their windows."""
    rows = waiting_today(staff, on)
    return {str(row["kind"]): row["many"] for row in rows.values("kind").annotate(many=Count("pk"))}


def on_the_screen(staff: Staff, on: date) -> list[Ticket]:
    """Return the numbers that were called or are received now: what the screen of the hall shows, the last first."""
    rows = tickets_of_today(staff, on).filter(state__in=AT_A_WINDOW)
    return list(rows.select_related("window").order_by("-since")[:12])


def kinds_in_use(rows: list[HallWindow]) -> list[WindowKind]:
    """Return the kinds that the windows of a hall have, in their order."""
    used = {str(row.kind) for row in rows}
    return [kind for kind in WindowKind if kind.value in used]
