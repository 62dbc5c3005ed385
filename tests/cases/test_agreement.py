"""Agreements and mediation (Art. 33): answered by what both sides signed, never an accusation, no clock stops."""

from typing import Any

import pytest

from cases.models.agreement import MediationBody, MediationResult
from law.errors import Refused
from law.vocabulary import Act, Duty, Kind, Letter, Outcome, ServiceMethod, State
from tests.cases.asking import acts_open
from tests.cases.exits import AGREED
from tests.cast import Cast
from tests.remedy_walks import receipt
from tests.walks import Walk, answer_all, check_duties, clock, code, commission, walk_to

ASKED: dict[str, Any] = {"body": MediationBody.STUDIO, "name": "老李调解工作室", "reason": "邻里相争"}


def accuse(walk: Walk) -> Walk:
    walk.case.demands.filter(number=1).update(kind=Kind.ACCUSATION)
    return walk


def test_an_agreement_answers_the_leg_with_a_letter(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.SETTLE, cast.town_handler, later=5, **AGREED)
    assert walk.leg
    assert (walk.leg.state, walk.leg.answered_on) == (State.ANSWERED, walk.on)
    assert clock(walk.case, Duty.HANDLE_60D).met_on == walk.on
    letter = walk.leg.documents.get(kind=Letter.MEDIATION_AGREEMENT)
    for words in ("柳湾村村委会", "村委会修路", "五月底前", "经和解", "修好村口的路"):
        assert words in letter.content
    assert "不再出具信访事项处理意见书，也不再进行复查、复核" in letter.content
    assert "柳湾村村委会（签名或者盖章）：" in letter.content
    assert (letter.title, letter.signed_by, letter.red_headed) == ("和解协议书", "", False)
    assert {d.outcome for d in walk.leg.demands.all()} == {Outcome.SETTLED}
    walk.on_leg(Act.NOTIFY, cast.town_handler, method=ServiceMethod.IN_PERSON)
    assert letter.services.exists()


def test_what_was_settled_is_closed_without_a_window_but_a_commission_still_wants_its_report(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, first=commission)
    walk.on_leg(Act.SETTLE, cast.town_handler, later=5, **AGREED)
    assert code(walk.on_leg, Act.CLOSE, cast.town_head) == "report_missing"
    walk.on_leg(Act.REPORT_CONCLUSION, cast.town_handler, text="双方和解")
    assert code(walk.on_leg, Act.CLOSE, cast.town_head) == "notice_unserved"
    walk.on_leg(Act.NOTIFY, cast.town_handler, method=ServiceMethod.IN_PERSON)
    check_duties(walk)
    walk.on_leg(Act.CLOSE, cast.town_head)
    assert walk.leg
    assert walk.leg.state == State.CLOSED


def test_what_was_settled_has_no_opinion_to_dispute(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.SETTLE, cast.town_handler, later=5, **AGREED)
    asked = {"request": "后悔了", "unit": cast.gov}
    for settled in (State.ANSWERED, State.CLOSED):
        with pytest.raises(Refused) as refused:
            walk.on_leg(Act.REQUEST_REEXAMINATION, cast.clerk, **asked)
        assert (refused.value.code, refused.value.article) == ("settled_already", "第三十三条、第三十五条")
        assert walk.leg.documents.get(kind=Letter.MEDIATION_AGREEMENT).number in refused.value.message
        assert Act.REQUEST_REEXAMINATION not in acts_open(cast.clerk, walk)
        if settled is State.ANSWERED:
            walk.on_leg(Act.NOTIFY, cast.town_handler, method=ServiceMethod.IN_PERSON)
            check_duties(walk)
            walk.on_leg(Act.CLOSE, cast.town_head)
    assert not walk.case.clocks.filter(duty=Duty.REEXAM_REQ_30D).exists()


def test_an_agreement_takes_the_place_of_an_opinion_that_was_sent_back(cast: Cast):
    """The commissioning office sends the opinion back, both sides settle: neither the old window nor a new one runs."""
    walk = walk_to(cast, State.ANSWERED, first=commission)
    receipt(walk)
    walk.on_leg(Act.REPORT_CONCLUSION, cast.town_handler, text="办结")
    walk.on_leg(Act.REJECT_CONCLUSION, cast.router, reason="没有做通工作")
    window = clock(walk.case, Duty.REEXAM_REQ_30D)
    assert window.running
    walk.on_leg(Act.SETTLE, cast.town_handler, later=5, **AGREED)
    window.refresh_from_db()
    assert (window.running, window.ended_on) == (False, walk.on)
    assert code(walk.on_leg, Act.REQUEST_REEXAMINATION, cast.clerk, request="x", unit=cast.gov) == "settled_already"
    assert code(walk.on_leg, Act.SERVE, cast.town_handler, method=ServiceMethod.POST) == "settled_already"
    assert not {Act.SERVE, Act.RECORD_RECEIPT, Act.REQUEST_REEXAMINATION} & acts_open(cast.town_handler, walk)
    walk.on_leg(Act.REPORT_CONCLUSION, cast.town_handler, text="和解")
    walk.on_leg(Act.REJECT_CONCLUSION, cast.router, reason="协议没有签字日期")
    answer_all(walk)
    walk.on_leg(Act.SUBMIT, walk.handler)
    walk.on_leg(Act.ISSUE, walk.head)
    walk.on_leg(Act.SERVE, walk.handler, method=ServiceMethod.IN_PERSON)
    assert walk.case.clocks.filter(duty=Duty.REEXAM_REQ_30D, ended_on=None).exists(), "an opinion has its window"


def test_an_accusation_is_neither_settled_nor_mediated(cast: Cast):
    walk = accuse(walk_to(cast, State.IN_HANDLING))
    with pytest.raises(Refused, match="第1项诉求是检举控告") as refused:
        walk.on_leg(Act.SETTLE, cast.town_handler, **AGREED)
    assert (refused.value.code, refused.value.article) == ("accusation_goes_on", "第三十三条")
    assert code(walk.on_leg, Act.REFER_MEDIATION, cast.town_handler, **ASKED) == "accusation_goes_on"


def test_a_mediation_stops_no_clock_and_its_result_comes_back(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    before = list(walk.case.clocks.values_list("id", "due_on", "met_on", "paused_days"))
    record = (walk.on_leg, Act.RECORD_MEDIATION, cast.town_handler)
    said = {"result": MediationResult.FAILED, "text": "谈不拢"}
    assert code(*record, **said) == "nothing_asked"
    walk.on_leg(Act.REFER_MEDIATION, cast.town_handler, **ASKED)
    assert code(walk.on_leg, Act.REFER_MEDIATION, cast.town_handler, **ASKED) == "mediation_asked"
    walk.on_leg(Act.RECORD_MEDIATION, cast.town_handler, later=9, **said)
    assert walk.leg
    assert walk.leg.state == State.IN_HANDLING
    assert list(walk.case.clocks.values_list("id", "due_on", "met_on", "paused_days")) == before
    walk.on_leg(Act.REFER_MEDIATION, cast.town_handler, **ASKED)
