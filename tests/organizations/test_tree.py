"""The tree: paths and districts follow every move."""

import pytest

from law.errors import Refused
from organizations.actions import add_unit, move_unit
from organizations.models import Unit
from organizations.vocabulary import Level, UnitKind

pytestmark = pytest.mark.django_db


def assert_whole() -> None:
    """Every path ends in the unit's own key and begins with the parent's path; nothing above district has one."""
    for unit in Unit.objects.select_related("parent"):
        assert unit.path == f"{unit.parent.path if unit.parent else '/'}{unit.pk}/"
        districts = [key for key in unit.line if Unit.objects.filter(pk=key, level="district", kind="area").exists()]
        assert unit.district_id == (districts[-1] if districts else None), unit.name


def test_a_town_moves_with_its_villages_to_another_district(district, neighbour):
    move_unit(district["柳溪镇"], neighbour["区"])
    assert_whole()
    group = Unit.objects.get(pk=district["河东组"].pk)
    assert group.district == neighbour["区"]
    assert district["柳溪镇"].parent == neighbour["区"]


def test_a_city_moves_and_its_districts_stay_districts(district):
    province = add_unit("青岚省", UnitKind.AREA, Level.PROVINCE)
    city = add_unit("云州市", UnitKind.AREA, Level.CITY)
    move_unit(district["区"], city)
    move_unit(city, province)
    assert_whole()
    assert Unit.objects.get(pk=district["上河村"].pk).district == district["区"]


def test_a_unit_cannot_move_below_itself(district):
    for target in ("柳溪镇", "河东组"):
        with pytest.raises(Refused, match="不能作为它的上级") as caught:
            move_unit(district["柳溪镇"], district[target])
        assert caught.value.code == "unit_circle"
    assert_whole()


def test_a_stale_copy_of_a_unit_moves_what_is_there_now(district):
    stale = Unit.objects.get(pk=district["上河村"].pk)
    move_unit(district["上河村"], district["石桥镇"])
    move_unit(stale, district["柳溪镇"])
    assert_whole()
