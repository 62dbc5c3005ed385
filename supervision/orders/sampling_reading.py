"""Samples, accounts and inspections as one person may read them, and the orders of their lists."""

from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import Order
from organizations.models import Staff
from organizations.recording import record_not_found
from supervision.models import Inspection, OrderAccount, Sample

BY_DAY_DRAWN = Order("drawn_on", descending=True, label="抽取日期（新的在前）")
BY_DAY_DUE = Order("due_on", descending=True, label="交账日期（新的在前）")
BY_DAY_MADE = Order("made_on", descending=True, label="组织日期（新的在前）")


def samples(staff: Staff) -> QuerySet[Any]:
    """Return the samples that a person may read, each with its place in the list."""
    rows = Sample.objects.readable_by(staff)
    found: QuerySet[Any] = rows.select_related("unit").annotate(place=F("drawn_on"))
    return found


def accounts(staff: Staff) -> QuerySet[Any]:
    """Return the accounts of a person's district that he may read, each with its place in the list."""
    rows = OrderAccount.objects.readable_by(staff).filter(district=staff.unit.district_id)
    found: QuerySet[Any] = rows.select_related("order", "unit", "given_by").annotate(place=F("due_on"))
    return found


def inspections(staff: Staff) -> QuerySet[Any]:
    """Return the inspections that a person may read, each with its place in the list."""
    rows = Inspection.objects.readable_by(staff)
    found: QuerySet[Any] = rows.select_related("unit").annotate(place=F("made_on"))
    return found


def sample_of(staff: Staff, key: int) -> Sample:
    """Return one sample that a person may read. Raises Refused not_found."""
    found: Sample | None = samples(staff).select_related("unit", "drawn_by", "signed_by").filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def inspection_of(staff: Staff, key: int) -> Inspection:
    """Return one inspection that a person may read. Raises Refused not_found."""
    found: Inspection | None = inspections(staff).select_related("unit", "made_by").filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
