"""Funds and assistance within a person's reach: lists, one of them, the ledger's rows."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.reach_of_right import held_over
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.models import Assistance, ReliefFund
from supervision.models.relief import AssistanceState

BY_DAY_PROPOSED = Order("proposed_on", descending=True, label="申请日期（新的在前）")
ALONG = ("case", "fund", "unit", "proposed_by", "decided_by", "paid_by")
MOST_FUNDS = 100


def assert_works(staff: Staff) -> None:
    """Let in who proposes or approves relief. Raises Refused not_permitted."""
    if not (holdings(staff, Right.PROPOSE_RELIEF) or holdings(staff, Right.APPROVE_RELIEF)):
        raise Refused("not_permitted", "您的角色不办理帮扶。可在“权限一览”查看谁可以办理。")


def assert_holds(staff: Staff, right: Right) -> Staff:
    """Return who holds a right. Raises Refused not_permitted."""
    if not holdings(staff, right):
        raise Refused("not_permitted", f"您的角色没有“{right.label}”的权利。可在“权限一览”查看谁可以办理。")
    return staff


def funds_of(staff: Staff) -> list[ReliefFund]:
    """Return the funds within a person's reach, those of the last year first."""
    rows = ReliefFund.objects.readable_by(staff).select_related("unit").order_by("-year", "-id")
    return list(rows[:MOST_FUNDS])


def fund_read(staff: Staff, key: int) -> ReliefFund:
    """Return a fund that a person may read. Raises Refused not_found."""
    rows = ReliefFund.objects.readable_by(staff).select_related("unit", "carried_from")
    found: ReliefFund | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def assistance_read(staff: Staff, key: int) -> Assistance:
    """Return assistance that a person may read. Raises Refused not_found."""
    found = Assistance.objects.readable_by(staff).select_related(*ALONG).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def to_decide(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the assistance that waits for a person's decision; his own proposals wait for another."""
    rows = Assistance.objects.readable_by(staff).filter(state=AssistanceState.PROPOSED)
    mine = held_over(staff, Right.APPROVE_RELIEF, "unit") & ~Q(proposed_by__in=staff.both)
    return rows.filter(mine)


def page_of_assistance(
    staff: Staff, *, fund: ReliefFund | None = None, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of assistance, the newest first. Raises Refused: key_broken, one_direction."""
    rows = Assistance.objects.readable_by(staff).select_related(*ALONG).annotate(place=F("proposed_on"))
    rows = rows.filter(fund=fund) if fund else rows
    return page_by(BY_DAY_PROPOSED, rows, after=after, before=before, size=size)
