"""The remedies of the three-leg petition: remand, a second opinion, re-examination, review, finalisation, archive."""

from datetime import timedelta

from law.deadlines import Pause, due_on
from law.vocabulary import Act, Duty, Letter, State
from tests.browser.procedure_legs import CITY, HOUSING, LABOUR, TOWN
from tests.browser.procedure_walk import CALENDAR, Walk, working
from tests.browser.procedure_words import REFUSING, SUPPORTING
from tests.serving import DUTIES

BASIS = {"legal_basis": "《信访工作条例》第三十五条"}
LAST = "澄州政信核〔2027〕7号"


def remanded(walk: Walk) -> None:
    """Re-examined and sent back; an equal opinion is refused, another one is served by post."""
    walk.at_unit(HOUSING).days_pass(6)
    walk.page(
        "chuangkou",
        Act.REQUEST_REEXAMINATION,
        "提出复查请求（来访当面提出）",
        channel="来访",
        request="鉴定单位说渗水危及电线，应当按应急维修办，意见书没有提。",
    )
    assert walk.due(Duty.REEXAM_30D) == walk.today + timedelta(days=30)
    walk.is_refused(
        "chengban", Act.DRAFT_REMEDY, "not_permitted", decision="uphold", facts="x", opinion="x", legal_basis="x"
    )
    walk.days_pass(8).does(
        "zhengfu.chengban",
        Act.DRAFT_REMEDY,
        "草拟复查意见：责令30日内重新办理",
        decision="remand",
        remand_days=30,
        facts="原意见未查明渗水是否危及居住安全，主要事实不清。",
        opinion="撤销原意见的结论，由原办理单位查明后重新答复。",
        **BASIS,
    )
    walk.page("zhengfu.fuzeren", Act.REMAND, "责令重新办理", note="同意。")
    walk.stands_at(State.IN_HANDLING)
    assert walk.due(Duty.REMAND_LIMIT) == walk.today + timedelta(days=30)
    walk.does("fuzeren", Act.NOTIFY, "转交复查意见书（邮寄）", method="post").days_pass(5)
    walk.does("chengban", Act.ANSWER, "仍按原意见答复", demand=1, **REFUSING)
    walk.is_refused("chengban", Act.SUBMIT, "same_as_before")
    walk.does("chengban", Act.ANSWER, "重新答复第1项：支持，应急维修", demand=1, **SUPPORTING)
    walk.does("chengban", Act.SUBMIT).page("fuzeren", Act.ISSUE, "审核签发（第二份意见书）", note="同意。")
    walk.scans("chengban", Letter.HANDLING_OPINION, "邮寄发出", "扫码登记：第二份意见书邮寄发出").days_pass(3)
    walk.scans(
        "chengban",
        Letter.HANDLING_OPINION,
        "已经收到",
        "扫码登记：送达回证",
        received_on=walk.today.isoformat(),
        receiver="欧阳𠮷祥",
    )


def reviewed(walk: Walk) -> None:
    """The second opinion is upheld, reviewed with a hearing that pauses the clock, and the leg ends for good."""
    walk.days_pass(10).page(
        "chuangkou", Act.REQUEST_REEXAMINATION, "再次提出复查请求", channel="来信", request="费用不应当由业主分摊。"
    )
    walk.days_pass(12).does(
        "zhengfu.chengban",
        Act.DRAFT_REMEDY,
        "草拟复查意见：维持",
        decision="uphold",
        facts="应急维修程序合法，分摊依据充分。",
        opinion="维持第二次处理意见。",
        **BASIS,
    )
    walk.page("zhengfu.fuzeren", Act.DECIDE_REEXAMINATION, "作出复查意见：维持", note="同意。")
    walk.does("zhengfu.fuzeren", Act.SERVE, "送达复查意见书（直接送达）", method="in_person", receiver="欧阳𠮷祥")
    assert walk.due(Duty.REVIEW_REQ_30D) == due_on(Duty.REVIEW_REQ_30D, walk.today, CALENDAR)
    walk.days_pass(9).page(
        "chuangkou", Act.REQUEST_REVIEW, f"提出复核请求（{CITY}）", channel="来信", request="分摊没有经过业主大会。"
    )
    asked = walk.today
    assert walk.due(Duty.REVIEW_30D) == asked + timedelta(days=30)
    first = working(asked + timedelta(days=6))
    walk.page(
        "fenban",
        Act.CALL_HEARING,
        "复核听证通知",
        matter="应急维修费用是否应当经业主大会决定",
        planned_on=first.isoformat(),
        at_time="上午9时30分",
        place="澄湖区信访局听证室",
        chair="萧满仓",
        participants="信访人、区住房和城乡建设局、听证员五人",
    )
    walk.does("fenban", Act.NOTIFY, "送达复核听证通知书（邮寄）", method="post").until(first).days_pass(2)
    walk.page(
        "fenban",
        Act.HOLD_HEARING,
        "登记复核听证（占用的日子扣除）",
        held_from=first.isoformat(),
        held_to=walk.today.isoformat(),
        attended="信访人一人、区住房和城乡建设局二人、听证员五人",
        minutes="双方陈述、质证、辩论。",
        conclusion="应急维修不以业主大会决定为前提。",
    )
    pause = Pause(first, walk.today)
    paused = due_on(Duty.REVIEW_30D, asked, CALENDAR, pauses=[pause])
    assert walk.due(Duty.REVIEW_30D) == paused == asked + timedelta(days=31) + (walk.today - first)
    walk.days_pass(10).does(
        "fenban",
        Act.DRAFT_REMEDY,
        "记录复核意见草稿：维持",
        decision="uphold",
        facts="复查认定事实清楚，程序合法。",
        opinion="维持复查意见。",
        legal_basis="《信访工作条例》第三十六条",
    )
    walk.page("xinfang.fuzeren", Act.DECIDE_REVIEW, "登记市政府复核意见", number=LAST, note="与原件核对无误。")
    assert walk.paper(Letter.REVIEW_OPINION).number == LAST
    walk.does("xinfang.fuzeren", Act.SERVE, "送达复核意见书（直接送达）", method="in_person", receiver="欧阳𠮷祥")
    walk.is_refused("chuangkou", Act.REQUEST_REVIEW, "wrong_state", request="再复核一次")


def ended(walk: Walk) -> None:
    """Finalised, cared for, corrected, archived; the other two legs close when their windows have lapsed."""
    walk.at_unit(HOUSING).does("fuzeren", Act.CHECK_DUTIES, **DUTIES).does("fuzeren", Act.CLOSE)
    walk.does(
        "chengban", Act.PROPOSE_FINALIZATION, ground="after_review", reason="三级程序已经走完，复核意见为最终意见。"
    )
    walk.page("fuzeren", Act.FINALIZE, note="同意。")
    walk.does(
        "chengban",
        Act.TRACK_EXECUTION,
        "登记执行情况：完工",
        demand=1,
        progress="楼顶已修好，验收合格。",
        done_on=walk.today.isoformat(),
    )
    walk.does("chengban", Act.AFTER_CARE, kind="resolving", text="上门回访，三户同意分期交付分摊费用。")
    letter = walk.paper(Letter.HANDLING_OPINION)
    walk.does(
        "fuzeren",
        Act.CORRECT_LETTER,
        "更正第二份意见书的笔误",
        document=letter.key,
        wrong="面积约6平方米",
        right="面积约16平方米",
        reason="漏写数字，与现场查看笔录不符",
        method="post",
    )
    walk.does("chengban", Act.ARCHIVE, retention="permanent")
    walk.at_unit(LABOUR).does(
        "chuangkou",
        Act.REQUEST_REEXAMINATION,
        "逾期提出复查请求",
        channel="letter",
        request="请复查工日。",
        late_reason="在外省务工，没有及时看到意见书。",
    )
    walk.does(
        "zhengfu.fuzeren",
        Act.REFUSE_REMEDY,
        "逾期理由不成立，不予受理复查",
        ground="late",
        reason="回证由本人签收，外出务工不构成正当理由。",
    )
    walk.does("renshe.fuzeren", Act.NOTIFY, "送达不予受理复查告知书（邮寄）", method="post")
    for unit, code, demand in ((TOWN, "weitang", 2), (LABOUR, "renshe", 0)):
        walk.at_unit(unit)
        if demand:
            walk.does(
                f"{code}.chengban",
                Act.TRACK_EXECUTION,
                "登记执行情况：已付清",
                demand=demand,
                progress="三户已领取2,160元。",
                done_on=walk.today.isoformat(),
            )
        walk.does(f"{code}.fuzeren", Act.CHECK_DUTIES, **DUTIES)
        walk.does(f"{code}.fuzeren", Act.CLOSE).does(f"{code}.chengban", Act.ARCHIVE, retention="10y")
    walk.at_unit("").stands_at(State.ARCHIVED)
    assert {leg["state"] for leg in walk.file["legs"]} == {State.ARCHIVED, State.RETURNED}
    for act in (Act.REMIND, Act.CLOSE):
        walk.at_unit(HOUSING).is_refused("xietiao", act, "wrong_state", text="x")
