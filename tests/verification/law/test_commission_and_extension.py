"""Histories three and four: a commission with a short limit, sent back once; extensions on day 60 and day 61."""

import pytest

from law.vocabulary import Act, Letter
from tests.cast import Cast
from tests.verification.law.conftest import Begin
from tests.verification.law.history import CONFLICT, FORBIDDEN, History
from tests.verification.law.ways import CANAL, ROAD, accepted, drafted, handed_over

pytestmark = pytest.mark.django_db


def test_a_commission_with_a_short_limit(cast: Cast, begin: Begin):
    h = begin(
        3,
        "信访部门交办一件，限15日反馈。条例没有规定交办的天数，由信访部门指定，要求在指定期限内反馈结果、提交办结报告"
        "（第二十二条第一款第三项）；指定的期限短于60日的办理期限，但不改变60日（第三十四条）。办结报告被退回的，期限不重新起算。",
    )
    h.on("2026-06-08")
    h.register(cast.clerk, ROAD, content="村口的路坏了一年，反映多次。")
    commission = {"demands": [1], "unit": cast.housing.pk, "reason": "反映集中，需要反馈结果。"}
    h.refused(cast.router, Act.COMMISSION, "input_invalid", days=0, **commission)
    h.does(cast.router, Act.COMMISSION, "限15日反馈", days=15, **commission)
    feedback = "交办反馈 2026-06-23"
    h.then(
        "已交办",
        "签收 2026-06-09",
        "提出异议 2026-06-15",
        "受理告知 2026-06-23",
        feedback,
        stopped=("登记分流 2026-06-08履行",),
    )
    h.letter(Letter.COMMISSION_LETTER, "云河区住建局", "修好村口的路", "15日", by=cast.bureau)
    h.on("2026-06-09")
    accepted(h, cast.housing, cast.housing_head, cast.housing_handler)
    stopped = ("签收 2026-06-09履行", "提出异议 2026-06-09因“受理并告知”终止", "受理告知 2026-06-09履行")
    h.then("办理中", feedback, "办结 2026-08-08", stopped=stopped)
    unanswered = {"at": cast.housing, "text": "正在办理。", "status": CONFLICT}
    h.refused(cast.housing_handler, Act.REPORT_CONCLUSION, "wrong_state", "第二十二条第一款第三项", **unanswered)
    _reported_twice(h, cast, feedback)
    h.concludes(
        "依第二十二条第一款第三项，指定的反馈期限2026-06-23始终从交办之日起算：第一次报告在当天，因内容不全被退回，"
        "第二次报告在2026-06-30，记超期7日，没有因为退回而重新起算；依第三十四条，60日从受理之日起算到2026-08-08，"
        "重新作出的意见仍在期限内；依第三十五条，信访人的30日随新的意见书重新起算到2026-07-30，届满后结案。"
    )


def _reported_twice(h: History, cast: Cast, feedback: str) -> None:
    h.on("2026-06-22")
    drafted(h, cast.housing, cast.housing_handler, 1)
    handed_over(h, cast.housing, cast.housing_head, cast.housing_handler)
    stopped = ("办结 2026-06-22履行", "开始送达 2026-06-22履行")
    h.then("已办结", feedback, "申请复查 2026-07-22", stopped=stopped)
    h.on("2026-06-23")
    h.does(cast.housing_handler, Act.REPORT_CONCLUSION, at=cast.housing, text="已经办结，意见书已送达。")
    h.then("已办结", "申请复查 2026-07-22", stopped=("交办反馈 2026-06-23履行",))
    h.on("2026-06-26")
    again = {"at": cast.housing, "reason": "没有写明修路的期限和责任人。"}
    h.does(cast.router, Act.REJECT_CONCLUSION, **again)
    window = "申请复查 2026-07-22"
    h.then("办理中", feedback, "办结 2026-08-08", window)
    h.on("2026-06-30")
    drafted(h, cast.housing, cast.housing_handler, 1, opinion="由区公路所于7月20日前修好，责任人张某。")
    handed_over(h, cast.housing, cast.housing_head, cast.housing_handler)
    h.does(cast.housing_handler, Act.REPORT_CONCLUSION, at=cast.housing, text="已重新办结，写明期限和责任人。")
    h.then(
        "已办结",
        "申请复查 2026-07-30",
        stopped=(
            "办结 2026-06-30履行",
            "开始送达 2026-06-30履行",
            "交办反馈 2026-06-30履行，超期7日",
            "申请复查 2026-06-30因“送达意见书”终止",
        ),
    )
    h.on("2026-07-30")
    h.refused(cast.housing_head, Act.CLOSE, "window_open", "第三十五条", at=cast.housing, says="2026-07-30")
    h.on("2026-07-31")
    h.does(cast.housing_head, Act.CLOSE, at=cast.housing)
    h.then("已结案", stopped=("申请复查 2026-07-31因“结案”终止",))


LEDGERS = "涉及多个年度的账目，需要逐笔核对。"
BOTH_WORKING = "办理中（住建局办理中，青石镇政府办理中）"


def test_extensions_on_day_60_and_day_61(cast: Cast, begin: Begin):
    h = begin(
        4,
        "同一天受理的两项诉求都申请延期：一项在第60日获准，一项到第61日才审批。办理期限60日；情况复杂的，经本机关负责人批准"
        "可以延长，合计不超过30日，并告知延期理由（第三十四条）。原期限届满以后，没有可以延长的期限。",
        several=True,
    )
    h.on("2026-03-06")
    h.register(cast.clerk, ROAD, CANAL, content="路坏了，渠堵了。")
    h.does(cast.router, Act.REFER, "第1项，区住建局", demands=[1], unit=cast.housing.pk, reason="职权")
    h.does(cast.router, Act.REFER, "第2项，青石镇", demands=[2], unit=cast.town.pk, reason="属地")
    units = ("住建局", "青石镇政府")
    due = {"签收": "2026-03-09", "提出异议": "2026-03-13", "受理告知": "2026-03-21"}
    h.then(
        "已转送（住建局已转送，青石镇政府已转送）",
        *[f"{unit}{duty} {day}" for unit in units for duty, day in due.items()],
        stopped=("登记分流 2026-03-06履行",),
    )
    h.on("2026-03-09")
    accepted(h, cast.housing, cast.housing_head, cast.housing_handler)
    accepted(h, cast.town, cast.town_head, cast.town_handler)
    ended = ("签收 2026-03-09履行", "受理告知 2026-03-09履行", "提出异议 2026-03-09因“受理并告知”终止")
    h.then(
        BOTH_WORKING,
        *[f"{unit}办结 2026-05-08" for unit in units],
        stopped=tuple(f"{unit}{words}" for unit in units for words in ended),
    )
    _day_60(h, cast)
    _day_61(h, cast)
    _ended(h, cast)
    h.concludes(
        "依第三十四条，自2026-03-09受理起第60日是2026-05-08：当天批准的延长20日到2026-05-28，再延长10日到2026-06-07，"
        "合计30日，超过30日的申请被拒绝；第61日的审批被拒绝，该项2026-05-15办结，记超期7日。两份延期告知书都送达以后才能结案。"
        "2026-06-05签发、2026-06-08送达，在签发后三个工作日内，办结日为签发日。"
    )


def _day_60(h: History, cast: Cast) -> None:
    h.on("2026-05-06")
    h.does(cast.housing_handler, Act.ASK_EXTENSION, "20日", at=cast.housing, days=20, reason=LEDGERS)
    h.refused(cast.housing_handler, Act.EXTEND, "not_permitted", status=FORBIDDEN, at=cast.housing)
    h.then(BOTH_WORKING, "住建局办结 2026-05-08", "青石镇政府办结 2026-05-08")
    h.on("2026-05-08")
    h.does(cast.housing_head, Act.EXTEND, "20日，第60日", at=cast.housing)
    h.does(cast.housing_head, Act.NOTIFY, "延期告知书", at=cast.housing, method="in_person", receiver="老王")
    h.does(cast.town_handler, Act.ASK_EXTENSION, "30日，第60日", at=cast.town, days=30, reason=LEDGERS)
    h.then(BOTH_WORKING, "住建局办结 2026-05-28", "青石镇政府办结 2026-05-08")
    h.letter(
        Letter.EXTENSION_NOTICE,
        "2026年5月8日",
        LEDGERS,
        "20日",
        "2026年5月28日",
        "第三十四条",
        by=cast.housing,
        to="老*",
    )


def _day_61(h: History, cast: Cast) -> None:
    h.on("2026-05-09")
    h.refused(cast.town_head, Act.EXTEND, "due_passed", "第三十四条", at=cast.town, says="2026-05-08")
    h.does(cast.town_head, Act.REFUSE_EXTENSION, at=cast.town, reason="原期限已经届满，不能再延长。")
    h.refused(cast.town_handler, Act.ASK_EXTENSION, "due_passed", "第三十四条", at=cast.town, days=5, reason=LEDGERS)
    h.then(BOTH_WORKING, "住建局办结 2026-05-28", "青石镇政府办结 2026-05-08")
    h.on("2026-05-15")
    drafted(h, cast.town, cast.town_handler, 2)
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    h.then(
        "办理中（住建局办理中，青石镇政府已办结）",
        "住建局办结 2026-05-28",
        "青石镇政府申请复查 2026-06-15",
        stopped=("青石镇政府办结 2026-05-15履行，超期7日", "青石镇政府开始送达 2026-05-15履行"),
    )


def _ended(h: History, cast: Cast) -> None:
    h.on("2026-05-28")
    asked = {"at": cast.housing, "reason": LEDGERS}
    h.refused(cast.housing_handler, Act.ASK_EXTENSION, "extension_too_long", "第三十四条", days=11, **asked)
    h.does(cast.housing_handler, Act.ASK_EXTENSION, "10日", days=10, **asked)
    h.does(cast.housing_head, Act.EXTEND, "10日", at=cast.housing)
    h.then("办理中（住建局办理中，青石镇政府已办结）", "住建局办结 2026-06-07", "青石镇政府申请复查 2026-06-15")
    h.on("2026-06-05")
    drafted(h, cast.housing, cast.housing_handler, 1)
    h.does(cast.housing_head, Act.ISSUE, at=cast.housing)
    h.on("2026-06-08")
    h.does(cast.housing_handler, Act.SERVE, "当面", at=cast.housing, method="in_person", receiver="老王")
    h.then(
        "已办结（住建局已办结，青石镇政府已办结）",
        "住建局申请复查 2026-07-08",
        "青石镇政府申请复查 2026-06-15",
        stopped=("住建局办结 2026-06-05履行", "住建局开始送达 2026-06-08履行"),
    )
    h.on("2026-06-16")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.then(
        "已办结（住建局已办结，青石镇政府已结案）",
        "住建局申请复查 2026-07-08",
        stopped=("青石镇政府申请复查 2026-06-16因“结案”终止",),
    )
    h.on("2026-07-09")
    h.refused(cast.housing_head, Act.CLOSE, "notice_unserved", "第三十四条", at=cast.housing)
    h.does(cast.housing_head, Act.NOTIFY, "第二份延期告知书", at=cast.housing, method="in_person", receiver="老王")
    h.does(cast.housing_head, Act.CLOSE, at=cast.housing)
    h.then("已结案（住建局已结案，青石镇政府已结案）", stopped=("住建局申请复查 2026-07-09因“结案”终止",))
