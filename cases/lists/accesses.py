"""临时查阅: what a person gave or may revoke, and what he was given to read himself."""

from datetime import date

from django.db.models import F

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.models import DatedAccess
from cases.places.giving import given_by_right
from cases.sight.accesses import accesses_of
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right

BY_DAY_GIVEN = Order("given_on", descending=True, label="给予日期（新的在前）")
SHOWN = ("to_staff__unit", "to_unit", "case", "of_unit", "given_by", "revoked_by")


def may_give(staff: Staff) -> bool:
    """Tell whether a person may give accesses at all."""
    return bool(holdings(staff, Right.GIVE_ACCESS))


def assert_concerned(staff: Staff) -> None:
    """Let in who gives accesses, and who was given one. Raises Refused not_permitted."""
    if not (may_give(staff) or accesses_of(staff)):
        raise Refused("not_permitted", "您的角色不给予临时查阅，也没有人给您。可在“权限一览”查看谁可以给予。")


def page_of_accesses(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of what a person gave or may revoke, the newest first. Raises Refused: key_broken, one_direction."""
    rows = given_by_right(staff).select_related(*SHOWN).annotate(place=F("given_on"))
    return page_by(BY_DAY_GIVEN, rows, after=after, before=before, size=size)


def own_accesses(staff: Staff, on: date) -> list[DatedAccess]:
    """Return what a person may read today by dated access, of cases only those that no wall closes to him."""
    keys = [given.pk for given in accesses_of(staff)]
    if not keys:
        return []
    rows = DatedAccess.objects.readable_by(staff).in_force(on).filter(pk__in=keys)
    return list(rows.select_related(*SHOWN).order_by("to_day", "pk"))
