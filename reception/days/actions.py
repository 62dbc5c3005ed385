"""What is done about rules and reception days: made, planned, published, held. Both doors call these (Art. 18)."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from law.errors import Refused
from law.local_rules import working_days_after
from organizations.models import Staff
from organizations.recording import Recorded, recording
from organizations.settings_in_force import setting_on
from organizations.today import today
from organizations.working_days import working_calendar
from reception.days.expecting import ON_DAYS, days_asked_for, month_of
from reception.days.hours import assert_hours, places_in
from reception.days.moves import ASSIGN, ATTEND, MAKE_DAY, PLAN_DAYS, PUBLISH
from reception.days.rules import arranging_unit
from reception.days.settings import NOTICE_DAYS
from reception.models import ReceptionDay, ReceptionRule, ReceptionSlot
from reception.models.day_words import ARTICLE, Attendance, DayState, ReceptionKind

_OF_A_RULE = ("post", "title", "person", "name", "venue", "at", "until", "places", "unit")


def plan_days(
    rule: ReceptionRule, *, month: date, by: Staff, seen: int | None = None, on: date | None = None
) -> ReceptionRule:
    """Plan the days of a month that a rule asks for; those that are there already stay as they are.

    Raises Refused: no_days_of_its_own, nothing_to_plan, as `recording`.
    """
    with recording(PLAN_DAYS, rule, by=by, seen=seen, on=on) as made:
        found: ReceptionRule = made.record
        if found.cadence not in ON_DAYS:
            raise Refused("no_days_of_its_own", "这项安排只规定次数，请逐次安排接访日。")
        first, last = month_of(month)
        known = set(ReceptionDay.objects.filter(rule=found).values_list("on", flat=True))
        days = days_asked_for(found, max(first, made.on), last, working_calendar())
        new = [day for day in days if day not in known]
        if not new:
            raise Refused("nothing_to_plan", f"{first:%Y年%m月}没有要新排的接访日。")
        for day in new:
            _make(_of_rule(found, day), by, made.on)
        made.facts = {"days": len(new), "month": first}
    return found


def make_day(
    *,
    kind: ReceptionKind,
    day: date,
    by: Staff,
    rule: ReceptionRule | None = None,
    on: date | None = None,
    **given: Any,
) -> ReceptionDay:
    """Plan one more day: of a rule (what is not said is taken from it), or an outreach of its own 下访.

    Raises Refused: not_permitted, day_past, day_twice, hours_unfit, receiver_unsaid.
    """
    on = on or today()
    if day < on:
        raise Refused("day_past", f"接访日{day}已经过了，最早是今天{on}。")
    said = {name: value for name, value in given.items() if value not in (None, "")}
    row = _of_rule(rule, day) if rule else ReceptionDay(unit=arranging_unit(by), on=day)
    for name, value in said.items():
        setattr(row, name, value)
    row.kind, row.name = kind, row.name or (row.person.name if row.person else "")
    if not all((row.post, row.title, row.venue, row.at, row.until, row.places)):
        raise Refused("receiver_unsaid", "没有选接访安排的，请填写谁接访、职务、地点、时间和可约时段数。")
    assert_hours(row.at, row.until, row.places)
    return _make(row, by, on)


def assign_receiver(
    day: ReceptionDay,
    *,
    title: str,
    by: Staff,
    name: str = "",
    person: Staff | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> ReceptionDay:
    """Say who receives on a day that is not published yet. Raises Refused: receiver_unsaid, as `recording`."""
    with recording(ASSIGN, day, by=by, seen=seen, on=on) as made:
        made.record.person, made.record.title = person, title.strip()
        made.record.name = name.strip() or (person.name if person else "")
        if not made.record.name:
            raise Refused("receiver_unsaid", "请填写接访人的姓名，或者选择账号。")
    return day_in(made)


def publish_day(day: ReceptionDay, *, by: Staff, seen: int | None = None, on: date | None = None) -> ReceptionDay:
    """Make a day public: whether it counts depends on how many working days before (Art. 18).

    Raises Refused: receiver_missing, day_past, as `recording`.
    """
    with recording(PUBLISH, day, by=by, seen=seen, on=on) as made:
        row: ReceptionDay = made.record
        least = setting_on(NOTICE_DAYS.key, made.on, row.unit.district_id)
        earliest = working_days_after(made.on, least, working_calendar())
        row.published_on, row.published_by, row.counts = made.on, by, earliest <= row.on
        made.facts = {"day": row.on, "counts": row.counts}
    return day_in(made)


def attend(
    day: ReceptionDay,
    *,
    attendance: Attendance,
    by: Staff,
    stand_in: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> ReceptionDay:
    """Record who came on the day; a stand-in is named, and his day is not the leader's.

    Raises Refused: not_yet, stand_in_unsaid, as `recording`.
    """
    with recording(ATTEND, day, by=by, seen=seen, on=on) as made:
        if (attendance is Attendance.STAND_IN) != bool(stand_in.strip()):
            raise Refused("stand_in_unsaid", "他人代为接访的写明由谁代；本人到场、没有人到场的不写。", ARTICLE)
        made.record.attendance, made.record.stand_in, made.record.attended_by = attendance, stand_in.strip(), by
        made.record.state = DayState.MISSED if attendance is Attendance.NOBODY else DayState.HELD
        made.facts = {"how": attendance.value}
    return day_in(made)


def _of_rule(rule: ReceptionRule, day: date) -> ReceptionDay:
    return ReceptionDay(rule=rule, on=day, **{name: getattr(rule, name) for name in _OF_A_RULE})


def _make(row: ReceptionDay, by: Staff, on: date) -> ReceptionDay:
    try:
        with transaction.atomic(), recording(MAKE_DAY, row, by=by, on=on) as made:
            made.facts = {"day": row.on, "kind": row.kind}
            times = places_in(row.at, row.until, row.places)
            ReceptionSlot.objects.bulk_create(
                ReceptionSlot(day=row, number=number, at=each) for number, each in enumerate(times, 1)
            )
    except IntegrityError as twice:
        if "reception_day_once" not in str(twice):
            raise
        raise Refused("day_twice", f"这项安排在{row.on}已经有接访日，不重复安排。") from twice
    return row


def day_in(made: Recorded) -> ReceptionDay:
    """Return the day of a step that was taken."""
    found: ReceptionDay = made.record
    return found
