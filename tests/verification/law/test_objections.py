"""History two: three demands, of which one is objected to twice."""

import pytest

from law.vocabulary import Act
from organizations.roles import Role
from tests.cast import Cast
from tests.verification.law.conftest import Begin
from tests.verification.law.history import FORBIDDEN, History
from tests.verification.law.ways import CANAL, LAND, ROAD, accepted, drafted, enlist, handed_over

pytestmark = pytest.mark.django_db


def test_three_demands_two_objections(cast: Cast, begin: Begin):
    enlist(
        cast,
        far_head=cast.hire("白沙镇长", cast.other_town, Role.HEAD),
        far_handler=cast.hire("白沙经办", cast.other_town, Role.HANDLER),
    )
    h = begin(
        2,
        "一封来信三项诉求，分给三个单位；第2项先后被两个单位提出异议。异议应自收到之日起5个工作日内提出并说明理由，"
        "经转送的信访部门核实同意才交还（第二十三条第三款）；受理有争议的，由共同的上一级机关决定（第二十四条第一款）。"
        "中间有劳动节放假，2026-05-09（星期六）调休上班。",
        several=True,
    )
    h.on("2026-04-27")
    h.register(cast.clerk, ROAD, CANAL, LAND, content="路坏了，渠堵了，补偿款没有发。")
    h.then("已登记待分流", "登记分流 2026-05-12")
    h.on("2026-04-29")
    for number, unit in ((1, cast.town), (2, cast.farming), (3, cast.other_town)):
        h.does(cast.router, Act.REFER, f"第{number}项", demands=[number], unit=unit.pk, reason="职权")
    units = ("青石镇政府", "农业农村局", "白沙镇政府")
    due = {"签收": "2026-04-30", "提出异议": "2026-05-09", "受理告知": "2026-05-14"}
    running = [f"{unit}{duty} {day}" for unit in units for duty, day in due.items()]
    states = "青石镇政府已转送，农业农村局已转送，白沙镇政府已转送"
    h.then(f"已转送（{states}）", *running, stopped=("登记分流 2026-04-29履行",))
    _objected_twice(h, cast)
    _answered_each(h, cast)
    h.concludes(
        "依第二十三条第三款，自2026-04-29收到起的第5个工作日是2026-05-09，第一次异议在期限内，2026-05-10提出的被拒绝；"
        "依第二十四条第一款，第二次异议由共同的上一级云河区人民政府决定，决定后不得再提异议，也不能分给别的单位。"
        "分流期限始终从2026-04-27起算，最后一次分流正在第15日；依第三十四条，三项各自从受理之日起算60日，"
        "都在期限内办结，各自的复查期限届满后分别结案。"
    )


def _objected_twice(h: History, cast: Cast) -> None:
    h.on("2026-04-30")
    h.does(cast.town_head, Act.OPEN, at=cast.town)
    h.does(cast.farming_head, Act.OPEN, at=cast.farming)
    h.does(cast.far_head, Act.OPEN, at=cast.other_town)
    h.on("2026-05-07")
    not_mine = {"reason": "该渠是城市排水渠，由区住建局管养。", "proposed": cast.housing.pk}
    h.does(cast.farming_head, Act.OBJECT, at=cast.farming, **not_mine)
    h.does(cast.town_head, Act.ACCEPT, at=cast.town)
    h.does(cast.town_head, Act.NOTIFY, at=cast.town, method="in_person", receiver="老王")
    others = ("白沙镇政府提出异议 2026-05-09", "白沙镇政府受理告知 2026-05-14", "青石镇政府办结 2026-07-06")
    stopped = [f"{unit}签收 2026-04-30履行" for unit in ("青石镇政府", "农业农村局", "白沙镇政府")]
    stopped += ["农业农村局提出异议 2026-05-07履行", "青石镇政府提出异议 2026-05-07因“受理并告知”终止"]
    states = "青石镇政府已受理，农业农村局异议待核，白沙镇政府已转送"
    h.then(
        f"已转送（{states}）",
        "农业农村局受理告知 2026-05-14",
        *others,
        stopped=(*stopped, "青石镇政府受理告知 2026-05-07履行"),
    )
    h.on("2026-05-08")
    h.does(cast.router, Act.AGREE_OBJECTION, at=cast.farming, note="经核实，该渠由区住建局管养。")
    stopped = ["农业农村局受理告知 2026-05-08因“同意异议”终止"]
    states = "青石镇政府已受理，白沙镇政府已转送"
    h.then(f"已登记待分流（{states}）", "登记分流 2026-05-12", *others, stopped=tuple(stopped))
    h.does(cast.router, Act.REFER, "第2项，改送区住建局", demands=[2], unit=cast.housing.pk, reason="职权")
    mine = ("住建局提出异议 2026-05-14", "住建局受理告知 2026-05-23")
    h.then(
        f"已转送（{states}，住建局已转送）",
        "住建局签收 2026-05-09",
        *mine,
        *others,
        stopped=("登记分流 2026-05-08履行",),
    )
    h.on("2026-05-10")
    h.refused(cast.far_head, Act.OBJECT, "objection_late", "第二十三条第三款", at=cast.other_town, reason="不属本镇")
    h.on("2026-05-11")
    accepted_late = (cast.other_town, cast.far_head, cast.far_handler)
    h.does(cast.far_head, Act.ACCEPT, at=accepted_late[0])
    h.does(cast.far_head, Act.NOTIFY, at=accepted_late[0], method="in_person", receiver="老王")
    h.does(cast.housing_head, Act.OBJECT, "第二次", at=cast.housing, reason="该渠不在城区，不属住建局职权。")
    h.refused(cast.router, Act.AGREE_OBJECTION, "second_return", "第二十四条", at=cast.housing, note="同意")
    h.then(
        "异议待核（青石镇政府已受理，白沙镇政府已受理，住建局异议待核）",
        "住建局受理告知 2026-05-23",
        "青石镇政府办结 2026-07-06",
        "白沙镇政府办结 2026-07-10",
        stopped=(
            "白沙镇政府提出异议 2026-05-11因“受理并告知”终止",
            "白沙镇政府受理告知 2026-05-11履行",
            "住建局签收 2026-05-11履行，超期2日",
            "住建局提出异议 2026-05-11履行",
        ),
    )


def _answered_each(h: History, cast: Cast) -> None:
    h.on("2026-05-12")
    h.does(cast.leader, Act.ARBITRATE, "区农业农村局", at=cast.housing, unit=cast.farming.pk, reason="灌溉渠归农业农村")
    h.refused(cast.router, Act.REFER, "unit_assigned", "第二十四条", demands=[2], unit=cast.housing.pk, reason="职权")
    h.does(cast.router, Act.REFER, "第2项，按决定", demands=[2], unit=cast.farming.pk, reason="区政府决定")
    h.refused(cast.farming_head, Act.OBJECT, "objection_bound", "第二十四条", at=cast.farming, reason="不属本局")
    going = ("青石镇政府办结 2026-07-06", "白沙镇政府办结 2026-07-10")
    h.then(
        "已转送（青石镇政府已受理，白沙镇政府已受理，农业农村局已转送）",
        "农业农村局签收 2026-05-13",
        "农业农村局受理告知 2026-05-27",
        *going,
        stopped=("住建局受理告知 2026-05-12因“指定办理单位”终止", "登记分流 2026-05-12履行"),
    )
    h.on("2026-05-13")
    accepted(h, cast.farming, cast.farming_head, cast.farming_handler)
    h.does(cast.town_head, Act.TAKE, at=cast.town, handler=cast.town_handler.pk)
    h.does(cast.far_head, Act.TAKE, at=cast.other_town, handler=cast.far_handler.pk)
    h.then(
        "办理中（青石镇政府办理中，白沙镇政府办理中，农业农村局办理中）",
        "农业农村局办结 2026-07-12",
        *going,
        stopped=("农业农村局签收 2026-05-13履行", "农业农村局受理告知 2026-05-13履行"),
    )
    h.on("2026-05-20")
    drafted(h, cast.town, cast.town_handler, 1)
    h.refused(cast.town_handler, Act.ISSUE, "not_permitted", status=FORBIDDEN, at=cast.town)
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    h.then(
        "办理中（青石镇政府已办结，白沙镇政府办理中，农业农村局办理中）",
        "青石镇政府申请复查 2026-06-22",
        "白沙镇政府办结 2026-07-10",
        "农业农村局办结 2026-07-12",
        stopped=("青石镇政府办结 2026-05-20履行", "青石镇政府开始送达 2026-05-20履行"),
    )
    h.on("2026-05-25")
    for unit, head, handler, number in (
        (cast.other_town, cast.far_head, cast.far_handler, 3),
        (cast.farming, cast.farming_head, cast.farming_handler, 2),
    ):
        drafted(h, unit, handler, number, outcome="explain")
        handed_over(h, unit, head, handler)
    names = ("白沙镇政府", "农业农村局")
    h.then(
        "已办结（青石镇政府已办结，白沙镇政府已办结，农业农村局已办结）",
        "青石镇政府申请复查 2026-06-22",
        *[f"{name}申请复查 2026-06-24" for name in names],
        stopped=tuple(f"{name}{duty} 2026-05-25履行" for name in names for duty in ("办结", "开始送达")),
    )
    h.on("2026-06-23")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.refused(cast.far_head, Act.CLOSE, "window_open", "第三十五条", at=cast.other_town, says="2026-06-24")
    h.on("2026-06-25")
    h.does(cast.far_head, Act.CLOSE, at=cast.other_town)
    h.does(cast.farming_head, Act.CLOSE, at=cast.farming)
    h.then(
        "已结案（青石镇政府已结案，白沙镇政府已结案，农业农村局已结案）",
        stopped=(
            "青石镇政府申请复查 2026-06-23因“结案”终止",
            *[f"{name}申请复查 2026-06-25因“结案”终止" for name in names],
        ),
    )
