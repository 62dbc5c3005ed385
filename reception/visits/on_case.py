"""The visits of a case on its page: for the desk that received them, and for who handles the case."""

from datetime import date
from typing import Any

from django.urls import reverse

from cases.reading.case_file import CaseFile
from law.vocabulary import Channel
from organizations.models import Staff
from reception.models import VisitState
from reception.on_case import VISITS, at_the_desk, hanging_on
from reception.visits.presenting import answer_words


def read_visits(file: CaseFile, staff: Staff, on: date) -> dict[str, Any] | None:
    """Return {lines, new_url} of the visit of a case; None for who neither registers nor handles it, without a query."""
    if file.case.channel != Channel.VISIT or not (at_the_desk(file, staff) or _handles(file, staff)):
        return None
    rows = hanging_on(file)[VISITS]
    lines = [
        {
            "url": row.get_absolute_url(),
            "what": f"{row.visited_on}来访",
            "words": f"1批次{row.people}人次{'，集体访' if row.collective else ''}，首问责任人{row.first_asked.name}；{answer_words(row, on)}",
            "state": VisitState(row.state).label,
        }
        for row in rows
    ]
    new = "" if rows or not at_the_desk(file, staff) else reverse("reception:visit_of_case", args=[file.case.pk])
    return {"lines": lines, "new_url": new} if lines or new else None


def _handles(file: CaseFile, staff: Staff) -> bool:
    return file.whole and file.sealed_open and any(leg.handler_id == staff.pk for leg in file.legs)
