"""Many ask for one place at the same moment: exactly one has it, the others are told (a constraint of the database)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BoundedSemaphore
from typing import Any

import pytest
from django.db import connections

from cases.models import Case
from law.errors import Refused
from organizations.models import Staff
from reception.appointments.booking import book
from reception.days.cancelling import cancel_day
from reception.models import Appointment
from reception.models.day_words import AppointmentKind, AppointmentState
from tests.cast import Cast, register
from tests.reception.receptions import a_day

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db_slow,
    pytest.mark.filterwarnings("ignore::celery.exceptions.AlwaysEagerIgnored"),
]

# As many as the requirement says only in the long run; a server has so many connections and no more.
CROWDS = [24, pytest.param(500, marks=pytest.mark.long)]
AT_ONCE = 40


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, where every connection sees it."""
    return Cast()


@pytest.mark.parametrize("crowd", CROWDS)
def test_of_a_crowd_exactly_one_has_the_place_and_the_others_are_told(cast: Cast, crowd: int):
    day = a_day(cast)
    slot, cases = day.slots.get(number=1), [register(cast) for _ in range(crowd)]
    start, room = Barrier(crowd), BoundedSemaphore(AT_ONCE)

    def asking(case: Case) -> Callable[[], Any]:
        def one() -> Any:
            start.wait(60)
            with room:
                try:
                    by = Staff.objects.get(pk=cast.clerk.pk)
                    return book(case.pk, slot=slot.pk, kind=AppointmentKind.BOOKED, people=1, by=by)
                except Refused as refused:
                    return refused
                finally:
                    connections.close_all()

        return one

    with ThreadPoolExecutor(crowd) as pool:
        results = [future.result() for future in [pool.submit(asking(case)) for case in cases]]
    refused = [each.code for each in results if isinstance(each, Refused)]
    assert refused == ["slot_taken"] * (crowd - 1)
    assert Appointment.objects.filter(slot=slot).count() == 1


def test_a_day_called_off_while_others_book_leaves_nobody_on_it(cast: Cast):
    day = a_day(cast)
    cases, start = [register(cast) for _ in range(4)], Barrier(5)

    def booking(case: Case, slot: int) -> None:
        try:
            start.wait(60)
            by = Staff.objects.get(pk=cast.clerk.pk)
            book(case.pk, slot=slot, kind=AppointmentKind.BOOKED, people=1, by=by)
        except Refused as refused:
            assert refused.code == "day_closed"
        finally:
            connections.close_all()

    def calling_off() -> None:
        start.wait(60)
        cancel_day(day, reason="防汛", by=Staff.objects.get(pk=cast.bureau_head.pk))
        connections.close_all()

    with ThreadPoolExecutor(5) as pool:
        waiting = [
            pool.submit(booking, case, slot.pk) for case, slot in zip(cases, day.slots.order_by("number"), strict=True)
        ]
        for each in [*waiting, pool.submit(calling_off)]:
            each.result()
    assert not Appointment.objects.filter(day=day, state=AppointmentState.BOOKED).exists()
