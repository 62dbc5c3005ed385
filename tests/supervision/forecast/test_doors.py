"""Both doors of the forecast, who may open them, and what they cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.record.rebuilding_reach import rebuild_reach
from kit.rooms import all_of, rooms
from organizations.models import Staff
from supervision.forecast.making import make_forecasts, replay
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import START, Cast
from tests.supervision.forecast.past import two_units, write
from tests.supervision.visits.scenes import fresh

PAGE, API = "/supervision/forecast/", "/supervision/forecast/"
DAY = START + timedelta(days=100)


@pytest.fixture
def forecast(cast: Cast, on_day: Any) -> Cast:
    """A district with half a year behind it, forecast every tenth day."""
    on_day(DAY)
    write(cast, two_units(cast, 4, 60, 100))
    list(rebuild_reach())
    for back in range(90, 0, -10):
        make_forecasts(DAY - timedelta(days=back))
    make_forecasts(DAY)
    return cast


def queries(staff: Staff, url: str) -> int:
    client = client_of(staff)
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_page_and_the_program_say_the_same(forecast: Cast):
    page = client_of(forecast.supervisor).get(f"{PAGE}?days=30")
    told = Caller(fresh(forecast.supervisor)).get(API, days=30).json()
    assert page.status_code == 200
    said = page.content.decode()
    assert "布赖尔分" in said
    assert {row["name"] for row in told["units"]} == {forecast.town.name, forecast.housing.name}
    for row in told["units"]:
        assert f"{row['expected']:.1f}" in said
    [score] = [each for each in told["scores"] if each["horizon"] == 30]
    assert f"{score['brier']:.3f}" in said
    assert score["known"] == sum(each["count"] for each in told["reliability"])


def test_each_line_says_why_and_opens_its_case(forecast: Cast):
    answer = client_of(forecast.supervisor).get(f"{PAGE}clocks/?days=30&unit={forecast.housing.pk}")
    said = answer.content.decode()
    assert "本单位过去同样情况的" in said
    lines = Caller(fresh(forecast.supervisor)).get(f"{API}clocks/", days=30, unit=forecast.housing.pk).json()["results"]
    assert lines
    assert {line["unit_name"] for line in lines} == {forecast.housing.name}
    for line in lines:
        assert f"/cases/{line['case']}/" in said


@pytest.mark.parametrize("person", ["town_handler", "clerk", "analyst", "informant"])
def test_it_is_for_who_supervises(forecast: Cast, person: str):
    client = client_of(getattr(forecast, person))
    for url in (PAGE, f"{PAGE}clocks/"):
        assert client.get(url).status_code == 403
    assert Caller(fresh(getattr(forecast, person))).get(API, days=5).status_code == 403


def test_a_head_sees_the_units_below_and_the_stranger_nothing(forecast: Cast):
    told = Caller(fresh(forecast.town_head)).get(API, days=30).json()
    assert {row["name"] for row in told["units"]} <= {forecast.town.name}
    assert Caller(fresh(forecast.stranger)).get(API, days=30).json()["units"] == []
    assert client_of(forecast.stranger).get(f"{PAGE}clocks/?unit={forecast.town.pk}").status_code == 404
    assert client_of(forecast.supervisor).get(f"{PAGE}?days=7").status_code in (404, 409, 422)


def test_the_pages_cost_the_same_with_many_clocks(forecast: Cast):
    urls = (f"{PAGE}?days=30", f"{PAGE}clocks/?days=30")
    before = [queries(forecast.supervisor, url) for url in urls]
    write(forecast, two_units(forecast, 9, 120, 100))
    list(rebuild_reach())
    make_forecasts(DAY)
    assert [queries(forecast.supervisor, url) for url in urls] == before
    assert max(before) <= 16


def test_the_night_makes_them(forecast: Cast):
    scheduled = {name: entry for room in rooms() for name, entry in room.schedule.items()}
    assert scheduled["make-forecasts"]["task"] == "supervision.forecast.tasks.make_forecasts_task"
    assert "超期预测" in {entry.label for entry in all_of("nav")}
    assert next(iter(replay(DAY, DAY))) > 0
