"""机构改革 before its day: registered by the system administrator, approved by the security administrator, or taken back.

From its approval the unit carries the day of its end and its successor: whatever refers to it from that day on is refused.
"""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from law.errors import Refused
from organizations.authority import holdings, may
from organizations.closed_units import SUCCEEDING, is_closed
from organizations.journal.noting import note
from organizations.journal.unit_verbs import REFORM_APPROVED, REFORM_CANCELLED, REFORM_REGISTERED
from organizations.models import Grant, Reform, Staff, Unit
from organizations.roles import OFFICERS, Right
from organizations.vocabulary import UnitKind

_NEVER_CLOSED = (UnitKind.AREA, UnitKind.EXTERNAL)


def assert_reformer(staff: Staff) -> Staff:
    """Let only who registers or approves reforms go on. Raises Refused not_permitted."""
    if not (holdings(staff, Right.MANAGE_UNITS) or holdings(staff, Right.APPROVE_GRANTS)):
        raise Refused("not_permitted", "机构改革由系统管理员登记、安全管理员核准。可在“权限一览”查看谁可以办理。")
    return staff


def reforms_of(staff: Staff) -> "QuerySet[Reform]":
    """Return the reforms of a person's district, the newest first. Raises Refused not_permitted."""
    here = assert_reformer(staff).unit.district_id
    rows = Reform.objects.filter(unit__district=here) if here else Reform.objects.all()
    return rows.select_related("unit", "successor", "registered_by", "approved_by")


def reform_of(staff: Staff, reform_id: int) -> Reform:
    """Return one of them. Raises Refused: not_permitted, not_found."""
    found = reforms_of(staff).filter(pk=reform_id).first()
    if found is None:
        raise Refused("not_found", "没有这项机构改革，或者不在您的管理范围内。")
    return found


def successor_unfit(unit: Unit, successor: Unit, on: date) -> Refused | None:
    """Return why a unit cannot take over from another. Codes: unit_unfit, successor_unfit, reform_registered."""
    if unit.kind in _NEVER_CLOSED:
        return Refused("unit_unfit", f"“{unit.name}”是行政区域或者外部单位，不在这里撤销。", SUCCEEDING)
    if is_closed(unit, on) or Reform.objects.filter(unit=unit, cancelled_on=None).exists():
        return Refused("reform_registered", f"“{unit.name}”的撤销已经登记。", SUCCEEDING)
    if before := Reform.objects.open().filter(successor=unit).select_related("unit").first():
        words = f"“{unit.name}”要承接“{before.unit.name}”的职责，移交完成以后才能登记它的撤销。"
        return Refused("unit_unfit", words, SUCCEEDING)
    if Grant.objects.open().filter(unit=unit, role__in=OFFICERS).exists():
        words = f"系统管理员、安全管理员、安全审计员的授权在“{unit.name}”，请先在别的单位另行授予。"
        return Refused("unit_unfit", words, SUCCEEDING)
    return _no_heir(unit, successor, on)


def _no_heir(unit: Unit, successor: Unit, on: date) -> Refused | None:
    if successor.pk == unit.pk or unit.holds(successor) or successor.district_id != unit.district_id:
        words = "承接单位应是同一区县的另一个单位，不能是它自己或者它的下级。"
    elif successor.kind in _NEVER_CLOSED or (unit.kind == UnitKind.PETITION_OFFICE) != (
        successor.kind == UnitKind.PETITION_OFFICE
    ):
        words = "信访部门的职责只能由信访部门承接，其他单位的不能由信访部门承接；行政区域和外部单位不能承接。"
    elif is_closed(successor, on) or Reform.objects.open().filter(unit=successor).exists():
        words = f"“{successor.name}”自己已经撤销，或者已经登记撤销。"
    else:
        return None
    return Refused("successor_unfit", f"“{unit.name}”的职责不能由“{successor.name}”承接：{words}", SUCCEEDING)


def register_reform(unit: Unit, successor: Unit, *, effective: date, basis: str, by: Staff, on: date) -> Reform:
    """Register that a unit is closed on a day and who takes over; another officer has to approve it.

    Raises Refused: not_permitted, basis_missing, reform_retroactive, unit_unfit, successor_unfit, reform_registered.
    """
    _assert_may(Right.MANAGE_UNITS, unit, by, "机构改革由系统管理员登记。")
    if not basis.strip():
        raise Refused("basis_missing", "请写明依据，例如机构改革方案的文号。")
    if effective <= on:
        raise Refused("reform_retroactive", f"生效日期{effective}应在今天（{on}）之后，以便核准和准备。")
    with transaction.atomic():
        # One after the other: two that name each other must not both be registered.
        list(Unit.objects.select_for_update().filter(pk__in=[unit.pk, successor.pk]).order_by("pk"))
        if refusal := successor_unfit(unit, successor, effective):
            raise refusal
        made = Reform.objects.create(
            unit=unit, successor=successor, on=effective, basis=basis.strip()[:200], registered_by=by, registered_on=on
        )
        note(REFORM_REGISTERED, by=by, at=unit, about=made, successor=successor.pk, on=effective)
    return made


def approve_reform(reform_id: int, *, by: Staff, on: date) -> Reform:
    """Approve a reform before its day: it is carried out on that day without anybody.

    Raises Refused: not_permitted, not_found, same_officer, reform_decided, reform_retroactive.
    """
    with transaction.atomic():
        found = _locked(reform_id, by)
        _assert_may(Right.APPROVE_GRANTS, found.unit, by, "机构改革由安全管理员核准。")
        if by.pk == found.registered_by_id:
            raise Refused("same_officer", "登记和核准须由两个人分别办理，不能核准自己登记的机构改革。")
        if found.approved_by_id or found.cancelled_on:
            raise Refused("reform_decided", f"这项机构改革{found.standing}，不需要再核准。")
        if found.on <= on:
            raise Refused("reform_retroactive", f"生效日期{found.on}已到，请撤回后用以后的日期重新登记。")
        found.approved_by, found.approved_on = by, on
        found.save(update_fields=["approved_by", "approved_on"])
        Unit.objects.filter(pk=found.unit_id).update(valid_to=found.on, successor=found.successor)
        note(REFORM_APPROVED, by=by, at=found.unit, about=found, successor=found.successor_id, on=found.on)
    return found


def cancel_reform(reform_id: int, *, by: Staff, on: date) -> Reform:
    """Take a reform back before it is carried out; one officer is enough. Raises Refused: not_permitted, not_found, reform_decided."""
    with transaction.atomic():
        found = _locked(reform_id, by)
        if found.taken_on or found.cancelled_on:
            raise Refused("reform_decided", f"这项机构改革{found.standing}，不能撤回。")
        found.cancelled_by, found.cancelled_on = by, on
        found.save(update_fields=["cancelled_by", "cancelled_on"])
        Unit.objects.filter(pk=found.unit_id).update(valid_to=None, successor=None)
        note(REFORM_CANCELLED, by=by, at=found.unit, about=found, successor=found.successor_id, on=found.on)
    return found


def _locked(reform_id: int, by: Staff) -> Reform:
    rows = reforms_of(by).select_for_update(of=("self",))
    found = rows.filter(pk=reform_id).first()
    if found is None:
        raise Refused("not_found", "没有这项机构改革，或者不在您的管理范围内。")
    return found


def _assert_may(right: Right, unit: Unit, by: Staff, words: str) -> None:
    if not may(by, right, at=unit):
        raise Refused("not_permitted", f"{words}“{by.name}”不是“{unit.name}”所在区县的管理员。")
