"""What the demonstration shows of the portal is there once, and what a simulated week files is filed by nobody of the office."""

import pytest

from cases.models import Case
from organizations.dictionaries import load_dictionaries
from organizations.simulated import World
from organizations.today import today
from reception.models import GuideRow, OnlineFiling, Published
from reception.portal.demonstration import file_online, show_portal
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("no_broker")


def test_the_demonstration_publishes_and_guides_and_a_simulated_day_files_once(cast: Cast):
    load_dictionaries()
    world = World(cast.area, today())
    for _ in range(2):
        show_portal(today(), cast.clerk, world)
    assert not Case.objects.exists(), "the demonstration has its 300 cases, and no room adds to them"
    for _ in range(2):
        file_online(today(), cast.area)
    assert (OnlineFiling.objects.count(), Case.objects.count()) == (1, 1)
    assert GuideRow.objects.exists()
    assert Published.objects.filter(unit=cast.bureau).exists()
    assert not world.refused
