"""What is done in the hall: windows set up, opened, closed; numbers taken, called, served, held, done. Both doors call these.

Each step of a number ends a period; what was before is written once and never changed.
"""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from cases.actions.registration import desk_of
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.papers.numbers import take_numbers
from organizations.recording import Move, Recorded, recording
from organizations.today import now, today
from reception.hall import moves
from reception.hall.waiting import expected_wait
from reception.models import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind, WindowState

MOST_PEOPLE = 5000


def set_up_window(*, name: str, kind: WindowKind, by: Staff, on: date | None = None) -> HallWindow:
    """Set a window of the desk up; it opens when somebody sits down. Raises Refused: not_permitted, window_twice."""
    row = HallWindow(unit=desk_of(by), name=name.strip(), kind=WindowKind(kind))
    try:
        with transaction.atomic(), recording(moves.SET_UP_WINDOW, row, by=by, on=on) as made:
            made.facts = {"kind": row.kind}
    except IntegrityError as twice:
        if "hall_window_once" not in str(twice):
            raise
        raise Refused("window_twice", f"“{row.name}”已经设置过。") from twice
    return row


def open_window(row: HallWindow, *, by: Staff, seen: int | None = None, on: date | None = None) -> HallWindow:
    """Sit down at a window. Raises Refused as `recording`."""
    with recording(moves.OPEN_WINDOW, row, by=by, seen=seen, on=on) as made:
        made.record.clerk = by
    return _window_in(made)


def close_window(row: HallWindow, *, by: Staff, seen: int | None = None, on: date | None = None) -> HallWindow:
    """Leave a window at which nobody is any more. Raises Refused: still_serving, as `recording`."""
    with recording(moves.CLOSE_WINDOW, row, by=by, seen=seen, on=on) as made:
        made.record.clerk = None
    return _window_in(made)


def take_ticket(*, kind: WindowKind, people: int = 1, first: bool = False, by: Staff, on: date | None = None) -> Ticket:
    """Give somebody the next number of the day, and tell him what he may expect. Raises Refused: not_permitted, too_many_people."""
    on, desk, kind = on or today(), desk_of(by), WindowKind(kind)
    if not 1 <= people <= MOST_PEOPLE:
        raise Refused("too_many_people", f"人数应在1至{MOST_PEOPLE}之间。")
    told = expected_wait(desk, kind).minutes
    with transaction.atomic():
        # A series a day and kind, so that nobody learns from a number how many came this year.
        last = take_numbers(desk, f"reception.ticket.{kind}.{on:%m%d}", on.year)
        at = now()
        row = Ticket(
            unit=desk,
            number=f"{kind.letter}{last:03d}",
            kind=kind,
            people=people,
            first=first,
            taken_on=on,
            taken_at=at,
            since=at,
            expected=told,
        )
        with recording(moves.TAKE, row, by=by, on=on) as made:
            made.facts = {"kind": kind.value, "people": people, "expected": told}
    return row


def call_next(window: HallWindow, *, by: Staff, seen: int | None = None, on: date | None = None) -> Ticket:
    """Call the next number of the kind of a window: who goes first, then who has waited longest.

    Two windows that call at once get two numbers. Raises Refused: not_permitted, wrong_state, window_busy, nobody_waiting.
    """
    on = on or today()
    if refused := moves.NEXT.refusal(window, by, on):
        raise refused
    with transaction.atomic():
        row = _next(window, on).select_for_update(skip_locked=True, of=("self",)).first()
        if row is None:
            raise Refused("nobody_waiting", f"“{WindowKind(window.kind).label}”没有等候的号。")
        return call_ticket(row, window=window, by=by, on=on)


def _next(window: HallWindow, on: date) -> QuerySet[Ticket]:
    rows: QuerySet[Ticket] = Ticket.objects.filter(unit=window.unit_id, kind=window.kind, taken_on=on)
    return rows.filter(state=TicketState.WAITING).order_by("-first", "taken_at", "id")


def call_ticket(
    row: Ticket, *, window: HallWindow, by: Staff, seen: int | None = None, on: date | None = None
) -> Ticket:
    """Call one number to a window that is open and free. Raises Refused: window_closed, window_busy, as `recording`."""
    if window.state != WindowState.OPEN:
        raise Refused("window_closed", f"{window.name}还没有开，先开窗。")
    try:
        with transaction.atomic(), recording(moves.CALL, row, by=by, seen=seen, on=on) as made:
            _turn(made)
            made.record.window, made.record.clerk = window, by
            made.facts = {"window": window.pk}
    except IntegrityError as busy:
        if "ticket_one_at_a_window" not in str(busy):
            raise
        raise Refused("window_busy", f"{window.name}还有一号没有办完，先办完、暂缓或者记离开。") from busy
    return ticket_in(made)


def serve_ticket(row: Ticket, *, by: Staff, seen: int | None = None, on: date | None = None) -> Ticket:
    """Begin to receive who was called and came. Raises Refused as `recording`."""
    return _step(moves.SERVE, row, by, seen, on)


def hold_ticket(row: Ticket, *, by: Staff, seen: int | None = None, on: date | None = None) -> Ticket:
    """Put a number aside, with its place kept: he fetches a paper, he is not here yet. Raises Refused as `recording`."""
    return _step(moves.HOLD, row, by, seen, on)


def resume_ticket(row: Ticket, *, by: Staff, seen: int | None = None, on: date | None = None) -> Ticket:
    """Let a number that was put aside wait again, at the place of the time at which it was taken. Raises Refused as `recording`."""
    return _step(moves.RESUME, row, by, seen, on)


def finish_ticket(row: Ticket, *, by: Staff, seen: int | None = None, on: date | None = None) -> Ticket:
    """Say that a number is done. Raises Refused as `recording`."""
    return _step(moves.FINISH, row, by, seen, on)


def leave_ticket(row: Ticket, *, by: Staff, seen: int | None = None, on: date | None = None) -> Ticket:
    """Note that nobody answers to a number any more. Raises Refused as `recording`."""
    return _step(moves.LEAVE, row, by, seen, on)


def use_ticket(row: Ticket | None, desk: Unit) -> Ticket | None:
    """Say of a number, inside the transaction of a registration, that it has become a visit or a consultation, once.

    Raises Refused ticket_used.
    """
    if row and not Ticket.objects.filter(pk=row.pk, unit=desk, used=False).update(used=True):
        raise Refused("ticket_used", f"排队号{row.number}已经登记过；同一号另有一件的，不选排队号再登记一次。")
    return row


def _step(move: Move, row: Ticket, by: Staff, seen: int | None, on: date | None) -> Ticket:
    with recording(move, row, by=by, seen=seen, on=on) as made:
        _turn(made)
    return ticket_in(made)


def _turn(made: Recorded) -> None:
    """Write the period that ends now."""
    row, at = made.record, max(now(), made.record.since)
    TicketPeriod.objects.create(
        ticket=row, unit=row.unit, kind=row.kind, what=row.state, window=row.window, began_at=row.since, ended_at=at
    )
    row.since = at


def ticket_in(made: Recorded) -> Ticket:
    """Return the number of a step that was taken."""
    found: Ticket = made.record
    return found


def _window_in(made: Recorded) -> HallWindow:
    found: HallWindow = made.record
    return found
