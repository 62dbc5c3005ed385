"""Whoever has to keep a date learns that a recount moved it: once a leg, as one line, and not past the wall."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.actions.recounting import change_days, recount_due
from cases.clocks import start_clock
from cases.models import FollowUp, Notice
from cases.models.recusal import RecusalSource
from cases.record.follow_ups import DATES_MOVED, do_follow_up
from law.vocabulary import Act, Duty
from organizations.calendar_days import DayEntry
from organizations.journal.chaining import sequence_all
from organizations.vocabulary import DayChange
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.walks import Walk, clock, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
DAY_OFF = START + timedelta(days=8)


def recount(cast: Cast, kind: DayChange = DayChange.HOLIDAY, name: str = "地方节日") -> int:
    """Change the calendar, recount, and let the worker do what follows; returns the key of the change."""
    version = change_days(DayEntry(DAY_OFF, DAY_OFF, kind, name), why="县政府通知", by=cast.system_admin, on=START)
    assert recount_due(START)
    for follow_up in FollowUp.objects.filter(kind=DATES_MOVED, done_at=None):
        do_follow_up(follow_up.pk)
    return version.pk


def said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def test_one_notice_a_leg_holds_all_its_clocks_with_old_and_new_day_and_why(cast: Cast):
    walk = walk_to(cast, "referred")
    former = clock(walk.case, Duty.OBJECTION_5WD).due_on
    start_clock(Duty.SERVICE_3WD, walk.case, leg=walk.leg, unit=cast.town, starts_on=former - timedelta(days=5))
    recount(cast)
    notice = Notice.objects.get()
    assert notice.staff == cast.town_head, "nobody handles it yet"
    moved = f"由{said(former)}改为{said(former + timedelta(days=1))}"
    assert notice.text.startswith(f"{walk.case.number}：")
    assert moved in notice.text
    assert notice.text.count("改为") == 2
    assert notice.text.endswith("（日历调整：县政府通知）")
    recount(cast, DayChange.CLEAR, "")
    assert Notice.objects.count() == 2, "one more for the next recount"


def test_many_of_one_person_are_one_line_that_leads_to_each(cast: Cast):
    cases = [walk_to(cast, "referred").case for _ in range(2)]
    change = recount(cast)
    client, address = client_of(cast.town_head), f"/notices/moved/{change}/"
    desk = client.get("/").content.decode()
    assert desk.count(address) == 1
    assert "您负责的2件期限有变动" in desk
    page = client.get(address).content.decode()
    assert all(case.number in page for case in cases)
    results = client.get("/api/v1/notices/").json()["results"]
    assert {each["case"] for each in results if each["act"] == Act.RECOUNT} == {case.pk for case in cases}
    assert results[0]["facts"]["former_due_on"] < results[0]["facts"]["new_due_on"]
    assert client_of(cast.town_handler).get(address).status_code == 404
    client.post(f"/api/v1/notices/{results[0]['id']}/read/")
    assert cases[0].number in client.get("/").content.decode(), "one left is said in full"
    assert client.post(address).status_code == 302
    assert client.get(address).status_code == 404
    assert address not in client.get("/").content.decode()


@pytest.fixture
def handled(cast: Cast) -> Walk:
    """A leg with a handler on which a clock of working days runs."""
    walk = walk_to(cast, "in_handling")
    start_clock(Duty.OBJECTION_5WD, walk.case, leg=walk.leg, unit=cast.town, starts_on=START + timedelta(days=3))
    return walk


def test_where_there_is_a_handler_he_is_told_and_the_feed_tells_it_too(cast: Cast, handled: Walk):
    recount(cast)
    assert Notice.objects.get().staff == handled.handler
    sequence_all()
    lines = client_of(handled.handler).get("/api/v1/feed/").json()["results"]
    facts: list[Any] = [line["facts"] for line in lines if line.get("act") == Act.RECOUNT]
    assert facts
    assert set(facts[0]) == {"change", "duty", "former_due_on", "new_due_on"}


def test_whoever_keeps_out_is_told_nothing(cast: Cast, handled: Walk):
    former = handled.handler
    told = recount(cast)
    asked = {"person": former, "source": RecusalSource.PETITIONER, "reason": "亲属"}
    handled.on_leg(Act.REQUEST_RECUSAL, cast.dispatcher, **asked)
    handled.on_leg(Act.DECIDE_RECUSAL, cast.town_head, person=former, agree=True, reason="属实")
    assert client_of(former).get(f"/notices/moved/{told}/").status_code == 404, "what he was told before is gone"
    again = recount(cast, DayChange.CLEAR, "")
    assert Notice.objects.get(event__facts__change=again).staff == cast.town_head
