"""Day after day: the acts of the day, what the rooms add, what follows them, and what runs by the clock."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from demo.accounts import make_accounts
from demo.cast import Cast, load_cast
from demo.district import demo_area
from demo.simulation.checks import faults
from demo.simulation.lives import Life, live, lives
from demo.simulation.worker import Worker, working_here
from kit.rooms import rooms
from law.errors import Refused
from organizations.models import Grant, Unit
from organizations.simulated import World
from organizations.today import on_the_day, today
from organizations.working_days import working_calendar

MOST_DAYS, MOST_CASES = 400, 100_000


@dataclass(frozen=True)
class Wish:
    """How long, how much, and by which chance: the same wish on the same day gives the same district."""

    days: int = 90
    cases: int = 3000
    seed: int = 1


@dataclass
class Outcome:
    """What a simulation came to: its cases, the tally, the worker's, what does not hold, and how long it took."""

    wish: Wish
    first: date
    last: date
    world: World
    worker: Worker
    case_ids: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    checking: float = 0.0


def simulate(wish: Wish, after_each: Callable[[date, World], None] | None = None) -> Outcome:
    """Let the district live for so many days that end today; where the system is empty, it is made first.

    Raises Refused: bad_wish, not_empty.
    """
    _assert_possible(wish)
    last, began = today(), time.monotonic()
    first = last - timedelta(days=wish.days - 1)
    rng = Random(wish.seed)
    begun = lives(wish.cases, first, last, working_calendar(), rng)
    of_rooms = {room.name: Random(f"{wish.seed}-{room.name}") for room in rooms()}
    with working_here() as worker:
        outcome = Outcome(wish, first, last, _founded(first, last), worker)
        for number in range(wish.days):
            day = first + timedelta(days=number)
            with on_the_day(day):
                _one_day(day, begun, outcome, rng, of_rooms)
            if after_each:
                after_each(day, outcome.world)
    outcome.case_ids = [life.case_id for life in begun if life.case_id]
    outcome.seconds = time.monotonic() - began
    outcome.faults = [*(f"任务失败：{what}（{times}次）" for what, times in worker.failed.items()), *faults()]
    outcome.checking = time.monotonic() - began - outcome.seconds
    return outcome


def _one_day(day: date, begun: list[Life], outcome: Outcome, rng: Random, of_rooms: dict[str, Random]) -> None:
    world, worker = outcome.world, outcome.worker
    if working_calendar().is_working(day):
        live(begun, day, _cast(), world, rng)
    for room in rooms():
        if room.simulate:
            world.done[f"room:{room.name}"] += room.simulate(day, of_rooms[room.name], world)
    worker.do_what_was_sent()
    worker.do_what_follows()
    worker.do_what_is_due(day)
    worker.do_what_was_sent()


def _founded(first: date, last: date) -> World:
    with on_the_day(first):
        area = make_accounts()
    # Where the accounts were there already, their roles are as old as the days that are lived.
    Grant.objects.filter(approved_on__gt=first).update(given_on=first, approved_on=first)
    return World(area, last)


def _cast() -> Cast:
    """Return the people of the day, with the roles that they hold on it."""
    found = load_cast()
    assert found is not None
    return found


def _assert_possible(wish: Wish) -> None:
    if not (1 <= wish.days <= MOST_DAYS and 1 <= wish.cases <= MOST_CASES):
        raise Refused("bad_wish", f"天数须为1至{MOST_DAYS}，件数须为1至{MOST_CASES}。")
    if demo_area() is None and Unit.objects.exists():
        raise Refused("not_empty", "系统里已有正式单位，不能在其中模拟。")
