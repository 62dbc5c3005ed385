"""What the page of a case tells of the dispute that it came from; a case from elsewhere costs no question."""

from datetime import date
from typing import Any

from cases.reading.case_file import CaseFile
from organizations.models import Staff
from screening.disputes.accusing import SOURCE
from screening.models import Dispute, DisputeCase
from screening.models.words import DisputeKind

_KEPT = "_came_from_dispute"


def read_dispute_panel(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return {url, number, kind, found_on, turned_on} of the dispute; None where there is none, or it is not to be read."""
    found = _came_from(file, staff)
    if found is None:
        return None
    row, turned_on = found
    return {
        "url": row.get_absolute_url(),
        "number": row.number,
        "kind": DisputeKind(row.kind).label,
        "found_on": row.found_on,
        "turned_on": turned_on,
    }


def dispute_lines(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return what the timeline of a case says of the dispute that it came from."""
    found = _came_from(file, staff)
    if found is None:
        return []
    row, _ = found
    unit = row.found_at.short_name
    url = row.get_absolute_url()
    return [
        {"act": "排查登记矛盾纠纷", "on": row.found_on, "unit": unit, "icon": "village", "url": url, "label": "查看"}
    ]


def _came_from(file: CaseFile, staff: Staff) -> tuple[Dispute, date] | None:
    """Panel and timeline of a page ask once; it is kept on the case, which lives as long as the page."""
    if file.case.source != SOURCE or not file.whole:
        return None
    kept = vars(file.case)
    if _KEPT not in kept:
        kept[_KEPT] = _asked(file, staff)
    found: tuple[Dispute, date] | None = kept[_KEPT]
    return found


def _asked(file: CaseFile, staff: Staff) -> tuple[Dispute, date] | None:
    link = DisputeCase.objects.readable_by(staff).filter(case=file.case.pk).first()
    if link is None:
        return None
    row = Dispute.objects.readable_by(staff).select_related("found_at").filter(pk=link.dispute_id).first()
    return (row, link.on) if row else None
