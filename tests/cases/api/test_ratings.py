"""Ratings 满意度评价 (Art. 21): the petitioner's own word, once a stage, never by the rated unit, never changed, the office's."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from cases.models import Event, Rating
from cases.record.chain import verify_chains
from law.ratings import Rated, RatingWay, Score
from law.vocabulary import Act, Kind, State
from organizations.feed.reading import read_feed
from organizations.models import Staff
from tests.cases.api.both_doors import DOORS
from tests.cases.api.caller import Caller
from tests.cases.refusals import refused_on_leg
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.remedy_walks import receipt
from tests.walks import Walk, keep, walk_to

Turn = Callable[[date], None]
SAID = {"rated": "unit", "score": "not", "way": "call", "words": "路还是坏的"}


def answered(cast: Cast, **registration: Any) -> Walk:
    walk = walk_to(cast, State.ANSWERED, **registration)
    receipt(walk)
    return walk


def lines(staff: Staff, walk: Walk) -> list[str]:
    read = Caller(staff).read(walk.case.pk)
    return [each["status"] for each in read["proceedings"] if each["kind"] == "rating"]


def rate(walk: Walk, by: Any, rated: Rated = Rated.UNIT, **more: Any) -> Any:
    given = {"score": Score.NOT, "way": RatingWay.CALL, **more}
    return walk.on_leg(Act.RATE, by, rated=rated, **given)


@DOORS
def test_the_office_writes_down_what_it_was_told_and_the_unit_reads_no_word_of_it(
    cast: Cast, calendar: Turn, door: Any
):
    walk = answered(cast)
    calendar(walk.on)
    assert door(cast.router, Act.RATE, walk, **SAID) == ("done", "", "")
    [row] = Rating.objects.all()
    assert (row.rated, row.score, row.way, row.unit, row.by) == ("unit", "not", "call", cast.town, cast.router)
    code, message, _ = door(cast.router, Act.RATE, walk, **SAID)
    assert code in ("rated_already", "own_rating"), message
    for reader in (cast.router, cast.coordinator):
        assert lines(reader, walk) == [f"办理单位“{cast.town.name}”：不满意"]
        assert "路还是坏的" in Person(reader).page(walk.case).content.decode()
    for rated in (cast.town_head, cast.town_handler, cast.dispatcher):
        page = Person(rated).page(walk.case).content.decode()
        assert lines(rated, walk) == []
        assert "满意度评价" in page, "that he rated is no secret"
        assert "不满意" not in page
        assert "路还是坏的" not in page


def test_the_feed_tells_that_somebody_rated_and_nobody_what(cast: Cast):
    walk = answered(cast)
    rate(walk, cast.router, words="路还是坏的")
    event = Event.objects.get(act=Act.RATE)
    assert set(event.facts) == {"rated", "document"}
    told = [line for line in read_feed(cast.town_head, most=500).lines if line.get("act") == Act.RATE]
    assert not told or told[0]["facts"] == event.facts


def test_office_and_unit_are_rated_apart_once_a_stage_and_never_by_themselves(cast: Cast):
    walk = answered(cast)
    party = walk.case.parties.all()[0]
    assert refused_on_leg(
        walk, Act.RATE, cast.router, rated=Rated.OFFICE, score=Score.NOT, way=RatingWay.CALL
    ).code == ("own_rating")
    walk.on_leg(Act.RATE, party, rated=Rated.OFFICE, score=Score.SATISFIED)
    rate(walk, cast.supervisor)
    for by, rated in ((party, Rated.OFFICE), (party, Rated.UNIT), (cast.coordinator, Rated.UNIT)):
        said = refused_on_leg(walk, Act.RATE, by, rated=rated, score=Score.SATISFIED, way=RatingWay.COUNTER)
        assert said.code == "rated_already", "not changed by whoever comes later"
    assert sorted(Rating.objects.values_list("rated", "score", "way")) == [
        ("office", "satisfied", "portal"),
        ("unit", "not", "call"),
    ]


def test_the_unit_itself_writes_down_no_rating_of_its_own(cast: Cast):
    walk = answered(cast)
    cast.grant(cast.coordinator, cast.town, "handler")
    assert (
        refused_on_leg(walk, Act.RATE, cast.coordinator, rated=Rated.UNIT, score=Score.SATISFIED).code == "own_rating"
    )
    refusal = refused_on_leg(walk, Act.RATE, cast.town_head, rated=Rated.UNIT, score=Score.SATISFIED)
    assert refusal.code == "not_permitted"
    own = walk_to(cast, State.ANSWERED, first=keep)
    assert refused_on_leg(own, Act.RATE, own.case.parties.all()[0], rated=Rated.OFFICE, score=Score.NOT).code == (
        "rated_apart"
    )


def test_a_rating_is_not_changed_even_in_the_database_and_its_words_are_sealed_in_the_chain(cast: Cast):
    walk = answered(cast)
    rate(walk, cast.router)
    with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
        Rating.objects.update(score="satisfied")
    assert verify_chains().broken == []


def test_the_window_is_a_setting_counted_from_service(cast: Cast, settings: Any):
    walk = answered(cast)
    received = walk.leg.documents.get(kind="handling_opinion").services.get().received_on
    settings.ROOM_SETTINGS = {"RATING_DAYS": 10}
    walk.on = received + timedelta(days=11)
    assert refused_on_leg(walk, Act.RATE, cast.router, rated=Rated.UNIT, score=Score.NOT, way=RatingWay.CALL).code == (
        "rating_closed"
    )
    walk.on = received + timedelta(days=10)
    rate(walk, cast.router)


def test_what_was_not_answered_and_what_accuses_is_not_rated_and_nobody_chooses_the_portal_for_another(cast: Cast):
    walk = answered(cast)
    asked = {"rated": Rated.UNIT, "score": Score.NOT}
    assert refused_on_leg(walk, Act.RATE, cast.router, **asked, way=RatingWay.PORTAL).code == "way_unfit"
    walk.case.demands.filter(number=1).update(kind=Kind.ACCUSATION)
    assert refused_on_leg(walk, Act.RATE, cast.router, **asked, way=RatingWay.CALL).code == "accusation_goes_on"
    working = walk_to(cast, State.IN_HANDLING)
    assert refused_on_leg(working, Act.RATE, cast.router, **asked, way=RatingWay.CALL).code == "wrong_state"
