"""上一级机关、单位: which units stand over another, derived from the tree and from the names of bodies outside (Art. 35, 36)."""

import pytest

from organizations.actions import add_unit
from organizations.superiors import superiors_of
from organizations.vocabulary import Level, UnitKind
from tests.cast import Cast

OUTSIDE = {
    "city": ("云州市人民政府", Level.CITY),
    "city_housing": ("云州市住建局", Level.CITY),
    "city_police": ("云州市公安局", Level.CITY),
    "city_justice": ("云州市司法局", Level.CITY),
    "city_party": ("中共云州市委办公室", Level.CITY),
    "province": ("岭南省人民政府", Level.PROVINCE),
}


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("town", ["云河区人民政府"]),
        # Two: the government of its own level, and the department of its field one level up.
        ("housing", ["云河区人民政府", "云州市住建局"]),
        ("farming", ["云河区人民政府"]),
        ("gov", ["云州市人民政府"]),
        ("city", ["岭南省人民政府"]),
        ("city_housing", ["云州市人民政府"]),
        # No government stands over the party.
        ("party", ["中共云州市委办公室"]),
    ],
)
def test_who_stands_over_a_unit(cast: Cast, below: str, above: list[str]):
    outside = {key: add_unit(name, UnitKind.EXTERNAL, level) for key, (name, level) in OUTSIDE.items()}
    unit = outside.get(below) or getattr(cast, below)
    assert sorted(each.name for each in superiors_of(unit)) == sorted(above)


@pytest.mark.parametrize(
    ("name", "kind", "above"),
    [("云河区公安分局", UnitKind.POLICE, "云州市公安局"), ("云河区司法局", UnitKind.JUSTICE, "云州市司法局")],
)
def test_departments_of_a_kind_of_their_own_have_a_superior_of_their_field(
    cast: Cast, name: str, kind: UnitKind, above: str
):
    for outside, level in OUTSIDE.values():
        add_unit(outside, UnitKind.EXTERNAL, level)
    unit = add_unit(name, kind, Level.DISTRICT, parent=cast.gov)
    assert sorted(each.name for each in superiors_of(unit)) == sorted(["云河区人民政府", above])
