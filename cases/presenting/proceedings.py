"""The proceedings of a case as the page draws them: newest last, what still waits marked."""

from typing import Any

from cases.reading.case_file import CaseFile
from cases.reading.proceeding import ProceedingKind

_ICONS: dict[ProceedingKind, str] = {
    ProceedingKind.EXTENSION: "clock",
    ProceedingKind.RECLASSIFICATION: "split",
    ProceedingKind.FEEDBACK: "clock",
    ProceedingKind.INTERIM: "book",
    ProceedingKind.REPORT: "check",
    ProceedingKind.ABOVE: "escalate",
    ProceedingKind.HEARING: "people",
    ProceedingKind.PUBLICATION: "eye",
    ProceedingKind.RECUSAL: "shield",
    ProceedingKind.MATERIAL: "clip",
    ProceedingKind.SETTLEMENT: "ok",
    ProceedingKind.MEDIATION: "chat",
    ProceedingKind.WITHDRAWAL: "return",
    ProceedingKind.RISK: "alert",
    ProceedingKind.DUTIES: "check",
    ProceedingKind.EXECUTION: "flag",
    ProceedingKind.RELIEF: "help",
    ProceedingKind.AWARD: "flag",
    ProceedingKind.RATING: "chat",
    ProceedingKind.DISSUASION: "chat",
    ProceedingKind.PROPOSAL: "up",
    ProceedingKind.PROMISE: "flag",
}


def proceeding_lines(file: CaseFile) -> list[dict[str, Any]]:
    """Return [{label, icon, unit, on, who, status, items}], by day."""
    return [
        {
            "label": each.kind.label,
            "icon": _ICONS[each.kind],
            "unit": each.unit,
            "on": each.on,
            "who": each.by,
            "status": each.status,
            "items": [{"label": label, "value": text} for label, text in each.details],
        }
        for each in file.proceedings
    ]
