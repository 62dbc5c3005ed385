"""A request is not taken up on a proven ground alone, and a wrong refusal is taken back (Art. 33, 35, 36)."""

import pytest

from cases.models import HandOff, Involvement
from cases.sight.keeping import keep_reach
from law.remedies import RefusalGround
from law.vocabulary import Act, Duty, Letter, ServiceMethod, State
from organizations.actions import add_unit
from organizations.roles import Role
from organizations.vocabulary import UnitKind
from tests.cases.refusals import refused
from tests.cases.remedies import DAY, answered
from tests.cast import Cast
from tests.remedy_walks import decider, draft, request_reexamination
from tests.walks import Walk, clock, walk_to

LATE = {"ground": RefusalGround.LATE, "reason": "外出务工不是正当理由"}


def asked_too_late(cast: Cast) -> Walk:
    """A request three days after the window, with a reason that the deciding body has still to weigh."""
    walk = answered(cast)
    last = clock(walk.case, Duty.REEXAM_REQ_30D).due_on
    assert last
    walk.on = last + 3 * DAY
    walk.on_leg(Act.REQUEST_REEXAMINATION, cast.clerk, request="没有写清", late_reason="住院一个月")
    return walk


def test_a_request_in_time_is_not_refused_whatever_is_said_of_it(cast: Cast):
    walk = answered(cast)
    request_reexamination(walk)
    for ground in RefusalGround:
        said = refused(walk.on_leg, Act.REFUSE_REMEDY, decider(cast), ground=ground, reason="研究后决定")
        assert (said.code, said.article) == ("no_ground", "第三十五条")
    for fact in ("没有逾期", "没有退回", "不是各方签字的协议", "第三十一条第六项"):
        assert fact in said.message
    assert walk.leg.state == State.REEXAMINING


def test_a_late_request_is_refused_as_late_and_as_nothing_else_until_its_reason_is_accepted(cast: Cast):
    walk = asked_too_late(cast)
    window = clock(walk.case, Duty.REEXAM_REQ_30D)
    for ground in set(RefusalGround) - {RefusalGround.LATE}:
        said = refused(walk.on_leg, Act.REFUSE_REMEDY, decider(cast), ground=ground, reason="r")
        assert said.code == "ground_unproven"
    walk.on_leg(Act.REFUSE_REMEDY, decider(cast), **LATE)
    again = clock(walk.case, Duty.REEXAM_REQ_30D)
    assert (again.starts_on, again.due_on, again.met_on) == (window.starts_on, window.due_on, None)
    assert (walk.leg.state, clock(walk.case, Duty.REEXAM_30D).ended_by) == (State.ANSWERED, "refuse_remedy")
    letter = walk.leg.documents.get(kind=Letter.REEXAM_REJECT_NOTICE).content
    for words in ("逾期且没有正当理由", LATE["reason"], "《信访工作条例》第三十五条"):
        assert words in letter
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.POST)
    walk.on_leg(Act.REQUEST_REEXAMINATION, cast.clerk, request="没有写清", late_reason="补交病历")
    draft(walk)
    assert refused(walk.on_leg, Act.REFUSE_REMEDY, decider(cast), **LATE).code == "no_ground"


def test_an_opinion_that_came_back_is_none_yet(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    walk.on_leg(Act.REQUEST_REEXAMINATION, cast.clerk, request="听说不支持")
    unread = {"ground": RefusalGround.NO_OPINION, "reason": "意见书还没有送达"}
    assert "没有退回" in refused(walk.on_leg, Act.REFUSE_REMEDY, decider(cast), **unread).message
    walk.on_leg(Act.RECORD_RETURN, cast.town_handler, later=1, reason="查无此人")
    walk.on_leg(Act.REFUSE_REMEDY, decider(cast), **unread)
    letter = walk.leg.documents.get(kind=Letter.REEXAM_REJECT_NOTICE)
    assert "自您收到之日起30日内可以提出复查请求" in letter.content


def test_who_handled_it_below_does_not_refuse(cast: Cast):
    walk = asked_too_late(cast)
    cast.grant(cast.town_head, cast.gov, Role.HEAD)
    said = refused(walk.on_leg, Act.REFUSE_REMEDY, cast.town_head, **LATE)
    assert (said.code, said.article) == ("took_part_below", "第二十八条")


@pytest.mark.parametrize("closed", [False, True], ids=["answered", "closed"])
def test_a_refusal_taken_back_leaves_every_day_where_it_was(cast: Cast, closed: bool):
    walk = asked_too_late(cast)
    asked, deciding = walk.on, clock(walk.case, Duty.REEXAM_30D)
    walk.on_leg(Act.REFUSE_REMEDY, decider(cast), later=4, **LATE)
    if closed:
        walk.on_leg(Act.NOTIFY, decider(cast), method=ServiceMethod.POST)
        walk.on_leg(Act.CLOSE, cast.town_head, later=1)
    walk.on_leg(Act.READMIT_REMEDY, decider(cast), later=50, reason="病历属实")
    again, window = clock(walk.case, Duty.REEXAM_30D), clock(walk.case, Duty.REEXAM_REQ_30D)
    assert (again.pk, again.running, again.starts_on, again.due_on) == (deciding.pk, True, asked, asked + 30 * DAY)
    assert (window.met_on, window.ended_on) == (asked, None)
    remedy = walk.leg.remedies.get()
    assert (remedy.open, remedy.admitted_on, walk.leg.state, walk.leg.closed_on) == (
        True,
        walk.on,
        State.REEXAMINING,
        None,
    )
    assert HandOff.objects.get(leg=walk.leg, movement="remedy").replied_on is None
    letter = walk.leg.documents.get(kind=Letter.REMEDY_READMITTED_NOTICE).content
    assert "仍按原提出日期计算" in letter
    assert f"{again.due_on:%Y}年" in letter
    walk.on_leg(Act.NOTIFY, decider(cast), method=ServiceMethod.POST)
    draft(walk)
    walk.on_leg(Act.DECIDE_REEXAMINATION, decider(cast))


def test_the_body_over_it_takes_a_refusal_back_and_a_body_beside_it_does_not(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    # Decided by a department that stands between the town and the government.
    between = add_unit("云河区镇街工作部", UnitKind.DEPARTMENT, cast.gov.level, parent=cast.gov)
    walk.on_leg(Act.REQUEST_REEXAMINATION, cast.clerk, request="x")
    walk.leg.remedies.update(unit=between)
    walk.leg.hand_offs.filter(movement="remedy").update(to_unit=between)
    Involvement.objects.create(case=walk.case, unit=between, district_id=walk.case.district_id)
    keep_reach([walk.case.pk])
    walk.on_leg(Act.RECORD_RETURN, cast.town_handler, reason="查无此人")
    head = cast.hire("工作部长", between, Role.HEAD)
    walk.on_leg(Act.REFUSE_REMEDY, head, ground=RefusalGround.NO_OPINION, reason="没有送达")
    assert refused(walk.on_leg, Act.READMIT_REMEDY, cast.housing_head, reason="r").code == "not_found"
    assert refused(walk.on_leg, Act.READMIT_REMEDY, cast.town_head, reason="r").code == "not_permitted"
    walk.on_leg(Act.READMIT_REMEDY, decider(cast), reason="已经当面领取")
    assert walk.leg.documents.get(kind=Letter.REMEDY_READMITTED_NOTICE).unit == cast.gov


def test_only_a_refusal_against_what_still_stands_is_taken_back(cast: Cast):
    walk = answered(cast)
    assert refused(walk.on_leg, Act.READMIT_REMEDY, decider(cast), reason="r").code in ("not_permitted", "not_found")
    walk = asked_too_late(cast)
    walk.on_leg(Act.REFUSE_REMEDY, decider(cast), **LATE)
    opinion = walk.leg.documents.get(kind=Letter.HANDLING_OPINION)
    opinion.pk, opinion.number, opinion.check_code = None, "新的", "新的"
    opinion.save()
    assert refused(walk.on_leg, Act.READMIT_REMEDY, decider(cast), reason="r").code == "opinion_replaced"
