"""The accounts: one per role, approved by a second officer, written down for their owner only."""

from collections import Counter

from django.contrib.auth import authenticate

from demo.accounts import PARTNERS, PRINTED, accounts_file, make_accounts, posts
from organizations.models import Grant, Staff
from organizations.roles import Role
from organizations.vocabulary import UnitKind


def rows() -> list[list[str]]:
    lines = accounts_file().read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.count("\t") == 4]


def test_every_role_has_one_printed_account():
    assert Counter(post.role for post in PRINTED) == Counter(Role)


def test_the_table_lists_who_acts_and_its_password_opens_the_door(cast):
    table = [row for row in rows() if row[0] != "角色"]
    assert [row[1] for row in table] == [post.username for post in (*PRINTED, *PARTNERS)]
    for label, username, name, unit, password in table:
        staff = authenticate(username=username, password=password)
        assert isinstance(staff, Staff)
        assert (staff.name, staff.unit.name) == (name, unit)
        assert label in {role.label for role in staff.roles}


def test_the_table_is_for_its_owner_only(cast):
    assert accounts_file().stat().st_mode & 0o777 == 0o600


def test_every_grant_was_approved_by_another_officer(cast):
    security = Staff.objects.get(username="secadmin")
    grants = Grant.objects.exclude(role=Role.SECURITY_ADMIN)
    assert grants.count() == len(posts()) - 1
    assert set(grants.values_list("approved_by", flat=True)) == {security.pk}
    assert not grants.filter(granted_by=security).exists()


def test_every_department_town_and_village_has_its_people(cast):
    for unit in cast.places.values():
        roles = set(unit.grants.values_list("role", flat=True))
        if unit.kind in (UnitKind.DEPARTMENT, UnitKind.TOWN):
            assert roles >= {Role.HEAD, Role.HANDLER}, unit.name
        if unit.kind == UnitKind.TOWN:
            assert Role.DISPATCHER in roles
        if unit.kind == UnitKind.VILLAGE:
            assert Role.INFORMANT in roles


def test_no_two_people_share_a_name(cast):
    names = Staff.objects.values_list("name", flat=True)
    assert len(set(names)) == len(names) == len(posts())


def test_a_second_run_changes_nothing(cast):
    before = accounts_file().read_text(encoding="utf-8")
    hashes = set(Staff.objects.values_list("password", flat=True))
    make_accounts()
    assert accounts_file().read_text(encoding="utf-8") == before
    assert set(Staff.objects.values_list("password", flat=True)) == hashes


def test_a_lost_table_is_written_again_with_a_new_password(cast):
    old = rows()[1][4]
    accounts_file().unlink()
    make_accounts()
    new = rows()[1][4]
    assert new != old
    assert authenticate(username="auditor", password=new)
    assert authenticate(username="auditor", password=old) is None
