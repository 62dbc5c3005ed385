"""What is recorded of a finished leg, and the answers it gave before it had to be handled anew."""

from typing import Any

from cases.models import Finalization, Leg
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.endings import CareKind
from law.vocabulary import Outcome


def ending_cards(file: CaseFile) -> list[dict[str, Any]]:
    """Return [{title, lines, texts}] for the legs that have anything of it; nothing where a person reads only a part."""
    legs = file.legs if file.whole else []
    cards = [{"title": leg.unit.name, "lines": _lines(leg), "texts": _texts(leg)} for leg in legs]
    return [card for card in cards if card["lines"] or card["texts"]]


def _lines(leg: Leg) -> list[dict[str, str]]:
    finalization, archiving = getattr(leg, "finalization", None), getattr(leg, "archiving", None)
    lines = _finalized(finalization) if finalization else []
    if archiving:
        kept = f"保管期限{archiving.get_retention_display()}，只能查阅"
        lines.append({"label": "归档", "value": day_words(archiving.on), "note": kept})
    return lines


def _finalized(found: Finalization) -> list[dict[str, str]]:
    lines = [
        {
            "label": "提请终结",
            "value": day_words(found.proposed_on),
            "note": f"{found.proposed_by.name}，{found.get_ground_display()}",
        }
    ]
    if found.approved_on and found.approved_by:
        lines.append({"label": "核准终结", "value": day_words(found.approved_on), "note": found.approved_by.name})
    return lines


def _texts(leg: Leg) -> list[dict[str, str]]:
    finalization = getattr(leg, "finalization", None)
    said = [{"label": "终结的理由", "value": finalization.reason}] if finalization else []
    said += [
        {"label": f"{CareKind(care.kind).label}（{day_words(care.on)}，{care.by.name}）", "value": care.text}
        for care in leg.after_cares.all()
    ]
    return said + [
        {
            "label": f"第{old.demand.number}项原答复（{day_words(old.set_aside_on)}起重新办理）",
            "value": f"{Outcome(old.outcome).label}。{old.facts}\n{old.opinion}\n{old.legal_basis}",
        }
        for old in leg.past_answers.all()
    ]
