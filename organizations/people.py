"""Accounts and roles: the system administrator grants, the security administrator approves (三员分立)."""

import re
import secrets
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q

from law.errors import Refused
from organizations.access import check_password_rule
from organizations.authority import may
from organizations.closed_units import assert_open
from organizations.journal.noting import note
from organizations.journal.verbs import ACCOUNT_OPENED, GRANT_APPROVED, GRANT_ENDED, GRANT_GIVEN, OFFICERS_FOUNDED
from organizations.models import Grant, Staff, Unit
from organizations.roles import OFFICERS, Right, Role
from organizations.today import today

_USERNAME = re.compile(r"[\w.@-]{2,40}")
# No letters or digits that look alike on paper.
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Return a random password of 16 characters in groups of four, fit to be read from paper."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))


def add_staff(
    username: str, password: str, *, name: str, unit: Unit, position: str = "", by: Staff | None = None
) -> Staff:
    """Open an account for one person at a unit; it may do nothing until a role is granted and approved.

    ``by``: who opened it, for the journal; nobody where a machine was founded.
    Raises Refused: bad_username, username_taken, bad_name, weak_password, unit_closed.
    """
    username = Staff.normalize_username(username.strip())
    if not _USERNAME.fullmatch(username):
        raise Refused("bad_username", f"账号“{username[:40]}”不可用：须为2至40个字母、数字、汉字或者 . _ - @。")
    if not name.strip() or len(name) > 40:
        raise Refused("bad_name", "请填写姓名，不超过40字。")
    assert_open(unit, today())
    check_password_rule(password, Staff(username=username, name=name, unit=unit))
    try:
        with transaction.atomic():
            staff = Staff.objects.create_user(username, password, name=name.strip(), unit=unit, position=position)
            note(ACCOUNT_OPENED, by=by, at=unit, about=staff)
            return staff
    except IntegrityError as error:
        raise Refused("username_taken", f"账号“{username}”已经有人使用，请换一个。") from error


def grant(role: Role, staff: Staff, unit: Unit, by: Staff, *, valid_to: date | None = None) -> Grant:
    """Give a person a role at a unit; it counts only after `approve`. One that is open is returned as it is.

    Raises Refused: not_permitted, own_grant, officers_are_three, officers_handle_no_case, unit_closed.
    """
    if not may(by, Right.MANAGE_UNITS, at=unit):
        raise Refused(
            "not_permitted", f"只有系统管理员才能授予角色，“{by.name}”不是“{unit.name}”所在区县的系统管理员。"
        )
    if by.pk == staff.pk:
        raise Refused("own_grant", "不能给自己授予角色，请由另一位系统管理员办理。")
    assert_open(unit, today())
    with transaction.atomic():
        _keep_officers_apart(role, staff)
        held = Grant.objects.open().filter(staff=staff, role=role, unit=unit).first()
        if held and not _lapsed(held):
            return held
        valid_from = {}
        if held:
            Grant.objects.filter(pk=held.pk).update(ended_on=held.valid_to)
            valid_from = {"valid_from": today()}
        given = Grant.objects.create(
            staff=staff, role=role, unit=unit, granted_by=by, given_on=today(), valid_to=valid_to, **valid_from
        )
        note(GRANT_GIVEN, by=by, at=unit, about=given, staff=staff.pk, role=role.value, valid_to=valid_to)
    return given


def approve(given: Grant, by: Staff) -> None:
    """Put a grant into force; an approved one stays as it is.

    Raises Refused: not_permitted, same_officer, own_grant, officers_are_three, officers_handle_no_case.
    """
    if not may(by, Right.APPROVE_GRANTS, at=given.unit):
        raise Refused(
            "not_permitted", f"只有安全管理员才能核准授权，“{by.name}”不是“{given.unit.name}”所在区县的安全管理员。"
        )
    if by.pk == given.granted_by_id:
        raise Refused("same_officer", "授予和核准须由两个人分别办理，不能核准自己授予的角色。")
    if by.pk == given.staff_id:
        raise Refused("own_grant", "不能核准自己的角色，请由另一位安全管理员办理。")
    with transaction.atomic():
        _keep_officers_apart(Role(given.role), given.staff)
        waiting = Grant.objects.open().filter(pk=given.pk, approved_by=None)
        if waiting.update(approved_by=by, approved_on=today()):
            note(GRANT_APPROVED, by=by, at=given.unit, about=given, staff=given.staff_id, role=given.role)
    given.refresh_from_db(fields=["approved_by", "approved_on"])
    forget_grants(given.staff)


def end_grant(given: Grant, by: Staff, reason: str) -> None:
    """Take a role back at once, approved or not; the row stays with its dates. One administrator is enough to take.

    Raises Refused: not_permitted, own_grant, reason_missing, grant_ended.
    """
    if not (may(by, Right.MANAGE_UNITS, at=given.unit) or may(by, Right.APPROVE_GRANTS, at=given.unit)):
        raise Refused(
            "not_permitted",
            f"收回角色由系统管理员或者安全管理员办理，“{by.name}”不是“{given.unit.name}”所在区县的管理员。",
        )
    if by.pk == given.staff_id:
        raise Refused("own_grant", "不能收回自己的角色，请由另一位管理员办理。")
    if not reason.strip():
        raise Refused("reason_missing", "请写明为什么收回，例如：调离、岗位变动。")
    with transaction.atomic():
        running = Grant.objects.open().filter(pk=given.pk)
        if not running.update(ended_on=today(), ended_by=by, end_reason=reason.strip()[:200]):
            raise Refused("grant_ended", "这项授权已经结束，不需要再收回。")
        note(GRANT_ENDED, by=by, at=given.unit, about=given, staff=given.staff_id, role=given.role)
    given.refresh_from_db(fields=["ended_on", "ended_by", "end_reason"])
    forget_grants(given.staff)


def found_officers(system: Staff, security: Staff, auditor: Staff, unit: Unit) -> None:
    """Make the first three officers of an empty system; the two administrators vouch for each other.

    Raises Refused: officers_are_three, not_empty.
    """
    if len({system.pk, security.pk, auditor.pk}) < 3:
        raise Refused("officers_are_three", "系统管理员、安全管理员、安全审计员须由三个人分别担任。")
    if Grant.objects.filter(role__in=OFFICERS, unit__district=unit.district_id).exists():
        raise Refused("not_empty", "这里已经有管理员，新的角色由他们授予、核准。")
    signed = [
        (Role.SYSTEM_ADMIN, system, None, security),
        (Role.SECURITY_ADMIN, security, None, system),
        (Role.SECURITY_AUDITOR, auditor, system, security),
    ]
    day = today()
    with transaction.atomic():
        Grant.objects.bulk_create(
            Grant(role=role, staff=staff, unit=unit, granted_by=by, given_on=day, approved_by=approver, approved_on=day)
            for role, staff, by, approver in signed
        )
        note(OFFICERS_FOUNDED, at=unit, system=system.pk, security=security.pk, auditor=auditor.pk)
    for staff in (system, security, auditor):
        forget_grants(staff)


def officer(role: Role, unit: Unit) -> Staff | None:
    """Return the officer of longest standing who holds this role for the district of a unit, if there is one."""
    held = Grant.objects.in_force(today()).filter(role=role, staff__is_active=True)
    found = held.filter(Q(unit__district=unit.district_id) | Q(unit=unit.district_id or unit.pk))
    first = found.select_related("staff__unit").order_by("pk").first()
    return first.staff if first else None


def forget_grants(staff: Staff) -> None:
    """Let this object read its grants afresh; what is loaded once stays for one request."""
    for name in ("grants_in_force", "roles"):
        staff.__dict__.pop(name, None)


def _keep_officers_apart(role: Role, staff: Staff) -> None:
    """Three officers are three persons, and none of them sees a case; grants still waiting count as well."""
    Staff.objects.select_for_update().get(pk=staff.pk)
    unexpired = Grant.objects.open().filter(Q(valid_to=None) | Q(valid_to__gte=today()), staff=staff)
    held = {Role(each) for each in unexpired.values_list("role", flat=True)}
    others = held - {role}
    if role in OFFICERS and others & OFFICERS:
        raise Refused("officers_are_three", f"“{staff.name}”已是{_words(others & OFFICERS)}，三员须由三个人分别担任。")
    if (role in OFFICERS and others - OFFICERS) or (role not in OFFICERS and others & OFFICERS):
        raise Refused(
            "officers_handle_no_case",
            f"“{staff.name}”已是{_words(others)}。系统管理员、安全管理员、安全审计员不接触信访件，不能兼任业务角色。",
        )


def _words(roles: set[Role]) -> str:
    return "、".join(role.label for role in Role if role in roles)


def _lapsed(given: Grant) -> bool:
    return given.valid_to is not None and given.valid_to < today()
