"""Rules, reception days and shortfalls within a person's reach; what is published for everybody."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.places.conditions import at_places
from law.errors import Refused
from law.words import Word
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from reception.appointments.slots import with_free
from reception.models import ReceptionDay, ReceptionRule, ReceptionShortfall
from reception.models.day_words import DayState

SOONEST = Order("on", descending=False, label="日期（早的在前）")
LATEST = Order("on", descending=True, label="日期（新的在前）")
NEWEST_RULE = Order("from_day", descending=True, label="开始日期（新的在前）")
LAST_SHORT = Order("until", descending=True, label="期间（新的在前）")
_ALONG = ("unit", "person", "rule")
_SHOWN_DAYS = timedelta(days=62)
_COMING = (DayState.PUBLISHED, DayState.CANCELLED)


class DayList(Word):
    """接访日清单."""

    COMING = "coming", "今天和以后"
    UNSAID = "unsaid", "待登记到场"
    PAST = "past", "已过"


def assert_arranges(staff: Staff) -> Staff:
    """Let only who arranges receptions go on, and return that person. Raises Refused not_permitted."""
    if not holdings(staff, Right.ARRANGE_RECEPTION):
        raise Refused("not_permitted", "您的角色不安排领导接访。可在“权限一览”查看谁可以安排。")
    return staff


def unsaid_days(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the published days that have passed and of which nobody has said who came, for who arranges them."""
    return _arranged(staff).filter(state=DayState.PUBLISHED, on__lt=on)


def unpublished_days(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the days of the coming two weeks that are not made public yet, for who arranges them."""
    return _arranged(staff).filter(state=DayState.PLANNED, on__gte=on, on__lte=on + timedelta(days=14))


def my_days(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the coming days on which this person receives."""
    return ReceptionDay.objects.readable_by(staff).filter(person=staff, state=DayState.PUBLISHED, on__gte=on)


def recent_shortfalls(staff: Staff, on: date) -> QuerySet[Any]:
    """Return what fell short in the last month."""
    return ReceptionShortfall.objects.readable_by(staff).filter(until__gte=on - timedelta(days=31), until__lt=on)


def page_of_days(
    staff: Staff, what: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of the reception days of a person's district. Raises Refused: filter_unknown, key_broken."""
    if what not in set(DayList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(DayList)}。")
    rows: QuerySet[Any] = ReceptionDay.objects.readable_by(staff)
    order = SOONEST
    if what == DayList.COMING:
        rows = rows.filter(on__gte=on)
    elif what == DayList.UNSAID:
        rows = unsaid_days(staff, on)
    else:
        rows, order = rows.filter(on__lt=on), LATEST
    rows = rows.annotate(place=F("on"))
    whole = with_free(rows).select_related(*_ALONG)
    return page_by(order, rows, after=after, before=before, size=size, whole=whole)


def page_of_rules(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of the rules of a person's district, the newest first. Raises Refused key_broken."""
    rows = ReceptionRule.objects.readable_by(staff).select_related("unit", "person")
    rows = rows.annotate(place=F("from_day"))
    return page_by(NEWEST_RULE, rows, after=after, before=before, size=size)


def page_of_shortfalls(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of what fell short, the latest first. Raises Refused key_broken."""
    rows = ReceptionShortfall.objects.readable_by(staff).select_related("rule__unit")
    rows = rows.annotate(place=F("until"))
    return page_by(LAST_SHORT, rows, after=after, before=before, size=size)


def day_of(staff: Staff, key: int) -> ReceptionDay:
    """Return a day that a person may read. Raises Refused not_found."""
    rows = with_free(ReceptionDay.objects.readable_by(staff)).select_related(*_ALONG)
    found: ReceptionDay | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def rule_of(staff: Staff, key: int) -> ReceptionRule:
    """Return a rule that a person may read. Raises Refused not_found."""
    rows = ReceptionRule.objects.readable_by(staff).select_related("unit", "person")
    found: ReceptionRule | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def open_days(on: date) -> list[ReceptionDay]:
    """Return what everybody may see (Art. 18): the published days of the next two months, those called off among them."""
    rows = ReceptionDay.objects.filter(state__in=_COMING, published_on__isnull=False, on__gte=on)
    rows = rows.filter(on__lte=on + _SHOWN_DAYS).select_related("unit").order_by("district", "on", "at", "id")
    return list(with_free(rows)[:500])


def _arranged(staff: Staff) -> QuerySet[Any]:
    return ReceptionDay.objects.readable_by(staff).filter(at_places(staff, Right.ARRANGE_RECEPTION))
