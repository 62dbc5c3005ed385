"""Letters that an office would sign, walked through the acts with invented people; with --draw-letters drawn for docs/verification/letters/."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cases.actions.inputs import DemandInput, PartyInput
from cases.models import Document
from cases.models.agreement import SettlementMethod
from law.matters import Cause
from law.vocabulary import Act, Kind, Letter, Outcome, State
from law.vocabulary import Path as Way
from organizations.models import Unit
from organizations.roles import Role
from tests.cases.accusing import letter as accusing_letter
from tests.cases.exits import COURT, approve
from tests.cases.rendering.small_pictures import picture_of
from tests.cast import Cast
from tests.walks import Walk, commission, walk_to

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "verification" / "letters"
LARGEST = 80 * 1024
ROAD = "村口至柳湾小学一段水泥路断板、坑洼，一年多没有人修，雨天学生没法走，请求尽快修好。"
DITCH = "路边水渠被淤泥堵住，去年夏天淹了三亩菜地，请求疏通。"
STORY = (
    "我是柳湾村三组村民。村口到小学的水泥路是2016年修的，去年春天被拉石子的车压坏以后，一直没有人修。"
    "路边的水渠也被淤泥堵住，去年7月下大雨，水漫进菜地。我向村里反映过两次，村里说没有钱。请镇里派人来看一看，给我们一个答复。"
)
WANG: dict[str, Any] = {
    "subject": "柳湾村村口道路失修、水渠堵塞",
    "content": STORY,
    "demands": [DemandInput(ROAD), DemandInput(DITCH)],
    "parties": [PartyInput("王建国", phone="13800001234", address="青石镇柳湾村三组12号")],
}
LETTERHEADS = {
    "town": ("青政信", "青石镇人民政府", "青石镇人民政府", "曹敏", "0990-6120011", "云河区青石镇人民路1号"),
    "bureau": ("云信", "云河区信访局", "云河区信访局", "周立", "0990-6110022", "云河区政府大院3号楼"),
    "housing": (
        "云住建信",
        "云河区住房和城乡建设局",
        "云河区住房和城乡建设局",
        "朱青",
        "0990-6130033",
        "云河区建设路8号",
    ),
    "gov": ("云政信", "云河区人民政府", "云河区人民政府", "苗芳", "0990-6110001", "云河区政府大院1号楼"),
    "discipline": ("云纪信", "中共云河区纪律检查委员会", "云河区纪委监委", "韩静", "0990-6112388", "云河区清风路2号"),
}


@pytest.fixture
def office(cast: Cast) -> Cast:
    """The small cast under the letterheads of a real office."""
    for key, (prefix, legal, seal, person, phone, address) in LETTERHEADS.items():
        known = {"legal_name": legal, "seal_line": seal, "contact_person": person, "contact_phone": phone}
        Unit.objects.filter(pk=getattr(cast, key).pk).update(**known, address=address, document_prefix=prefix)
        getattr(cast, key).refresh_from_db()
    return cast


def answered(cast: Cast, *demands: DemandInput, state: State = State.ISSUED) -> Walk:
    return walk_to(cast, state, **{**WANG, **({"demands": list(demands)} if demands else {})})


def suggestion(cast: Cast) -> Walk:
    asked = DemandInput("建议在柳湾小学门口设置人行横道和减速带。", Kind.SUGGESTION)
    walk = walk_to(cast, State.IN_HANDLING, **{**WANG, "subject": "", "content": asked.text, "demands": [asked, asked]})
    walk.on_leg(Act.SET_APART, walk.handler, demands=[2], reason="另行答复")
    walk.on_leg(
        Act.ANSWER,
        walk.handler,
        demand=1,
        outcome=Outcome.ADOPTED,
        facts="经现场查看并征求学校、交警部门意见，上下学时段车流较大，确有必要。",
        opinion="已列入2026年第二季度交通安全设施改造计划，6月底前施划人行横道、安装减速带。",
        legal_basis="《中华人民共和国道路交通安全法》第三十四条",
        cause=Cause.OTHER,
    )
    walk.on_leg(Act.SUBMIT, walk.handler)
    walk.on_leg(Act.ISSUE, walk.head)
    return walk


def informant(cast: Cast) -> Walk:
    walk = Walk(cast, accusing_letter(cast, parties=WANG["parties"]))
    walk.act(Act.REFER, cast.router, unit=cast.discipline, demands=[2], reason="属于纪检监察机关管理权限")
    walk.go_on_at(cast.discipline, cast.inspector, cast.hire("尤宁", cast.discipline, Role.HANDLER))
    walk.on_leg(Act.ACCEPT, walk.head)
    walk.on_leg(Act.TAKE, walk.head, handler=walk.handler)
    opinion = "您反映的问题部分属实，我委已依规依纪作出处理，涉及的款项已责令退还。"
    basis = "《中国共产党纪律检查机关监督执纪工作规则》"
    said = {"facts": "已核查。", "opinion": opinion, "legal_basis": basis, "cause": Cause.OTHER}
    walk.on_leg(Act.ANSWER, walk.handler, demand=2, outcome=Outcome.REPORTED_BACK, **said)
    walk.on_leg(Act.SUBMIT, walk.handler)
    walk.on_leg(Act.ISSUE, walk.head)
    return walk


def reported(cast: Cast) -> Walk:
    walk = walk_to(cast, State.ANSWERED, first=commission, **WANG)
    text = "收到交办函后，我镇于次日派员到现场查看，当面听取了信访人的陈述，会同交通、水利部门提出了修复方案。"
    walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, later=1, text=text, view="对处理意见没有异议。")
    return walk


def extended(cast: Cast) -> Walk:
    walk = answered(cast, state=State.IN_HANDLING)
    walk.on_leg(Act.ASK_EXTENSION, walk.handler, days=20, reason="路基需要钻探检测，检测报告尚未作出。")
    walk.on_leg(Act.EXTEND, walk.head, later=1)
    return walk


def turned_away(cast: Cast) -> Walk:
    walk = answered(cast, state=State.REFERRED)
    said = {"reason": "同一纠纷您已向人民法院起诉，法院已经立案。", "where": "云河区人民法院（云河区法院路1号）"}
    walk.on_leg(Act.NOT_ACCEPT, walk.head, ground="NA_LITIGATION", **said)
    return approve(walk, later=1)


def diverted(cast: Cast) -> Walk:
    walk = answered(cast, state=State.REFERRED)
    reason = "您对行政处罚决定不服，应当通过行政复议、行政诉讼解决。"
    walk.on_leg(Act.DIVERT, cast.town_head, **{**COURT, "reason": reason})
    return walk


def settled(cast: Cast) -> Walk:
    walk = answered(cast, state=State.IN_HANDLING)
    walk.on_leg(
        Act.SETTLE,
        walk.handler,
        later=3,
        way=SettlementMethod.MEDIATION,
        parties="王建国、柳湾村村民委员会",
        content="柳湾村村民委员会疏通水渠，补偿王建国去年夏天菜地损失1200元；村口道路列入今年修复计划。",
        performance="水渠于2026年4月30日前疏通；补偿款自签名之日起10日内一次付清。",
    )
    return walk


DUTY = DemandInput("请求依法查处村口砂石场超限运输车辆压坏道路的行为。", Kind.APPEAL, Way.STATUTORY_DUTY)
# What is drawn: the way to it, and a sentence that it must hold.
LETTERS: dict[Letter, tuple[Callable[[Cast], Walk], str]] = {
    Letter.ACCEPTANCE_NOTICE: (lambda cast: answered(cast, state=State.ACCEPTED), "60日内办结，最后一日为2026年5月4日"),
    Letter.HANDLING_OPINION: (answered, f"一、您陈述的事实和理由\n{STORY}"),
    Letter.REFERRAL_LETTER: (lambda cast: answered(cast, state=State.REFERRED), "附件：1．信访事项登记表"),
    Letter.COMMISSION_LETTER: (lambda cast: walk_to(cast, State.COMMISSIONED, **WANG), "即2026年4月13日以前办结"),
    Letter.CONCLUSION_REPORT: (reported, "贵局交办的信访事项"),
    Letter.REEXAM_OPINION: (
        lambda cast: answered(cast, state=State.REEXAM_DECIDED),
        "一、原处理意见\n诉求1：支持。本月修好。",
    ),
    Letter.REVIEW_OPINION: (lambda cast: answered(cast, state=State.REVIEW_DECIDED), "本意见为最终复核意见。"),
    Letter.EXTENSION_NOTICE: (extended, "办理期限延长20日"),
    Letter.NON_ACCEPTANCE_NOTICE: (turned_away, "下列诉求决定不予受理"),
    Letter.DIVERSION_NOTICE: (diverted, "《行政诉讼法》第四十六条"),
    Letter.DUTY_REPLY: (lambda cast: answered(cast, DUTY, DUTY), "向云河区人民政府申请行政复议"),
    Letter.SUGGESTION_REPLY: (suggestion, "采纳情况：采纳。已列入"),
    Letter.ACCUSATION_REPLY: (informant, "您反映的问题部分属实"),
    Letter.MEDIATION_AGREEMENT: (settled, "王建国（签名或者盖章）："),
}


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_that_an_office_would_sign(office: Cast, kind: Letter, request: pytest.FixtureRequest):
    way, sentence = LETTERS[kind]
    walk = way(office)
    letter = Document.objects.filter(case=walk.case, kind=kind).select_related("unit").latest("id")
    assert sentence in letter.content
    assert not {"None", "{", "}", "True", "False"} & set(letter.content.split())
    if request.config.getoption("--draw-letters", default=False):
        picture = picture_of(letter)
        assert len(picture) <= LARGEST, len(picture)
        (FOLDER / f"{kind.replace('_', '-')}.png").write_bytes(picture)
