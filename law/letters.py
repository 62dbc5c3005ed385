"""ELEMENTS: what each letter must say, and by which article; a letter that lacks one is refused by its name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from law.errors import Refused
from law.vocabulary import Letter

# They are records of their own, made anew where they are wrong.
NOT_CORRECTED = (Letter.CORRECTION_SHEET, Letter.ARCHIVE_INDEX)


@dataclass(frozen=True)
class Element:
    """One mandatory element: ``key`` is the letter's variable, ``label`` what people call it."""

    key: str
    label: str
    article: str


def _each(article: str, **labels: str) -> tuple[Element, ...]:
    return tuple(Element(key, label, article) for key, label in labels.items())


def _of(thing: str, article: str, **labels: str) -> tuple[Element, ...]:
    """The elements that stand in one record handed to the letter: its remedy, its hearing."""
    return tuple(Element(f"{thing}.{key}", label, article) for key, label in labels.items())


_REFERRAL = _each("第二十二条", demands="转送的诉求", reason="转送理由")
_OPINION = _each(
    "第三十二条",
    petitioners="信访人",
    demands="投诉请求",
    facts="事实和理由",
    opinion="处理意见",
    legal_basis="法律法规依据",
)
# The variables are those that the acts hand to `cases.letters.making.make_document`; number, unit, day and the registration
# are on every letter. An anonymous petitioner's name is not missing: there is none (Art. 23, para 2).
ELEMENTS: dict[Letter, tuple[Element, ...]] = {
    Letter.REFERRAL_LETTER: _REFERRAL,
    Letter.COMMISSION_LETTER: _each("第二十二条第一款第三项", demands="交办的诉求", reason="交办理由", days="办理期限"),
    Letter.ACCEPTANCE_NOTICE: _each("第二十三条", petitioners="信访人", received_on="接收情况", accepted_on="受理日期"),
    Letter.HANDLING_OPINION: _OPINION,
    Letter.CONCLUSION_REPORT: _each("第二十二条第一款第三项", text="办理过程和结果", demands="处理结果"),
    Letter.UPWARD_REPORT: _each(
        "第二十二条第一款第三项", above="交办单位", text="办理过程和结果", demands="处理结果", view="信访人意见"
    ),
    Letter.OBJECTION_LETTER: _each("第二十三条第三款", reason="异议理由"),
    Letter.ARBITRATION_REQUEST: _each("第二十四条第一款", reason="争议的事实和理由", arbiter="决定机关"),
    Letter.EXTENSION_NOTICE: _each("第三十四条", reason="延期理由"),
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
    Letter.DIVERSION_NOTICE: _each("第三十一条第一至五项", reason="导入的理由", body="有权处理的机关"),
    Letter.TRANSFER_LETTER: _each("第二十二条第二款", reason="转出理由", body="接收单位"),
    Letter.MATERIAL_REQUEST: _each("第二十三条", missing="需要补充的材料"),
    Letter.REEXAM_REJECT_NOTICE: _each("第三十五条", ground="不予受理的情形", reason="不予受理的理由"),
    Letter.REMEDY_READMITTED_NOTICE: _each("第三十五条", reason="恢复受理的理由", due_on="作出意见的期限"),
    Letter.REEXAM_OPINION: _of(
        "remedy", "第三十五条", request="复查请求", facts="查明的事实", opinion="复查意见", legal_basis="依据"
    ),
    Letter.REVIEW_OPINION: _of(
        "remedy", "第三十六条", request="复核请求", facts="查明的事实", opinion="复核意见", legal_basis="依据"
    ),
    Letter.HEARING_NOTICE: _of("hearing", "第三十一条第六项", matter="听证事项", place="地点", participants="参加人"),
    Letter.HEARING_MINUTES: _of("hearing", "第三十一条第六项", attended="到会人员", minutes="笔录"),
    Letter.HEARING_REPORT: _of("hearing", "第三十一条第六项", attended="到会人员", conclusion="听证结论"),
    Letter.MEDIATION_AGREEMENT: _of(
        "settlement", "第三十三条", parties="当事人", content="协议内容", performance="履行方式和期限"
    ),
    Letter.FINALIZATION_RECORD: _of("finalization", "第三十六条第三款", reason="认定理由"),
    Letter.CORRECTION_SHEET: _each("第二十三条", wrong="原文", right="更正后的文字", reason="更正理由"),
}

# Elements that live in every demand of a letter that answers demands.
IN_DEMANDS = frozenset({"facts", "opinion", "legal_basis"})


def missing_elements(kind: Letter, words: Mapping[str, Any], *, waived: frozenset[str] = frozenset()) -> list[Element]:
    """Return the mandatory elements that a letter leaves empty; a variable that it does not have at all is not asked."""
    return [
        element for element in ELEMENTS.get(kind, ()) if element.key not in waived and _is_empty(element.key, words)
    ]


def assert_complete(kind: Letter, words: Mapping[str, Any], *, waived: frozenset[str] = frozenset()) -> None:
    """Refuse a letter that lacks a mandatory element, by name. Raises Refused letter_incomplete."""
    assert_none_missing(kind.label, missing_elements(kind, words, waived=waived))


def assert_none_missing(title: str, missing: Sequence[Element]) -> None:
    """Refuse a letter by the names of what it lacks. Raises Refused letter_incomplete."""
    if missing:
        named = "、".join(element.label for element in missing)
        text = f"《{title}》缺少必填内容：{named}。请补全后再办理。"
        raise Refused("letter_incomplete", text, missing[0].article)


def _is_empty(key: str, words: Mapping[str, Any]) -> bool:
    if key in IN_DEMANDS and key not in words:
        return any(not str(getattr(demand, key, "x")).strip() for demand in words.get("demands", ()))
    thing, dot, attribute = key.partition(".")
    if thing not in words:
        return False
    if dot:
        return _blank(getattr(words[thing], attribute))
    return _EMPTY.get(key, _blank)(words[key])


def _blank(value: Any) -> bool:
    return value is None or value == 0 or not str(value).strip()


def _no_demand(value: Any) -> bool:
    demands = list(value)
    return not demands or any(not str(getattr(each, "text", each)).strip() for each in demands)


_EMPTY: dict[str, Callable[[Any], bool]] = {
    "demands": _no_demand,
    "missing": lambda value: not any(map(str.strip, value)),
}
