"""What the demonstration shows of this room, and what the desk does on each day of a simulation."""

from datetime import date, timedelta
from functools import partial
from random import Random

from cases.models import Case
from organizations.models import Staff, Unit
from organizations.roles import Role
from organizations.simulated import World
from reception.calls.actions import call_back, enter_recording, miss_call, plan_call_back
from reception.days.demonstration import live_days, show_days
from reception.envelopes.actions import EnvelopeInput, open_batch, set_envelope_aside
from reception.hall_demonstration import live_in_hall, show_hall
from reception.models import CallBack, CallBackState, EnvelopeBatch, EnvelopeKind, NoPetition
from reception.originals.actions import Item, take_originals
from reception.portal.demonstration import file_online, show_portal
from reception.reconciling.simulated import live_comparison, show_comparison

_MONDAY, _WORKING, _LATER = 0, range(5), timedelta(days=2)
_WRITTEN = (
    EnvelopeInput(EnvelopeKind.REGISTERED, "宋示例", "云河区青石镇桃源村5号", mail_number="XA00000001"),
    EnvelopeInput(EnvelopeKind.EXPRESS, "", "", mail_number="SF00000002"),
)


def show(day: date) -> int:
    """Make it once; returns how many deeds."""
    return _show_desk(day) + show_days(day)


def _show_desk(day: date) -> int:
    """Post, originals and calls at the desk of the first window clerk."""
    clerk = Staff.objects.filter(grants__role=Role.WINDOW_CLERK, is_active=True).order_by("pk").first()
    if clerk is None or clerk.unit.district is None or EnvelopeBatch.objects.exists():
        return 0
    world, case = World(clerk.unit.district, day), _some_case(clerk.unit)
    if case is None:
        return 0
    _open(clerk, day, world)
    items = [Item("土地承包合同"), Item("收条", 2)]
    world.attempt("originals", lambda: take_originals(case.pk, items=items, handed_by="递交人", by=clerk, on=day))
    told = {"number": "演示-1", "told": True}
    world.attempt("recording", lambda: enter_recording(case.pk, by=clerk, on=day, **told))  # type: ignore[arg-type]
    world.attempt("call", lambda: _plan(case, clerk, day))
    other = Staff.objects.filter(unit=clerk.unit, grants__role=Role.ROUTER, is_active=True).order_by("pk").first()
    show_hall(clerk, other, day, world)
    show_portal(day, clerk, world)
    show_comparison(case, clerk, day, world)
    return sum(world.done.values())


def live(day: date, random: Random, world: World) -> int:
    """Open the post on Mondays, and call back whom somebody has promised it; returns how many deeds."""
    clerks = world.holding(Role.WINDOW_CLERK)
    if not clerks:
        return 0
    by, done = clerks[0], live_days(day, random, world)
    if day.weekday() == _MONDAY:
        done += _open(by, day, world)
        done += world.attempt("reception.online", lambda: file_online(day, world.area))
        case = _some_case(by.unit)
        done += world.attempt("reception.plan", lambda: _plan(case, by, day)) if case else 0
    if day.weekday() in _WORKING:
        done += live_comparison(by, day, random, world)
    waiting = CallBack.objects.filter(
        district=world.area, state=CallBackState.OPEN, due_on__lte=day, case__sealed=False
    )
    for row in waiting.select_related("unit", "case", "who").order_by("pk"):
        reached = random.random() < 0.7
        done += world.attempt("reception.call", partial(_call, row, day, reached=reached))
    return done + live_in_hall(day, random, world)


def _open(by: Staff, day: date, world: World) -> int:
    def opened() -> None:
        batch = open_batch(by=by, received_on=day, envelopes=_WRITTEN, plain=2, witness="收发室值班人员", on=day)
        last = batch.envelopes.order_by("-id")[0]
        set_envelope_aside(last, why=NoPetition.ADVERTISING, by=by, on=day)

    return int(world.attempt("reception.open", opened))


def _plan(case: Case, by: Staff, day: date) -> CallBack:
    return plan_call_back(case.pk, who=by, due_on=day + _LATER, about="告知办理到哪一步", by=by, on=day)


def _call(row: CallBack, day: date, *, reached: bool) -> CallBack:
    if reached:
        return call_back(row, outcome="已告知责任单位和期限。", by=row.who, on=day)
    return miss_call(row, due_on=day + _LATER, by=row.who, on=day)


def _some_case(unit: Unit) -> Case | None:
    found: Case | None = Case.objects.filter(unit=unit, sealed=False, historic=False).order_by("-pk").first()
    return found
