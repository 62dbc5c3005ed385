"""Objections, side exits and urgent reports through both doors: the dialog says what follows, refusals are the same."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cases.models import Case
from kit.doors import slug_of
from law.vocabulary import Act, Duty, State
from tests.cases.api.both_doors import DOORS
from tests.cases.views.doors import Person
from tests.cast import Cast, register
from tests.serving import typed_service
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]


@DOORS
def test_an_objection_goes_through_its_whole_way(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    assert door(cast.town_head, Act.OBJECT, walk, reason="不属于镇政府职权", proposed=cast.housing.pk)[0] == "done"
    assert walk.refresh().leg.state == State.OBJECTION_PENDING
    assert door(cast.router, Act.AGREE_OBJECTION, walk, note="属实", materials="原件")[0] == "done"
    assert walk.refresh().case.state == State.REGISTERED
    assert walk.case.clocks.get(duty=Duty.DISPATCH_15D).running


@DOORS
def test_a_second_return_is_refused_and_arbitrated(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.RETURNED)
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职权")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    walk.on_leg(Act.OBJECT, cast.housing_head, reason="不属于我局")
    calendar(walk.on)
    code, message, article = door(cast.router, Act.AGREE_OBJECTION, walk, note="x")
    assert (code, article) == ("second_return", "第二十四条")
    assert "云河区人民政府" in message
    assert door(cast.coordinator, Act.ARBITRATE, walk, reason="区政府决定", unit=cast.farming.pk)[0] == "done"
    assert walk.refresh().case.demands.first().assigned_unit == cast.farming


@DOORS
def test_an_objection_out_of_time_is_refused_alike(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.REFERRED)
    calendar(date(2026, 3, 12))
    code, message, article = door(cast.town_head, Act.OBJECT, walk, reason="不属于镇政府职权")
    assert (code, article) == ("objection_late", "第二十三条第三款")
    assert "2026-03-11" in message


@DOORS
@pytest.mark.parametrize(
    ("act", "who", "typed", "state"),
    [
        (Act.NOT_ACCEPT, "town_head", {"ground": "NA_LITIGATION", "reason": "已起诉", "where": "法院"}, "not_accepted"),
        (Act.DIVERT, "town_head", {"path": "judicial", "reason": "处罚争议", "body": "法院"}, "diverted"),
    ],
)
def test_a_unit_leads_a_matter_out(
    cast: Cast, calendar: Turn, door: Any, act: Act, who: str, typed: dict[str, Any], state: str
):
    walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    assert door(getattr(cast, who), act, walk, **typed)[0] == "done"
    if act is Act.NOT_ACCEPT:
        assert door(cast.coordinator, Act.APPROVE_EXIT, walk)[0] == "done"
    assert walk.refresh().leg.state == state
    assert door(cast.town_head, Act.NOTIFY, walk, **typed_service("in_person", walk.on))[0] == "done"
    assert door(cast.town_head, Act.CLOSE, walk)[0] == "done"


@DOORS
@pytest.mark.parametrize(
    ("act", "who", "typed", "state"),
    [
        (Act.DECLINE, "bureau_head", {"ground": "NA_LITIGATION", "reason": "r", "where": "法院"}, "not_accepted"),
        (
            Act.TRANSFER_OUT,
            "coordinator",
            {"destination": "other_district", "body": "山阳区信访局", "reason": "r"},
            "transferred_out",
        ),
        (Act.FILE_ONLY, "router", {"ground": "other", "reason": "匿名，没有线索"}, "filed"),
    ],
)
def test_the_desk_leads_a_matter_out(
    cast: Cast, calendar: Turn, door: Any, act: Act, who: str, typed: dict[str, Any], state: str
):
    nameless = {"anonymous": True, "parties": []} if act is Act.FILE_ONLY else {}
    walk = Walk(cast, register(cast, **nameless))
    calendar(walk.on)
    assert door(getattr(cast, who), act, walk, demands=[1, 2], **typed)[0] == "done"
    walk.leg = walk.case.legs.get()
    if act is not Act.TRANSFER_OUT:
        assert door(cast.coordinator, Act.APPROVE_EXIT, walk)[0] == "done"
    assert Case.objects.get(pk=walk.case.pk).state == state
    page = Person(cast.router).page(walk.case).content.decode()
    assert act.label in page


@DOORS
def test_an_urgent_matter_is_reported_and_decided(cast: Cast, calendar: Turn, door: Any):
    walk = Walk(cast, register(cast, urgent=True))
    calendar(walk.on)
    page = Person(cast.router).page(walk.case).content.decode()
    assert "尚未报告" in page
    flash = {
        "kind": "flash",
        "bodies": ["local_leadership", "department"],
        "reported_at": "09:30",
        "content": "三十人聚集",
    }
    assert door(cast.router, Act.REPORT_URGENT, walk, **flash)[0] == "done"
    assert door(cast.router, Act.RECORD_URGENT_RECEIPT, walk, received_on=str(walk.on), note="区委办收")[0] == "done"
    assert door(cast.router, Act.ASK_DECISION, walk, proposal="建议由住建局牵头")[0] == "done"
    assert door(cast.router, Act.RECORD_DECISION, walk, decided_by="区政府", decision="同意")[0] == "done"
    page = Person(cast.router).page(walk.case).content.decode()
    for part in ("快报 09:30", "区委办收", "国家信访局", "区政府：同意"):
        assert part in page


def test_the_dialogs_say_what_follows(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.OBJECTION_PENDING)
    calendar(walk.on)
    said = Person(cast.router).dialog(Act.AGREE_OBJECTION, walk.case, leg=walk.leg).content.decode()
    for part in ("道路由区住建局管养", "原起算日（2026年3月2日）", "2026年3月17日", "退办耗时"):
        assert part in said
    said = Person(cast.router).dialog(Act.REFUSE_OBJECTION, walk.case, leg=walk.leg).content.decode()
    assert "2026年3月19日" in said
    assert Person(cast.router).dialog(Act.ARBITRATE, walk.case, leg=walk.leg).status_code in (403, 409)


def test_the_ledger_and_the_objection_stand_on_the_page(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.RETURNED)
    calendar(walk.on)
    page = Person(cast.router).page(walk.case).content.decode()
    for part in ("退办耗时共2天", "退回登记单位", "同意，退回重新分流", "经核实，该路属区管道路。"):
        assert part in page
    assert slug_of(Act.TAKE_BACK) not in page
