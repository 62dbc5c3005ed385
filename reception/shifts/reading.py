"""Handovers and notes within a person's reach."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import DutyNote, HandoverState, ShiftHandover

LATEST_GIVEN = Order("given_on", descending=True, label="交班日期（新的在前）")
LATEST_NOTED = Order("happened_on", descending=True, label="日期（新的在前）")


def to_take(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the shifts that were handed to a person and that he has not taken yet."""
    return ShiftHandover.objects.readable_by(staff).filter(given_to=staff, state=HandoverState.GIVEN)


def page_of_handovers(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of handovers, the latest first. Raises Refused: key_broken, one_direction."""
    rows = ShiftHandover.objects.readable_by(staff).select_related("unit", "given_by", "given_to")
    return page_by(LATEST_GIVEN, rows.annotate(place=F("given_on")), after=after, before=before, size=size)


def page_of_notes(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of notes, the latest first. Raises Refused: key_broken, one_direction."""
    rows = DutyNote.objects.readable_by(staff).select_related("unit", "noted_by")
    return page_by(LATEST_NOTED, rows.annotate(place=F("happened_on")), after=after, before=before, size=size)


def handover_of(staff: Staff, key: int) -> ShiftHandover:
    """Return a handover that a person may read. Raises Refused not_found."""
    rows = ShiftHandover.objects.readable_by(staff).select_related("unit", "given_by", "given_to")
    found: ShiftHandover | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def note_of(staff: Staff, key: int) -> DutyNote:
    """Return a note that a person may read. Raises Refused not_found."""
    rows = DutyNote.objects.readable_by(staff).select_related("unit", "noted_by")
    found: DutyNote | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
