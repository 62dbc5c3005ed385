"""Giving and revoking dated access 临时查阅: reading only, from a day to a day, for a reason; no act on any case."""

from datetime import date

from django.db import transaction

from cases.models import Case, DatedAccess
from cases.models.access import AccessPurpose
from cases.places.giving import given_by_right, gives_at, giving_units
from cases.record.verbs import ACCESS_GIVEN, ACCESS_REVOKED
from cases.sight.accesses import forget_accesses
from law.errors import Refused
from organizations.authority import holdings
from organizations.journal.noting import note
from organizations.models import Staff, Unit
from organizations.roles import OFFICERS, Right
from organizations.today import now, today

MOST_DAYS = 366
"""The longest access, both days counted; who needs more is given it again, with a fresh reason."""


def give_access(
    *,
    by: Staff,
    from_day: date,
    to_day: date,
    purpose: AccessPurpose,
    reason: str,
    account: str = "",
    to_unit: Unit | None = None,
    number: str = "",
    of_unit: Unit | None = None,
    sealed_too: bool = False,
    on: date | None = None,
) -> DatedAccess:
    """Let a person (by account) or a unit read one case (by number), or all cases that have reached a unit, for a time.

    Wall and recusal stand above it and are not asked here: whom a case accuses is not told to who gives.
    Raises Refused: not_permitted, access_reader, access_thing, access_sealed, access_days, access_too_long,
    reason_missing, case_unknown, account_unknown, own_access, officers_handle_no_case, other_district,
    access_given_already.
    """
    on = on or today()
    if not holdings(by, Right.GIVE_ACCESS):
        raise _not_permitted("您的角色不能给予临时查阅")
    _assert_asked(account, to_unit, number, of_unit, sealed_too=sealed_too)
    _assert_days(from_day, to_day, on)
    if not reason.strip():
        raise Refused("reason_missing", "请写明为什么要让其查阅，理由会保存。")
    case = _case(number, by) if number.strip() else None
    if of_unit and not gives_at(by, of_unit):
        raise _not_permitted(f"您不能给予查阅“{of_unit.name}”经手的信访件")
    district = _district(case, of_unit)
    reader = _reader(account, by, district) if account.strip() else None
    if to_unit and to_unit.district_id != district.pk:
        raise Refused("other_district", f"“{to_unit.name}”不在本区，不能查阅本区的信访件。")
    given = {"to_staff": reader, "to_unit": to_unit, "case": case, "of_unit": of_unit}
    with transaction.atomic():
        _assert_not_given(given, from_day, to_day, by, sealed_too=sealed_too)
        row = DatedAccess.objects.create(
            **given,
            district=district,
            sealed_too=sealed_too,
            from_day=from_day,
            to_day=to_day,
            purpose=purpose,
            reason=reason.strip(),
            given_on=on,
            given_by=by,
        )
        note(
            ACCESS_GIVEN,
            by=by,
            at=case.unit if case else of_unit,
            about=row,
            to_staff=reader and reader.pk,
            to_unit=to_unit and to_unit.pk,
            case=case and case.pk,
            of_unit=of_unit and of_unit.pk,
            from_day=from_day,
            to_day=to_day,
            purpose=purpose.value,
            sealed_too=sealed_too,
        )
    if reader:
        forget_accesses(reader)
    return row


def revoke_access(access_id: int, *, by: Staff, reason: str) -> DatedAccess:
    """End an access at once: whoever gave it, or may give the like. The row stays.

    Raises Refused: not_found, reason_missing, access_ended_already.
    """
    with transaction.atomic():
        row = given_by_right(by).filter(pk=access_id).select_related("case__unit", "of_unit", "to_staff").first()
        if row is None:
            raise Refused("not_found", "没有这项临时查阅，或者它不由您管理。")
        if not reason.strip():
            raise Refused("reason_missing", "请写明为什么收回，例如：检查结束、人员调整。")
        standing = DatedAccess.objects.readable_by(by).standing(today()).filter(pk=row.pk)
        if not standing.update(revoked_at=now(), revoked_by=by, revoke_reason=reason.strip()):
            raise Refused("access_ended_already", "这项临时查阅已经到期或者收回，不需要再收回。")
        note(ACCESS_REVOKED, by=by, at=row.case.unit if row.case else row.of_unit, about=row)
    row.refresh_from_db(fields=["revoked_at", "revoked_by", "revoke_reason"])
    if row.to_staff:
        forget_accesses(row.to_staff)
    return row


def _assert_asked(account: str, to_unit: Unit | None, number: str, of_unit: Unit | None, *, sealed_too: bool) -> None:
    if bool(account.strip()) == bool(to_unit):
        raise Refused("access_reader", "请填写由谁查阅：一个账号，或者一个单位，只填一项。")
    if bool(number.strip()) == bool(of_unit):
        raise Refused("access_thing", "请填写查阅什么：一件信访件的编号，或者一个单位经手的信访件，只填一项。")
    if sealed_too and of_unit:
        raise Refused(
            "access_sealed",
            "按单位查阅的，不含检举控告件；需要查阅其中某一件的公开部分，请按编号逐件给予。",
            "第三十条",
        )


def _assert_days(from_day: date, to_day: date, on: date) -> None:
    if from_day < on or to_day < from_day:
        raise Refused("access_days", f"查阅从{from_day}至{to_day}：开始不能早于今天{on}，截止不能早于开始。")
    if (to_day - from_day).days >= MOST_DAYS:
        raise Refused("access_too_long", f"一次最长{MOST_DAYS}天，期满仍需要的，请重新给予。")


def _case(number: str, by: Staff) -> Case:
    """Only what a person sees by his own roles is his to show."""
    case = Case.objects.workable_by(by).select_related("unit", "district").filter(number=number.strip()).first()
    if case is None:
        raise Refused("case_unknown", f"没有找到编号为“{number.strip()[:40]}”的信访件，或者它不在您的查看范围内。")
    if not any(gives_at(by, unit) for unit in giving_units(case)):
        raise _not_permitted(f"{case.number}没有经过您可以给予查阅的单位")
    return case


def _district(case: Case | None, of_unit: Unit | None) -> Unit:
    district = case.district if case else of_unit and of_unit.district
    if district is None:
        raise Refused("other_district", "只能给予查阅一个区县之内的信访件。")
    return district


def _reader(account: str, by: Staff, district: Unit) -> Staff:
    found = Staff.objects.select_related("unit").filter(username=account.strip(), is_active=True).first()
    if found is None or found.unit.district_id != district.pk:
        raise Refused("account_unknown", f"本区没有在岗账号“{account.strip()[:40]}”。")
    if found.pk in by.both:
        raise Refused("own_access", "不能给自己临时查阅，请由另一位有权的人给予。")
    if found.roles & OFFICERS:
        raise Refused("officers_handle_no_case", f"“{found.name}”是三员之一，三员不接触信访件，不能给予查阅。")
    return found


def _assert_not_given(
    given: dict[str, Staff | Unit | Case | None], from_day: date, to_day: date, by: Staff, *, sealed_too: bool
) -> None:
    same = DatedAccess.objects.readable_by(by).standing(from_day).filter(**given, sealed_too=sealed_too)
    held = same.filter(from_day__lte=from_day, to_day__gte=to_day).first()
    if held:
        raise Refused("access_given_already", f"同样的查阅已经给予，从{held.from_day}至{held.to_day}，不需要再给。")


def _not_permitted(why: str) -> Refused:
    return Refused("not_permitted", f"{why}。单位负责人、协调员、领导在各自范围内给予，可在“权限一览”查看。")
