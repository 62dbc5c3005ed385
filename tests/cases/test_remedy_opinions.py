"""The opinions on remedies: two people, the way on, windows and closing, handling anew (Art. 35, 36)."""

import pytest

from cases.clocks import explain_clock
from cases.models import Clock
from law.remedies import RemedyDecision
from law.vocabulary import Act, Duty, Letter, Outcome, ServiceMethod, State
from organizations.roles import Role
from tests.cases.refusals import refused
from tests.cases.remedies import DAY, answered
from tests.cast import Cast
from tests.remedy_walks import (
    CITY,
    DRAFT,
    decide_reexamination,
    decider,
    draft,
    drafter,
    receipt,
    remand,
    request_reexamination,
    request_review,
)
from tests.walks import answer_all, clock, follow, issue, serve, walk_to


# The opinion
def test_one_drafts_and_another_decides(cast: Cast):
    walk = answered(cast)
    request_reexamination(walk)
    assert refused(walk.on_leg, Act.DECIDE_REEXAMINATION, decider(cast)).code == "no_draft"
    for hole in DRAFT:
        given = {"decision": RemedyDecision.UPHOLD, **DRAFT, hole: " "}
        assert refused(walk.on_leg, Act.DRAFT_REMEDY, drafter(cast), **given).code == "opinion_incomplete"
    cast.grant(drafter(cast), cast.gov, Role.HEAD)
    draft(walk)
    assert refused(walk.on_leg, Act.DECIDE_REEXAMINATION, drafter(cast)).code == "own_draft"
    assert refused(walk.on_leg, Act.REMAND, decider(cast)).code == "decision_unfit"
    walk.on_leg(Act.DECIDE_REEXAMINATION, decider(cast), later=1)
    remedy = walk.leg.remedies.get()
    assert (remedy.decided_on, walk.leg.state) == (walk.on, State.REEXAM_DECIDED)
    assert clock(walk.case, Duty.REEXAM_30D).met_on == walk.on
    assert Clock.objects.get(leg=walk.leg, duty=Duty.SERVICE_3WD, met_on=None).unit == cast.gov


def test_each_opinion_names_the_way_on_where_there_is_one_and_the_last_one_none(cast: Cast):
    walk = walk_to(cast, State.REVIEW_DECIDED)
    said = {d.kind: d.content for d in walk.leg.documents.all()}
    remedy = "自收到本意见书之日起30日内，可以向{}请求{}。"
    assert remedy.format("云河区人民政府", "复查") in said[Letter.HANDLING_OPINION]
    assert remedy.format(CITY, "复核") in said[Letter.REEXAM_OPINION]
    assert "30日内" not in said[Letter.REVIEW_OPINION]
    assert "最终复核意见" in said[Letter.REVIEW_OPINION]
    assert "人民法院" not in "".join(said.values())


def test_a_body_outside_is_recorded_at_the_desk_under_its_own_number(cast: Cast):
    walk = walk_to(cast, State.REVIEWING)
    walk.on_leg(Act.DRAFT_REMEDY, cast.router, decision=RemedyDecision.CHANGE, **DRAFT)
    assert refused(walk.on_leg, Act.DECIDE_REVIEW, cast.bureau_head).code == "number_missing"
    walk.on_leg(Act.DECIDE_REVIEW, cast.bureau_head, number="云政信核〔2026〕17号")
    opinion = walk.leg.documents.get(kind=Letter.REVIEW_OPINION)
    assert (opinion.unit.name, opinion.number) == (CITY, "云政信核〔2026〕17号")
    other = walk_to(cast, State.REVIEWING)
    other.on_leg(Act.DRAFT_REMEDY, cast.router, decision=RemedyDecision.UPHOLD, **DRAFT)
    said = refused(other.on_leg, Act.DECIDE_REVIEW, cast.bureau_head, number="云政信核〔2026〕17号")
    assert said.code == "number_taken"


# Windows and closing
def test_a_leg_is_closed_only_when_the_window_for_review_has_lapsed(cast: Cast):
    walk = walk_to(cast, State.REEXAM_DECIDED)
    assert refused(walk.on_leg, Act.CLOSE, cast.town_head, later=90).code == "receipt_missing"
    walk.on_leg(Act.RECORD_RECEIPT, decider(cast), received_on=walk.on, receiver="老王")
    window = clock(walk.case, Duty.REVIEW_REQ_30D)
    assert (window.starts_on, window.unit) == (walk.on, None)
    said = refused(walk.on_leg, Act.CLOSE, cast.town_head, later=30)
    assert said.code == "window_open"
    assert "申请复核" in said.message
    assert window.due_on
    walk.on = window.due_on + DAY
    walk.on_leg(Act.CLOSE, cast.town_head)
    assert walk.case.state == State.CLOSED


def test_after_review_only_its_receipt_is_awaited(cast: Cast):
    walk = walk_to(cast, State.REVIEW_DECIDED)
    assert refused(walk.on_leg, Act.CLOSE, cast.town_head).code == "receipt_missing"
    walk.on_leg(Act.RECORD_RECEIPT, cast.bureau_head, received_on=walk.on, receiver="老王")
    walk.on_leg(Act.CLOSE, cast.town_head)
    assert not walk.case.clocks.filter(duty=Duty.REVIEW_REQ_30D, met_on=None).exists()
    for act in (Act.REQUEST_REEXAMINATION, Act.REQUEST_REVIEW):
        said = refused(walk.on_leg, act, cast.clerk, request="x", late_reason="x")
        assert (said.code, "复核意见书" in said.message) == ("remedy_unfit", True)


def test_no_review_before_the_re_examination_opinion_is_served(cast: Cast):
    walk = walk_to(cast, State.REEXAMINING)
    draft(walk)
    walk.on_leg(Act.DECIDE_REEXAMINATION, decider(cast))
    assert refused(walk.on_leg, Act.REQUEST_REVIEW, cast.clerk, request="x").code == "opinion_unserved"


def test_a_revocation_comes_with_a_change_or_a_remand(cast: Cast):
    walk = walk_to(cast, State.REEXAMINING)
    bare = {"decision": RemedyDecision.REVOKE, **DRAFT}
    for after in (None, RemedyDecision.UPHOLD, RemedyDecision.REVOKE):
        said = refused(walk.on_leg, Act.DRAFT_REMEDY, drafter(cast), followed_by=after, **bare)
        assert (said.code, said.article) == ("revocation_bare", "第三十五条")
    draft(walk, **bare, followed_by=RemedyDecision.REMAND, remand_days=20)
    # A draft of before the rule: it is not decided as it stands either.
    walk.leg.remedies.update(decision=RemedyDecision.REVOKE, revoked=False)
    for act in (Act.DECIDE_REEXAMINATION, Act.REMAND):
        assert refused(walk.on_leg, act, decider(cast)).code == "revocation_bare"
    draft(walk, **bare, followed_by=RemedyDecision.CHANGE)
    walk.on_leg(Act.DECIDE_REEXAMINATION, decider(cast))
    assert "四、复查意见\n撤销并变更。" in walk.leg.documents.get(kind=Letter.REEXAM_OPINION).content


# Handling anew
def test_a_remand_sets_its_own_limit_and_keeps_the_old_answers(cast: Cast):
    walk = walk_to(cast, State.REEXAMINING)
    handling = clock(walk.case, Duty.HANDLE_60D)
    for days in (None, 0, 91):
        given = {"decision": RemedyDecision.REMAND, "remand_days": days, **DRAFT}
        assert refused(walk.on_leg, Act.DRAFT_REMEDY, drafter(cast), **given).code == "remand_days"
    remand(walk, days=20)
    limit = clock(walk.case, Duty.REMAND_LIMIT)
    assert (walk.leg.state, limit.due_on, limit.unit) == (State.IN_HANDLING, walk.on + 20 * DAY, cast.town)
    assert explain_clock(limit).due_on == limit.due_on
    assert clock(walk.case, Duty.HANDLE_60D).met_on == handling.met_on
    assert [(p.demand.number, p.opinion) for p in walk.leg.past_answers.all()] == [(1, "本月修好。"), (2, "本月修好。")]
    assert refused(walk.on_leg, Act.SUBMIT, walk.handler).code == "demand_unanswered"
    assert "20日内重新办理" in walk.leg.documents.get(kind=Letter.REEXAM_OPINION).content
    assert "请求复核" not in walk.leg.documents.get(kind=Letter.REEXAM_OPINION).content
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.POST)


@pytest.mark.parametrize("said_again", ["本月修好。", " 本月 修好！", "本月修好"])
def test_the_new_opinion_must_not_repeat_the_old_one(cast: Cast, said_again: str):
    walk = walk_to(cast, State.REEXAMINING)
    remand(walk)
    answer_all(walk)
    words = {"outcome": Outcome.SUPPORT, "facts": "再次查看", "legal_basis": "《公路法》"}
    walk.on_leg(Act.ANSWER, walk.handler, demand=1, opinion="六月底前重铺路面。", **words)
    walk.on_leg(Act.ANSWER, walk.handler, demand=2, opinion=said_again, **words)
    said = refused(walk.on_leg, Act.SUBMIT, walk.handler)
    assert (said.code, said.article) == ("same_as_before", "地方规定")
    assert "第2项" in said.message
    walk.on_leg(Act.ANSWER, walk.handler, demand=2, opinion="七月底前清渠。", **words)
    walk.on_leg(Act.SUBMIT, walk.handler)
    follow(walk, issue, serve, receipt)
    assert clock(walk.case, Duty.REMAND_LIMIT).met_on == walk.leg.issued_on
    windows = walk.case.clocks.filter(duty=Duty.REEXAM_REQ_30D).order_by("id")
    assert [window.running for window in windows] == [False, True]
    request_reexamination(walk)
    follow(walk, decide_reexamination, request_review)
    assert walk.leg.state == State.REVIEWING
