"""What happens beside the work on a leg, as lines that the page and the API show alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.models import Extension, Hearing, Leg
from law.vocabulary import Word


class ProceedingKind(Word):
    """程序事项."""

    EXTENSION = "extension", "延期"
    HEARING = "hearing", "听证"


@dataclass(frozen=True)
class Proceeding:
    """One line: what, since when, how it stands, and the words and dates kept of it."""

    kind: ProceedingKind
    leg_id: int
    unit: str
    on: date
    by: str
    status: str
    ended_on: date | None = None
    details: list[tuple[str, str]] = field(default_factory=list)


def proceedings_of(legs: Iterable[Leg]) -> list[Proceeding]:
    """Return the proceedings of legs by their day; the legs come with PREFETCHED."""
    found = [_WORDS[name](leg, row) for leg in legs for name in _WORDS for row in getattr(leg, name).all()]
    return sorted(found, key=lambda each: each.on)


def said(*pairs: tuple[str, Any]) -> list[tuple[str, str]]:
    """Return label and text of what was filled in."""
    return [(label, str(text)) for label, text in pairs if text not in (None, "")]


def _extension(leg: Leg, row: Extension) -> Proceeding:
    granted = row.granted_days
    status = (
        "待审批" if granted is None else f"批准延长{granted}日，至{row.new_due_on}" if granted else "不准延期"
    )
    details = said(
        ("申请", f"{row.days}日"), ("理由", row.reason), ("原届满日", row.old_due_on),
        ("审批人", row.decided_by.name if row.decided_by else ""), ("审批意见", row.note),
    )  # fmt: skip
    kind = ProceedingKind.EXTENSION
    return Proceeding(
        kind, leg.pk, leg.unit.name, row.asked_on, row.asked_by.name, status, row.decided_on, details
    )


def _hearing(leg: Leg, row: Hearing) -> Proceeding:
    status = (
        f"{row.held_from}至{row.held_to}举行" if row.held_to else f"定于{row.planned_on}{row.at_time}举行"
    )
    if row.clock_id:
        status += "，复核期限已扣除"
    details = said(
        ("事项", row.matter), ("地点", row.place), ("主持人", row.chair.name), ("参加人", row.participants),
        ("到会人员", row.attended), ("结论", row.conclusion),
    )  # fmt: skip
    kind = ProceedingKind.HEARING
    return Proceeding(
        kind, leg.pk, leg.unit.name, row.called_on, row.called_by.name, status, row.held_to, details
    )


_WORDS: dict[str, Callable[[Leg, Any], Proceeding]] = {
    "extensions": _extension,
    "hearings": _hearing,
}
# What the lines and the openings read, so that no line asks for a name.
PREFETCHED = (
    "extensions__asked_by", "extensions__decided_by", "hearings__chair", "hearings__called_by",
)  # fmt: skip
