"""Histories ten and eleven: what an organ receives directly; a visit with eight representatives."""

import pytest

from law.vocabulary import Act, Letter
from organizations.roles import Role
from tests.cast import Cast
from tests.verification.law.conftest import Begin
from tests.verification.law.history import CONFLICT, History
from tests.verification.law.ways import ROAD, accepted, demand, drafted, enlist, handed_over

pytestmark = pytest.mark.django_db
PLAN, CROSSING = "公开征地补偿方案", "修铁路道口"
VISIT = "当场告知的一件"


def test_what_another_organ_receives_directly(cast: Cast, begin: Begin):
    head, handler = cast.hire("区长高", cast.gov, Role.HEAD), cast.hire("政府办何", cast.gov, Role.HANDLER)
    enlist(cast, gov_head=head, gov_handler=handler)
    h = begin(
        10,
        "区人民政府直接收到一封来信，三项诉求：一项属本机关，一项属下级部门，一项不属本系统。属于本机关职权的告知接收情况，"
        "属于下级的转送并告知去向，都不属于的告知向有权处理的机关提出（第二十三条第一款）；应当自收到之日起15日内书面告知，"
        "能够当场告知的当场书面告知（第二十三条第二款）。15日是自然日，中间的春节假期照算；三项都告知了，才算告知。",
        several=True,
    )
    h.on("2026-02-09")
    h.register(cast.gov_handler, demand(PLAN), ROAD, demand(CROSSING), content="三件事。")
    h.then("已登记待分流", "直接收件告知 2026-02-24")
    _three_ways(h, cast)
    _each_to_its_end(h, cast)
    _on_the_spot(h, cast)
    h.concludes(
        "依第二十三条第一款、第二款，收到之日2026-02-09起15日到2026-02-24，春节假期照算；本机关受理的一项2026-02-10告知，"
        "转送去向2026-02-13告知，有权机关的名称、地址2026-02-24告知，最后一项告知之日期限才算履行；转到系统外的被拒绝。"
        "依第二十三条第三款，区住建局自己的告知从它收到之日起15日，不因上级已经告知而免除。来访的一件当场书面告知，当天履行。"
    )


def _three_ways(h: History, cast: Cast) -> None:
    h.on("2026-02-10")
    h.does(cast.gov_head, Act.KEEP, "第1项", demands=[1])
    h.does(cast.gov_head, Act.ACCEPT, at=cast.gov)
    h.does(cast.gov_head, Act.NOTIFY, "第1项", at=cast.gov, method="post")
    h.then("已登记待分流（区政府已受理）", "直接收件告知 2026-02-24", "区政府办结 2026-04-11")
    h.on("2026-02-12")
    away = {"demands": [2], "reason": "职权"}
    h.refused(cast.gov_head, Act.REFER, "not_own_system", "第二十三条第一款", unit=cast.discipline.pk, **away)
    h.does(cast.gov_head, Act.REFER, "第2项，区住建局", unit=cast.housing.pk, **away)
    below = ("住建局签收 2026-02-13", "住建局提出异议 2026-02-26", "住建局受理告知 2026-02-27")
    state = "区政府已受理，住建局已转送"
    h.then(f"已登记待分流（{state}）", "直接收件告知 2026-02-24", "区政府办结 2026-04-11", *below)
    h.on("2026-02-13")
    h.does(cast.gov_head, Act.NOTIFY, "第2项的去向", at=cast.housing, method="post")
    rail = {"demands": [3], "reason": "铁路道口由铁路部门管理", "address": "铁路大街1号"}
    own = {"unit": cast.housing.pk, **rail}
    h.refused(cast.gov_head, Act.DIRECT_ELSEWHERE, "own_system", "第二十三条第一款", **own)
    h.does(cast.gov_head, Act.DIRECT_ELSEWHERE, "第3项，省铁路局", body="省铁路局", **rail)
    h.does(cast.housing_head, Act.OPEN, at=cast.housing)
    h.then(
        "已转送（区政府已受理，住建局已转送，区政府不予受理）",
        "直接收件告知 2026-02-24",
        "区政府办结 2026-04-11",
        *below[1:],
        stopped=("住建局签收 2026-02-13履行",),
    )
    h.letter(Letter.TRANSFER_NOTICE, "修好村口的路", "云河区住建局", by=cast.gov, to="老*")
    h.letter(Letter.COMPETENT_BODY_NOTICE, CROSSING, "省铁路局", "铁路大街1号", by=cast.gov, to="老*")
    h.on("2026-02-24")
    h.does(cast.gov_head, Act.NOTIFY, "第3项", at=cast.gov, method="post")
    h.does(cast.gov_head, Act.CLOSE, "第3项", at=cast.gov)
    h.then(
        "已转送（区政府已受理，住建局已转送，区政府已结案）",
        "区政府办结 2026-04-11",
        *below[1:],
        stopped=("直接收件告知 2026-02-24履行",),
    )


def _each_to_its_end(h: History, cast: Cast) -> None:
    first = int(h.case.legs()[0]["id"])
    h.on("2026-02-25")
    h.does(cast.housing_head, Act.ACCEPT, at=cast.housing)
    h.does(cast.housing_head, Act.NOTIFY, at=cast.housing, method="in_person", receiver="老王")
    h.does(cast.housing_head, Act.TAKE, at=cast.housing, handler=cast.housing_handler.pk)
    h.does(cast.gov_head, Act.TAKE, at=first, handler=cast.gov_handler.pk)
    h.then(
        "办理中（区政府办理中，住建局办理中，区政府已结案）",
        "区政府办结 2026-04-11",
        "住建局办结 2026-04-26",
        stopped=("住建局提出异议 2026-02-25因“受理并告知”终止", "住建局受理告知 2026-02-25履行"),
    )
    h.on("2026-03-20")
    drafted(h, cast.housing, cast.housing_handler, 2)
    handed_over(h, cast.housing, cast.housing_head, cast.housing_handler)
    drafted(h, first, cast.gov_handler, 1)
    handed_over(h, first, cast.gov_head, cast.gov_handler)
    names = ("区政府", "住建局")
    h.then(
        "已办结（区政府已办结，住建局已办结，区政府已结案）",
        *[f"{name}申请复查 2026-04-20" for name in names],
        stopped=tuple(f"{name}{duty} 2026-03-20履行" for name in names for duty in ("办结", "开始送达")),
    )
    h.on("2026-04-21")
    h.does(cast.gov_head, Act.CLOSE, at=first)
    h.does(cast.housing_head, Act.CLOSE, at=cast.housing)
    h.then(
        "已结案（区政府已结案，住建局已结案，区政府已结案）",
        stopped=tuple(f"{name}申请复查 2026-04-21因“结案”终止" for name in names),
    )


def _on_the_spot(h: History, cast: Cast) -> None:
    h.on("2026-04-22")
    h.register(cast.dispatcher, ROAD, name=VISIT, content="村口的路坏了。", channel="visit")
    h.then("已登记待分流", "直接收件告知 2026-05-07")
    handling = {"handling": "属于我镇职权，由我镇依法受理、书面答复。", "receiver": "老王"}
    h.does(cast.dispatcher, Act.TELL_ON_SPOT, **handling)
    h.refused(cast.dispatcher, Act.TELL_ON_SPOT, "told_already", "第二十三条第二款", status=CONFLICT, **handling)
    h.then("已登记待分流", stopped=("当场告知 2026-04-22履行", "直接收件告知 2026-04-22履行"))
    h.letter(Letter.SPOT_NOTICE, "2026年4月22日", "由我镇依法受理", by=cast.town, to="老*")
    h.does(cast.dispatcher, Act.KEEP, demands=[1])
    h.does(cast.town_head, Act.ACCEPT, at=cast.town)
    h.does(cast.town_head, Act.TAKE, at=cast.town, handler=cast.town_handler.pk)
    h.then("办理中", "青石镇政府办结 2026-06-21")
    h.on("2026-04-30")
    drafted(h, cast.town, cast.town_handler, 1)
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    stopped = ("青石镇政府办结 2026-04-30履行", "青石镇政府开始送达 2026-04-30履行")
    h.then("已办结", "青石镇政府申请复查 2026-06-01", stopped=stopped)
    h.on("2026-06-02")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.then("已结案", stopped=("青石镇政府申请复查 2026-06-02因“结案”终止",))


def test_a_visit_with_eight_representatives(cast: Cast, begin: Begin):
    h = begin(
        11,
        "三十名村民走访，来了八名代表。多人走访应当推选代表，代表不得超过5人（第二十条第三款）；违反的，工作人员应当劝阻、批评"
        "或者教育（第四十七条第一款）。超过5人不是不登记、不受理的理由，不影响任何期限（第十七条、第二十二条）。",
    )
    h.on("2026-04-13")
    crowd = {"content": "全村三十户请求修路。", "channel": "visit", "petitioner_count": 30}
    h.register(cast.clerk, ROAD, parties=_representatives(8), **crowd)
    h.then("已登记待分流", "登记分流 2026-04-28")
    assert len(h.case.now["parties"]) == 8
    spot = {"handling": "15日内转送有权处理的单位，由其书面告知。", "receiver": "代表甲"}
    h.does(cast.clerk, Act.TELL_ON_SPOT, **spot)
    facts = {"kind": "educated", "place": "信访局接待大厅", "happened": "八名代表一起进入接谈室。"}
    h.refused(cast.clerk, Act.RECORD_DISSUASION, "judging_words", "第二十六条、第四十七条", said="不要闹访。", **facts)
    h.does(cast.clerk, Act.RECORD_DISSUASION, said="说明代表不超过5人，请推选5人，其余在大厅等候；代表同意。", **facts)
    h.then("已登记待分流", "登记分流 2026-04-28", stopped=("当场告知 2026-04-13履行",))
    bypass = {"demands": [1], "ground": "NA_BYPASS_LEVEL", "reason": "代表超过5人。", "where": "青石镇人民政府"}
    h.refused(cast.router, Act.DECLINE, "ground_not_granted", "地方规定", **bypass)
    elected = {"reason": "现场推选5名代表", "parties": _representatives(5)}
    h.does(cast.clerk, Act.CORRECT, "推选5名代表", **elected)
    assert {party["role"] for party in h.read().now["parties"]} == {"信访代表"}
    assert len(h.case.now["parties"]) == 5
    _road_mended(h, cast)
    h.concludes(
        "依第二十条第三款、第四十七条第一款，八名代表照常登记，当天教育后推选5人，如实记录，不写评价；"
        "以此不予受理被拒绝，各项期限从2026-04-13起照常计算：当场告知当天履行，次日分流，依第三十四条，60日到2026-06-14，"
        "2026-05-13办结，意见书送达代表；复查期限2026-06-12届满后结案。"
    )


def _representatives(count: int) -> list[dict[str, str]]:
    return [
        {"name": f"代表{letter}", "role": "representative", "address": f"青石镇柳湾村{number}号"}
        for number, letter in enumerate("甲乙丙丁戊己庚辛"[:count], 1)
    ]


def _road_mended(h: History, cast: Cast) -> None:
    h.on("2026-04-14")
    h.does(cast.router, Act.REFER, "区住建局", demands=[1], unit=cast.housing.pk, reason="职权")
    due = ("签收 2026-04-15", "提出异议 2026-04-21", "受理告知 2026-04-29")
    h.then("已转送", *due, stopped=("登记分流 2026-04-14履行",))
    h.on("2026-04-15")
    accepted(h, cast.housing, cast.housing_head, cast.housing_handler)
    stopped = ("签收 2026-04-15履行", "提出异议 2026-04-15因“受理并告知”终止", "受理告知 2026-04-15履行")
    h.then("办理中", "办结 2026-06-14", stopped=stopped)
    h.on("2026-05-13")
    drafted(h, cast.housing, cast.housing_handler, 1)
    handed_over(h, cast.housing, cast.housing_head, cast.housing_handler)
    h.then("已办结", "申请复查 2026-06-12", stopped=("办结 2026-05-13履行", "开始送达 2026-05-13履行"))
    h.letter(Letter.HANDLING_OPINION, "修好村口的路", "支持", "30日内", "云河区人民政府", by=cast.housing, to="代*")
    h.on("2026-06-15")
    h.does(cast.housing_head, Act.CLOSE, at=cast.housing)
    h.then("已结案", stopped=("申请复查 2026-06-15因“结案”终止",))
