"""What a successor takes over at once on the day of a reform: units below, accounts, grants, posts."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from organizations.actions import move_unit
from organizations.journal.noting import note
from organizations.journal.verbs import GRANT_APPROVED, GRANT_ENDED
from organizations.models import Grant, Reform, Staff, Unit, UnitPost

_REASON = "机构改革，职责由承接单位行使"


@dataclass(frozen=True)
class Taken:
    """How many accounts, grants and units below went over."""

    accounts: int
    grants: int
    below: int


def take_over(reform: Reform, on: date) -> Taken:
    """Let accounts, grants and the units below stand at the successor; within a transaction of the caller.

    What the two officers registered and approved stands for both of them on every grant: it holds at once.
    """
    unit, heir = reform.unit, reform.successor
    below = list(Unit.objects.filter(parent=unit).order_by("pk"))
    for each in below:
        move_unit(each, heir, by=reform.approved_by)
    accounts = Staff.objects.filter(unit=unit).update(unit=heir)
    held = list(Grant.objects.open().filter(Q(valid_to=None) | Q(valid_to__gte=on), unit=unit).order_by("pk"))
    for grant in held:
        _grant_again(grant, reform, on)
    UnitPost.objects.filter(unit=unit, to_day=None, from_day__lt=on).update(to_day=on - timedelta(days=1))
    return Taken(accounts, len(held), len(below))


def _grant_again(held: Grant, reform: Reform, on: date) -> None:
    """End a grant at the closed unit and give the same at the successor, unless it is held there already."""
    Grant.objects.filter(pk=held.pk).update(ended_on=on, ended_by=reform.approved_by, end_reason=_REASON)
    note(GRANT_ENDED, by=reform.approved_by, at=reform.unit, about=held, staff=held.staff_id, role=held.role)
    if Grant.objects.open().filter(staff=held.staff_id, role=held.role, unit=reform.successor).exists():
        return
    approved = held.approved_by_id is not None
    given = Grant.objects.create(
        staff_id=held.staff_id,
        role=held.role,
        unit=reform.successor,
        valid_from=max(held.valid_from, on),
        valid_to=held.valid_to,
        granted_by=reform.registered_by,
        given_on=on,
        approved_by=reform.approved_by if approved else None,
        approved_on=on if approved else None,
    )
    if approved:
        note(
            GRANT_APPROVED, by=reform.approved_by, at=reform.successor, about=given, staff=held.staff_id, role=held.role
        )
