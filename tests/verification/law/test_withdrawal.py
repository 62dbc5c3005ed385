"""History seven: withdrawn while the time was extended; one demand for good, one taken up again."""

import pytest

from law.vocabulary import Act
from tests.cast import Cast
from tests.verification.law.conftest import Begin
from tests.verification.law.history import FORBIDDEN, History
from tests.verification.law.ways import CANAL, ROAD, accepted, drafted, handed_over

pytestmark = pytest.mark.django_db
UNITS = ("住建局", "青石镇政府")
COMPLICATED = "涉及多个年度的账目，需要逐笔核对。"


def test_a_withdrawal_while_the_time_is_extended(cast: Cast, begin: Begin):
    h = begin(
        7,
        "两项诉求都在延长的期限内，信访人申请撤回，后来一项反悔。信访由信访人提出（第十七条），撤回须是本人的意思；条例没有规定"
        "撤回，更没有规定撤回可以使办理期限重新起算（第三十四条）：核实以前照常办理，反悔后从原起算日继续。",
        several=True,
    )
    h.on("2026-03-06")
    h.register(cast.clerk, ROAD, CANAL, content="路坏了，渠堵了。")
    h.does(cast.router, Act.REFER, "第1项，区住建局", demands=[1], unit=cast.housing.pk, reason="职权")
    h.does(cast.router, Act.REFER, "第2项，青石镇", demands=[2], unit=cast.town.pk, reason="属地")
    due = {"签收": "2026-03-09", "提出异议": "2026-03-13", "受理告知": "2026-03-21"}
    running = [f"{unit}{duty} {day}" for unit in UNITS for duty, day in due.items()]
    h.then("已转送（住建局已转送，青石镇政府已转送）", *running, stopped=("登记分流 2026-03-06履行",))
    h.on("2026-03-09")
    accepted(h, cast.housing, cast.housing_head, cast.housing_handler)
    accepted(h, cast.town, cast.town_head, cast.town_handler)
    ended = ("签收 2026-03-09履行", "受理告知 2026-03-09履行", "提出异议 2026-03-09因“受理并告知”终止")
    stopped = tuple(f"{unit}{words}" for unit in UNITS for words in ended)
    h.then(_both("办理中"), *[f"{unit}办结 2026-05-08" for unit in UNITS], stopped=stopped)
    h.on("2026-05-07")
    for unit, head, handler in (
        (cast.housing, cast.housing_head, cast.housing_handler),
        (cast.town, cast.town_head, cast.town_handler),
    ):
        h.does(handler, Act.ASK_EXTENSION, "20日", at=unit, days=20, reason=COMPLICATED)
        h.does(head, Act.EXTEND, at=unit)
        h.does(head, Act.NOTIFY, "延期告知书", at=unit, method="in_person", receiver="老王")
    h.then(_both("办理中"), *[f"{unit}办结 2026-05-28" for unit in UNITS])
    _withdrawn(h, cast)
    _taken_up_again(h, cast)
    h.concludes(
        "依第十七条，撤回由办理单位以外的人员向本人核实，核实之日办理期限终止，不算履行；第2项在15日内反悔，"
        "依第三十四条，60日和延长的20日都从原起算日继续，期限仍是2026-05-28，2026-05-27办结，没有因为撤回多得一日；"
        "第1项反悔的期限到2026-06-02届满，次日反悔的被拒绝，同一事项可以重新提出，应当登记。"
    )


def _both(state: str) -> str:
    return f"{state}（{'，'.join(unit + state for unit in UNITS)}）"


def _withdrawn(h: History, cast: Cast) -> None:
    h.on("2026-05-15")
    for unit, number in ((cast.housing, 1), (cast.town, 2)):
        h.does(cast.clerk, Act.ASK_WITHDRAWAL, f"第{number}项", at=unit, reason="正在协商，先不办了。")
    how = {"how": "电话向本人核实，本人说自愿撤回。"}
    h.refused(cast.housing_head, Act.WITHDRAW, "not_permitted", status=FORBIDDEN, at=cast.housing, **how)
    h.then(_both("办理中"), *[f"{unit}办结 2026-05-28" for unit in UNITS])
    h.on("2026-05-18")
    for unit, number in ((cast.housing, 1), (cast.town, 2)):
        h.does(cast.router, Act.WITHDRAW, f"第{number}项", at=unit, **how)
    h.then(
        _both("已撤回"),
        *[f"{unit}撤回反悔 2026-06-02" for unit in UNITS],
        stopped=tuple(f"{unit}办结 2026-05-18因“核实撤回”终止" for unit in UNITS),
    )


def _taken_up_again(h: History, cast: Cast) -> None:
    h.on("2026-05-26")
    h.does(cast.clerk, Act.REVOKE_WITHDRAWAL, "第2项", at=cast.town, reason="没有谈成。")
    h.then(
        "办理中（住建局已撤回，青石镇政府办理中）",
        "住建局撤回反悔 2026-06-02",
        "青石镇政府办结 2026-05-28",
        stopped=("青石镇政府撤回反悔 2026-05-26履行",),
    )
    h.on("2026-05-27")
    drafted(h, cast.town, cast.town_handler, 2)
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    h.then(
        "已办结（住建局已撤回，青石镇政府已办结）",
        "住建局撤回反悔 2026-06-02",
        "青石镇政府申请复查 2026-06-26",
        stopped=("青石镇政府办结 2026-05-27履行", "青石镇政府开始送达 2026-05-27履行"),
    )
    h.on("2026-06-02")
    h.refused(cast.housing_handler, Act.ARCHIVE, "clock_running", "档案法第十四条", at=cast.housing, retention="10y")
    h.on("2026-06-03")
    h.refused(
        cast.clerk,
        Act.REVOKE_WITHDRAWAL,
        "revoked_too_late",
        "第十七条",
        at=cast.housing,
        reason="又坏了。",
        says="2026-06-02",
    )
    h.does(cast.housing_handler, Act.ARCHIVE, "第1项", at=cast.housing, retention="10y")
    h.on("2026-06-29")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.then(
        "已结案（住建局已归档，青石镇政府已结案）",
        stopped=("住建局撤回反悔 2026-06-03因“归档”终止", "青石镇政府申请复查 2026-06-29因“结案”终止"),
    )
