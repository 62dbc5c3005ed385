"""Recounting the running clocks after the calendar has changed: what would move, the change, and the new dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from cases.clocks import explain_clock, movable, note_next_due
from cases.models import Case, Clock, Event
from cases.record.chain import append
from cases.record.follow_ups import DATES_MOVED, queue_follow_up
from cases.record.verbs import CLOCKS_RECOUNTED
from cases.sight.keeping import keep_reach
from kit.announcing import announced
from law.calendar import Calendar
from law.deadlines import Explanation
from law.procedure import allowed, steps_of
from law.vocabulary import Act, Duty, State
from organizations.calendar_days import DayEntry, assert_entry, calendar_with, last_change, set_days
from organizations.journal.noting import note
from organizations.limits import Limits, legal_limits
from organizations.models import JournalEntry, SettingVersion, Staff
from organizations.settings_in_force import assert_manager
from organizations.working_days import working_calendar

BATCH = 500
MOST_LISTED = 50
# A page looks at so many clocks at most; the worker that recounts afterwards looks at all.
MOST_LOOKED = 3000


@dataclass(frozen=True)
class Move:
    """One clock whose date would move; ``number`` of its case, empty where that is not for the administrator's eyes."""

    clock: Clock
    number: str
    former: date
    due_on: date


@dataclass(frozen=True)
class Recount:
    """One recount: its day, the calendar and limits it goes by, who caused it, and the key of the change (0: none known)."""

    on: date
    calendar: Calendar
    limits: Limits
    by: Staff | None
    change: int


@dataclass
class Moves:
    """What a change of the calendar would move: how many clocks, the first of them, and whether all were looked at."""

    count: int = 0
    listed: list[Move] = field(default_factory=list)
    whole: bool = True


def moves_with(entry: DayEntry, staff: Staff, on: date) -> Moves:
    """Return what days of the calendar would move. Raises Refused: not_permitted, and as `assert_entry`."""
    return moves_with_all([entry], staff, on)


def moves_with_all(entries: Sequence[DayEntry], staff: Staff, on: date) -> Moves:
    """Return what a whole notice would move. Raises Refused: not_permitted, and as `assert_entry`."""
    assert_manager(staff)
    for entry in entries:
        assert_entry(entry, on)
    return moves_on(calendar_with(entries), min(entry.first for entry in entries), staff)


def moves_on(calendar: Calendar, since: date, staff: Staff | None = None) -> Moves:
    """Return the running clocks whose dates another calendar moves, the numbers only of what lies open in one's district."""
    found, limits = Moves(), legal_limits()
    rows = Clock.objects.filter(movable(since, limits)).select_related("case").prefetch_related("hearings")
    for place, clock in enumerate(rows.order_by("due_on", "id")[: MOST_LOOKED + 1]):
        if place == MOST_LOOKED:
            found.whole = False
            break
        due_on = explain_clock(clock, calendar=calendar, limits=limits).due_on
        if clock.due_on and due_on and due_on != clock.due_on:
            found.count += 1
            if len(found.listed) < MOST_LISTED:
                found.listed.append(Move(clock, _number(clock.case, staff), clock.due_on, due_on))
    return found


def _number(case: Case, staff: Staff | None) -> str:
    """Return a number; nothing of an accusation, or of another district, is told to who keeps the calendar."""
    hidden = case.sealed or case.desk_walled or case.unlinked
    near = staff is None or staff.unit.district_id in (None, case.district_id)
    return case.number if near and not hidden else ""


def change_days(entry: DayEntry, *, why: str, by: Staff, on: date) -> SettingVersion:
    """Put days into the calendar and let a worker recount the running clocks, an event for each that moves.

    Raises Refused: not_permitted, why_missing, and as `assert_entry`.
    """
    return change_all_days([entry], why=why, by=by, on=on)[0]


def change_all_days(entries: Sequence[DayEntry], *, why: str, by: Staff, on: date) -> list[SettingVersion]:
    """Put a whole notice into the calendar, all of it or nothing, and let a worker recount once; how many clocks move
    stands with the last entry.

    Raises Refused: not_permitted, why_missing, and as `assert_entry`.
    """
    moved = moves_with_all(entries, by, on).count
    with transaction.atomic():
        versions = [
            set_days(entry, why=why, by=by, on=on, moved=moved if entry is entries[-1] else 0) for entry in entries
        ]
        transaction.on_commit(_announce, robust=True)
    return versions


def _announce() -> None:
    # Where the broker is away the days are set all the same: the sweep finds what was not recounted.
    announced("cases.tasks.recount_clocks_task", [])


def recount_due(on: date) -> int | None:
    """Recount if the calendar has changed since the last recount; None where there was nothing to do."""
    changed = last_change()
    return recount_all(on, by=changed.set_by) if changed and not _told(changed) else None


def _told(changed: SettingVersion) -> bool:
    """Tell whether a whole recount was done after this change of the calendar."""
    done = JournalEntry.objects.filter(verb=CLOCKS_RECOUNTED.code).order_by("-id").first()
    return done is not None and (done.facts["change"] or 0) >= changed.pk


def recount_all(on: date, *, by: Staff | None = None) -> int:
    """Recount every running clock that the calendar can move, and return how many moved.

    All are looked at in batches and without a lock; only a case with a clock that moves is locked and looked at again.
    A case a transaction: stopped in the middle, the next run goes on with those that are left; twice does nothing more.
    """
    changed, limits, moved = last_change(), legal_limits(), 0
    for calendar, clocks in _batches(on, limits):
        recount = Recount(on, calendar, limits, by, changed.pk if changed else 0)
        for case_id in dict.fromkeys(clock.case_id for clock in clocks if _told_now(clock, recount)):
            moved += _recount_case(case_id, recount)
    if moved or (changed and not _told(changed)):
        note(CLOCKS_RECOUNTED, moved=moved, change=changed.pk if changed else None)
    return moved


def _batches(on: date, limits: Limits) -> Iterator[tuple[Calendar, list[Clock]]]:
    """Return such clocks by their keys in batches, each with the calendar of its moment."""
    after = 0
    while clocks := list(_movable(on, limits).filter(pk__gt=after)[:BATCH]):
        yield working_calendar(), clocks
        after = clocks[-1].pk


def _movable(on: date, limits: Limits) -> QuerySet[Clock]:
    return Clock.objects.filter(movable(on, limits)).prefetch_related("hearings").order_by("pk")


def _recount_case(case_id: int, recount: Recount) -> int:
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case_id)
        if not allowed(Act.RECOUNT, State(case.state)):
            return 0
        rows = _movable(recount.on, recount.limits).filter(case=case).select_related("leg", "unit")
        events = [event for clock in rows if (event := _recounted(clock, case, recount))]
        # The first event of a leg stands for all of them: one notice a leg.
        firsts = {each.leg: each for each in reversed(events) if each.leg}
        if events:
            case.version += len(events)
            note_next_due(case, *firsts)
            case.save(update_fields=["version", "next_due_on"])
            keep_reach([case.pk])
        for leg, event in firsts.items():
            leg.save(update_fields=["next_due_on"])
            queue_follow_up(event, DATES_MOVED)
    return len(events)


def _told_now(clock: Clock, recount: Recount) -> Explanation | None:
    """Return what the calendar as it is says of a clock, None where that is what is stored."""
    told = explain_clock(clock, calendar=recount.calendar, limits=recount.limits)
    stored = (clock.due_on, clock.provisional)
    return None if None in (told.due_on, clock.due_on) or (told.due_on, told.may_move) == stored else told


def _recounted(clock: Clock, case: Case, recount: Recount) -> Event | None:
    """Store the date of one clock on the calendar as it is, and return the event where it moved."""
    told, former = _told_now(clock, recount), clock.due_on
    if told is None or told.due_on is None or former is None:
        return None
    clock.due_on, clock.provisional = told.due_on, told.may_move
    clock.save(update_fields=["due_on", "provisional"])
    if told.due_on == former:
        return None
    facts = {"duty": clock.duty, "former_due_on": former.isoformat(), "new_due_on": told.due_on.isoformat()}
    text = f"日历调整：“{Duty(clock.duty).label}”原来{former}到期，重新计算后{told.due_on}到期。"
    return append(
        case,
        Act.RECOUNT,
        by=recount.by,
        unit=None,
        on=recount.on,
        leg=clock.leg,
        from_state=clock.leg.state if clock.leg else case.state,
        to_state=clock.leg.state if clock.leg else case.state,
        article=steps_of(Act.RECOUNT)[0].article,
        facts={**facts, "change": recount.change},
        text=text,
    )
