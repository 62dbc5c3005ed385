"""Envelopes and batches within a person's reach: lists, one of them, what waits."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from law.errors import Refused
from law.vocabulary import Act
from law.words import Word
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import Envelope, EnvelopeBatch, EnvelopeState

OLDEST = Order("received_on", descending=False, label="收到日期（早的在前）")
NEWEST = Order("received_on", descending=True, label="收到日期（新的在前）")
ALONG = ("batch", "unit", "case", "settled_by")


class EnvelopeList(Word):
    """来信信封清单."""

    OPENED = "opened", "待登记"
    REGISTERED = "registered", "已登记"
    SET_ASIDE = "set_aside", "不作登记"


def assert_registers(staff: Staff) -> Staff:
    """Let in who registers. Raises Refused not_permitted."""
    if not holdings(staff, Act.REGISTER):
        raise Refused("not_permitted", "您的角色不登记信访件。可在“权限一览”查看谁可以登记。")
    return staff


def to_register(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the envelopes whose letters wait to be registered."""
    return Envelope.objects.readable_by(staff).filter(state=EnvelopeState.OPENED)


def page_of_envelopes(staff: Staff, what: str, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of envelopes: those that wait with the oldest first, the others the newest first.

    Raises Refused: not_permitted, filter_unknown, key_broken, one_direction.
    """
    assert_registers(staff)
    if what not in set(EnvelopeList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(EnvelopeList)}。")
    order = OLDEST if what == EnvelopeList.OPENED else NEWEST
    rows = Envelope.objects.readable_by(staff).filter(state=what).select_related(*ALONG)
    return page_by(order, rows.annotate(place=F("received_on")), after=after, before=before, size=size)


def envelope_of(staff: Staff, key: int) -> Envelope:
    """Return an envelope that a person may read. Raises Refused not_found."""
    return _one(Envelope.objects.readable_by(staff).filter(pk=key))


def envelope_numbered(staff: Staff, number: str) -> Envelope:
    """Return the envelope of a slip that was scanned or typed. Raises Refused not_found."""
    rows = Envelope.objects.readable_by(staff).filter(number=number.strip().upper()[:20])
    return _one(rows.order_by("-id"))


def _one(rows: QuerySet[Any]) -> Envelope:
    found: Envelope | None = rows.select_related(*ALONG).first()
    if found is None:
        raise record_not_found()
    return found


def batch_of(staff: Staff, key: int) -> EnvelopeBatch:
    """Return a batch that a person may read. Raises Refused not_found."""
    rows = EnvelopeBatch.objects.readable_by(staff).select_related("unit", "opened_by")
    found: EnvelopeBatch | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def batches(staff: Staff, most: int = 20) -> list[EnvelopeBatch]:
    """Return the last batches that a person may read."""
    rows = EnvelopeBatch.objects.readable_by(staff).select_related("unit", "opened_by")
    return list(rows.order_by("-received_on", "-id")[:most])


def envelopes_in(staff: Staff, batch: EnvelopeBatch) -> list[Envelope]:
    """Return the envelopes of a batch that a person may read, by their numbers."""
    rows = Envelope.objects.readable_by(staff).filter(batch=batch).select_related(*ALONG)
    return list(rows.order_by("id"))
