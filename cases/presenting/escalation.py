"""What was asked of a higher unit, as lines of a leg's card."""

from typing import Any

from cases.models import Leg


def escalation_lines(leg: Leg) -> list[dict[str, Any]]:
    """Return each request that a higher unit takes the leg over, with what was decided."""
    lines: list[dict[str, Any]] = []
    for each in leg.escalations.all():
        value = f"{each.asked_on}由{each.asked_unit.name}申请提级到{each.proposed.name}"
        lines.append({"label": "提级", "value": value, "note": f"{each.asked_by.name}：{each.reason}"})
        if each.decided_on:
            said = f"{each.decided_on}{'同意' if each.agreed else '不同意'}"
            who = each.decided_by.name if each.decided_by else ""
            lines.append({"label": "提级的决定", "value": said, "note": f"{who}：{each.words}"})
    return lines
