"""What the demonstration shows of reception days and appointments, and what is done about them on each day of a simulation."""

from datetime import date, time, timedelta
from functools import partial
from random import Random
from typing import Any

from cases.models import Case
from organizations.models import Staff
from organizations.roles import Role
from organizations.simulated import World
from organizations.vocabulary import UnitKind
from reception.appointments.booking import book
from reception.appointments.displacing import offer_places
from reception.appointments.profiles import consent, propose_profile
from reception.appointments.receiving import answer, brief
from reception.appointments.slots import open_slots
from reception.days.actions import attend, make_day, plan_days, publish_day
from reception.days.cancelling import cancel_day
from reception.days.rules import make_rule
from reception.models import Appointment, ReceptionDay, ReceptionRule
from reception.models.day_words import (
    AppointmentKind,
    AppointmentState,
    Attendance,
    Cadence,
    DayState,
    ReceptionKind,
    ReceptionPost,
)

_HALL: dict[str, Any] = {"venue": "区信访局一楼接访厅", "at": time(9), "until": time(11, 30), "places": 5}
_FAIR: dict[str, Any] = {"venue": "镇集市党群服务点", "at": time(8), "until": time(10), "places": 4}


def show_days(day: date) -> int:
    """Make rules, a published week with a day called off, a profile and two appointments, once; returns how many deeds."""
    found = _people()
    if found is None or ReceptionRule.objects.exists():
        return 0
    head, clerk, leader = found
    area = head.unit.district
    # Nothing to show without a case to book.
    if area is None or not _cases(clerk, 1):
        return 0
    world = World(area, day)
    rule = _rules(world, head, leader, day)
    days = [_published(world, rule, head, day + timedelta(days=ahead), day) for ahead in (7, 8, 9)]
    joint: dict[str, Any] = {"kind": ReceptionKind.JOINT, "day": day + timedelta(days=10), "rule": rule}
    world.attempt("reception.joint", lambda: make_day(by=head, on=day, **joint))
    about: dict[str, Any] = {"person": leader, "title": "副区长", "charge": "城乡建设、自然资源、交通运输"}
    world.attempt("reception.profile", lambda: consent(propose_profile(by=head, on=day, **about), by=leader, on=day))
    for row, case in zip([each for each in days if each], _cases(clerk, 2), strict=False):
        world.attempt("reception.book", partial(_book, row, case, clerk, day))
    if days[0]:
        off = days[0]
        world.attempt("reception.off", lambda: cancel_day(off, reason="参加全区防汛工作会议", by=head, on=day))
        world.attempt("reception.offer", offer_places)
    return sum(world.done.values())


def live_days(day: date, random: Random, world: World) -> int:
    """Plan, publish, call off, hold and book on one day of a simulated district; returns how many deeds."""
    found = _people(world)
    if found is None:
        return 0
    head, clerk, leader = found
    before = sum(world.done.values())
    rule = ReceptionRule.objects.filter(district=world.area, cadence=Cadence.WORKING_DAYS).first()
    if rule is None:
        said: dict[str, Any] = {"post": ReceptionPost.COUNTY_LEADER, "title": "值班区领导", "person": leader, **_HALL}
        world.attempt(
            "reception.rule", lambda: make_rule(cadence=Cadence.WORKING_DAYS, from_day=day, by=head, on=day, **said)
        )
        return sum(world.done.values()) - before
    soon = day + timedelta(days=10)
    if not ReceptionDay.objects.filter(rule=rule, on__gte=soon).exists():
        world.attempt("reception.plan_days", lambda: plan_days(rule, month=soon, by=head, on=day))
    for row in ReceptionDay.objects.filter(rule=rule, state=DayState.PLANNED, on__gte=day, on__lte=soon).order_by("on"):
        world.attempt("reception.publish", partial(publish_day, row, by=head, on=day))
    _hold(rule, day, random, world, head, clerk)
    for case in _cases(clerk, 1):
        slots = [slot for slot in open_slots(clerk.unit_id, day)[:30] if slot.day.on > day]
        if slots:
            asked: dict[str, Any] = {
                "slot": random.choice(slots).pk,
                "kind": AppointmentKind.BOOKED,
                "people": random.randint(1, 3),
            }
            world.attempt("reception.book", partial(book, case.pk, by=clerk, on=day, **asked))
    return sum(world.done.values()) - before


def _hold(rule: ReceptionRule, day: date, random: Random, world: World, head: Staff, clerk: Staff) -> None:
    """Hold the reception of the day, or call one of the coming ones off."""
    today = ReceptionDay.objects.filter(rule=rule, state=DayState.PUBLISHED, on=day).first()
    coming = ReceptionDay.objects.filter(rule=rule, state=DayState.PUBLISHED, on__gt=day).order_by("on").first()
    if coming and random.random() < 0.05:
        world.attempt("reception.off", lambda: cancel_day(coming, reason="因公外出", by=head, on=day))
    if today is None:
        return
    waiting = Appointment.objects.filter(day=today, state=AppointmentState.BOOKED, case__sealed=False).order_by("pk")
    for row in waiting:
        said: dict[str, Any] = {"reply": "当场说明了有关政策和办理期限。", "people": row.people}
        world.attempt("reception.answer", partial(answer, row, by=clerk, on=day, **said))
    himself = random.random() < 0.85
    how = Attendance.SELF if himself else Attendance.STAND_IN
    stand_in = "" if himself else "政府办负责人"
    world.attempt("reception.attend", lambda: attend(today, attendance=how, stand_in=stand_in, by=head, on=day))


def _rules(world: World, head: Staff, leader: Staff, day: date) -> ReceptionRule:
    given: Any = {"by": head, "on": day, "from_day": day, "person": leader}
    mayor = make_rule(
        post=ReceptionPost.COUNTY_LEADER, cadence=Cadence.MONTHLY_DAY, number=15, title="副区长", **given, **_HALL
    )
    fair: dict[str, Any] = {"cadence": Cadence.LUNAR_MARKET, "market_days": "5,10", **_FAIR}
    world.attempt(
        "reception.rule", lambda: make_rule(post=ReceptionPost.COUNTY_LEADER, title="副区长（赶集日）", **fair, **given)
    )
    return mayor


def _published(world: World, rule: ReceptionRule, head: Staff, when: date, day: date) -> ReceptionDay | None:
    made: list[ReceptionDay] = []
    kind = ReceptionKind.OFFICE
    world.attempt(
        "reception.day",
        lambda: made.append(publish_day(make_day(kind=kind, day=when, rule=rule, by=head, on=day), by=head, on=day)),
    )
    return made[0] if made else None


def _book(row: ReceptionDay, case: Case, clerk: Staff, day: date) -> None:
    slot = row.slots.order_by("number")[0]
    made = book(case.pk, slot=slot.pk, kind=AppointmentKind.BOOKED, people=1, by=clerk, on=day)
    brief(made, briefing="焦点是什么时候动工；资金已列入年度计划，可以当面说明。", by=clerk, on=day)


def _people(world: World | None = None) -> tuple[Staff, Staff, Staff] | None:
    """Return (who arranges, who books, who receives) at the petition office of the district; None where one is missing."""
    held = Staff.objects.filter(is_active=True).select_related("unit").order_by("username")
    if world:
        held = held.filter(unit__district=world.area)
    office = held.filter(unit__kind=UnitKind.PETITION_OFFICE)
    head = office.filter(grants__role=Role.HEAD).first()
    if head is None:
        return None
    clerk = office.filter(grants__role=Role.WINDOW_CLERK, unit=head.unit).first()
    leader = held.filter(grants__role=Role.LEADER, unit__district=head.unit.district_id).first()
    return (head, clerk, leader) if clerk and leader else None


def _cases(clerk: Staff, number: int) -> list[Case]:
    """Return the newest cases of the desk that accuse nobody and have no appointment."""
    rows = Case.objects.filter(unit=clerk.unit, sealed=False, historic=False, appointments=None)
    return list(rows.order_by("-pk")[:number])
