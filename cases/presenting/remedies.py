"""Re-examination and review on the case page, and what the dialogs of a decision let one read."""

from typing import Any

from cases.models import Leg, Remedy
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.remedies import RefusalGround, RemedyKind
from law.vocabulary import Act, Channel

REMEDY_READING = (Act.DRAFT_REMEDY, Act.DECIDE_REEXAMINATION, Act.DECIDE_REVIEW, Act.REMAND, Act.REFUSE_REMEDY)


def remedy_cards(file: CaseFile) -> list[dict[str, Any]]:
    """Return the remedies of the file, newest first: {title, standing, lines, texts}."""
    return [_card(remedy, file) for remedy in sorted(file.remedies, key=lambda remedy: -remedy.pk)]


def _card(remedy: Remedy, file: CaseFile) -> dict[str, Any]:
    leg = next(leg for leg in file.legs if leg.pk == remedy.leg_id)
    word = RemedyKind(remedy.kind).label
    lines = [
        {
            "label": "不服的意见",
            "value": f"{remedy.against.get_kind_display()} {remedy.against.number}",
            "note": leg.unit.name,
        },
        {"label": f"{word}机关", "value": remedy.unit.name, "note": ""},
        {"label": "提出", "value": day_words(remedy.requested_on), "note": Channel(remedy.channel).label},
        {"label": "收到", "value": day_words(remedy.received_on), "note": "三十日从这一天起算"},
        {"label": "逾期", "value": "逾期提出" if remedy.late else "", "note": remedy.late_reason},
        {"label": "受理", "value": day_words(remedy.admitted_on), "note": ""},
        {
            "label": "恢复受理",
            "value": day_words(remedy.readmitted_on),
            "note": f"原不予受理已经撤销：{remedy.readmit_reason}",
        },
        {
            "label": "草拟",
            "value": day_words(remedy.drafted_on),
            "note": remedy.drafted_by.name if remedy.drafted_by else "",
        },
        {
            "label": "作出",
            "value": day_words(remedy.decided_on),
            "note": remedy.decided_by.name if remedy.decided_by and remedy.decided_on else "",
        },
    ]
    return {
        "title": f"{word}：{remedy.unit.name}",
        "standing": _standing(remedy),
        "lines": [line for line in lines if line["value"]],
        "texts": _texts(remedy),
    }


def _standing(remedy: Remedy) -> str:
    if remedy.refused_on:
        return "不予受理"
    if not remedy.decided_on:
        return "草稿待决定" if remedy.drafted_on else "正在办理"
    days = f"，限{remedy.remand_days}日" if remedy.remand_days else ""
    return f"{remedy.decision_words}{days}"


def _refusal(remedy: Remedy) -> str:
    ground = f"{RefusalGround(remedy.refuse_ground).label}：" if remedy.refuse_ground else ""
    return f"{ground}{remedy.refuse_reason}"


def _texts(remedy: Remedy) -> list[dict[str, str]]:
    said = [
        {"label": "请求和理由", "value": remedy.request},
        {"label": "不予受理的理由", "value": _refusal(remedy)},
        {"label": "认定的事实", "value": remedy.facts},
        {"label": "意见", "value": remedy.opinion},
        {"label": "依据", "value": remedy.legal_basis},
    ]
    return [text for text in said if text["value"]]


def remedy_words(leg: Leg) -> list[dict[str, str]]:
    """Return [{title, text}]: the petitioner's request, and the draft, for whoever drafts or decides."""
    remedy = next((each for each in reversed(leg.remedies.all()) if each.open), None)
    if remedy is None:
        return []
    said = [{"title": "请求和理由", "text": remedy.request}]
    if remedy.late:
        said.append({"title": "逾期的正当理由", "text": remedy.late_reason})
    if remedy.drafted_on:
        drafted = f"{_standing_draft(remedy)}\n{remedy.facts}\n{remedy.opinion}\n{remedy.legal_basis}"
        said.append({"title": "草拟的意见", "text": drafted})
    return said


def _standing_draft(remedy: Remedy) -> str:
    days = f"，限{remedy.remand_days}日" if remedy.remand_days else ""
    return f"结果：{remedy.decision_words}{days}"
