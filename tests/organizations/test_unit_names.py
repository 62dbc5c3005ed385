"""A unit is found by what people call it: its short name's initials, names it had, names in use; the nearest first."""

from typing import Any

import pytest
from django.test import Client

from law.errors import Refused
from organizations.actions import add_unit
from organizations.models import ApiToken, JournalEntry, Unit, UnitName
from organizations.roles import Role
from organizations.unit_names import name_unit
from organizations.unit_options import unit_options
from organizations.vocabulary import Level, NameKind, UnitKind
from tests.organizations.conftest import District, as_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def offices(district: District) -> dict[str, Unit]:
    """Departments whose full names nobody types."""
    named = {
        "住建": "住房和城乡建设局",
        "人社": "人力资源和社会保障局",
        "环境": "生态环境局",
        "监管": "住建监管局",
        "质检": "质量技术检测中心",
    }
    short = {
        "住建": "区住建局",
        "人社": "区人社局",
        "环境": "区生态环境局",
        "监管": "区住建监管局",
        "质检": "区质检中心",
    }
    return {
        key: add_unit(
            f"云川区{name}", UnitKind.DEPARTMENT, Level.DISTRICT, parent=district["区"], short_name=short[key]
        )
        for key, name in named.items()
    }


def found(district: District, words: str) -> list[str]:
    return [option["name"] for option in unit_options(district.people[Role.ROUTER], words)]


@pytest.mark.parametrize(
    ("words", "key"),
    [("zjj", "住建"), ("rsj", "人社"), ("住建局", "住建"), ("qzjj", "住建"), ("ZJJ", "住建"), ("区住建", "住建")],
)
def test_a_short_name_or_its_initials_come_first(district: District, offices: dict[str, Unit], words: str, key: str):
    assert found(district, words)[0] == offices[key].name


def test_a_former_name_and_an_everyday_one_find_the_unit_of_today(district: District, offices: dict[str, Unit]):
    by = district.people[Role.SYSTEM_ADMIN]
    assert found(district, "环保") == []
    name_unit(offices["环境"].pk, "环境保护局", NameKind.FORMER, by=by)
    name_unit(offices["环境"].pk, "环保局", NameKind.EVERYDAY, by=by)
    assert found(district, "环保") == found(district, "hbj") == found(district, "环境保护") == [offices["环境"].name]
    [option] = unit_options(district.people[Role.ROUTER], "环保")
    assert option["note"] == "工作部门，又称“环保局”"


def test_exact_comes_before_what_begins_so_and_that_before_what_holds_it(district: District, offices: dict[str, Unit]):
    name_unit(offices["质检"].pk, "住建", NameKind.EVERYDAY, by=district.people[Role.SYSTEM_ADMIN])
    assert found(district, "住建") == [offices[key].name for key in ("质检", "住建", "监管")]


def test_the_picker_knows_what_letters_call_the_unit(district: District):
    Unit.objects.filter(pk=district["柳溪镇"].pk).update(legal_name="云川区柳溪镇人民政府")
    [option] = unit_options(district.people[Role.ROUTER], "柳溪镇人民政府")
    assert option["legal"] == "云川区柳溪镇人民政府"


def page(district: District, role: Role, **typed: Any) -> Any:
    return as_person(district.people[role]).post(f"/units/names/?unit={district['柳溪镇'].pk}", typed)


def program(district: District, role: Role, path: str, body: dict[str, Any]) -> Any:
    _, token = ApiToken.objects.create(user=district.people[role])
    client = Client(headers={"Authorization": f"Token {token}"})
    return client.post(f"/api/v1/units/{path}/", body, content_type="application/json")


def test_who_manages_units_keeps_the_names_at_both_doors_and_the_journal_knows(district: District):
    town = district["柳溪镇"]
    assert page(district, Role.SYSTEM_ADMIN, name="柳溪公社", kind="former", used_to="1984-06-30").status_code == 302
    made = program(district, Role.SYSTEM_ADMIN, f"{town.pk}/names", {"name": "柳镇", "kind": "everyday"})
    assert (made.status_code, len(made.json()["results"])) == (201, 2)
    shown = as_person(district.people[Role.SYSTEM_ADMIN]).get(f"/units/names/?unit={town.pk}").content.decode()
    assert "柳溪公社" in shown
    assert "1984年6月30日" in shown
    for row in UnitName.objects.all():
        path = f"names/{row.pk}/drop"
        assert program(district, Role.ROUTER, path, {}).status_code == 403
        assert program(district, Role.SYSTEM_ADMIN, path, {}).status_code == 204
        assert program(district, Role.SYSTEM_ADMIN, path, {}).status_code == 404
    verbs = list(
        JournalEntry.objects.filter(verb__startswith="unit.name").order_by("id").values_list("verb", flat=True)
    )
    assert verbs == ["unit.named", "unit.named", "unit.name_dropped", "unit.name_dropped"]


def test_what_does_not_fit_is_refused_and_nobody_else_may(district: District, neighbour: District):
    town, by = district["柳溪镇"], district.people[Role.SYSTEM_ADMIN]
    name_unit(town.pk, "柳镇", NameKind.EVERYDAY, by=by)
    for name, code in (("柳镇", "name_known_already"), ("柳溪镇", "name_known_already"), (" ", "name_missing")):
        with pytest.raises(Refused) as refused:
            name_unit(town.pk, name, NameKind.EVERYDAY, by=by)
        assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        name_unit(neighbour["柳溪镇"].pk, "柳镇", NameKind.EVERYDAY, by=by)
    assert refused.value.code == "not_found"
    assert page(district, Role.ROUTER, name="柳镇", kind="former").status_code == 403
    wrong = page(district, Role.SYSTEM_ADMIN, name="", kind="", used_to="去年")
    assert wrong.status_code == 422
    for words in ("请填写“名称”。", "请填写“种类”。", "日期写作 2026-11-30。", 'value="去年"'):
        assert words in wrong.content.decode()
    said = program(district, Role.SYSTEM_ADMIN, f"{town.pk}/names", {"name": "x", "kind": "former", "used_to": "去年"})
    assert (said.status_code, said.json()["code"]) == (422, "input_invalid")
