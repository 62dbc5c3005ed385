"""The calendar: what a day would move is listed, then entered, and the running clocks are recounted, an event each."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.recounting import Moves, change_days, moves_with, recount_all, recount_due
from cases.clocks import explain_clock
from cases.models import Clock, Event, Leg
from cases.record.chain import verify_chains
from law.errors import Refused
from law.vocabulary import Act, Duty
from organizations.calendar_days import DayEntry
from organizations.journal.verbs import DAYS_SET
from organizations.models import CalendarDay, JournalEntry, SettingVersion
from organizations.vocabulary import DayChange
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.walks import Walk, clock, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
# A working day before the fifth one after the referral.
DAY_OFF = START + timedelta(days=8)
HOLIDAY = DayEntry(DAY_OFF, DAY_OFF, DayChange.HOLIDAY, "地方节日")


@pytest.fixture
def walk(cast: Cast) -> Walk:
    return walk_to(cast, "referred")


def enter(cast: Cast, entry: DayEntry = HOLIDAY, on: date = START) -> SettingVersion:
    return change_days(entry, why="县政府通知", by=cast.system_admin, on=on)


def test_a_day_off_moves_what_is_counted_in_working_days_and_nothing_else(cast: Cast, walk: Walk):
    before = {c.pk: c.due_on for c in Clock.objects.all()}
    moves = moves_with(HOLIDAY, cast.system_admin, START)
    assert {Duty(move.clock.duty) for move in moves.listed} == {Duty.OBJECTION_5WD}
    assert (moves.count, moves.whole) == (1, True)
    assert moves.listed[0].number == walk.case.number
    assert moves.listed[0].due_on == moves.listed[0].former + timedelta(days=1)
    assert {c.pk: c.due_on for c in Clock.objects.all()} == before
    assert not CalendarDay.objects.exists()


def test_recounting_writes_an_event_for_each_clock_that_moved_and_the_chain_holds(cast: Cast, walk: Walk):
    objection = clock(walk.case, Duty.OBJECTION_5WD)
    former = objection.due_on
    version = enter(cast)
    assert recount_due(START) == 1
    objection.refresh_from_db()
    assert objection.due_on == former + timedelta(days=1)
    assert explain_clock(objection).due_on == objection.due_on
    event = Event.objects.get(act=Act.RECOUNT)
    assert event.by == cast.system_admin
    assert event.leg_id == objection.leg_id
    assert event.facts == {
        "duty": "OBJECTION_5WD",
        "former_due_on": f"{former}",
        "new_due_on": f"{objection.due_on}",
    } | {"change": version.pk}
    assert not verify_chains().broken
    entry = JournalEntry.objects.get(verb=DAYS_SET.code)
    assert (entry.key, entry.facts["moved"]) == (version.pk, 1)
    assert recount_due(START) is None
    assert recount_all(START) == 0
    assert Event.objects.filter(act=Act.RECOUNT).count() == 1


def test_a_recount_is_no_reason_to_read_the_page_anew_and_keeps_state_and_version_of_the_leg(cast: Cast, walk: Walk):
    leg, seen = walk.leg, walk.case.version
    enter(cast)
    recount_due(START)
    after = Leg.objects.get(pk=leg.pk)
    assert (after.state, after.version) == (leg.state, leg.version)
    walk.act(Act.CORRECT, cast.clerk, reason="笔误", subject="修路", seen=seen)
    page = client_of(cast.town_head).get(f"/cases/{walk.case.pk}/")
    assert "重新计算期限" in page.content.decode()


def test_a_taken_back_day_brings_the_dates_back(cast: Cast, walk: Walk):
    former = clock(walk.case, Duty.OBJECTION_5WD).due_on
    enter(cast)
    recount_due(START)
    enter(cast, DayEntry(DAY_OFF, DAY_OFF, DayChange.CLEAR))
    assert not CalendarDay.objects.exists()
    assert recount_due(START) == 1
    assert clock(walk.case, Duty.OBJECTION_5WD).due_on == former
    assert SettingVersion.objects.count() == 2


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def test_looking_costs_the_same_however_many_clocks_run(cast: Cast, walk: Walk):
    def look() -> Moves:
        return moves_with(HOLIDAY, cast.system_admin, START)

    assert look().count == 1
    one = queries(look)
    walk_to(cast, "referred")
    assert look().count == 2
    assert queries(look) == one


def test_a_night_on_which_nothing_moves_costs_the_same_however_many_cases_run(cast: Cast, walk: Walk):
    one = queries(lambda: recount_all(START))
    walk_to(cast, "referred")
    assert queries(lambda: recount_all(START)) == one
    CalendarDay.objects.create(on=DAY_OFF, kind="holiday", name="地方节日")
    assert queries(lambda: recount_all(START)) > one
    assert Event.objects.filter(act=Act.RECOUNT).count() == 2


def test_what_is_finished_stays(cast: Cast):
    walk = walk_to(cast, "accepted")
    ended = clock(walk.case, Duty.OBJECTION_5WD)
    assert not ended.running
    enter(cast)
    assert recount_due(START) == 0
    assert clock(walk.case, Duty.OBJECTION_5WD).due_on == ended.due_on


def test_numbers_of_accusations_and_of_other_districts_are_not_told(cast: Cast, walk: Walk):
    walk.case.__class__.objects.filter(pk=walk.case.pk).update(sealed=True)
    assert [move.number for move in moves_with(HOLIDAY, cast.system_admin, START).listed] == [""]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (DayEntry(START - timedelta(days=1), START, DayChange.HOLIDAY, "x"), "days_past"),
        (DayEntry(DAY_OFF, START, DayChange.HOLIDAY, "x"), "days_reversed"),
        (DayEntry(START, START + timedelta(days=31), DayChange.HOLIDAY, "x"), "days_too_many"),
        (DayEntry(date(2031, 1, 1), date(2031, 1, 1), DayChange.HOLIDAY, "x"), "days_too_far"),
        (DayEntry(START, START, DayChange.WORKDAY, " "), "day_unnamed"),
    ],
)
def test_days_that_do_not_fit_are_refused(cast: Cast, entry: DayEntry, code: str):
    with pytest.raises(Refused) as refused:
        enter(cast, entry)
    assert refused.value.code == code
    assert not CalendarDay.objects.exists()


def test_nobody_else_touches_the_calendar(cast: Cast):
    with pytest.raises(Refused) as refused:
        change_days(HOLIDAY, why="x", by=cast.router, on=START)
    assert refused.value.code == "not_permitted"
    for url in ("/calendar/", "/api/v1/calendar/"):
        assert client_of(cast.router).get(url).status_code == 403


@pytest.fixture
def on_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("cases.views.calendar", "cases.api.calendar"):
        monkeypatch.setattr(f"{place}.today", lambda: START)


@pytest.mark.usefixtures("on_start")
def test_the_page_lists_before_it_enters(cast: Cast, walk: Walk):
    client = client_of(cast.system_admin)
    typed: dict[str, Any] = {
        "first": str(DAY_OFF),
        "kind": "holiday",
        "name": "地方节日",
        "why": "通知",
        "confirm": "1",
    }
    unread = client.post("/calendar/", typed).content.decode()
    assert walk.case.number in unread
    assert walk.case.subject not in unread
    assert not CalendarDay.objects.exists()
    done = client.post("/calendar/", {**typed, "shown": f"{DAY_OFF}|{DAY_OFF}|holiday|地方节日"})
    assert done.status_code == 302
    assert CalendarDay.objects.get().on == DAY_OFF
    assert "地方节日" in client.get("/calendar/").content.decode()
    assert client.post("/calendar/", {**typed, "kind": "feast"}).status_code == 422
    assert client.post("/calendar/", {**typed, "last": str(START)}).status_code == 422


@pytest.mark.usefixtures("on_start")
def test_programs_do_the_same(cast: Cast, walk: Walk):
    client, said = client_of(cast.system_admin), {"content_type": "application/json"}
    body = {"first": str(DAY_OFF), "kind": "holiday", "name": "地方节日", "why": "通知"}
    shown = client.post("/api/v1/calendar/preview/", body, **said).json()
    assert (shown["count"], shown["listed"][0]["number"]) == (1, walk.case.number)
    assert client.post("/api/v1/calendar/", {**body, "who": "x"}, **said).status_code == 422
    assert client.post("/api/v1/calendar/", {**body, "first": "x"}, **said).status_code == 422
    made = client.post("/api/v1/calendar/", body, **said)
    assert made.status_code == 201
    assert made.json() == [{"on": str(DAY_OFF), "kind": "holiday", "name": "地方节日"}]


def test_the_command_lists_and_recounts(cast: Cast, walk: Walk, monkeypatch: pytest.MonkeyPatch, capsys: Any):
    monkeypatch.setattr("cases.management.commands.recount_clocks.today", lambda: START)
    enter(cast)
    former = clock(walk.case, Duty.OBJECTION_5WD).due_on
    call_command("recount_clocks", dry_run=True)
    assert f"{walk.case.number}\t提出异议\t{former}" in capsys.readouterr().out
    assert clock(walk.case, Duty.OBJECTION_5WD).due_on == former
    call_command("recount_clocks")
    assert "移动了1个期限" in capsys.readouterr().out
