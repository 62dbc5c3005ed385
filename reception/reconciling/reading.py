"""Comparisons and differences within a person's reach: what waits, lists, one of them."""

from datetime import date
from typing import Any

from django.db.models import Count, F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from law.errors import Refused
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import Comparison, Difference, DifferenceState, Differs, Sender

OLDEST = Order("found_on", descending=False, label="发现日期（早的在前）")
NEWEST = Order("found_on", descending=True, label="发现日期（新的在前）")
_ALONG = ("sender", "unit", "case", "comparison", "settled_by")


class DifferenceList(Word):
    """对账差异清单."""

    OPEN = "open", "待处理"
    SETTLED = "settled", "已处理"
    AGREED = "agreed", "已经一致"


def open_differences(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the differences that wait for somebody of a person's desks."""
    return Difference.objects.readable_by(staff).filter(state=DifferenceState.OPEN)


def page_of_differences(
    staff: Staff,
    what: str,
    *,
    sender: Sender | None = None,
    kind: str = "",
    after: str = "",
    before: str = "",
    size: int = PAGE_SIZE,
) -> Page:
    """Return a page of differences: those that wait with the oldest first. Raises Refused: filter_unknown, key_broken."""
    if what not in set(DifferenceList) or kind not in {"", *Differs}:
        raise Refused("filter_unknown", f"没有“{(what if kind in set(Differs) else kind) or what}”这种清单。")
    rows = Difference.objects.readable_by(staff).filter(state=what)
    if sender is not None:
        rows = rows.filter(sender=sender)
    if kind:
        rows = rows.filter(what=kind)
    order = OLDEST if what == DifferenceList.OPEN else NEWEST
    rows = rows.select_related(*_ALONG).annotate(place=F("found_on"))
    return page_by(order, rows, after=after, before=before, size=size)


def difference_of(staff: Staff, key: int) -> Difference:
    """Return a difference that a person may read. Raises Refused not_found."""
    rows = Difference.objects.readable_by(staff).select_related(*_ALONG)
    found: Difference | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def comparison_of(staff: Staff, key: int) -> Comparison:
    """Return a comparison that a person may read. Raises Refused not_found."""
    rows = Comparison.objects.readable_by(staff).select_related("sender", "unit", "made_by")
    found: Comparison | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def counted_in(staff: Staff, comparison: Comparison) -> list[tuple[Differs, DifferenceState, int]]:
    """Return how many differences of each kind a list found or renewed, of those that a person may read: one statement."""
    rows = Difference.objects.readable_by(staff).filter(comparison=comparison).order_by("what", "state")
    found = rows.values_list("what", "state").annotate(many=Count("pk"))
    return [(Differs(what), DifferenceState(state), many) for what, state, many in found]
