"""ELEMENTS: what each letter must say, and by which article; a letter that does not say one is refused by its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from law.errors import Refused
from law.vocabulary import Letter

# They are records of their own, made anew where they are wrong.
NOT_CORRECTED = (Letter.CORRECTION_SHEET, Letter.ARCHIVE_INDEX)


@dataclass(frozen=True)
class Element:
    """One mandatory element, looked for in the letter as it reads.

    ``key``: the words that must stand in it, by the name the letter knows them by ("remedy.facts": of a thing in them,
    "demands.facts": of each); ``label``: what people call it; ``where``: only a letter that has this needs it.
    """

    key: str
    label: str
    article: str
    where: str = ""


def _each(article: str, **labels: str) -> tuple[Element, ...]:
    return tuple(Element(key, label, article) for key, label in labels.items())


def _of(thing: str, article: str, **labels: str) -> tuple[Element, ...]:
    """The elements that stand in one thing handed to the letter: its remedy, its hearing, each of its demands."""
    return tuple(Element(f"{thing}.{key}", label, article) for key, label in labels.items())


_WHOSE = Element("petitioners", "信访人", "第二十三条")
_ASKED = Element("demands.text", "投诉请求", "第三十二条")
_ANSWERED = _of("demands", "第三十二条", facts="事实和理由", opinion="处理意见", legal_basis="法律法规依据")
_RECEIVED = Element("leg.received_on", "收到日期", "第二十三条")
_ACCEPTED = Element("leg.accepted_on", "受理日期", "第二十三条")
_SENT_ON = (
    Element("demands.text", "转送的诉求", "第二十二条"),
    Element("reason", "转送理由", "第二十二条"),
    Element("by.name", "经办人", "第二十二条"),
    Element("enclosures_said", "附件清单", "第二十二条"),
)
_COMMISSIONING = "第二十二条第一款第三项"
ELEMENTS: dict[Letter, tuple[Element, ...]] = {
    Letter.REFERRAL_LETTER: _SENT_ON,
    Letter.COMMISSION_LETTER: (
        Element("demands.text", "交办的诉求", _COMMISSIONING),
        Element("reason", "交办理由", _COMMISSIONING),
        Element("until_said", "办理期限", _COMMISSIONING),
        Element("by.name", "经办人", _COMMISSIONING),
        Element("enclosures_said", "附件清单", _COMMISSIONING),
    ),
    Letter.ACCEPTANCE_NOTICE: (
        _WHOSE,
        Element("leg.received_on", "接收情况", "第二十三条"),
        _ACCEPTED,
        Element("demands_said", "受理的诉求", "第二十三条"),
        Element("unit.formal_name", "办理单位", "第二十三条"),
        Element("handling_said", "处理途径和程序", "第二十三条"),
        Element("term_said", "办理期限", "第三十四条", where="sixty_days"),
    ),
    Letter.HANDLING_OPINION: (
        _WHOSE,
        _RECEIVED,
        _ACCEPTED,
        Element("told_said", "陈述的事实和理由", "第三十二条"),
        _ASKED,
        *_ANSWERED,
        Element("remedy_said", "救济途径", "第三十五条", where="remedy"),
    ),
    Letter.SUGGESTION_REPLY: (_WHOSE, Element("demands.text", "建议意见", "第二十九条"), *_ANSWERED),
    Letter.ACCUSATION_REPLY: (_WHOSE, Element("demands.opinion", "办理情况", "第三十条")),
    Letter.DUTY_REPLY: (
        _WHOSE,
        _RECEIVED,
        Element("demands.text", "申请的事项", "第三十一条第五项"),
        *_ANSWERED,
        Element("court_said", "救济途径", "第三十一条第五项"),
    ),
    Letter.PROCEDURE_REPLY: (_WHOSE, _RECEIVED, _ASKED, *_ANSWERED),
    Letter.CONCLUSION_REPORT: _each(
        _COMMISSIONING, text="办理过程和结果", outcomes_said="处理结果", service_said="送达情况", view_said="信访人意见"
    ),
    Letter.UPWARD_REPORT: _each(
        _COMMISSIONING,
        above="交办单位",
        text="办理过程和结果",
        outcomes_said="处理结果",
        service_said="送达情况",
        view_said="信访人意见",
    ),
    Letter.OBJECTION_LETTER: _each("第二十三条第三款", reason="异议理由"),
    Letter.ARBITRATION_REQUEST: _each("第二十四条第一款", reason="争议的事实和理由", arbiter="决定机关"),
    Letter.EXTENSION_NOTICE: _each("第三十四条", reason="延期理由", new="新的期限"),
    Letter.SPOT_NOTICE: _each("第二十三条", petitioners="信访人", received_on="接收情况", handling="处理途径和程序"),
    Letter.COMPETENT_BODY_NOTICE: _each(
        "第二十三条第一款", reason="理由", body="有权处理的机关、单位", address="有权处理的机关、单位的地址"
    ),
    Letter.TRANSFER_NOTICE: _each("第二十三条第一款", body="接收单位", reason="转送理由", demands="转送的诉求"),
    Letter.THANKS_LETTER: _each("第二十九条", adopted="采纳的建议", contribution="贡献"),
    Letter.OFFICIALS_REPORT: _each(
        "第三十条第二款", addressee="通报对象", officials="被反映的干部", text="反映的主要情况"
    ),
    Letter.NON_ACCEPTANCE_NOTICE: _each("第二十三条第一款", reason="不予受理的理由", where="应当向哪里提出"),
    Letter.NO_LONGER_ACCEPTED_NOTICE: _each("第三十六条第三款", reason="不再受理的理由", earlier="原复核意见文号"),
    Letter.DIVERSION_NOTICE: _each("第三十一条第一至四项", reason="导入的理由", body="有权处理的机关"),
    Letter.TRANSFER_LETTER: _each("第二十二条第二款", reason="转出理由", body="接收单位", enclosures_said="附件清单"),
    Letter.MATERIAL_REQUEST: _each("第二十三条", missing="需要补充的材料"),
    Letter.REEXAM_REJECT_NOTICE: _each("第三十五条", ground="不予受理的情形", reason="不予受理的理由"),
    Letter.REMEDY_READMITTED_NOTICE: _each("第三十五条", reason="恢复受理的理由", due_on="作出意见的期限"),
    Letter.REEXAM_OPINION: (
        Element("attacked_said", "原处理意见", "第三十五条"),
        *_of("remedy", "第三十五条", request="复查请求", facts="查明的事实", opinion="复查意见", legal_basis="依据"),
        Element("remedy_said", "救济途径", "第三十六条", where="remedied"),
    ),
    Letter.REVIEW_OPINION: (
        Element("attacked_said", "原复查意见", "第三十六条"),
        *_of("remedy", "第三十六条", request="复核请求", facts="查明的事实", opinion="复核意见", legal_basis="依据"),
    ),
    Letter.HEARING_NOTICE: _of("hearing", "第三十一条第六项", matter="听证事项", place="地点", participants="参加人"),
    Letter.HEARING_MINUTES: _of("hearing", "第三十一条第六项", attended="到会人员", minutes="笔录"),
    Letter.HEARING_REPORT: _of("hearing", "第三十一条第六项", attended="到会人员", conclusion="听证结论"),
    Letter.MEDIATION_AGREEMENT: (
        *_of("settlement", "第三十三条", parties="当事人", content="协议内容", performance="履行方式和期限"),
        Element("signing_said", "当事人签名", "第三十三条"),
    ),
    Letter.FINALIZATION_RECORD: _of("finalization", "第三十六条第三款", reason="认定理由"),
    Letter.CORRECTION_SHEET: _each("第二十三条", wrong="原文", right="更正后的文字", reason="更正理由"),
}


def assert_none_missing(title: str, missing: Sequence[Element]) -> None:
    """Refuse a letter by the names of what it does not say. Raises Refused letter_incomplete."""
    if missing:
        named = "、".join(dict.fromkeys(element.label for element in missing))
        text = f"《{title}》缺少必填内容：{named}。请补全后再办理。"
        raise Refused("letter_incomplete", text, missing[0].article)
