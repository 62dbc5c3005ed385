"""What was asked about where a leg goes, upward or elsewhere, as lines of its card."""

from typing import Any

from cases.models import Leg
from cases.models.escalation import MoveRequest


def move_lines(leg: Leg) -> list[dict[str, Any]]:
    """Return each request that a leg goes to a higher or another unit, with what the other side decided."""
    lines: list[dict[str, Any]] = []
    for each in leg.escalations.all():
        lines += _asked("提级", f"申请提级到{each.proposed.name}", each)
    for row in leg.redirects.all():
        proposed = f"，建议由{row.proposed.name}办理" if row.proposed else ""
        lines += _asked("重新转办", f"商请重新转办{proposed}", row)
    return lines


def _asked(label: str, words: str, row: MoveRequest) -> list[dict[str, Any]]:
    value = f"{row.asked_on}由{row.asked_unit.name}{words}"
    lines = [{"label": label, "value": value, "note": f"{row.asked_by.name}：{row.reason}"}]
    if row.decided_on:
        said = f"{row.decided_on}{'同意' if row.agreed else '不同意'}"
        who = row.decided_by.name if row.decided_by else ""
        lines.append({"label": f"{label}的决定", "value": said, "note": f"{who}：{row.words}"})
    return lines
