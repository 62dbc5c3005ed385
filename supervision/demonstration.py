"""What the demonstration shows of this room: made once, through the same actions as by people."""

from datetime import date, timedelta
from random import Random

from django.db import transaction

from organizations.models import Grant, Unit
from organizations.roles import Role
from organizations.simulated import World
from supervision.instructions.simulated import answer, submit_one
from supervision.meetings.simulated import call_one, hold_and_minute
from supervision.models import Meeting, Submission

_SEED = 11
_SUBMITTED = 3


def show_supervision(day: date) -> int:
    """Submit a few cases, let the leader answer one, hold a joint session and plan the next; returns how many were made."""
    led = Grant.objects.in_force(day).filter(role=Role.LEADER, unit__district__isnull=False)
    leading = led.select_related("unit__district").order_by("pk").first()
    if leading is None or leading.unit.district is None:
        return 0
    random, world = Random(_SEED), World(leading.unit.district, day)  # noqa: S311
    with transaction.atomic():
        # Two workers may finish the last cases at one moment.
        Unit.objects.select_for_update().get(pk=world.area.pk)
        if Submission.objects.exists() or Meeting.objects.exists():
            return 0
        for _ in range(_SUBMITTED):
            submit_one(day, random, world)
        first = Submission.objects.order_by("pk").first()
        if first is None:
            return 0
        answer(first, day, random, world)
        _meet(day, world)
    return Submission.objects.count() + Meeting.objects.count()


def _meet(day: date, world: World) -> None:
    [by, *_] = world.holding(Role.COORDINATOR)
    world.attempt("meeting", lambda: hold_and_minute(call_one(by, day, day, world), by, day))
    world.attempt("call_meeting", lambda: call_one(by, day + timedelta(days=14), day, world))
