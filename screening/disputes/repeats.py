"""Disputes that were there before: same place and kind within a year, or words that insight finds alike. It offers, people decide."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from kit.rooms import finder_of_alike
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import recording
from organizations.settings_in_force import setting_on
from screening.disputes.moves import REPEAT
from screening.disputes.settings import REPEAT_DAYS
from screening.models import Dispute

LABEL = "screening.dispute"
_MOST = 10
_FEWEST_COMPARED = 12


@dataclass(frozen=True)
class Earlier:
    """A dispute that may be the same one again, and why it is shown."""

    dispute: Dispute
    why: str


def earlier_ones(row: Dispute, staff: Staff, on: date) -> list[Earlier]:
    """Return the earlier disputes within reach that this one may repeat: by the rule first, then by words."""
    rows = _before(row, staff, on)
    same = list(rows.filter(found_at=row.found_at_id, kind=row.kind).order_by("-found_on", "-pk")[:_MOST])
    found = {each.pk: Earlier(each, _why(each, row)) for each in same}
    for key, closeness in _alike(row, rows).items():
        if key not in found and len(found) < _MOST:
            found[key] = Earlier(rows.get(pk=key), f"内容相近（{closeness:.0%}）")
    return list(found.values())


def _before(row: Dispute, staff: Staff, on: date) -> QuerySet[Any]:
    days = setting_on(REPEAT_DAYS.key, on, row.district_id)
    rows = Dispute.objects.readable_by(staff).filter(found_on__gte=row.found_on - timedelta(days=days))
    return rows.filter(pk__lt=row.pk).select_related("found_at", "group")


def _why(earlier: Dispute, row: Dispute) -> str:
    same_group = earlier.group_id is not None and earlier.group_id == row.group_id
    return "同一个组、同一类型" if same_group else "同一个村（社区）、同一类型"


def _alike(row: Dispute, rows: QuerySet[Any]) -> dict[int, float]:
    finder = finder_of_alike()
    if finder is None or len(row.facts) < _FEWEST_COMPARED:
        return {}
    found = finder(LABEL, row.facts, rows, row.district_id, None)
    nearest = sorted(found.items(), key=lambda each: -each[1].closeness)[:_MOST]
    return {key: alike.closeness for key, alike in nearest}


def mark_repeat(row: Dispute, *, number: str, by: Staff, seen: int | None = None, on: date | None = None) -> Dispute:
    """Say that a dispute is an earlier one again, known by its number. Raises Refused: repeat_unfit."""
    with recording(REPEAT, row, by=by, seen=seen, on=on) as made:
        found: Dispute = made.record
        of = Dispute.objects.readable_by(by).filter(number=number.strip(), pk__lt=found.pk).first()
        if of is None:
            raise Refused("repeat_unfit", "只能标为更早登记、您能看到的一起矛盾纠纷再次发生。")
        found.repeat_of = of
        made.facts = {"of": of.pk}
    return found
