"""Cases still open elsewhere: their clocks run from the original dates, and they walk the ordinary way."""

from datetime import date, timedelta

import pytest
from django.core.management.base import CommandError

from cases.clocks import explain_clock
from cases.doors.table import ACTIONS
from cases.models import Case, FollowUp, Leg
from law.calendar import Calendar
from law.deadlines import due_on
from law.vocabulary import Act, Duty, ServiceMethod, State
from tests.cases.asking import first_broken_link
from tests.cases.importing.files import HEADER, ROWS, bring_in, counts, write
from tests.cast import Cast, register


def test_the_office_dispatches_by_the_law_from_the_original_day(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", *ROWS), **{"as": "open"})
    for case in Case.objects.all():
        clock = case.clocks.get()
        assert (clock.duty, clock.unit, clock.leg) == (Duty.DISPATCH_15D, cast.bureau, None)
        assert clock.starts_on == case.received_on
        assert clock.due_on == due_on(Duty.DISPATCH_15D, case.received_on, Calendar()) == explain_clock(clock).due_on
        assert (case.state, case.historic, case.next_due_on) == (State.REGISTERED, False, clock.due_on)
        assert (case.registered_on, case.last_act_on) == (case.received_on, case.received_on)
        assert first_broken_link(case) is None
    assert not FollowUp.objects.exists()


def test_the_clock_is_the_one_a_registration_starts(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", ROWS[0]), **{"as": "open"})
    registered = register(cast, received_on=date(2026, 1, 5), on=date(2026, 1, 5)).clocks.get()
    imported = Case.objects.get(source="a").clocks.get()
    same = (
        "district_id",
        "leg_id",
        "unit_id",
        "duty",
        "starts_on",
        "days",
        "due_on",
        "provisional",
        "met_on",
        "extended_days",
        "paused_days",
        "rule_version",
    )
    assert [getattr(imported, name) for name in same] == [getattr(registered, name) for name in same]


@pytest.mark.parametrize("unit", ["青石镇人民政府", "云河区住建局"])
def test_a_town_or_department_owes_the_notice(cast: Cast, tmp_path, unit: str):
    bring_in(write(tmp_path / "a.csv", ROWS[0]), unit=unit, **{"as": "open"})
    assert Case.objects.get().unit.name == unit
    assert Case.objects.get().clocks.get().duty == Duty.NOTICE_DIRECT_15D


def test_a_code_means_the_petition_office_there(cast: Cast, tmp_path):
    cast.far_bureau.code = "990103000000"
    cast.far_bureau.save()
    bring_in(write(tmp_path / "a.csv", ROWS[0]), unit="990103")
    assert Case.objects.get().unit == cast.far_bureau


@pytest.mark.parametrize(
    ("unit", "words"), [("乌有局", "没有名称"), ("柳湾村", "不登记信访件"), ("990102", "不登记信访件")]
)
def test_a_unit_that_cannot_register_is_told(cast: Cast, tmp_path, unit: str, words: str):
    with pytest.raises(CommandError, match=words):
        bring_in(write(tmp_path / "a.csv", ROWS[0]), unit=unit)


def test_a_row_without_a_date_is_refused(cast: Cast, tmp_path):
    rows = (ROWS[0], ("A9", "", "", "路坏了。", "", ""))
    said = bring_in(write(tmp_path / "a.csv", *rows), **{"as": "open"})
    assert counts(said) == (2, 1, 0, 1)
    assert "没有日期" in next(iter(said["files"][0]["reasons"]))
    again = bring_in(write(tmp_path / "a.csv", *rows), default_date="2026-02-01", **{"as": "open"})
    assert counts(again) == (2, 1, 1, 0)
    assert Case.objects.get(external_number="A9").clocks.get().starts_on == date(2026, 2, 1)


def test_an_earlier_reply_does_not_answer_for_us(cast: Cast, tmp_path):
    row = (*ROWS[0], "已转有关部门。", "2026-01-07")
    bring_in(write(tmp_path / "a.csv", row, header=(*HEADER, "答复内容", "答复时间")), **{"as": "open"})
    case = Case.objects.get()
    assert (case.demands.get().opinion, case.demands.get().answered_on) == ("", None)
    assert "原系统答复（2026-01-07）：已转有关部门。" in case.events.get().words.text


def test_an_imported_case_is_walked_to_the_answer_by_the_ordinary_acts(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", ROWS[0]), **{"as": "open"})
    case = Case.objects.get()
    days = (case.received_on + timedelta(days=n) for n in range(1, 99))

    def do(act: Act, by, **more) -> None:
        ACTIONS[act](case.pk, by=by, on=next(days), **more)

    do(Act.REFER, cast.router, unit=cast.housing, demands=[1], reason="职责管理")
    leg = Leg.objects.get().pk
    do(Act.ACCEPT, cast.housing_head, leg_id=leg)
    do(Act.NOTIFY, cast.housing_head, leg_id=leg, method=ServiceMethod.IN_PERSON, receiver="老王")
    case.refresh_from_db()
    assert case.state == State.ACCEPTED
    assert case.clocks.get(duty=Duty.DISPATCH_15D).met_on == case.received_on + timedelta(days=1)
    assert first_broken_link(case) is None
