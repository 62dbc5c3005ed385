"""The type-ahead of units: quick, short, and never a look into another district."""

from datetime import timedelta

import pytest
from django.test import Client

from law.errors import Refused
from organizations.actions import add_unit
from organizations.models import ApiToken, Unit
from organizations.roles import Role
from organizations.today import today
from organizations.unit_options import MOST, unit_options
from organizations.vocabulary import Level, UnitKind
from tests.organizations.conftest import as_person

pytestmark = pytest.mark.django_db


def names(staff, words, purpose=""):
    return [option["name"] for option in unit_options(staff, words, purpose)]


@pytest.mark.parametrize("words", ["柳溪", "云川区柳溪镇", "lxz", "YCQ", "ycqlxz", " 柳溪镇 "])
def test_a_unit_is_found_by_name_short_name_or_initials(district, words):
    assert "云川区柳溪镇" in names(district.people[Role.ROUTER], words)


def test_an_option_says_where_the_unit_stands(district):
    (option,) = unit_options(district.people[Role.ROUTER], "上河村")
    assert option == {"id": district["上河村"].pk, "name": "云川区上河村", "path": "区 / 柳溪镇", "note": "村（社区）"}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("words", ["", "村", "南岭", "nl", "水务局", "%", "_", "\x00"])
def test_another_district_never_shows(district, neighbour, role, words):
    ours = {unit.pk for unit in district.units.values()}
    client = as_person(district.people[role])
    for purpose in ("", "refer", "delegate", "consult"):
        answer = client.get("/units/options", {"q": words, "for": purpose})
        assert answer.status_code == 200
        assert {option["id"] for option in answer.json()["results"]} <= ours
        assert "南岭" not in answer.content.decode()


def test_bodies_outside_any_district_show_everywhere(district):
    add_unit("12345热线平台", UnitKind.EXTERNAL, Level.CITY)
    add_unit("云州市人民政府", UnitKind.GOVERNMENT, Level.CITY)
    assert names(district.people[Role.ROUTER], "12345") == ["12345热线平台"]
    assert names(district.people[Role.ROUTER], "云州市") == []


def test_referral_offers_no_villages_groups_or_areas(district):
    found = {option["id"] for option in unit_options(district.people[Role.ROUTER], "", "refer")}
    assert found == {district[name].pk for name in ("信访局", "水务局", "法院", "柳溪镇", "石桥镇")}


def test_only_bodies_are_consulted_or_linked(district):
    group = add_unit("上河村一组", UnitKind.VILLAGE_GROUP, Level.GROUP, parent=district["上河村"])
    add_unit("云川区开发片", UnitKind.AREA, Level.DISTRICT, parent=district["区"])
    staff = district.people[Role.ROUTER]
    assert names(staff, group.name, "consult") == names(staff, "开发片", "consult") == names(staff, "开发片") == []
    assert names(staff, group.name) == [group.name]
    assert district["柳溪镇"].name in names(staff, "", "consult")


def test_a_town_delegates_to_its_own_villages_only(district):
    assert names(district.people[Role.DISPATCHER], "", "delegate") == ["云川区上河村", "云川区下河村"]
    assert names(district.people[Role.DISPATCHER], "北坡", "delegate") == []
    assert names(district.people[Role.ROUTER], "", "delegate") == []


def test_units_not_yet_or_no_longer_there_are_left_out(district):
    Unit.objects.filter(pk=district["水务局"].pk).update(valid_to=today())
    Unit.objects.filter(pk=district["法院"].pk).update(valid_from=today() + timedelta(days=1))
    assert names(district.people[Role.ROUTER], "水务") == []
    assert names(district.people[Role.ROUTER], "法院") == []


def test_at_most_twenty_and_the_nearest_first(district):
    for number in range(30):
        add_unit(f"第{number}水务所", UnitKind.DEPARTMENT, Level.DISTRICT, parent=district["区"])
    add_unit("水务监察大队", UnitKind.DEPARTMENT, Level.DISTRICT, parent=district["区"])
    found = names(district.people[Role.ROUTER], "水务")
    assert len(found) == MOST
    assert set(found[:2]) == {"云川区水务局", "水务监察大队"}


@pytest.mark.parametrize(("purpose", "most"), [("", 2), ("refer", 2), ("consult", 2), ("delegate", 4)])
def test_few_queries_however_many_units(district, django_assert_max_num_queries, purpose, most):
    staff = district.people[Role.DISPATCHER]
    staff.__dict__.pop("grants_in_force", None)
    with django_assert_max_num_queries(most):
        unit_options(staff, "村", purpose)


def test_an_unknown_purpose_is_refused(district):
    with pytest.raises(Refused, match="refer、delegate、consult") as caught:
        unit_options(district.people[Role.ROUTER], "", "anything")
    assert caught.value.code == "unknown_purpose"


def test_a_forged_purpose_gets_a_clear_answer(district):
    answer = as_person(district.people[Role.ROUTER]).get("/units/options?q=x&for=anything")
    assert 400 <= answer.status_code < 500
    assert "refer、delegate、consult" in answer.content.decode()


def by_program(staff, **query):
    _, token = ApiToken.objects.create(user=staff)
    return Client(headers={"Authorization": f"Token {token}"}).get("/api/v1/units/", query)


@pytest.mark.parametrize("words", ["柳溪", "云川区柳溪镇", "lxz", "LXZ", " 柳溪镇 "])
def test_a_program_finds_a_unit_as_the_page_does(district, words):
    (found,) = [
        each for each in by_program(district.people[Role.ROUTER], q=words).json()["results"] if each["kind"] == "town"
    ]
    town = district["柳溪镇"]
    assert found == {
        "id": town.pk,
        "name": "云川区柳溪镇",
        "short_name": "柳溪镇",
        "kind": "town",
        "level": "town",
        "parent": town.parent_id,
    }


@pytest.mark.parametrize("role", [Role.ROUTER, Role.DISPATCHER, Role.SYSTEM_ADMIN])
@pytest.mark.parametrize("purpose", ["", "refer", "delegate", "consult"])
def test_a_program_is_offered_exactly_what_the_page_offers(district, neighbour, role, purpose):
    staff = district.people[role]
    for words in ("", "村", "南岭", "\x00", "%"):
        asked = by_program(staff, q=words, **({"for": purpose} if purpose else {}))
        assert asked.status_code == 200
        offered = [each["id"] for each in unit_options(staff, words, purpose)]
        assert [each["id"] for each in asked.json()["results"]] == offered


def test_a_program_is_told_that_there_are_more(district):
    for number in range(30):
        add_unit(f"第{number}水务所", UnitKind.DEPARTMENT, Level.DISTRICT, parent=district["区"])
    said = by_program(district.people[Role.ROUTER], q="水务").json()
    assert (len(said["results"]), said["more"]) == (MOST, True)
    assert by_program(district.people[Role.ROUTER], q="第29水务所").json()["more"] is False


def test_units_are_for_who_is_logged_in_and_a_wrong_question_is_refused(district):
    assert Client().get("/api/v1/units/").status_code == 401
    staff = district.people[Role.ROUTER]
    assert by_program(staff, **{"for": "anything"}).json()["code"] == "unknown_purpose"
    assert by_program(staff, name="x").json()["code"] == "filter_unknown"


def test_few_queries_for_a_program_however_many_units(district, django_assert_max_num_queries):
    for number in range(30):
        add_unit(f"第{number}水务所", UnitKind.DEPARTMENT, Level.DISTRICT, parent=district["区"])
    _, token = ApiToken.objects.create(user=district.people[Role.ROUTER])
    client = Client(headers={"Authorization": f"Token {token}"})
    client.get("/api/v1/units/")
    with django_assert_max_num_queries(3):  # the token with its owner, the owner's unit, the units
        assert client.get("/api/v1/units/?q=水务").status_code == 200
