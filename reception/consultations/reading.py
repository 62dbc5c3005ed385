"""Consultations within a person's reach: what is open, what was drawn, lists, one of them."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.lists.promises import month_of
from law.errors import Refused
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import Consultation, ConsultationState, Verdict

BY_DUE_DAY = Order("due_on", descending=False, label="办理期限（早的在前）")
LATEST = Order("asked_on", descending=True, label="咨询日期（新的在前）")
BY_DRAW = Order("drawn_on", descending=False, label="抽查日期（早的在前）")
_ALONG = ("case", "unit", "first_asked", "owner", "checked_by", "ticket")
_WAITING = (ConsultationState.OPEN, ConsultationState.DONE)


class ConsultationList(Word):
    """咨询清单."""

    MINE = "mine", "由我办理"
    OPEN = "open", "办理中"
    DRAWN = "drawn", "抽查待核对"
    ALL = "all", "全部咨询"


def open_consultations(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return what a person's desks still have to see to."""
    return Consultation.objects.readable_by(staff).filter(state=ConsultationState.OPEN)


def my_consultations(staff: Staff, on: date) -> QuerySet[Any]:
    """Return what this person has to see to."""
    return open_consultations(staff, on).filter(owner=staff)


def to_check(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return what was drawn and is this person's to look at: he had no part in it."""
    rows = Consultation.objects.readable_by(staff).filter(drawn_on__isnull=False, verdict="")
    return rows.exclude(first_asked=staff).exclude(owner=staff)


def to_register(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return what the check found to be a petition, and what is still none."""
    return Consultation.objects.readable_by(staff).filter(verdict=Verdict.PETITION, case=None)


def consultations_of_month(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the consultations of the month of a day, whatever became of them."""
    first, after = month_of(on)
    return Consultation.objects.readable_by(staff).filter(asked_on__gte=first, asked_on__lt=after)


def petitions_of_month(staff: Staff, on: date) -> QuerySet[Any]:
    """Return those of them that the check found to be petitions."""
    return consultations_of_month(staff, on).filter(verdict=Verdict.PETITION)


def page_of_consultations(
    staff: Staff, what: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of consultations. Raises Refused: filter_unknown, key_broken, one_direction."""
    if what not in set(ConsultationList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(ConsultationList)}。")
    lists: dict[str, tuple[QuerySet[Any], Order]] = {
        ConsultationList.MINE: (my_consultations(staff, on), BY_DUE_DAY),
        ConsultationList.OPEN: (open_consultations(staff, on), BY_DUE_DAY),
        ConsultationList.DRAWN: (to_check(staff, on), BY_DRAW),
        ConsultationList.ALL: (Consultation.objects.readable_by(staff), LATEST),
    }
    rows, order = lists[what]
    rows = rows.select_related(*_ALONG).annotate(place=F(order.column))
    return page_by(order, rows, after=after, before=before, size=size)


def consultation_of(staff: Staff, key: int) -> Consultation:
    """Return a consultation that a person may read. Raises Refused not_found."""
    rows = Consultation.objects.readable_by(staff).select_related(*_ALONG)
    found: Consultation | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def waiting_consultation(staff: Staff, key: int) -> Consultation:
    """Return a consultation that has become no case. Raises Refused: not_found, wrong_state."""
    found = consultation_of(staff, key)
    if found.state not in _WAITING:
        raise Refused("wrong_state", "这条咨询已经登记为信访件。另有一件的，请直接登记来访。")
    return found


def free_consultation(staff: Staff, key: int) -> Consultation | None:
    """Return a consultation that may still become a case, None where it is gone or has become one."""
    try:
        return waiting_consultation(staff, key)
    except Refused:
        # A draft may name one that is out of reach by now: what was typed still is registered.
        return None
