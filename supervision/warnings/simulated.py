"""What people do about their warnings on one day of a simulation, and what a demonstration begins with."""

from datetime import date
from random import Random

from organizations.roles import Role
from organizations.simulated import World
from supervision.models import Alert
from supervision.warnings.answering import answer_red, note_opened
from supervision.warnings.reading import shown
from supervision.warnings.running import run_warnings
from supervision.warnings.telling import tell_warnings

_READING = (Role.HANDLER, Role.HEAD, Role.DISPATCHER, Role.SUPERVISOR, Role.SEALED_DESK)
_OFTEN, _ANSWERS = 0.7, 0.5


def read_warnings(_day: date, random: Random, world: World) -> int:
    """Let most people open their warnings, and half of these answer the red ones; returns how many did either."""
    done, told = 0, set(Alert.objects.filter(over=False).values_list("staff", flat=True))
    for role in _READING:
        for person in world.holding(role):
            opens, answers = random.random() < _OFTEN, random.random() < _ANSWERS
            if opens and person.pk in told:
                done += bool(note_opened(person, shown(person)))
                done += answers and bool(answer_red(person))
    return done


def first_warnings(day: date) -> int:
    """Warn once of what a demonstration has standing, and return how many warnings there are."""
    ran = run_warnings(day)
    if ran:
        tell_warnings(ran.run)
    return ran.written if ran else 0
