"""The fictional district: complete, once, and nowhere on the map."""

import csv
import gzip
from collections import Counter
from pathlib import Path

from demo.district import CODE, NAME, TOWNS, make_district
from organizations.models import Unit
from organizations.vocabulary import Level, UnitKind


def test_the_district_has_every_kind_of_unit(db):
    area = make_district()
    kinds = Counter(Unit.objects.values_list("kind", flat=True))
    assert kinds[UnitKind.DEPARTMENT] + kinds[UnitKind.POLICE] == 12
    assert kinds[UnitKind.TOWN] == 6
    assert kinds[UnitKind.VILLAGE] == 40
    assert 80 <= kinds[UnitKind.VILLAGE_GROUP] <= 120
    assert kinds[UnitKind.EXTERNAL] == 3
    assert set(UnitKind) == set(kinds)
    assert area.code == f"{CODE}000000"


def test_departments_and_towns_stand_below_the_government(db):
    make_district()
    for unit in Unit.objects.filter(kind__in=[UnitKind.DEPARTMENT, UnitKind.TOWN, UnitKind.PETITION_OFFICE]):
        assert unit.parent is not None
        assert unit.parent.kind == UnitKind.GOVERNMENT
    assert not Unit.objects.filter(kind=UnitKind.EXTERNAL).exclude(district=None).exists()


def test_every_village_has_two_or_three_groups_and_a_code_of_its_own(db):
    make_district()
    villages = Unit.objects.filter(kind=UnitKind.VILLAGE)
    assert {village.children.count() for village in villages} == {2, 3}
    assert len({village.code for village in villages}) == 40


def test_a_second_run_adds_no_unit(db):
    make_district()
    before = Unit.objects.count()
    make_district()
    assert Unit.objects.count() == before


def test_streets_and_towns_have_their_level(db):
    make_district()
    assert Unit.objects.filter(kind=UnitKind.TOWN, level=Level.TOWN).count() == 6
    assert sum(town.name.endswith("街道") for town in TOWNS.values()) == 2


def test_no_real_county_or_town_has_these_names(shared_folder: Path):
    reference = shared_folder / "reference"
    with (reference / "regions_counties.csv").open(encoding="utf-8") as file:
        counties = list(csv.DictReader(file))
    with gzip.open(reference / "regions_townships.csv.gz", "rt", encoding="utf-8") as packed:
        towns = {row["name"] for row in csv.DictReader(packed)}
    assert NAME not in {row["name"] for row in counties}
    assert not any(row["code"].startswith(CODE[:2]) for row in counties)
    assert not {town.name for town in TOWNS.values()} & towns
