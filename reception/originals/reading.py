"""Originals within a person's reach: one receipt, what is held, what is held too long."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from kit.settings import Setting
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.settings_in_force import setting_on
from reception.models import OriginalsReceipt, OriginalsState

OLDEST = Order("taken_on", descending=False, label="收件日期（早的在前）")
ORIGINALS_DAYS = Setting(
    "ORIGINALS_DAYS",
    30,
    "原件材料保管多少天后提醒退还",
    help="只影响工作台上的提醒；法律、条例没有规定天数。",
    unit="天",
    least=1,
    most=1000,
)


def held(staff: Staff) -> QuerySet[Any]:
    """Return the originals that the desks of a person hold."""
    return OriginalsReceipt.objects.readable_by(staff).filter(state=OriginalsState.HELD)


def held_too_long(staff: Staff, on: date) -> QuerySet[Any]:
    """Return what is held for longer than the office allows itself."""
    days = setting_on(ORIGINALS_DAYS.key, on, staff.unit.district_id)
    return held(staff).filter(taken_on__lt=on - timedelta(days=days))


def page_of_originals(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of the originals that are held, the oldest first. Raises Refused: key_broken, one_direction."""
    rows = held(staff).select_related("case", "unit", "taken_by").annotate(place=F("taken_on"))
    return page_by(OLDEST, rows, after=after, before=before, size=size)


def originals_of(staff: Staff, key: int) -> OriginalsReceipt:
    """Return a receipt that a person may read. Raises Refused not_found."""
    rows = OriginalsReceipt.objects.readable_by(staff).select_related("case", "unit", "taken_by", "returned_by")
    found: OriginalsReceipt | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
