"""Answer, sign-off and service: complete, heard, never one's own draft, served once."""

from datetime import timedelta

import pytest

from cases.models.leg import InquiryKind
from law.errors import Refused
from law.matters import Cause
from law.vocabulary import Act, Letter, Outcome, ServiceMethod, State
from organizations.roles import Role
from tests.cast import Cast, register
from tests.walks import Walk, accept, code, commission, follow, refer, serve, submit, take, walk_to

ANSWERED = {
    "outcome": Outcome.SUPPORT,
    "facts": "属实",
    "opinion": "修好",
    "legal_basis": "《公路法》",
    "cause": Cause.EXECUTION,
}


def test_an_answer_is_complete_and_fits_its_kind(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    for hole in ("facts", "opinion", "legal_basis"):
        with pytest.raises(Refused, match="请补全") as refused:
            walk.on_leg(Act.ANSWER, cast.town_handler, demand=1, **{**ANSWERED, hole: " "})
        assert refused.value.code == "answer_incomplete"
    assert code(walk.on_leg, Act.ANSWER, cast.town_handler, demand=1, **{**ANSWERED, "cause": None}) == (
        "answer_incomplete"
    )
    for outcome in (Outcome.ADOPTED, Outcome.REPORTED_BACK):
        assert (
            code(walk.on_leg, Act.ANSWER, cast.town_handler, demand=1, **{**ANSWERED, "outcome": outcome})
            == "outcome_unfit"
        )
    assert code(walk.on_leg, Act.ANSWER, cast.town_handler, demand=7, **ANSWERED) == "demand_unknown"


def test_every_demand_is_answered_and_the_petitioner_heard_before_sign_off(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ANSWER, cast.town_handler, demand=1, **ANSWERED)
    with pytest.raises(Refused, match="第2项") as refused:
        walk.on_leg(Act.SUBMIT, cast.town_handler)
    assert refused.value.code == "demand_unanswered"
    walk.on_leg(Act.ANSWER, cast.town_handler, demand=2, **ANSWERED)
    assert code(walk.on_leg, Act.SUBMIT, cast.town_handler) == "petitioner_unheard"
    walk.on_leg(Act.RECORD_INQUIRY, cast.town_handler, kind=InquiryKind.HEARD_PETITIONER, text="电话听取")
    walk.on_leg(Act.SUBMIT, cast.town_handler)


def test_an_anonymous_petitioner_need_not_be_heard(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, anonymous=True, parties=[])
    for number in (1, 2):
        walk.on_leg(Act.ANSWER, cast.town_handler, demand=number, **ANSWERED)
    walk.on_leg(Act.SUBMIT, cast.town_handler)


def test_nobody_issues_his_own_draft(cast: Cast):
    walk = Walk(cast, register(cast))
    follow(walk, refer, accept)
    cast.grant(cast.town_head, cast.town, Role.HANDLER)
    walk.handler = cast.town_head
    follow(walk, take, submit)
    assert code(walk.on_leg, Act.ISSUE, cast.town_head) == "own_draft"
    other = cast.hire("副镇长", cast.town, Role.HEAD)
    walk.on_leg(Act.ISSUE, other)
    assert (walk.leg.issued_by, walk.leg.submitted_by) == (other, cast.town_head)


def test_a_draft_sent_back_comes_again_with_the_same_clocks(cast: Cast):
    walk = walk_to(cast, State.PENDING_SIGN_OFF)
    clocks = list(walk.case.clocks.values_list("id", "due_on", "met_on"))
    walk.on_leg(Act.SEND_BACK, cast.town_head, later=1, reason="依据不足")
    assert walk.leg.state == State.IN_HANDLING
    walk.on_leg(Act.SUBMIT, cast.town_handler, later=1)
    assert list(walk.case.clocks.values_list("id", "due_on", "met_on")) == clocks
    assert walk.case.events.get(act=Act.SEND_BACK).words.text == "依据不足"


def test_a_document_is_served_once_on_a_possible_day(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    post = {"method": ServiceMethod.POST}
    for day in (walk.on - timedelta(days=1), walk.on + timedelta(days=1)):
        assert code(walk.on_leg, Act.SERVE, cast.town_handler, sent_on=day, **post) == "date_unfit"
    early = {"sent_on": walk.on, "received_on": walk.on - timedelta(days=1)}
    assert code(walk.on_leg, Act.SERVE, cast.town_handler, **early, **post) == "date_unfit"
    assert code(walk.on_leg, Act.NOTIFY, cast.town_handler, **post) == "served_already"
    follow(walk, serve)
    assert code(walk.on_leg, Act.CLOSE, cast.town_head, later=90) == "receipt_missing"
    walk.on_leg(Act.RECORD_RECEIPT, cast.town_handler, received_on=walk.on, receiver="老王")
    assert (
        code(walk.on_leg, Act.RECORD_RECEIPT, cast.town_handler, received_on=walk.on, receiver="老王") == "nothing_open"
    )


def test_a_report_is_made_once(cast: Cast):
    walk = walk_to(cast, State.ANSWERED, first=commission)
    walk.on_leg(Act.REPORT_CONCLUSION, cast.town_handler, text="办结")
    assert code(walk.on_leg, Act.REPORT_CONCLUSION, cast.town_handler, text="又") == "reported_already"
    assert walk.leg.documents.filter(kind=Letter.CONCLUSION_REPORT).count() == 1
