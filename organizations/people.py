"""Accounts and roles: the system administrator grants, the security administrator approves (三员分立)."""

import re
import secrets
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import localdate

from law.errors import Refused
from organizations.access import check_password_rule
from organizations.authority import may
from organizations.models import Grant, Staff, Unit
from organizations.roles import OFFICERS, Right, Role

_USERNAME = re.compile(r"[\w.@-]{2,40}")
# No letters or digits that look alike on paper.
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Return a random password of 16 characters in groups of four, fit to be read from paper."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))


def add_staff(username: str, password: str, *, name: str, unit: Unit, position: str = "") -> Staff:
    """Open an account for one person at a unit; it may do nothing until a role is granted and approved.

    Raises Refused: bad_username, username_taken, bad_name, weak_password.
    """
    username = Staff.normalize_username(username.strip())
    if not _USERNAME.fullmatch(username):
        raise Refused("bad_username", f"账号“{username[:40]}”不可用：须为2至40个字母、数字、汉字或者 . _ - @。")
    if not name.strip() or len(name) > 40:
        raise Refused("bad_name", "请填写姓名，不超过40字。")
    check_password_rule(password, Staff(username=username, name=name, unit=unit))
    try:
        with transaction.atomic():
            return Staff.objects.create_user(username, password, name=name.strip(), unit=unit, position=position)
    except IntegrityError as error:
        raise Refused("username_taken", f"账号“{username}”已经有人使用，请换一个。") from error


def grant(role: Role, staff: Staff, unit: Unit, by: Staff, *, valid_to: date | None = None) -> Grant:
    """Give a person a role at a unit; it counts only after `approve`. A pending grant is returned as it is.

    Raises Refused: not_permitted, own_grant, officers_are_three, officers_handle_no_case.
    """
    if not may(by, Right.MANAGE_UNITS, at=unit):
        raise Refused(
            "not_permitted", f"只有系统管理员才能授予角色，“{by.name}”不是“{unit.name}”所在区县的系统管理员。"
        )
    if by.pk == staff.pk:
        raise Refused("own_grant", "不能给自己授予角色，请由另一位系统管理员办理。")
    with transaction.atomic():
        _keep_officers_apart(role, staff)
        given, new = Grant.objects.get_or_create(
            staff=staff, role=role, unit=unit, defaults={"granted_by": by, "valid_to": valid_to}
        )
        if not new and _lapsed(given):
            _give_again(given, by, valid_to)
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
        Grant.objects.filter(pk=given.pk, approved_by=None).update(approved_by=by)
    given.refresh_from_db(fields=["approved_by"])
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
    Grant.objects.bulk_create(
        Grant(role=role, staff=staff, unit=unit, granted_by=by, approved_by=approver)
        for role, staff, by, approver in signed
    )
    for staff in (system, security, auditor):
        forget_grants(staff)


def officer(role: Role, unit: Unit) -> Staff | None:
    """Return the officer of longest standing who holds this role for the district of a unit, if there is one."""
    held = Grant.objects.in_force(localdate()).filter(role=role, staff__is_active=True)
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
    unexpired = Q(valid_to=None) | Q(valid_to__gte=localdate())
    held = {Role(each) for each in Grant.objects.filter(unexpired, staff=staff).values_list("role", flat=True)}
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
    return given.valid_to is not None and given.valid_to < localdate()


def _give_again(given: Grant, by: Staff, valid_to: date | None) -> None:
    """A role that had run out is given anew: it waits for approval again."""
    given.granted_by, given.approved_by = by, None
    given.valid_from, given.valid_to = localdate(), valid_to
    given.save(update_fields=["granted_by", "approved_by", "valid_from", "valid_to"])
