"""Calls back and recordings within a person's reach: what waits, lists, one of them."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from law.errors import Refused
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import CallBack, CallBackState, CallRecording, RecordingState

BY_DUE_DAY = Order("due_on", descending=False, label="回电日期（早的在前）")
LATEST_DUE = Order("due_on", descending=True, label="回电日期（新的在前）")
BY_LAST_DAY = Order("keep_until", descending=False, label="保存到（早的在前）")
_ALONG = ("case", "unit", "who", "done_by")


class CallList(Word):
    """回电清单."""

    MINE = "mine", "由我回电"
    OPEN = "open", "待回电"
    DONE = "done", "已了结"


def open_calls(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return whom the desks of a person still have to call back."""
    return CallBack.objects.readable_by(staff).filter(state=CallBackState.OPEN)


def due_calls(staff: Staff, on: date) -> QuerySet[Any]:
    """Return whom this person has to call back today, or should have before."""
    return open_calls(staff, on).filter(who=staff, due_on__lte=on)


def to_erase(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the recordings whose time is over."""
    return CallRecording.objects.readable_by(staff).filter(state=RecordingState.KEPT, keep_until__lt=on)


def page_of_calls(
    staff: Staff, what: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of calls back. Raises Refused: filter_unknown, key_broken, one_direction."""
    if what not in set(CallList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(CallList)}。")
    rows, order = open_calls(staff, on), BY_DUE_DAY
    if what == CallList.MINE:
        rows = rows.filter(who=staff)
    elif what == CallList.DONE:
        rows = CallBack.objects.readable_by(staff).exclude(state=CallBackState.OPEN)
        order = LATEST_DUE
    rows = rows.select_related(*_ALONG).annotate(place=F("due_on"))
    return page_by(order, rows, after=after, before=before, size=size)


def page_of_recordings(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of the recordings that are kept, the earliest to be erased first. Raises Refused key_broken."""
    rows = CallRecording.objects.readable_by(staff).filter(state=RecordingState.KEPT)
    rows = rows.select_related("case", "unit", "entered_by").annotate(place=F("keep_until"))
    return page_by(BY_LAST_DAY, rows, after=after, before=before, size=size)


def call_of(staff: Staff, key: int) -> CallBack:
    """Return a call back that a person may read. Raises Refused not_found."""
    found: CallBack | None = CallBack.objects.readable_by(staff).select_related(*_ALONG).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def recording_of(staff: Staff, key: int) -> CallRecording:
    """Return a recording that a person may read. Raises Refused not_found."""
    rows = CallRecording.objects.readable_by(staff).select_related("case", "unit", "entered_by", "erased_by")
    found: CallRecording | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
