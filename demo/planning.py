"""From fates to plans: 300 lives of cases, the same at every run, the oldest first."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from random import Random

from demo.accounts import account_of
from demo.afterwards import AFTER
from demo.asides import HANDLING
from demo.commissions import ABOVE, COMMISSIONED
from demo.courses import Aside, Course, Stage
from demo.desk_turns import DESK_TURNS
from demo.district import TOWNS
from demo.fates import FATES, OFFICE_ACCUSED, Entry, Fate, Turn
from demo.legs import LegWalk
from demo.opening import CLERK, COORDINATOR, ROUTER, Intake, dispatch, keep, link, register, split
from demo.plans import Plan
from demo.rarely import RARELY
from demo.scenes import scene
from demo.stories.story import Story
from demo.upward import UPWARD
from demo.words import VOID_REASONS, VOID_REFUSALS
from law.vocabulary import Act, Kind
from organizations.roles import Role

SPAN = 90
SEALED_DESK = account_of(Role.SEALED_DESK, "weiban")
_MOST_BESIDE = Stage.RECEIVED
_ASIDES = {**HANDLING, **UPWARD, **COMMISSIONED, **AFTER, **RARELY}


@lru_cache(maxsize=2)
def plans(day: date) -> tuple[Plan, ...]:
    """Return all plans, the oldest case first; ``day`` only dates what petitioners remember."""
    fates = [fate for fate in FATES for _ in range(fate.count)]
    made = [plan_of(fate, turn, Random(f"demo-{turn}"), day) for turn, fate in enumerate(fates)]
    return tuple(sorted(made, key=lambda plan: -plan.age))


def plan_of(fate: Fate, number: int, rng: Random, day: date) -> Plan:
    """Return the life of one case: a story of the fate's pool by its number, everything else as chance has it."""
    story = fate.pool[number * 7 % len(fate.pool)]
    plan = Plan(story, scene(story.setting, rng, day), rng)
    plan.nameless = story.nameless or (
        fate.course.until <= Stage.SERVED and rng.random() < 0.05 and not fate.course.aside
    )
    if fate.turn in (Turn.FILED, Turn.FILING):
        plan.nameless, plan.urgent = True, False  # what a named person asks, or what is urgent, is never only kept
    if fate.turn in (Turn.REPORTED, Turn.DECISION_ASKED, Turn.DECIDED):
        plan.urgent = True
    plan.from_above = fate.course.aside in ABOVE
    if fate.course.aside is Aside.ARCHIVED:
        plan.urgent = False  # an urgent one is archived only once it was reported upward
    if fate.entry is Entry.OFFICE:
        last, accepted = _through_the_office(plan, fate)
    else:
        last, accepted = _at_the_desk(plan, fate)
    plan.settle()
    rest = rng.randint(*fate.rest)
    plan.age = min(SPAN, max(last, accepted + rest) if fate.since_accepted else last + rest)
    return plan


def _through_the_office(plan: Plan, fate: Fate) -> tuple[int, int]:
    """Plan a petition to the petition office; returns the days of the last act and of acceptance."""
    several, accused = len(plan.story.asks) > 1, plan.story.accused is not None
    as_one = several and not accused and _appeals_only(plan.story) and plan.rng.random() < 0.3
    register(plan, Intake(linked=fate.turn not in (Turn.UNLINKED, Turn.LINKED), as_one=as_one))
    day = plan.rng.randint(0, 2)
    if as_one:
        split(plan, day)
    if fate.turn in (Turn.VOID_ASKED, Turn.VOIDED, Turn.VOID_REFUSED):
        return _void(plan, fate.turn, day), 0
    if fate.turn is Turn.LINKED:
        day += 1
        link(plan, day)
    if fate.turn in (Turn.WAITS, Turn.UNLINKED, Turn.LINKED):
        return day, 0
    if fate.turn in DESK_TURNS:
        return DESK_TURNS[fate.turn](plan, day), 0
    return _legs(plan, fate, day + plan.rng.randint(0, 2))


def _legs(plan: Plan, fate: Fate, day: int) -> tuple[int, int]:
    units = plan.units()
    # The town's leg leads where a village is to be asked.
    if fate.course.delegate:
        units.sort(key=lambda unit: unit not in TOWNS)
    if fate.turn is Turn.PARTLY:
        units = units[:1]
    by = SEALED_DESK if plan.story in OFFICE_ACCUSED else ROUTER
    last = accepted = day
    for place, unit in enumerate(units):
        course = _course(plan, fate.course, unit, beside=place > 0)
        walk = LegWalk(plan, unit, course, day)
        dispatch(plan, unit, day, by=by, days=plan.rng.choice((20, 30, 45)) if course.commissioned else 0)
        last = max(last, _walked(walk))
        accepted = accepted if place else walk.accepted_day
    return last, accepted


def _walked(walk: LegWalk, *, received_directly: bool = False) -> int:
    """Write a whole leg, with what happens beside its way, and return the day of its last deed."""
    walk.go(received_directly)
    if walk.course.aside:
        _ASIDES[walk.course.aside](walk)
    return walk.day


def _course(plan: Plan, course: Course, unit: str, *, beside: bool) -> Course:
    """Return the course of one leg: a leg beside the leading one is as far or a little further."""
    accused = plan.story.accused is not None
    if beside:
        further = min(Stage(min(course.until + plan.rng.randint(0, 2), Stage.CLOSED)), _MOST_BESIDE)
        until = course.until if course.until in (Stage.SENT, Stage.CLOSED) else further
        course = Course(until)
    late = course.until >= Stage.SUBMITTED
    return replace(
        course,
        delegate=unit in TOWNS and not accused and (course.delegate or (late and plan.rng.random() < 0.6)),
        consult=not accused and (course.consult or (late and plan.rng.random() < 0.15)),
        send_back=course.send_back or (course.until > Stage.SUBMITTED and plan.rng.random() < 0.15),
    )


def _at_the_desk(plan: Plan, fate: Fate) -> tuple[int, int]:
    """Plan a petition that a town, village or department received itself and keeps (Art. 23)."""
    unit = plan.units()[0]
    at_town = unit in TOWNS
    keeper = account_of(Role.DISPATCHER if at_town else Role.HANDLER, unit)
    village = fate.entry is Entry.VILLAGE
    by = account_of(Role.INFORMANT, plan.scene.village) if village else keeper
    register(plan, Intake(by))
    day = plan.rng.randint(0, 2)
    keep(plan, unit, day, by=keeper)
    walk = LegWalk(plan, unit, _course(plan, fate.course, unit, beside=False), day)
    return _walked(walk, received_directly=True), walk.accepted_day


def _void(plan: Plan, turn: Turn, day: int) -> int:
    reason = plan.rng.choice(VOID_REASONS)
    plan.add(Act.REQUEST_VOID, CLERK, day, lambda now: {"reason": reason})
    if turn is Turn.VOIDED:
        plan.add(Act.CONFIRM_VOID, COORDINATOR, day + 1, lambda now: {"note": "经核对，属登记错误。"})
    if turn is Turn.VOID_REFUSED:
        refusal = plan.rng.choice(VOID_REFUSALS)
        plan.add(Act.REFUSE_VOID, COORDINATOR, day + 1, lambda now: {"reason": refusal})
    return day if turn is Turn.VOID_ASKED else day + 1


def _appeals_only(story: Story) -> bool:
    return all(ask.kind is Kind.APPEAL for ask in story.asks)
