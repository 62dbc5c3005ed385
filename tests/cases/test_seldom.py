"""Rows that few legs have cost one question together, and are all there where there are some."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Leg
from kit.prefetching import fetch_seldom, hand_out
from law.vocabulary import Act, State
from tests.cast import Cast
from tests.walks import walk_to

LOOKUPS = ("extensions__asked_by", "hearings__chair", "reliefs__by", "inquiries__by")


def test_one_question_tells_that_there_is_nothing(cast: Cast):
    legs = list(Leg.objects.filter(pk=walk_to(cast, State.ACCEPTED).leg.pk))
    with CaptureQueriesContext(connection) as asked:
        fetch_seldom(legs, LOOKUPS)
        assert [list(getattr(leg, name).all()) for leg in legs for name in ("extensions", "hearings", "reliefs")] == [
            [],
            [],
            [],
        ]
    assert len(asked) == 1
    fetch_seldom([], LOOKUPS)


def test_what_was_fetched_with_the_case_is_handed_out_to_its_legs_without_a_question(cast: Cast):
    case = walk_to(cast, State.ACCEPTED).case
    legs, clocks = list(case.legs.all()), list(case.clocks.all())
    with CaptureQueriesContext(connection) as asked:
        hand_out(clocks, legs, "clocks")
        assert [clock.leg for leg in legs for clock in leg.clocks.all()] == legs * len(legs[0].clocks.all())
        hand_out([], legs, "demands")
        assert [list(leg.demands.all()) for leg in legs] == [[]]
    assert not asked.captured_queries
    assert [clock.pk for clock in legs[0].clocks.all()] == [clock.pk for clock in clocks if clock.leg_id]
    assert len(legs[0].clocks.all()) < len(clocks), "the case's own clock belongs to no leg"


def test_what_is_there_is_fetched_with_its_names(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, days=10, reason="账目多")
    legs = list(Leg.objects.filter(pk=walk.leg.pk))
    with CaptureQueriesContext(connection) as asked:
        fetch_seldom(legs, LOOKUPS)
        [extension] = legs[0].extensions.all()
        assert extension.asked_by.name == cast.town_handler.name
        assert list(legs[0].hearings.all()) == []
    assert len(asked) == 3
