"""Histories nine and twelve: the same person twice and after the review; to the superior while the unit below has time."""

import pytest

from law.vocabulary import Act, Letter
from organizations.roles import Role
from tests.cast import Cast
from tests.remedy_walks import city, decider, drafter
from tests.verification.law.conftest import Begin
from tests.verification.law.history import FORBIDDEN, History
from tests.verification.law.ways import ROAD, UPHELD, accepted, drafted, enlist, handed_over

pytestmark = pytest.mark.django_db
LETTER = {"content": "村口的路坏了一年没有人修。"}
NUMBER = "云政信核〔2026〕18号"
FIRST, SECOND, THIRD = "第一件", "第二件", "第三件"


def test_the_same_person_twice_and_after_the_review(cast: Cast, begin: Begin):
    city(cast)
    enlist(cast, drafter=drafter(cast), decider=decider(cast))
    h = begin(
        9,
        "同一人同一内容来信三次：办理中第二次，复核之后第三次。收到的信访事项都应当登记（第二十二条）；完全重复的可以存查，"
        "不影响先登记的一件；对复核意见不服，仍以同一事实和理由提出的，不再受理（第三十六条第三款），没有复核意见的不得不再受理。",
    )
    h.on("2026-01-05")
    h.register(cast.clerk, ROAD, name=FIRST, **LETTER)
    h.does(cast.router, Act.REFER, "青石镇", demands=[1], unit=cast.town.pk, reason="属地管理")
    due = ("签收 2026-01-06", "提出异议 2026-01-12", "受理告知 2026-01-20")
    h.then("已转送", *due, stopped=("登记分流 2026-01-05履行",))
    h.on("2026-01-06")
    accepted(h, cast.town, cast.town_head, cast.town_handler)
    stopped = ("签收 2026-01-06履行", "提出异议 2026-01-06因“受理并告知”终止", "受理告知 2026-01-06履行")
    h.then("办理中", "办结 2026-03-07", stopped=stopped)
    _again_while_handled(h, cast)
    _to_the_end(h, cast)
    _again_after_the_review(h, cast)
    h.concludes(
        "依第二十二条，三次都登记；第二次是完全重复，由另一人核准存查，分流期限终止，不算履行，第一件照常办理；"
        "依第三十五条、第三十六条，第一件经复查、复核，复核意见为最终意见；依第三十六条第三款，第三次以同一事实和理由提出，"
        "并入同一事项、写明其中复核意见的文号，由另一人核准后书面告知不再受理。没有复核意见、没有证明、文号不符的都被拒绝。"
    )


def _again_while_handled(h: History, cast: Cast) -> None:
    h.on("2026-01-20")
    h.register(cast.clerk, ROAD, name=SECOND, **LETTER)
    h.then("已登记待分流", "登记分流 2026-02-04")
    no_more = {"demands": [1], "ground": "NLA_AFTER_REVIEW", "reason": "与第一件相同。"}
    h.refused(cast.router, Act.NO_LONGER_ACCEPT, "ground_unproven", "第三十六条第三款", earlier=NUMBER, **no_more)
    same = {"demands": [1], "ground": "duplicate"}
    h.refused(cast.router, Act.FILE_ONLY, "file_unfit", "第三十一条", demands=[1], ground="other", reason="重复")
    h.refused(cast.router, Act.FILE_ONLY, "ground_unproven", "第二十二条", **same)
    h.does(cast.router, Act.FILE_ONLY, "与第一件完全重复", duplicate_of=h.number_of(FIRST), **same)
    h.refused(cast.router, Act.APPROVE_EXIT, "not_permitted", status=FORBIDDEN, at=cast.bureau)
    h.then("去向待核", "登记分流 2026-02-04")
    h.on("2026-01-21")
    h.does(cast.bureau_head, Act.APPROVE_EXIT, at=cast.bureau)
    h.then("存查", stopped=("登记分流 2026-01-21因“核准去向”终止",))


def _to_the_end(h: History, cast: Cast) -> None:
    h.turn_to(FIRST)
    h.on("2026-02-05")
    drafted(h, cast.town, cast.town_handler, 1, outcome="reject")
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    h.then("已办结", "申请复查 2026-03-09", stopped=("办结 2026-02-05履行", "开始送达 2026-02-05履行"))
    h.on("2026-03-09")
    h.does(cast.clerk, Act.REQUEST_REEXAMINATION, at=cast.town, request="请求支持修路。")
    h.then("复查中", "复查 2026-04-08", stopped=("申请复查 2026-03-09履行",))
    h.on("2026-03-31")
    h.does(cast.drafter, Act.DRAFT_REMEDY, "维持", at=cast.town, **UPHELD)
    h.does(cast.decider, Act.DECIDE_REEXAMINATION, at=cast.town)
    h.does(cast.decider, Act.SERVE, "当面", at=cast.town, method="in_person", receiver="老王")
    h.then("已复查", "申请复核 2026-04-30", stopped=("复查 2026-03-31履行", "开始送达 2026-03-31履行"))
    h.on("2026-04-20")
    h.does(cast.clerk, Act.REQUEST_REVIEW, at=cast.town, request="请求支持修路。")
    h.then("复核中", "复核 2026-05-20", stopped=("申请复核 2026-04-20履行",))
    h.on("2026-05-13")
    h.does(cast.router, Act.DRAFT_REMEDY, "维持", at=cast.town, **UPHELD)
    h.does(cast.bureau_head, Act.DECIDE_REVIEW, at=cast.town, number=NUMBER)
    h.does(cast.bureau_head, Act.SERVE, "当面", at=cast.town, method="in_person", receiver="老王")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.then("已结案", stopped=("复核 2026-05-13履行", "开始送达 2026-05-13履行"))


def _again_after_the_review(h: History, cast: Cast) -> None:
    h.on("2026-06-01")
    h.register(cast.clerk, ROAD, name=THIRD, **LETTER)
    h.then("已登记待分流", "登记分流 2026-06-16")
    h.on("2026-06-02")
    said = {"demands": [1], "ground": "NLA_AFTER_REVIEW", "reason": "请求、事实、理由都与第一件相同。"}
    h.refused(cast.router, Act.NO_LONGER_ACCEPT, "ground_unproven", "第三十六条第三款", earlier=NUMBER, **said)
    h.does(cast.router, Act.JOIN_MATTER, "第一件", number=h.number_of(FIRST), reason="同一人、同一请求、同一事实。")
    wrong = "云政信核〔2026〕99号"
    h.refused(cast.router, Act.NO_LONGER_ACCEPT, "review_unknown", "第三十六条第三款", earlier=wrong, **said)
    h.does(cast.router, Act.NO_LONGER_ACCEPT, earlier=NUMBER, **said)
    h.then("去向待核", "登记分流 2026-06-16")
    h.no_letter(Letter.NO_LONGER_ACCEPTED_NOTICE)
    h.on("2026-06-03")
    h.does(cast.bureau_head, Act.APPROVE_EXIT, at=cast.bureau)
    h.refused(cast.router, Act.CLOSE, "notice_missing", "第二十三条", at=cast.bureau)
    h.does(cast.router, Act.NOTIFY, "不再受理告知书", at=cast.bureau, method="post")
    h.does(cast.router, Act.CLOSE, at=cast.bureau)
    h.then("已结案", stopped=("登记分流 2026-06-03因“核准去向”终止",))
    parts = (NUMBER, "同一事实和理由", "不再受理", "修好村口的路", "第三十六条第三款")
    h.letter(Letter.NO_LONGER_ACCEPTED_NOTICE, *parts, by=cast.bureau, to="老*")


def test_to_the_superior_while_the_unit_below_has_time(cast: Cast, begin: Begin):
    head, clerk = cast.hire("区长高", cast.gov, Role.HEAD), cast.hire("政府办何", cast.gov, Role.HANDLER)
    enlist(cast, gov_head=head, gov_clerk=clerk, decider=decider(cast))
    h = begin(
        12,
        "青石镇正在办理，信访人两次向区人民政府提出同一事项：一次在镇的期限内，一次在期限届满以后。信访事项已经受理或者正在"
        "办理的，在规定期限内向上级机关又提出同一事项，上级机关不予受理（第十九条第三款）；仍应登记并在15日内书面告知"
        "（第二十三条第二款）。期限届满以后，这一款不再适用。",
    )
    h.on("2026-03-06")
    h.register(cast.clerk, ROAD, name=FIRST, **LETTER)
    h.does(cast.router, Act.REFER, "青石镇", demands=[1], unit=cast.town.pk, reason="属地管理")
    due = ("签收 2026-03-09", "提出异议 2026-03-13", "受理告知 2026-03-21")
    h.then("已转送", *due, stopped=("登记分流 2026-03-06履行",))
    h.on("2026-03-09")
    accepted(h, cast.town, cast.town_head, cast.town_handler)
    stopped = ("签收 2026-03-09履行", "提出异议 2026-03-09因“受理并告知”终止", "受理告知 2026-03-09履行")
    h.then("办理中", "办结 2026-05-08", stopped=stopped)
    _within_the_time(h, cast)
    _after_the_time(h, cast)
    h.concludes(
        "依第十九条第三款，镇的办理期限到2026-05-08届满：2026-04-13提出的，区政府写明正在办理的件、单位和期限，由另一人核准后"
        "不予受理，依第二十三条第二款在第2日书面告知；2026-05-11提出的，期限已经届满，不予受理被拒绝，"
        "区政府依第二十三条第一款交办青石镇，并告知去向。依第三十四条，第一件2026-05-20办结，记超期12日；"
        "第三件依交办的期限反馈。两件各自送达、各自结案。"
    )


def _within_the_time(h: History, cast: Cast) -> None:
    h.on("2026-04-13")
    h.register(cast.gov_clerk, ROAD, name=SECOND, **LETTER)
    h.then("已登记待分流", "直接收件告知 2026-04-28")
    decline = {"demands": [1], "ground": "NA_PENDING_SAME", "reason": "镇正在办理。", "where": "青石镇人民政府"}
    h.refused(cast.gov_head, Act.DECLINE, "ground_unproven", "第十九条第三款", **decline)
    h.does(cast.gov_head, Act.DECLINE, "第一件正在办理", pending_number=h.number_of(FIRST), **decline)
    h.refused(cast.gov_head, Act.APPROVE_EXIT, "own_request", "第十九条", at=cast.gov)
    h.then("去向待核", "直接收件告知 2026-04-28")
    h.on("2026-04-14")
    h.does(cast.decider, Act.APPROVE_EXIT, at=cast.gov)
    h.then("不予受理", "直接收件告知 2026-04-28")
    parts = ("不予受理", "修好村口的路", "青石镇人民政府", "2026年5月8日", "第十九条第三款")
    h.letter(Letter.NON_ACCEPTANCE_NOTICE, *parts, by=cast.gov, to="老*")
    h.on("2026-04-15")
    h.does(cast.gov_head, Act.NOTIFY, "不予受理告知书", at=cast.gov, method="post")
    h.does(cast.gov_head, Act.CLOSE, at=cast.gov)
    h.then("已结案", stopped=("直接收件告知 2026-04-15履行",))


def _after_the_time(h: History, cast: Cast) -> None:
    h.on("2026-05-11")
    h.register(cast.gov_clerk, ROAD, name=THIRD, **LETTER)
    decline = {"demands": [1], "ground": "NA_PENDING_SAME", "reason": "镇正在办理。", "where": "青石镇人民政府"}
    pending = {"pending_number": h.number_of(FIRST), "says": "2026-05-08"}
    h.refused(cast.gov_head, Act.DECLINE, "pending_lapsed", "第十九条第三款", **pending, **decline)
    to_the_town = {"demands": [1], "unit": cast.town.pk, "reason": "第一件已经超期，请抓紧办理。"}
    h.does(cast.gov_head, Act.COMMISSION, "青石镇，限20日反馈", days=20, **to_the_town)
    h.does(cast.gov_head, Act.NOTIFY, "交办去向", at=cast.town, method="post")
    due = ("签收 2026-05-12", "提出异议 2026-05-18", "受理告知 2026-05-26", "交办反馈 2026-05-31")
    h.then("已交办", *due, stopped=("直接收件告知 2026-05-11履行",))
    h.letter(Letter.TRANSFER_NOTICE, "交办", "青石镇人民政府", "修好村口的路", by=cast.gov, to="老*")
    h.on("2026-05-12")
    accepted(h, cast.town, cast.town_head, cast.town_handler)
    stopped = ("签收 2026-05-12履行", "提出异议 2026-05-12因“受理并告知”终止", "受理告知 2026-05-12履行")
    h.then("办理中", "交办反馈 2026-05-31", "办结 2026-07-11", stopped=stopped)
    h.on("2026-05-20")
    h.turn_to(FIRST)
    drafted(h, cast.town, cast.town_handler, 1)
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    h.then("已办结", "申请复查 2026-06-22", stopped=("办结 2026-05-20履行，超期12日", "开始送达 2026-05-20履行"))
    h.turn_to(THIRD)
    drafted(h, cast.town, cast.town_handler, 1)
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    h.does(cast.town_handler, Act.REPORT_CONCLUSION, at=cast.town, text="与第一件一并办结。")
    stopped = ("办结 2026-05-20履行", "开始送达 2026-05-20履行", "交办反馈 2026-05-20履行")
    h.then("已办结", "申请复查 2026-06-22", stopped=stopped)
    h.on("2026-06-23")
    for name in (FIRST, THIRD):
        h.turn_to(name)
        h.does(cast.town_head, Act.CLOSE, at=cast.town)
        h.then("已结案", stopped=("申请复查 2026-06-23因“结案”终止",))
