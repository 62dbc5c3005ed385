"""What is transferred to bodies outside, and what is only kept on file (Art. 22)."""

from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.lists.waiting import Waiting, listed
from law.filing import FilingGround
from law.matters import Destination
from law.vocabulary import Act, Duty, Kind, Letter, Path, ServiceMethod, State
from tests.cases.accusing import sees
from tests.cases.exits import fresh, own_leg
from tests.cases.refusals import refused_on_leg
from tests.cast import Cast
from tests.walks import clock, code

OUT = {"demands": [1, 2], "destination": Destination.OTHER_DISTRICT, "body": "山阳区信访局", "reason": "发生在山阳区。"}


def test_a_transfer_is_closed_by_its_receipt(cast: Cast):
    walk = fresh(cast)
    walk.act(Act.TRANSFER_OUT, cast.coordinator, later=1, **OUT)
    own_leg(walk)
    assert walk.case.state == State.TRANSFERRED_OUT
    assert walk.leg.documents.get(kind=Letter.TRANSFER_LETTER).content.startswith("山阳区信访局：")
    late = {"received_on": walk.case.received_on}
    assert refused_on_leg(walk, Act.RECORD_TRANSFER_RECEIPT, cast.router, **late).code == "date_unfit"
    walk.on_leg(Act.RECORD_TRANSFER_RECEIPT, cast.router, later=3, received_on=walk.on, number="山信收〔2026〕9号")
    assert (
        refused_on_leg(walk, Act.RECORD_TRANSFER_RECEIPT, cast.router, received_on=walk.on).code == "receipt_recorded"
    )
    assert refused_on_leg(walk, Act.CLOSE, cast.router).code == "notice_missing"
    walk.on_leg(Act.NOTIFY, cast.router, method=ServiceMethod.POST)
    walk.on_leg(Act.CLOSE, cast.router)
    assert walk.case.state == State.CLOSED
    assert not sees(cast.stranger, walk.case)


@pytest.mark.parametrize(
    ("kind", "path", "destination", "expected"),
    [
        (Kind.APPEAL, None, Destination.DISCIPLINE, "destination_unfit"),
        (Kind.APPEAL, Path.PETITION_PROCEDURE, Destination.JUDICIAL, "destination_unfit"),
        (Kind.ACCUSATION, None, Destination.OTHER_DISTRICT, "destination_unfit"),
    ],
)
def test_each_matter_goes_where_it_belongs(cast: Cast, kind: Kind, path: Any, destination: Any, expected: str):
    accused = [RespondentInput("某采石场", outside=True)] if kind is Kind.ACCUSATION else []
    walk = fresh(cast, DemandInput("一件事", kind, path), respondents=accused)
    given = {"demands": [1], "destination": destination, "body": "某机关", "reason": "x"}
    assert code(walk.act, Act.TRANSFER_OUT, cast.coordinator, **given) == expected


def test_an_accusation_goes_to_discipline_but_never_to_the_accused(cast: Cast):
    accused = [RespondentInput("吴家铺水厂", outside=True)]
    walk = fresh(cast, DemandInput("水厂厂长收钱", Kind.ACCUSATION), respondents=accused)
    given = {"demands": [1], "destination": Destination.OTHER_BODY, "reason": "x"}
    assert code(walk.act, Act.TRANSFER_OUT, cast.coordinator, body="云河区吴家铺水厂", **given) == "accused_party"
    walk.act(
        Act.TRANSFER_OUT, cast.coordinator, **{**given, "destination": Destination.DISCIPLINE, "body": "市纪委监委"}
    )
    assert walk.case.state == State.TRANSFERRED_OUT


def test_what_accuses_the_office_is_transferred_by_the_sealed_desk_alone(cast: Cast):
    accused = [RespondentInput("信访局", unit_id=cast.bureau.pk)]
    walk = fresh(cast, DemandInput("信访局收钱", Kind.ACCUSATION), respondents=accused)
    given = {"demands": [1], "destination": Destination.DISCIPLINE, "body": "市纪委监委", "reason": "x"}
    assert code(walk.act, Act.TRANSFER_OUT, cast.coordinator, **given) == "not_found"
    walk.act(Act.TRANSFER_OUT, cast.sealed_desk, **given)
    own_leg(walk)
    walk.on_leg(Act.RECORD_TRANSFER_RECEIPT, cast.sealed_desk, received_on=walk.on)
    walk.on_leg(Act.CLOSE, cast.sealed_desk)
    assert not any(sees(getattr(cast, name), walk.case) for name in ("clerk", "router", "bureau_head", "coordinator"))


def test_the_petitioner_is_told_where_his_matter_went_and_why(cast: Cast):
    walk = fresh(cast)
    walk.act(Act.TRANSFER_OUT, cast.coordinator, later=1, **OUT)
    notice = own_leg(walk).leg.documents.get(kind=Letter.TRANSFER_NOTICE)
    for part in ("老王：", "山阳区信访局", "2026年3月3日", "发生在山阳区", "修好村口的路"):
        assert part in notice.content
    assert [case.pk for case in listed(cast.router, Waiting.EXIT_NOTICE, walk.on)] == [walk.case.pk]
    walk.on_leg(Act.NOTIFY, cast.router, method=ServiceMethod.IN_PERSON)
    assert notice.services.exists()
    assert refused_on_leg(walk, Act.CLOSE, cast.router).code == "receipt_missing"


def test_of_an_accusation_only_the_telling_by_word_of_mouth_is_kept(cast: Cast):
    accused = [RespondentInput("某采石场", outside=True)]
    walk = fresh(cast, DemandInput("场长行贿", Kind.ACCUSATION), respondents=accused)
    walk.act(
        Act.TRANSFER_OUT,
        cast.coordinator,
        demands=[1],
        destination=Destination.DISCIPLINE,
        body="市纪委监委",
        reason="职权",
        told_orally="3月2日在接待室当面告知",
    )
    leg = own_leg(walk).leg
    assert not leg.documents.filter(kind=Letter.TRANSFER_NOTICE).exists()
    assert leg.exit.told_orally == "3月2日在接待室当面告知"


def test_whoever_cannot_be_written_to_gets_no_notice_of_transfer(cast: Cast):
    walk = fresh(cast, anonymous=True, parties=[])
    walk.act(Act.TRANSFER_OUT, cast.coordinator, **OUT)
    own_leg(walk).on_leg(Act.RECORD_TRANSFER_RECEIPT, cast.router, received_on=walk.on)
    walk.on_leg(Act.CLOSE, cast.router)
    assert walk.case.state == State.CLOSED


def test_what_is_left_at_the_desk_keeps_its_clock(cast: Cast):
    walk = fresh(cast)
    walk.act(Act.TRANSFER_OUT, cast.coordinator, **{**OUT, "demands": [2]})
    assert (walk.case.state, clock(walk.case, Duty.DISPATCH_15D).met_on) == (State.REGISTERED, None)
    walk.act(Act.REFER, cast.router, later=1, unit=cast.town, demands=[1], reason="属地")
    assert clock(walk.case, Duty.DISPATCH_15D).met_on == walk.on


def test_whoever_wrote_to_a_town_directly_is_told_not_filed(cast: Cast):
    given = {"demands": [1], "ground": FilingGround.THANKS}
    walk = fresh(cast, DemandInput("请修路"), by=cast.dispatcher)
    assert code(walk.act, Act.FILE_ONLY, cast.dispatcher, **given) == "notice_owed"
    walk = fresh(cast, DemandInput("感谢", Kind.NONE), by=cast.dispatcher)
    walk.act(Act.FILE_ONLY, cast.dispatcher, **given)
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).running
    own_leg(walk).on_leg(Act.APPROVE_EXIT, cast.town_head)
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).waived_on == walk.on
