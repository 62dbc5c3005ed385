"""What every kind of letter is made of, invented and complete: long names, rare characters, many demands."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.actions.inputs import DemandInput, PartyInput
from cases.letters.making import make_document
from cases.letters.sentences import SENTENCES
from cases.models import Document
from law.admission import ground as ground_of
from law.letters import ELEMENTS
from law.remedies import RefusalGround
from law.vocabulary import Duty, Letter, Outcome, Path, State
from law.ways import ways
from organizations.models import Unit
from tests.cast import Cast
from tests.walks import Walk, walk_to

UNIT = "云州市云河区人民政府青石镇柳湾片区综合治理与信访矛盾纠纷排查化解联合工作领导小组"
NAME = "阿卜杜热合曼·买买提艾力·吾买尔江·库尔班江·玉素甫江·托合"
PEOPLE = (NAME, "欧阳𠮷㴷", "长孙无忌", "老王", "东方一二三四五六七八九十")
DEMANDS = [f"第{n}项：㴷河边𠮷家的水渠堵塞，请求疏通并赔偿青苗损失。" for n in range(1, 21)]
DAY = date(2026, 3, 30)
_NEEDS_NUMBERS = frozenset(
    {
        Letter.HANDLING_OPINION,
        Letter.CONCLUSION_REPORT,
        Letter.UPWARD_REPORT,
        Letter.MEDIATION_AGREEMENT,
        Letter.REEXAM_OPINION,
        Letter.REVIEW_OPINION,
        Letter.SUGGESTION_REPLY,
        Letter.ACCUSATION_REPLY,
        Letter.DUTY_REPLY,
        Letter.PROCEDURE_REPLY,
    }
)


def full_case(cast: Cast) -> Walk:
    """An accepted case of five people with twenty demands, at a unit with a name of forty characters."""
    walk = walk_to(
        cast,
        State.ACCEPTED,
        demands=[DemandInput(each) for each in DEMANDS],
        parties=[PartyInput(name, address="青石镇柳湾村") for name in PEOPLE],
    )
    Unit.objects.filter(pk=cast.town.pk).update(name=UNIT)
    walk.refresh()
    walk.case.demands.update(
        leg=walk.leg,
        facts="路面破损三处。",
        opinion="本月修好。",
        legal_basis="《公路法》第三十五条",
        outcome=Outcome.SUPPORT,
    )
    return walk


def words_of(kind: Letter, walk: Walk) -> dict[str, Any]:
    """The variables that the acts hand to a letter of this kind."""
    assert walk.leg is not None
    leg, person = walk.leg, SimpleNamespace(name="承办人曹", unit=walk.leg.unit)
    opinion = SimpleNamespace(
        number="青政信意〔2026〕1号",
        unit=leg.unit,
        issued_on=DAY,
        scan_count=1,
        get_kind_display=lambda: "信访事项处理意见书",
    )
    remedy = SimpleNamespace(
        against=opinion,
        requested_on=DAY,
        received_on=DAY,
        request="意见书没有写清怎么修。",
        facts="路面破损五处。",
        decision_words="维持",
        unit=leg.unit,
        opinion="原意见认定事实清楚。",
        legal_basis="《公路法》第三十五条",
        remand_days=None,
    )
    hearing = SimpleNamespace(
        matter="水渠是否堵塞",
        planned_on=DAY,
        at_time="上午9时",
        place="镇政府会议室",
        chair=person,
        participants="信访人、村委会",
        held_from=DAY,
        held_to=DAY,
        attended="信访人、村委会",
        minutes="主持人宣布听证开始。",
        conclusion="水渠确有堵塞。",
    )
    settlement = SimpleNamespace(
        get_method_display=lambda: "调解", parties=NAME, content="月底前清淤。", performance="四月底前由镇里组织。"
    )
    finalization = SimpleNamespace(
        get_ground_display=lambda: "复核终结",
        reason="已经复核。",
        proposed_by=person,
        proposed_on=DAY,
        approved_by=person,
        approved_on=DAY,
    )
    demands: list[Any] = list(leg.demands.all()) if kind in _NEEDS_NUMBERS else list(DEMANDS)
    return {
        "demands": demands,
        "due": {Duty.HANDLE_60D: DAY, Duty.COMMISSION_FEEDBACK: DAY},
        "service_said": "处理意见书已于2026年3月30日送达。",
        "view_said": "信访人没有表示不同意见。",
        "reason": "属于职权范围。",
        "days": 30,
        "received_on": DAY,
        "accepted_on": DAY,
        "handling": "由我单位依法受理。" if kind is Letter.SPOT_NOTICE else "",
        "sixty_days": True,
        "since": None,
        "remedy": _remedy(kind, remedy),
        "superior": SimpleNamespace(name="云河区人民政府"),
        "remedied": True,
        "below": leg.unit,
        "word": "复查",
        "text": "我单位到现场查看，听取了陈述。",
        "sender": walk.cast.bureau,
        "above": "云州市信访局",
        "commissioned": SimpleNamespace(dated_on=DAY, number="云市信交〔2026〕5号"),
        "how": "转送",
        "proposed": walk.cast.housing,
        "arbiter": "云河区人民政府",
        "address": "地址：云河区法院路1号，电话：0990-1234567",
        "old": DAY,
        "new": DAY,
        "ground": _ground(kind),
        "basis": "第三十五条",
        "window": SimpleNamespace(starts_on=DAY, due_on=DAY),
        "unserved": False,
        "due_on": DAY,
        "refusal": opinion,
        "where": "云河区人民法院",
        "earlier": "云信核〔2025〕3号",
        "path": Path.JUDICIAL,
        "ways": ways(Path.JUDICIAL),
        "body": "云河区人民法院",
        "limit": "六个月",
        "how_to": "",
        "missing": ["身份证复印件", "承包合同"],
        "new_facts": "",
        "hearing": hearing,
        "settlement": settlement,
        "finalization": finalization,
        "article": "第三十六条",
        "letter": opinion,
        "wrong": "三处",
        "right": "五处",
        "addressee": "云河区委组织部" if kind is Letter.OFFICIALS_REPORT else "",
        "retention": "10年",
        "documents": [opinion],
        "attachments": [],
        "adopted": DEMANDS[0],
        "contribution": "方便了群众。",
        "officials": "欧阳𠮷局长、㴷河科长",
        "major": True,
        "leaders": "区委主要负责同志",
    }


def _remedy(kind: Letter, remedy: Any) -> Any:
    return True if kind is Letter.HANDLING_OPINION else remedy


def _ground(kind: Letter) -> Any:
    if kind is Letter.REEXAM_REJECT_NOTICE:
        return RefusalGround.LATE.label
    return ground_of("NLA_AFTER_REVIEW" if kind is Letter.NO_LONGER_ACCEPTED_NOTICE else "NA_LITIGATION")


def letter_of_kind(kind: Letter, walk: Walk, **changes: Any) -> Document:
    """One numbered letter of a kind, with its unit."""
    assert walk.leg is not None
    given = {**words_of(kind, walk), **changes}
    document = make_document(kind, walk.case, leg=walk.leg, unit=walk.leg.unit, by=walk.head, on=DAY, **given)
    return Document.objects.select_related("unit").get(pk=document.pk)


def lacking(kind: Letter, key: str, walk: Walk) -> dict[str, Any]:
    """The words of a letter of which one mandatory element is empty."""
    given = words_of(kind, walk)
    thing, dot, attribute = key.partition(".")
    if dot and thing == "demands" and isinstance(given["demands"][0], str):
        given["demands"] = [" ", *given["demands"][1:]]
    elif dot and thing == "demands":
        setattr(given["demands"][0], attribute, " ")
    elif dot:
        setattr(given[thing], attribute, " ")
    else:
        given[thing] = [] if isinstance(given[thing], list) else " " if isinstance(given[thing], str) else None
    return given


# What no act can leave out: the letter is given it by the case, the unit, or sentences made of other words.
OWN = {name for sentences in SENTENCES.values() for name in sentences}
NOT_TYPED = {"petitioners", "leg.received_on", "leg.accepted_on", "unit.formal_name", "by.name", *OWN}
MANDATORY = [(kind, each) for kind in sorted(ELEMENTS) for each in ELEMENTS[kind] if each.key not in NOT_TYPED]
