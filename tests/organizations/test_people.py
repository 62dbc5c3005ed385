"""Accounts and grants: two officers for every role, and three officers are three persons."""

import stat
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Grant, Staff, Unit
from organizations.people import add_staff, approve, grant, new_password
from organizations.roles import OFFICERS, Right, Role
from tests.organizations.conftest import PASSWORD, pending

pytestmark = pytest.mark.django_db


def refusal(function, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught:
        function(*args, **kwargs)
    return caught.value.code


def new_person(district, username="laoli") -> Staff:
    return add_staff(username, PASSWORD, name="李木", unit=district["水务局"])


def test_a_role_counts_only_after_a_second_officer_approved_it(district):
    person, system = new_person(district), district.people[Role.SYSTEM_ADMIN]
    given = grant(Role.HANDLER, person, person.unit, by=system)
    assert person.roles == frozenset()
    approve(given, by=district.people[Role.SECURITY_ADMIN])
    assert person.roles == {Role.HANDLER}
    assert may(Staff.objects.get(pk=person.pk), Act.ACCEPT, at=person.unit)


def test_only_a_system_administrator_of_the_district_grants(district, neighbour):
    person = new_person(district)
    for role in set(Role) - {Role.SYSTEM_ADMIN}:
        assert refusal(grant, Role.HANDLER, person, person.unit, by=district.people[role]) == "not_permitted"
    system = district.people[Role.SYSTEM_ADMIN]
    assert refusal(grant, Role.HANDLER, person, neighbour["水务局"], by=system) == "not_permitted"
    assert refusal(grant, Role.SYSTEM_ADMIN, system, system.unit, by=system) == "own_grant"


def test_only_a_security_administrator_approves(district):
    person = new_person(district)
    grant(Role.HANDLER, person, person.unit, by=district.people[Role.SYSTEM_ADMIN])
    for role in set(Role) - {Role.SECURITY_ADMIN}:
        assert refusal(approve, pending(person), by=district.people[role]) == "not_permitted"
    assert pending(person).approved_by is None


def test_nobody_approves_what_he_granted_or_what_he_gets(district):
    security = district.people[Role.SECURITY_ADMIN]
    person = new_person(district)
    own = Grant.objects.create(staff=person, role=Role.HANDLER, unit=person.unit, granted_by=security)
    assert refusal(approve, own, by=security) == "same_officer"
    system = district.people[Role.SYSTEM_ADMIN]
    again = grant(Role.SECURITY_ADMIN, security, district["水务局"], by=system)
    assert refusal(approve, again, by=security) == "own_grant"


@pytest.mark.parametrize("officer", sorted(OFFICERS))
def test_three_officers_are_three_persons_and_handle_no_case(district, officer):
    system = district.people[Role.SYSTEM_ADMIN]
    holder = district.people[officer]
    for role in set(Role) - {officer}:
        wanted = "officers_are_three" if role in OFFICERS else "officers_handle_no_case"
        if holder is not system:
            assert refusal(grant, role, holder, holder.unit, by=system) == wanted
    clerk = district.people[Role.WINDOW_CLERK]
    assert refusal(grant, officer, clerk, clerk.unit, by=system) == "officers_handle_no_case"


def test_two_roles_waiting_at_once_are_kept_apart_too(district):
    person, system = new_person(district), district.people[Role.SYSTEM_ADMIN]
    grant(Role.SECURITY_AUDITOR, person, person.unit, by=system)
    assert refusal(grant, Role.SYSTEM_ADMIN, person, person.unit, by=system) == "officers_are_three"


def test_granting_twice_makes_one_grant(district):
    person, system = new_person(district), district.people[Role.SYSTEM_ADMIN]
    first = grant(Role.HANDLER, person, person.unit, by=system)
    assert grant(Role.HANDLER, person, person.unit, by=system) == first


@pytest.mark.parametrize(
    ("username", "password", "code"),
    [
        ("x", PASSWORD, "bad_username"),
        ("a b", PASSWORD, "bad_username"),
        ("a\x00b", PASSWORD, "bad_username"),
        ("yc_router", PASSWORD, "username_taken"),
        ("laoli", "short", "weak_password"),
        ("laoli", "12345678901234", "weak_password"),
        ("laozhang-1977", "laozhang-1977", "weak_password"),
    ],
)
def test_a_bad_account_is_refused(district, username, password, code):
    assert refusal(add_staff, username, password, name="李木", unit=district["水务局"]) == code


def test_a_short_password_is_refused_in_chinese(district):
    with pytest.raises(Refused, match="密码太短，至少要10个字符。"):
        add_staff("laoli", "kite-7", name="李木", unit=district["水务局"])


def test_new_passwords_are_long_and_never_the_same():
    assert len({new_password() for _ in range(50)}) == 50
    assert len(new_password()) == 19


def create_staff(*options: str) -> str:
    out = StringIO()
    call_command("create_staff", *options, stdout=out)
    return out.getvalue()


def test_create_staff_makes_an_account_that_works(district):
    said = create_staff("wang", "--name", "王晓", "--unit", "柳溪镇", "--role", "dispatcher")
    password = said.strip().rsplit("：", 1)[1]
    staff = Staff.objects.get(username="wang")
    assert staff.check_password(password)
    assert staff.roles == {Role.DISPATCHER}
    assert staff.unit == district["柳溪镇"]


def test_create_staff_finds_units_by_code_and_says_what_is_wrong(district, neighbour):
    Unit.objects.filter(pk=district["柳溪镇"].pk).update(code="910101101000")
    assert "云川区柳溪镇" in create_staff("wang", "--name", "王", "--unit", "910101101", "--role", "head")
    with pytest.raises(CommandError, match="不止一个单位"):
        create_staff("zhao", "--name", "赵", "--unit", "石桥镇", "--role", "head")
    with pytest.raises(CommandError, match="没有名称或代码"):
        create_staff("zhao", "--name", "赵", "--unit", "天上", "--role", "head")
    with pytest.raises(CommandError, match="还没有系统管理员"):
        create_staff("zhao", "--name", "赵", "--unit", "南岭区水务局", "--role", "head")
    assert not Staff.objects.filter(username="zhao").exists()


def test_bootstrap_founds_an_empty_system_once(tmp_path):
    path, out = tmp_path / "deep" / "accounts.txt", StringIO()
    call_command("bootstrap", accounts_file=path, stdout=out)
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(lines) == 6
    for username, password, role, _ in lines:
        staff = Staff.objects.get(username=username)
        assert staff.check_password(password)
        assert [each.label for each in staff.roles] == [role]
        assert f"{username}\t{password}" in out.getvalue()
    router = Staff.objects.get(username="router")
    assert may(router, Act.REFER, at=router.unit)
    assert router.unit.district
    assert may(Staff.objects.get(username="sysadmin"), Right.MANAGE_UNITS, at=router.unit.district)

    before, again = path.read_text(encoding="utf-8"), StringIO()
    call_command("bootstrap", accounts_file=path, stdout=again)
    assert "已经有单位" in again.getvalue()
    assert (path.read_text(encoding="utf-8"), Unit.objects.count(), Staff.objects.count()) == (before, 2, 6)


def test_bootstrap_narrows_a_file_that_was_open_to_all(tmp_path):
    path = tmp_path / "accounts.txt"
    path.write_text("old")
    path.chmod(0o644)
    call_command("bootstrap", accounts_file=path, stdout=StringIO())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_bootstrap_changes_nothing_where_the_passwords_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CommandError, match="写不了"):
        call_command("bootstrap", accounts_file=tmp_path / "file" / "accounts.txt", stdout=StringIO())
    assert not Unit.objects.exists()
    assert not Staff.objects.exists()


def test_a_forgotten_password_is_reset_and_shown_once(district, capsys):
    staff = new_person(district, "wangji")
    call_command("reset_password", "wangji")
    shown = capsys.readouterr().out.rsplit("：", 1)[1].strip()
    staff.refresh_from_db()
    assert staff.check_password(shown)
    assert not staff.check_password(PASSWORD)
    with pytest.raises(CommandError, match="没有账号"):
        call_command("reset_password", "nobody-here")
