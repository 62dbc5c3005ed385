"""A simulated district through holidays and make-up workdays: every warning is one that the naive method knows."""

import os
from datetime import date

import pytest

from demo.simulation.days import Wish, simulate
from law.warning_stages import Colour
from supervision.models import Alert
from supervision.warnings.auditing import audit_warnings
from supervision.words.warnings import OF_CASES

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_the_end(on_day, settings, tmp_path, db) -> date:
    """The last day of the run: National Day and Spring Festival lie behind it where it is long."""
    settings.DATA_DIR = tmp_path
    day = date(2026, 10, 20)
    on_day(day)
    return day


def test_a_month_with_national_day_in_it(at_the_end):
    outcome = simulate(Wish(days=30, cases=25, seed=3))
    found = audit_warnings()
    assert outcome.faults == []
    assert found.due == found.written == Alert.objects.filter(what__in=OF_CASES).count() > 30
    assert (found.missing, found.double) == (0, 0)
    assert set(Alert.objects.values_list("colour", flat=True)) >= {Colour.BLUE, Colour.YELLOW, Colour.ORANGE}


@pytest.mark.long
def test_half_a_year(at_the_end):
    outcome = simulate(Wish(days=180, cases=400, seed=int(os.environ.get("XINFANG_SEED", "11"))))
    found = audit_warnings()
    assert outcome.faults == []
    assert found.due > 1000
    assert (found.missing, found.double) == (0, 0)
