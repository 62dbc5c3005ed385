"""Settings: versions from a day on, for the own district, previewed before they are confirmed, never changed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cases.intake.similar import SIMILAR_DAYS
from law.errors import Refused
from organizations.journal.verbs import SETTING_SET
from organizations.models import JournalEntry, SettingVersion
from organizations.roles import Role
from organizations.settings_in_force import set_setting, setting_on, value_of, versions_of
from organizations.today import today
from tests.addresses import client_of
from tests.organizations.conftest import District

KEY = SIMILAR_DAYS.key
pytestmark = pytest.mark.django_db


def put(district: District, value: object = 400, days: int = 0, **changes: object) -> SettingVersion:
    given: dict = {"valid_from": today() + timedelta(days=days), "why": "局务会决定", "on": today()}
    return set_setting(KEY, value, by=district.people[Role.SYSTEM_ADMIN], **{**given, **changes})


def test_a_value_holds_from_its_day_in_its_district_only(district: District, neighbour: District):
    put(district, 400, days=10)
    here, there = district["区"], neighbour["区"]
    before, from_then = today() + timedelta(days=9), today() + timedelta(days=10)
    assert (setting_on(KEY, before, here), setting_on(KEY, from_then, here)) == (730, 400)
    assert setting_on(KEY, from_then, there) == setting_on(KEY, from_then) == 730


def test_of_two_versions_of_one_day_the_later_holds_and_a_district_comes_before_the_house(district: District):
    put(district, 400)
    put(district, 500)
    SettingVersion.objects.create(
        key=KEY,
        value=90,
        valid_from=today(),
        why="x",
        set_by=district.people[Role.SYSTEM_ADMIN],
        set_at="2026-01-01T00:00Z",
    )
    assert setting_on(KEY, today(), district["区"]) == 500
    versions = versions_of(KEY, district.people[Role.SYSTEM_ADMIN])
    assert value_of(SIMILAR_DAYS, versions, today()) == 500
    assert value_of(SIMILAR_DAYS, versions, today() - timedelta(days=1)) == 730
    assert setting_on(KEY, today()) == 90


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"value": 29}, "setting_unfit"),
        ({"value": 3651}, "setting_unfit"),
        ({"value": True}, "setting_unfit"),
        ({"value": "400"}, "setting_unfit"),
        ({"days": -1}, "setting_retroactive"),
        ({"why": "  "}, "why_missing"),
        ({"why": "\x00"}, "why_missing"),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(district: District, changes, code):
    with pytest.raises(Refused) as refused:
        put(district, **changes)
    assert refused.value.code == code
    assert not SettingVersion.objects.exists()


def test_only_the_system_administrator_sets_and_it_stands_in_the_journal(district: District):
    with pytest.raises(Refused) as refused:
        set_setting(KEY, 400, valid_from=today(), why="x", by=district.people[Role.ROUTER], on=today())
    assert refused.value.code == "not_permitted"
    made = put(district)
    entry = JournalEntry.objects.get(verb=SETTING_SET.code)
    assert (entry.key, entry.facts["key"], entry.facts["house"]) == (made.pk, KEY, False)


@pytest.mark.parametrize("statement", ["UPDATE {} SET value = '1'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_a_version(district: District, statement):
    put(district)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format("organizations_settingversion"))


def test_a_value_is_previewed_before_it_is_confirmed(district: District):
    client = client_of(district.people[Role.SYSTEM_ADMIN])
    typed = {"value": "400", "valid_from": str(today()), "why": "局务会决定", "confirm": "1"}
    unread = client.post(f"/settings/{KEY}/", typed)
    assert unread.status_code == 200
    assert "由730天改为400天" in unread.content.decode()
    assert not SettingVersion.objects.exists()
    stale = client.post(f"/settings/{KEY}/", {**typed, "value": "500", "shown": f"400|{today()}"})
    assert stale.status_code == 200
    assert "由730天改为500天" in stale.content.decode()
    done = client.post(f"/settings/{KEY}/", {**typed, "shown": f"400|{today()}"})
    assert done.status_code == 302
    assert "局务会决定" in client.get(f"/settings/{KEY}/").content.decode()
    page = client.get("/settings/").content.decode()
    assert "400天" in page
    assert "/letter-templates/" in page
    assert client.post(f"/settings/{KEY}/", {**typed, "value": "7"}).status_code == 422


def test_programs_set_by_the_same_rules(district: District):
    client = client_of(district.people[Role.SYSTEM_ADMIN])
    said = {"content_type": "application/json"}
    values = {each["key"]: each["value"] for each in client.get("/api/v1/settings/").json()}
    assert values[KEY] == 730
    shown = client.post(f"/api/v1/settings/{KEY}/preview/", {"value": 400}, **said)
    assert "400天" in shown.json()["changes"][0]
    assert not SettingVersion.objects.exists()
    assert client.post(f"/api/v1/settings/{KEY}/", {"value": 400, "why": "x", "who": 1}, **said).status_code == 422
    assert client.post(f"/api/v1/settings/{KEY}/", {"value": 4, "why": "x"}, **said).json()["code"] == "setting_unfit"
    made = client.post(f"/api/v1/settings/{KEY}/", {"value": 400, "why": "局务会决定"}, **said)
    assert made.status_code == 201
    assert made.json()["versions"][0]["value"] == 400
    assert client.get("/api/v1/settings/NONE/").status_code == 404


@pytest.mark.parametrize("url", ["/settings/", f"/settings/{KEY}/", "/api/v1/settings/", f"/api/v1/settings/{KEY}/"])
def test_nobody_else_sees_the_settings(district: District, url):
    assert client_of(district.people[Role.ROUTER]).get(url).status_code == 403
