"""The forecast: from the past alone, explained, kept as it was said, and scored by what came of it."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.models import Case, Clock, Extension
from cases.record.rebuilding_reach import rebuild_reach
from law.vocabulary import Duty
from supervision.forecast.making import make_forecasts
from supervision.forecast.reading import by_unit, forecasts, why
from supervision.forecast.scoring import brier, reliability, scores
from supervision.models import ClockForecast
from supervision.models.forecasts import HORIZONS, TODAY, Stage
from tests.cast import START, Cast
from tests.supervision.forecast.past import SIXTY, Life, two_units, write
from tests.supervision.visits.scenes import fresh

FIELDS = ("clock", "horizon", "made_on", "due_on", "stage", "spent", "unit_past", "unit_missed", "district_past")
SAID = (*FIELDS, "district_missed", "probability", "district_share")


def said(day: date, clocks: list[Clock]) -> list[tuple[Any, ...]]:
    """What is forecast of these clocks on a day, the keys counted from the first of them."""
    ClockForecast.objects.all().delete()
    make_forecasts(day)
    first = clocks[0].pk
    rows = ClockForecast.objects.filter(clock__in=clocks).order_by("clock", "horizon").values_list(*SAID)
    return [(row[0] - first, *row[1:]) for row in rows]


def of(clock: Clock, horizon: int = TODAY, due_on: date | None = None) -> ClockForecast:
    rows = ClockForecast.objects.filter(clock=clock, horizon=horizon)
    return rows.get(due_on=due_on) if due_on else rows.get()


def every_third_night(first: date, last: date) -> int:
    """Forecast on every third night of a span, and on the last; returns the rows that were written."""
    nights = [first + timedelta(days=back) for back in range(0, (last - first).days, 3)]
    return sum(make_forecasts(night, replayed=True) for night in [*nights, last])


def test_the_share_is_the_units_own_leaning_on_the_districts(cast: Cast):
    late, in_time = Life(cast.housing, START, None, 80), Life(cast.town, START, None, 59)
    write(cast, [late] * 8 + [in_time] * 12)
    day = START + timedelta(days=150)
    [clock, other] = write(
        cast, [Life(unit, day - timedelta(days=55), None, None) for unit in (cast.housing, cast.town)]
    )
    make_forecasts(day)
    row = of(clock)
    assert (row.stage, row.spent) == (Stage.ACCEPTED, 90)
    assert (row.unit_past, row.unit_missed, row.district_past, row.district_missed) == (8, 8, 20, 8)
    duty = (8 + 1) / (20 + 2)
    district = (8 + 10 * duty) / (20 + 10)
    assert row.district_share == pytest.approx(district)
    assert row.probability == pytest.approx((8 + 10 * district) / (8 + 10))
    assert of(other).probability == pytest.approx((0 + 10 * district) / (12 + 10))
    assert "本单位过去同样情况的8件里超期8件，全区20件里超期8件" in why(row)


def test_how_far_a_leg_is_and_how_much_of_its_time_is_gone_make_a_difference(cast: Cast):
    stuck, looked = Life(cast.town, START, None, 90), Life(cast.town, START, 10, 50)
    write(cast, [stuck] * 10 + [looked] * 10)
    day = START + timedelta(days=200)
    began = day - timedelta(days=31)
    [first, second] = write(cast, [Life(cast.town, began, None, None), Life(cast.town, began, 10, None)])
    make_forecasts(day)
    assert (of(first).stage, of(second).stage) == (Stage.ACCEPTED, Stage.LOOKED_INTO)
    assert (of(first).spent, of(second).spent) == (50, 50)
    assert of(first).probability > 0.8 > 0.2 > of(second).probability


def test_who_has_no_past_is_judged_by_the_duty_and_nobodys_past_is_even(cast: Cast):
    day = START + timedelta(days=50)
    [clock] = write(cast, [Life(cast.town, START, None, None)])
    make_forecasts(day)
    assert of(clock).unit_past == 0
    assert of(clock).probability == pytest.approx(0.5)
    assert "没有同样情况的件" in why(of(clock))


def test_nothing_that_happens_later_changes_what_is_said(cast: Cast):
    lives = two_units(cast, 3, 300, 200)
    day = START + timedelta(days=170)
    whole = write(cast, lives)
    known = said(day, whole)
    assert len(known) > 30
    # The same district as it looked on that day: what came afterwards was not there.
    Clock.objects.filter(met_on__gt=day).update(met_on=None)
    Clock.objects.filter(starts_on__gt=day).delete()
    kept = [clock for clock in whole if clock.starts_on <= day]
    assert {row[1:] for row in known} == {row[1:] for row in said(day, kept)}


def test_an_extension_decided_later_moves_no_date_that_was_said(cast: Cast):
    [clock] = write(cast, [Life(cast.town, START, None, None)])
    assert clock.leg
    day, later = START + timedelta(days=40), START + timedelta(days=55)
    before = said(day, [clock])
    Extension.objects.create(
        leg=clock.leg,
        days=30,
        reason="x",
        asked_on=later,
        asked_by=cast.town_handler,
        granted_days=30,
        old_due_on=clock.due_on,
        new_due_on=clock.due_on + timedelta(days=30) if clock.due_on else None,
        decided_on=later,
    )
    Clock.objects.filter(pk=clock.pk).update(due_on=START + SIXTY + timedelta(days=30), extended_days=30)
    assert said(day, [clock]) == before
    make_forecasts(START + SIXTY)
    assert of(clock, 30, START + SIXTY).checked_on is None
    make_forecasts(START + SIXTY + timedelta(days=1))
    kept = of(clock, 30, START + SIXTY)
    assert (kept.due_on, kept.missed, kept.checked_on) == (START + SIXTY, None, START + SIXTY + timedelta(days=1))


def _kept(clock: Clock) -> Any:
    return ClockForecast.objects.filter(clock=clock, horizon__in=HORIZONS)


def test_what_was_said_is_kept_and_checked_once(cast: Cast):
    ends = {"met": 58, "late": 75, "never": None}
    clocks = dict(zip(ends, write(cast, [Life(cast.town, START, None, met) for met in ends.values()]), strict=True))
    [gone] = write(cast, [Life(cast.town, START, None, None, stopped_after=57)])
    for back in range(32, -3, -1):
        make_forecasts(START + SIXTY - timedelta(days=back))
    for clock in (*clocks.values(), gone):
        assert [(row.horizon, (row.due_on - row.made_on).days) for row in _kept(clock).order_by("horizon")] == [
            (each, each) for each in HORIZONS
        ]
    came = {name: set(_kept(clock).values_list("missed", flat=True)) for name, clock in clocks.items()}
    assert came == {"met": {False}, "late": {True}, "never": {True}}
    assert set(_kept(gone).values_list("missed", flat=True)) == {None}
    assert not ClockForecast.objects.filter(checked_on=None).exists()
    before = list(ClockForecast.objects.order_by("pk").values())
    # Whatever is edited afterwards: late stays late.
    Clock.objects.filter(pk=clocks["late"].pk).update(met_on=START)
    make_forecasts(START + SIXTY + timedelta(days=30))
    assert list(ClockForecast.objects.order_by("pk").values()) == before


def test_a_second_run_on_a_day_changes_nothing(cast: Cast):
    write(cast, two_units(cast, 5, 60, 100))
    day = START + timedelta(days=100)
    make_forecasts(day)
    before = list(ClockForecast.objects.order_by("clock", "horizon").values_list(*SAID))
    make_forecasts(day)
    assert list(ClockForecast.objects.order_by("clock", "horizon").values_list(*SAID)) == before


def test_the_score_on_simulated_history_is_what_another_count_says_and_beats_the_district_alone(cast: Cast):
    write(cast, two_units(cast, 11, 600, 400))
    Case.objects.update(anonymous=False)
    first, last = START + timedelta(days=200), START + timedelta(days=380)
    assert every_third_night(first, last) > 300
    rows = ClockForecast.objects.filter(horizon__in=HORIZONS, missed__isnull=False)
    for row in rows.select_related("clock"):
        assert row.missed == (row.clock.met_on is None or row.clock.met_on > row.due_on)
    leader = fresh(cast.supervisor)
    found = _unseen_scores(leader, last)
    assert [score.horizon for score in found] == list(HORIZONS)
    for score in found:
        pairs = [(row.probability, bool(row.missed)) for row in rows.filter(horizon=score.horizon)]
        plain = [(row.district_share, bool(row.missed)) for row in rows.filter(horizon=score.horizon)]
        assert score.known == len(pairs) > 50
        assert score.brier == pytest.approx(brier(pairs))
        assert score.by_district == pytest.approx(brier(plain))
        assert score.better is not None
        assert score.better > 0


def _unseen_scores(staff: Any, on: date) -> list[Any]:
    """The scores of a district whose cases have no reach rows yet: written anew before they are read."""
    list(rebuild_reach())
    return scores(staff, on)


def test_the_reliability_table_counts_every_forecast_once(cast: Cast):
    write(cast, two_units(cast, 11, 300, 300))
    last = START + timedelta(days=300)
    every_third_night(START + timedelta(days=200), last)
    staff = fresh(cast.supervisor)
    [score] = [each for each in _unseen_scores(staff, last) if each.horizon == 10]
    bins = reliability(staff, last, 10)
    assert sum(each.count for each in bins) == score.known
    assert sum(each.count * each.came for each in bins) == pytest.approx(score.missed * score.known)
    assert all(each.low <= each.said <= each.high for each in bins)


def test_brier_is_the_mean_squared_distance():
    assert brier([(1.0, True), (0.0, False)]) == 0
    assert brier([(0.5, True), (0.5, False)]) == 0.25
    assert brier([(0.8, False), (0.4, True)]) == pytest.approx((0.64 + 0.36) / 2)
    assert brier([]) is None


def test_windows_of_the_petitioner_sealed_and_historic_cases_are_not_forecast(cast: Cast):
    clocks = write(cast, [Life(cast.town, START, None, None)] * 4)
    Clock.objects.filter(pk=clocks[0].pk).update(duty=Duty.REEXAM_REQ_30D)
    Case.objects.filter(pk=clocks[1].case_id).update(sealed=True)
    Case.objects.filter(pk=clocks[2].case_id).update(historic=True)
    make_forecasts(START + timedelta(days=50))
    assert set(ClockForecast.objects.values_list("clock", flat=True)) == {clocks[3].pk}


def test_a_figure_agrees_with_the_list_behind_it(cast: Cast):
    write(cast, two_units(cast, 2, 80, 60))
    list(rebuild_reach())
    day, staff = START + timedelta(days=62), fresh(cast.supervisor)
    make_forecasts(day)
    for days in HORIZONS:
        rows = forecasts(staff, day, days)
        for unit in by_unit(staff, day, days):
            mine = list(rows.filter(unit=unit.unit))
            assert unit.clocks == len(mine)
            assert unit.expected == pytest.approx(sum(row.probability for row in mine))
            assert unit.likely == sum(row.probability >= 0.5 for row in mine)
    assert by_unit(fresh(cast.town_head), day, 30)[0].unit == cast.town
    assert len(by_unit(fresh(cast.town_head), day, 30)) == 1
