"""Pairs within a person's reach: what waits, a page of them, one with the passages that both cases share."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.reading.open_texts import FIELDS
from insight.likeness import grams_of, shared_passages
from insight.models import FoundRepeat, FoundState
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import record_not_found

OLDEST = Order("found_on", descending=False, label="找到日期（早的在前）")
NEWEST = Order("found_on", descending=True, label="找到日期（新的在前）")


def assert_joins(staff: Staff) -> Staff:
    """Let in who says which matter a case is of. Raises Refused not_permitted."""
    if not holdings(staff, Act.JOIN_MATTER):
        raise Refused("not_permitted", "您不办理“并入同一事项”。可在“权限一览”查看谁可以办理。")
    return staff


def open_repeats(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the pairs that nobody has looked at, and that are not of one matter yet."""
    rows = FoundRepeat.objects.readable_by(staff).filter(state=FoundState.OPEN)
    return rows.exclude(case__matter=F("other__matter"))


def page_of_repeats(staff: Staff, what: str, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of pairs: those that wait with the oldest first. Raises Refused: filter_unknown, key_broken."""
    if what not in set(FoundState):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(FoundState)}。")
    waits = what == FoundState.OPEN
    rows = open_repeats(staff, date.min) if waits else FoundRepeat.objects.readable_by(staff).filter(state=what)
    rows = rows.select_related("case", "other", "unit", "decided_by").annotate(place=F("found_on"))
    return page_by(OLDEST if waits else NEWEST, rows, after=after, before=before, size=size)


def repeat_of(staff: Staff, key: int) -> FoundRepeat:
    """Return a pair that a person may read. Raises Refused not_found."""
    rows = FoundRepeat.objects.readable_by(staff).select_related("case", "other", "unit", "decided_by")
    found: FoundRepeat | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def passages_in(row: FoundRepeat) -> list[str]:
    """Return the longest passages that both cases share, for who reads both."""
    words, other = ("\n".join(getattr(case, name) for name in FIELDS) for case in (row.case, row.other))
    return shared_passages(words, grams_of(other))
