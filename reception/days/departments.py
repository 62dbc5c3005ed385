"""The departments of a joint reception 联合接访: standing ones, those called, when they came (Art. 18). Both doors call these."""

from datetime import date
from typing import Any

from cases.record.audiences import able
from kit.messages.words import Channel
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.outbox.recipients import colleague
from organizations.record_messages import reason_of_record, tell
from organizations.recording import Recorded, recording
from organizations.roles import Right
from organizations.today import now
from reception.days.actions import day_in
from reception.days.moves import ADD_DEPARTMENT, CALL_DEPARTMENT, DEPARTMENT_CAME
from reception.models import DayDepartment, ReceptionDay

DEPARTMENT_CALL = reason_of_record("reception.department_call", "通知到场", "reception.receptionday")


def not_called(day: ReceptionDay) -> dict[str, Any]:
    """Return the departments that can still be called, for their form."""
    rows = day.departments.filter(called_at=None, arrived_at=None).select_related("unit")
    return {"found": list(rows)}


def not_there(day: ReceptionDay) -> dict[str, Any]:
    """Return the departments that have not come yet, for their form."""
    return {"found": list(day.departments.filter(arrived_at=None).select_related("unit"))}


def add_department(
    day: ReceptionDay,
    *,
    department: Unit,
    by: Staff,
    standing: bool = False,
    seen: int | None = None,
    on: date | None = None,
) -> ReceptionDay:
    """Let a department take part: the whole day, or when it is called. Raises Refused: department_twice, as `recording`."""
    with recording(ADD_DEPARTMENT, day, by=by, seen=seen, on=on) as made:
        if made.record.departments.filter(unit=department).exists():
            raise Refused("department_twice", f"“{department.name}”已经安排了。")
        DayDepartment.objects.create(day=made.record, unit=department, standing=standing)
        made.facts = {"standing": standing}
    return day_in(made)


def call_department(
    day: ReceptionDay, *, department_id: int, by: Staff, seen: int | None = None, on: date | None = None
) -> ReceptionDay:
    """Call a department to come, and tell its people who do tasks. Raises Refused: not_found, as `recording`."""
    with recording(CALL_DEPARTMENT, day, by=by, seen=seen, on=on) as made:
        row = _the(made, department_id)
        DayDepartment.objects.filter(pk=row.pk).update(called_at=now())
        said = f"请派人到{made.record.venue}参加联合接访。"
        for person in able(Right.DO_TASKS, row.unit):
            tell(made, Channel.PRODUCT, DEPARTMENT_CALL, colleague(person), said, subject="通知到场")
    return day_in(made)


def department_came(
    day: ReceptionDay, *, department_id: int, by: Staff, seen: int | None = None, on: date | None = None
) -> ReceptionDay:
    """Record that a department has come. Raises Refused: not_found, as `recording`."""
    with recording(DEPARTMENT_CAME, day, by=by, seen=seen, on=on) as made:
        DayDepartment.objects.filter(pk=_the(made, department_id).pk).update(arrived_at=now())
    return day_in(made)


def _the(made: Recorded, key: int) -> DayDepartment:
    found: DayDepartment | None = made.record.departments.filter(pk=key, arrived_at=None).select_related("unit").first()
    if found is None:
        raise Refused("not_found", "这天没有安排这个部门，或者它已经到场。")
    return found
