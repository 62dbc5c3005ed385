"""Rows that few cases have are asked for where there are some; what comes in one statement is what the database has."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case, Document, EventText, Leg
from cases.reading.proceedings import KINDS
from cases.sight.fetching import Kind, read_kinds
from kit.prefetching import hand_out, kinds_there
from law.vocabulary import Act, State
from tests.cases.accusing import letter
from tests.cast import Cast
from tests.walks import walk_to

HANGING = (
    Kind(Case, "legs", ("unit__parent", "handler")),
    Kind(Case, "clocks", ("unit",)),
    Kind(Case, "demands"),
    Kind(Case, "parties"),
    Kind(Case, "events", ("by", "unit", "words"), order="-sequence", latest=9),
    Kind(Case, "documents", ("unit",)),
    Kind(Document, "services"),
    *KINDS,
)


def values_of(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_one_question_tells_which_kinds_there_are(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    relations, keys = tuple((kind.of, kind.name) for kind in KINDS), {Leg: [walk.leg.pk]}
    assert kinds_there(relations, keys) == set()
    walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, days=10, reason="账目多")
    with CaptureQueriesContext(connection) as asked:
        assert kinds_there(relations, keys) == {"extensions"}
        assert kinds_there(relations, {Leg: []}) == set()
    assert len(asked) == 2


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


def test_what_comes_in_one_statement_is_what_the_database_has(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    for _ in range(2):  # written at the first, asked of another case at the second
        case = Case.objects.readable_by(cast.town_head).get(pk=walk.case.pk)
        with CaptureQueriesContext(connection) as asked:
            found = read_kinds(case, HANGING)
            beside = [values_of(each) for leg in found[HANGING[0]] for each in (leg.unit, leg.unit.parent, leg.handler)]
            words = {e.pk: values_of(e.words) for e in found[HANGING[4]] if hasattr(e, "words")}
        assert len(asked) == 1
        for kind, rows in found.items():
            model: Any = kind.of._meta.get_field(kind.name).related_model
            there = model.objects.read_with(case)
            there = there.order_by(kind.order) if kind.order else there
            assert [values_of(row) for row in rows] == [values_of(row) for row in there[: kind.latest]], kind.name
        units = cast.town, cast.town.parent, cast.town_handler
        assert beside == [values_of(type(each).objects.get(pk=each.pk)) for each in units if each]
        assert words
        assert words == {each.pk: values_of(each) for each in EventText.objects.filter(event__in=found[HANGING[4]])}
        walk = walk_to(cast, State.ANSWERED)


def test_of_what_is_sealed_no_statement_asks_for_who_may_not_read_it(cast: Cast):
    kinds = (Kind(Case, "respondents"), Kind(Case, "demands"))
    case = Case.objects.readable_by(cast.router).get(pk=letter(cast).pk)
    assert [len(rows) for rows in read_kinds(case, kinds).values()] == [1, 2]
    vars(case)["sealed_open"] = False
    assert [len(rows) for rows in read_kinds(case, kinds).values()] == [0, 1]
    assert read_kinds(case, kinds[:1]) == {kinds[0]: []}
