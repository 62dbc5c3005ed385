"""What is marked at a clock: an acceptance after the fifteen days, a start before the Regulation (Art. 23, 34, 50)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.models import Clock
from law.vocabulary import Act, Duty, State
from tests.cases.api.caller import Caller
from tests.cases.views.doors import Person
from tests.cast import Cast, register
from tests.walks import Walk, clock, follow, keep, refer, walk_to

Turn = Callable[[date], None]


def leg_read(walk: Walk) -> dict[str, Any]:
    read = Caller(walk.head).read(walk.case.pk)
    return next(leg for leg in read["legs"] if leg["id"] == walk.leg.pk)


@pytest.mark.parametrize(("start", "days", "late"), [(refer, 15, 0), (refer, 16, 1), (keep, 20, 7)])
def test_a_late_acceptance_is_marked_and_the_sixty_days_run_from_it(
    cast: Cast, calendar: Turn, start: Callable[[Walk], None], days: int, late: int
):
    walk = follow(Walk(cast, register(cast)), start)
    calendar(walk.on + timedelta(days=days))
    said = Person(walk.head).dialog(Act.ACCEPT, walk.case, leg=walk.leg).content.decode()
    assert ("收到已超过15日" in said) is bool(late)
    walk.on_leg(Act.ACCEPT, walk.head, later=days)
    assert leg_read(walk)["accepted_late_days"] == late
    assert (f"迟{late}日" in Person(walk.head).page(walk.case).content.decode()) is bool(late)
    sixty = clock(walk.case, Duty.HANDLE_60D)
    assert (sixty.starts_on, sixty.due_on) == (walk.on, walk.on + timedelta(days=60))


def test_a_start_before_the_regulation_is_marked_on_page_api_and_in_its_reason(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    assert not any(each["before_regulation"] for each in Caller(walk.head).read(walk.case.pk)["clocks"])
    old = walk.leg.clocks.get(duty=Duty.NOTICE_REFERRED_15D)
    Clock.objects.filter(pk=old.pk).update(starts_on=date(2022, 4, 30), due_on=date(2022, 5, 15))
    marked = [each["id"] for each in Caller(walk.head).read(walk.case.pk)["clocks"] if each["before_regulation"]]
    assert marked == [old.pk]
    assert "早于条例施行之日2022-05-01" in Person(walk.head).page(walk.case).content.decode()
    why = Caller(walk.head).get(f"/cases/{walk.case.pk}/clocks/{old.pk}/why/").json()
    assert why["before_regulation"]
    assert "当时适用《信访条例》" in why["reason"]
