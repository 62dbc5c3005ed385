"""Disputes within a person's reach: what is open, what is late, one of them; never found by a person's name."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import Order, Page, page_by
from law.errors import Refused
from law.words import Word
from organizations.models import Staff
from organizations.reach_of_right import held_over
from organizations.recording import record_not_found
from organizations.roles import Right
from screening.models import Dispute, DisputeCase
from screening.models.words import DisputeState

BY_DUE = Order("due_on", descending=False, label="时限（急的在前）")
LATEST = Order("found_on", descending=True, label="排查日期（新的在前）")
ALONG = (
    "unit",
    "found_at",
    "group",
    "round",
    "person",
    "found_by",
    "settled_by",
    "visited_by",
    "closed_by",
    "repeat_of",
)


class DisputeList(Word):
    """矛盾纠纷清单."""

    OPEN = "open", "办理中"
    LATE = "late", "超时限"
    PASSED = "passed", "待接收"
    SETTLED = "settled", "待回访销账"
    ALL = "all", "全部"


def disputes(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the disputes within reach of a ledger: by days of finding, kind and state."""
    bounds = {
        "found_on__gte": asked.get("since"),
        "found_on__lte": asked.get("until"),
        "kind": asked.get("kind"),
        "state": asked.get("state"),
    }
    wanted = {name: value for name, value in bounds.items() if value}
    return Dispute.objects.readable_by(staff).select_related(*ALONG).filter(**wanted)


def late_ones(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the disputes that this person's units work on, whose time is over without a result."""
    return worked_on(staff).filter(state__in=(DisputeState.OPEN, DisputeState.PASSED), due_on__lt=on)


def to_take(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the disputes that were handed to this person's units and wait to be taken or given back."""
    return worked_on(staff).filter(state=DisputeState.PASSED)


def to_close(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the disputes with a result that this person may visit and close."""
    rows = Dispute.objects.readable_by(staff).filter(held_over(staff, Right.CHECK_SCREENING, "unit"))
    return rows.filter(state=DisputeState.SETTLED).exclude(settled_by__in=staff.both)


def worked_on(staff: Staff) -> QuerySet[Any]:
    """Return the disputes of the units where a person works on disputes."""
    return Dispute.objects.readable_by(staff).filter(held_over(staff, Right.WORK_DISPUTE, "unit"))


def page_of_disputes(staff: Staff, what: str, on: date, *, after: str = "", before: str = "") -> Page:
    """Return a page of disputes. Raises Refused: filter_unknown, key_broken, one_direction."""
    if what not in set(DisputeList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(DisputeList)}。")
    rows, order = Dispute.objects.readable_by(staff), BY_DUE
    if what == DisputeList.ALL:
        order = LATEST
    elif what == DisputeList.LATE:
        rows = rows.filter(state__in=(DisputeState.OPEN, DisputeState.PASSED), due_on__lt=on)
    else:
        rows = rows.filter(state=what)
    rows = rows.select_related(*ALONG).annotate(place=F(order.column))
    return page_by(order, rows, after=after, before=before)


def dispute_of(staff: Staff, key: int) -> Dispute:
    """Return a dispute that a person may read. Raises Refused not_found."""
    found: Dispute | None = disputes(staff, {}).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def cases_of(staff: Staff, keys: list[int]) -> dict[int, DisputeCase]:
    """Return the cases that disputes became, of those that a person may know of, by the key of the dispute."""
    rows = DisputeCase.objects.readable_by(staff).select_related("case").filter(dispute__in=keys)
    return {row.dispute_id: row for row in rows}
