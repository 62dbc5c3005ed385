"""The grid: every state of a cell, doubtful zeros for town and district only, early warnings answered, few questions."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from kit.messages.models import Message
from law.errors import Refused
from law.vocabulary import Kind
from organizations.actions import add_unit
from organizations.models import Unit
from organizations.vocabulary import Level, UnitKind
from screening.grid.cells import CellState
from screening.grid.doubting import doubt_zeros
from screening.grid.reading import district_grid, town_grid, towns_of
from screening.grid.warning import answer_warning, draw_warnings, to_answer
from screening.grid.weekly import ROUNDS, tell_weekly
from screening.models import Dispute, EarlyWarning, Report, Round, ZeroDoubt
from screening.reports.actions import ReportInput, report_round
from screening.rounds.opening import close_rounds
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast, register
from tests.screening.scenes import FRIDAY, NEXT_MONDAY, WEDNESDAY, dispute, round_of, zero


def states(cast: Cast, on: date = NEXT_MONDAY) -> dict[str, CellState]:
    grid = town_grid(cast.dispatcher, cast.town, on)
    return {row.unit.short_name: row.cells[0].state for row in grid.rows}


def test_every_state_of_a_cell(cast: Cast):
    round_ = round_of(cast)
    assert states(cast, FRIDAY)["柳湾村"] is CellState.WAITING
    assert states(cast)["柳湾村"] is CellState.MISSING
    zero(cast, round_)
    assert states(cast)["柳湾村"] is CellState.ZERO
    late = {"client_id": uuid4(), "by": cast.next_informant, "on": NEXT_MONDAY}
    report_round(round_, cast.next_village, ReportInput(zero=False), **late)
    assert states(cast)["桃源村"] is CellState.LATE
    dispute(cast)
    assert states(cast)["柳湾村"] is CellState.ON_TIME
    Unit.objects.filter(pk=cast.next_village.pk).update(valid_from=FRIDAY)
    Report.objects.filter(unit=cast.next_village).delete()
    assert states(cast)["桃源村"] is CellState.NOT_OWED
    [(town, [tally]), _] = district_grid(cast.coordinator, towns_of(cast.coordinator)).rows
    assert (town, tally.expected, tally.on_time, tally.rate) == (cast.town, 1, 1, 1.0)


def petition(cast: Cast, name: str, **more: Any) -> None:
    asked = {"received_on": WEDNESDAY, "on": WEDNESDAY, "place": cast.village, "parties": [PartyInput(name)]}
    register(cast, **{**asked, **more})


def test_a_zero_is_doubtful_from_three_different_people_up_and_only_town_and_district_see_it(cast: Cast):
    report = zero(cast, round_of(cast))
    petition(cast, "甲")
    petition(cast, "甲")
    petition(cast, "乙", place=cast.group)
    petition(cast, "丙", anonymous=True)
    petition(cast, "丁", respondents=[RespondentInput("柳湾村", unit_id=cast.village.pk)])
    petition(cast, "戊", demands=[DemandInput("告", Kind.ACCUSATION)])
    petition(cast, "己", received_on=FRIDAY - timedelta(days=30))
    close_rounds(NEXT_MONDAY)
    assert doubt_zeros(NEXT_MONDAY) == 0
    petition(cast, "庚")
    assert doubt_zeros(NEXT_MONDAY) == 1
    assert doubt_zeros(NEXT_MONDAY) == 1
    doubt = ZeroDoubt.objects.get()
    assert (doubt.report, doubt.rules) == (report, ["petitions"])
    assert states(cast)["柳湾村"] is CellState.DOUBT
    for name in ("dispatcher", "town_head", "coordinator"):
        assert ZeroDoubt.objects.readable_by(getattr(cast, name)).exists(), name
    for name in ("informant", "village_head", "other_dispatcher", "analyst", "stranger"):
        assert not ZeroDoubt.objects.readable_by(getattr(cast, name)).exists(), name
    page = client_of(cast.village_head).get(report.get_absolute_url()).content.decode()
    assert "存疑" not in page


def test_zeros_in_a_row_are_doubtful_and_a_gap_ends_the_row(cast: Cast):
    for week in range(8):
        day = WEDNESDAY + timedelta(days=7 * week)
        zero(cast, round_of(cast, day=day), on=day)
    last = WEDNESDAY + timedelta(days=7 * 8)
    close_rounds(last)
    assert doubt_zeros(last) == 1
    assert ZeroDoubt.objects.get().rules == ["many_zeros"]
    Report.objects.filter(round__first_day=date(2026, 3, 16)).delete()
    assert doubt_zeros(last) == 0
    assert not ZeroDoubt.objects.exists()


def test_what_gathers_at_one_place_is_warned_of_once_and_answered(cast: Cast, on_day):
    on_day(WEDNESDAY)
    for _ in range(3):
        dispute(cast)
    assert draw_warnings(WEDNESDAY) == 1
    assert draw_warnings(WEDNESDAY + timedelta(days=1)) == 0
    row = EarlyWarning.objects.get()
    assert (row.unit, row.reports, row.people, row.answer_by) == (cast.town, 3, 12, WEDNESDAY + timedelta(days=1))
    assert list(to_answer(cast.dispatcher, WEDNESDAY)) == [row]
    with pytest.raises(Refused) as refused:
        answer_warning(row, measure="约谈重点人", act_by=FRIDAY, by=cast.dispatcher)
    assert refused.value.code in ("about_people", "judging")
    sent = {"measure": "镇水利站周四到场分水", "act_by": FRIDAY.isoformat()}
    assert client_of(cast.informant).post(f"{row.get_absolute_url()}answer/", sent).status_code == 404
    done = Caller(cast.dispatcher).post(f"/screening/warnings/{row.pk}/answer/", sent)
    assert (done.status_code, done.json()["state"]) == (200, "answered"), done.content
    assert not to_answer(cast.dispatcher, WEDNESDAY).exists()


def test_the_pages_for_who_may_see_them(cast: Cast, on_day):
    on_day(WEDNESDAY)
    round_of(cast)
    row = dispute(cast)
    client = client_of(cast.dispatcher)
    page = client.get("/screening/grid/").content.decode()
    assert "柳湾村" in page
    assert "审核锁定" in page
    assert "待研判" in client.get(f"/screening/sheet/?town={cast.town.pk}").content.decode()
    district = client_of(cast.coordinator).get("/screening/grid/").content.decode()
    assert f"?town={cast.other_town.pk}" in district
    assert client_of(cast.informant).get("/screening/grid/").status_code == 403
    assert client_of(cast.other_dispatcher).get(f"/screening/grid/?town={cast.town.pk}").status_code == 404
    assert row.number not in client_of(cast.other_dispatcher).get("/screening/sheet/").content.decode()
    told = Caller(cast.dispatcher).get(f"/screening/towns/{cast.town.pk}/grid/").json()
    assert [each["cells"][0]["state"] for each in told["rows"]] == ["on_time", "waiting"]


def test_a_grid_asks_as_often_for_many_villages_as_for_few(cast: Cast, on_day):
    on_day(NEXT_MONDAY)
    for week in range(5):
        day = WEDNESDAY - timedelta(days=7 * week)
        zero(cast, round_of(cast, day=day), on=day)
    client = {name: client_of(getattr(cast, name)) for name in ("dispatcher", "coordinator")}

    def asked(name: str) -> int:
        client[name].get("/screening/grid/")
        with CaptureQueriesContext(connection) as found:
            assert client[name].get("/screening/grid/").status_code == 200
        return len(found)

    few = {name: asked(name) for name in client}
    for number in range(20):
        village = add_unit(f"试{number}村", UnitKind.VILLAGE, Level.VILLAGE, parent=cast.town)
        for round_ in Round.objects.filter(kind=UnitKind.VILLAGE, district=cast.area):
            report_round(
                round_,
                village,
                ReportInput(zero=True, told_by="试"),
                client_id=uuid4(),
                by=cast.dispatcher,
                on=NEXT_MONDAY,
            )
    assert {name: asked(name) for name in client} == few
    assert max(few.values()) <= 10, few


def test_the_weekly_table_balances_and_is_told_once(cast: Cast, on_day):
    on_day(WEDNESDAY)
    zero(cast, round_of(cast))
    dispute(cast)
    old = dispute(cast, on=WEDNESDAY - timedelta(days=7))
    settled = {"state": "closed", "closed_on": WEDNESDAY, "settled_on": WEDNESDAY}
    Dispute.objects.filter(pk=old.pk).update(**settled)
    on_day(NEXT_MONDAY)
    close_rounds(NEXT_MONDAY)
    assert tell_weekly(NEXT_MONDAY) == tell_weekly(NEXT_MONDAY)
    told = Message.objects.filter(reason="screening.weekly").values_list("staff__username", flat=True)
    assert {"dispatcher", "coordinator"} <= set(told)
    assert "informant" not in told
    assert len(told) == len(set(told))
    [line] = ROUNDS.lines(list(ROUNDS.rows(cast.dispatcher, {})), cast.dispatcher, NEXT_MONDAY)
    assert (line.tally.expected, line.tally.on_time, line.tally.missing) == (2, 1, 1)
    assert (line.carried, line.new, line.closed, line.left) == (1, 1, 1, 1)
    assert "2026年第10周" in client_of(cast.informant).get("/ledgers/screening/").content.decode()
