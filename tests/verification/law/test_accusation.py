"""History one: an anonymous letter that accuses an official, and asks for a road."""

import pytest

from law.vocabulary import Act, Letter
from tests.cast import Cast
from tests.serving import DUTIES
from tests.verification.law.conftest import Begin
from tests.verification.law.history import History
from tests.verification.law.ways import ROAD, SUPPORT, demand

pytestmark = pytest.mark.django_db
THEFT = "查处金村长侵吞救灾款"


def test_an_anonymous_accusation_with_a_road(cast: Cast, begin: Begin):
    h = begin(
        1,
        "一封匿名来信，既检举柳湾村村主任侵吞救灾款，又请求修好村口的路。检举控告应转送纪检监察机关（第二十二条第二款），"
        "材料和有关情况不得透露、转给被检举的人和单位（第三十条第三款）；修路的请求仍应转送有权处理的单位，"
        "姓名、住址不清的可以不书面告知（第二十三条第二款）。",
        several=True,
    )
    h.eye = cast.coordinator
    h.on("2026-03-02")
    accused = {"name": "金村长", "position": "村主任", "demands": "1"}
    letter = {"content": "金村长侵吞救灾款三万元。村口的路坏了一年。", "anonymous": True, "parties": []}
    h.register(cast.clerk, demand(THEFT, "accusation"), ROAD, respondents=[accused], **letter)
    h.then("已登记待分流", "登记分流 2026-03-17")
    _parted(h, cast)
    _answered_to_nobody(h, cast)
    h.concludes(
        "依第二十二条第二款，检举控告在收到后第3日转送纪检监察机关，另依第三十条第二款通报组织部门；依第三十条第三款，"
        "柳湾村的人员和信息员始终读不到本件，青石镇只见摘转内容，也不能下派该村核查；修路的请求依第二十三条第二款免予书面告知，"
        "免予告知不算履行；依第三十四条，办结期限为2026-05-08，2026-03-20办结。公告送达满30日视为收到，"
        "申请复查的期限到2026-05-19届满后结案。"
    )


def _parted(h: History, cast: Cast) -> None:
    h.on("2026-03-03")
    to_the_town = {"unit": cast.town.pk, "reason": "属地管理"}
    h.refused(cast.router, Act.REFER, "respondent_unlinked", "第三十条", demands=[2], **to_the_town)
    respondent = h.read().now["respondents"][0]["id"]
    linked = {"respondent_id": respondent, "name": "金村长", "unit": cast.village.pk, "demands": [1]}
    h.does(cast.router, Act.LINK_RESPONDENT, "柳湾村", **linked)
    h.refused(cast.router, Act.REFER, "accusation_apart", "第三十条", demands=[1, 2], **to_the_town)
    h.refused(cast.router, Act.REFER, "extract_missing", "第三十条", demands=[2], **to_the_town)
    h.then("已登记待分流", "登记分流 2026-03-17")
    h.on("2026-03-04")
    h.does(cast.router, Act.REFER, "第2项，给青石镇", demands=[2], extract="请求修好村口的路", **to_the_town)
    clocks = ("青石镇政府提出异议 2026-03-11", "青石镇政府受理告知 2026-03-19")
    h.then("已登记待分流（青石镇政府已转送）", "登记分流 2026-03-17", "青石镇政府签收 2026-03-05", *clocks)
    h.on("2026-03-05")
    h.does(cast.town_head, Act.OPEN, at=cast.town)
    discipline = {"demands": [1], "destination": "discipline", "unit": cast.discipline.pk, "reason": "检举村干部"}
    h.refused(cast.router, Act.TRANSFER_OUT, "approval_wanted", "第二十二条第一款", **discipline)
    proposed = {"handling": "transfer_out", "text": "拟转区纪委监委", **discipline}
    h.does(cast.router, Act.PROPOSE_HANDLING, "转出第1项", **proposed)
    [waiting] = h.by(cast.coordinator).get("/approvals/").json()["proposals"]
    h.does(cast.coordinator, Act.APPROVE_PROPOSAL, "给区纪委监委", proposal=waiting["proposal_id"])
    told = {"officials": "金村长（村主任）", "told": ["organization"], "body": "中共云河区委组织部"}
    h.does(cast.router, Act.REPORT_OFFICIALS, content="反映其侵吞救灾款", **told)
    stopped = ("登记分流 2026-03-05履行", "青石镇政府签收 2026-03-05履行")
    h.then("已转送（青石镇政府已转送，信访局已转出）", *clocks, stopped=stopped)
    h.letter(Letter.TRANSFER_LETTER, "云河区纪委监委", THEFT, "第二十二条", by=cast.bureau)
    h.no_letter(Letter.TRANSFER_NOTICE)
    for outsider in (cast.village_head, cast.informant, cast.housing_head):
        h.hidden_from(outsider)
    seen = str(h.sees(cast.town_head))
    assert "请求修好村口的路" in seen
    assert not any(word in seen for word in ("救灾款", "金村长", "侵吞"))


def _answered_to_nobody(h: History, cast: Cast) -> None:
    h.on("2026-03-09")
    h.does(cast.town_head, Act.ACCEPT, at=cast.town)
    h.does(cast.town_head, Act.WAIVE_NOTICE, at=cast.town, reason="没有署名", tried="在镇村务公开栏张贴")
    h.does(cast.town_head, Act.TAKE, at=cast.town, handler=cast.town_handler.pk)
    village = {"unit": cast.village.pk, "instruction": "到现场看一下"}
    h.refused(cast.dispatcher, Act.DELEGATE, "accused_party", "第三十条", at=cast.town, **village)
    stopped = ("青石镇政府提出异议 2026-03-09因“受理并告知”终止", "青石镇政府受理告知 2026-03-09免除")
    h.then("办理中（青石镇政府办理中，信访局已转出）", "青石镇政府办结 2026-05-08", stopped=stopped)
    h.on("2026-03-12")
    h.refused(cast.router, Act.CLOSE, "receipt_missing", "第二十二条第二款", at=cast.bureau)
    h.does(cast.router, Act.RECORD_TRANSFER_RECEIPT, at=cast.bureau, received_on="2026-03-11")
    h.does(cast.router, Act.CLOSE, "转出的第1项", at=cast.bureau)
    h.then("办理中（青石镇政府办理中，信访局已结案）", "青石镇政府办结 2026-05-08")
    h.on("2026-03-20")
    h.does(cast.town_handler, Act.RECORD_INQUIRY, at=cast.town, kind="site_visit", text="路面破损三处。")
    h.does(cast.town_handler, Act.ANSWER, "第2项", at=cast.town, demand=2, **SUPPORT)
    h.does(cast.town_handler, Act.CHECK_DUTIES, at=cast.town, **DUTIES)
    h.does(cast.town_handler, Act.SUBMIT, at=cast.town)
    h.does(cast.town_head, Act.ISSUE, at=cast.town)
    h.does(cast.town_handler, Act.SERVE, "公告", at=cast.town, method="announcement")
    stopped = ("青石镇政府办结 2026-03-20履行", "青石镇政府开始送达 2026-03-20履行")
    h.then("已办结（青石镇政府已办结，信访局已结案）", "青石镇政府申请复查 2026-05-19", stopped=stopped)
    h.letter(Letter.HANDLING_OPINION, "修好村口的路", "30日内", "云河区人民政府", "复查", by=cast.town)
    h.on("2026-05-19")
    h.refused(cast.town_head, Act.CLOSE, "window_open", "第三十五条", at=cast.town, says="2026-05-19")
    h.on("2026-05-20")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.then("已结案（青石镇政府已结案，信访局已结案）", stopped=("青石镇政府申请复查 2026-05-20因“结案”终止",))
