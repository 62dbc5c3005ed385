"""What the demonstration, a test district and the days of a simulation get of this room: what its worker and its router would do."""

from datetime import date
from functools import partial
from random import Random

from cases.models import Case
from cases.models.case import DESK_STATES
from cases.reading.read import read_case
from insight.handling.on_case import handling_of
from insight.imported.looking import look_from_now
from insight.repeats.indexing import count_grams, index_texts
from organizations.journal.chaining import sequence_all
from organizations.models import Staff
from organizations.roles import Role
from organizations.simulated import World

_LOOKED_AT = 3


def show(_day: date) -> int:
    """Sketch every text, so that repeats and units are suggested from the first minute; returns how many rows were looked at."""
    sequence_all()
    looked = index_texts(slices=None)
    count_grams()
    # The cases of a demonstration were written from a few patterns: they are no import to be looked through.
    look_from_now()
    return looked


def seed(_count: int, on: date) -> int:
    """Sketch the texts of a test district."""
    return show(on)


def live(day: date, random: Random, world: World) -> int:
    """Let the router look at what is suggested for some cases that wait at his desk; returns for how many."""
    routers = world.holding(Role.ROUTER)
    if not routers:
        return 0
    by = random.choice(routers)
    waiting = Case.objects.filter(unit=by.unit, state__in=DESK_STATES, sealed=False, historic=False)
    keys = list(waiting.order_by("-pk").values_list("pk", flat=True)[:_LOOKED_AT])
    return sum(world.attempt("insight.handling", partial(_look, key, by, day)) for key in keys)


def _look(key: int, by: Staff, day: date) -> None:
    handling_of(read_case(key, by=by, on=day), by, day)
