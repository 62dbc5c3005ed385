"""People of a simulated district draw, visit and reply; the demonstration shows what there is to show, once."""

from datetime import date, timedelta
from random import Random
from typing import Any

from organizations.simulated import World
from supervision.assessing.shown import show_assessment
from supervision.forecast.shown import show_forecasts
from supervision.models import AssessmentResult, Assistance, ClockForecast, FollowUpVisit
from supervision.relief.shown import show_relief
from supervision.visits.simulated import live_visits, show_visits
from tests.cast import Cast
from tests.supervision.visits.scenes import answered


def test_a_simulated_week_goes_the_whole_way(cast: Cast, on_day: Any):
    walks = [answered(cast) for _ in range(4)]
    day = max(walk.on for walk in walks)
    world, random = World(cast.area, day), Random(5)
    monday = day + timedelta(days=-day.weekday() % 7)
    for back in range(14):
        on_day(monday + timedelta(days=back))
        live_visits(monday + timedelta(days=back), random, world)
    assert world.done["visits.draw"] == 1
    assert {visit.state for visit in FollowUpVisit.objects.all()} <= {"fed_back", "finished", "declined", "unreached"}
    assert set(world.refused) <= {"pool_empty"}


def test_the_demonstration_shows_each_once(cast: Cast, on_day: Any):
    day: date = max(walk.on for walk in [answered(cast), answered(cast)])
    on_day(day)
    assert show_visits(day) == 2
    assert show_relief(day) == 2
    assert show_forecasts(day) >= ClockForecast.objects.count() > 0
    assert show_assessment(day) == 2
    assert AssessmentResult.objects.filter(state="objected").count() == 1
    again = (show_visits(day), show_relief(day), show_forecasts(day), show_assessment(day))
    assert again == (0, 0, 0, 0)
    assert Assistance.objects.filter(state="paid").count() == 1
