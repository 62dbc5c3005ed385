"""The filters of the list, and its paging keys: known ones narrow, odd ones are refused."""

import base64
import json
from datetime import timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from law.vocabulary import Channel, Kind, State
from tests.cases.api.caller import Caller, assert_problem, numbers
from tests.cases.api.conftest import Turn
from tests.cases.api.many import many
from tests.cast import START, Cast, register
from tests.walks import walk_to

FILTERS: list[tuple[dict[str, Any], str]] = [
    ({"q": "水渠"}, "letter"),
    ({"q": "路灯"}, "visit"),
    ({"state": "referred"}, "letter"),
    ({"state": "registered"}, "visit"),
    ({"channel": "visit"}, "visit"),
    ({"kind": "suggestion"}, "visit"),
    ({"kind": "appeal"}, "letter"),
    ({"due": "overdue"}, "visit"),
    ({"due": "running"}, "letter"),
    ({"mine": "true"}, ""),
    ({"mine": "false"}, "letter visit"),
    ({"received_from": "2026-03-02"}, "letter"),
    ({"received_to": "2026-03-01"}, "visit"),
    ({"category": "城乡建设"}, "visit"),
    ({"source": "热线"}, "visit"),
    ({"external_number": "R-7"}, "visit"),
    ({"urgent": "true"}, "visit"),
    ({"urgent": "false"}, "letter"),
    ({"historic": "false"}, "letter visit"),
    ({"historic": "true"}, ""),
    ({"waiting": "dispatch"}, "visit"),
    ({"q": "R-7"}, "visit"),
    ({"received_from": "1900-01-01", "received_to": "2100-12-31"}, "letter visit"),
]


@pytest.mark.parametrize(("query", "found"), FILTERS, ids=lambda value: json.dumps(value, ensure_ascii=False))
def test_each_filter_narrows_to_what_it_says(cast: Cast, calendar: Turn, query: dict[str, Any], found: str):
    letter = walk_to(cast, State.REFERRED).case
    visit = register(
        cast,
        channel=Channel.VISIT,
        received_on=START - timedelta(days=30),
        content="路灯不亮",
        urgent=True,
        demands=[DemandInput("装路灯", Kind.SUGGESTION)],
        category="城乡建设/路灯",
        source="热线",
        external_number="R-7",
    )
    by_word = {"letter": letter.number, "visit": visit.number}
    assert set(numbers(Caller(cast.router).get("/cases/", **query))) == {by_word[word] for word in found.split()}


def test_the_unit_filter_finds_the_legs_of_a_unit_and_mine_my_own(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    register(cast)
    assert numbers(Caller(cast.router).get("/cases/", unit=cast.town.pk)) == [walk.case.number]
    assert numbers(Caller(cast.router).get("/cases/", unit=cast.housing.pk)) == []
    assert numbers(Caller(cast.town_handler).get("/cases/", mine="true")) == [walk.case.number]


def key(*parts: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "query",
    [
        {"colour": "red"},
        {"q": "x" * 101},
        {"q": "\x00"},
        {"state": "open"},
        {"channel": "pigeon"},
        {"kind": "x"},
        {"unit": "x"},
        {"unit": "99999999999999999999"},
        {"unit": "-1"},
        {"unit": "\x00"},
        {"due": "x"},
        {"waiting": "x"},
        {"mine": "perhaps"},
        {"urgent": "1"},
        {"historic": "x"},
        {"received_from": "yesterday"},
        {"received_to": "2026-02-30"},
        {"received_from": "20260230"},
        {"category": "x" * 121},
        {"source": "\x00"},
        {"size": "0"},
        {"size": "201"},
        {"size": "x"},
        {"size": "-1"},
        {"size": "9" * 5000},
        {"size": "³"},
        {"size": ""},
        {"order": "x"},
        {"order": "\x00"},
        {"after": "!!!"},
        {"after": "路"},
        {"after": "e30"},
        {"after": "W10"},
        {"after": key("received_on", "2026-03-02", "1")},
        {"after": key("received_on", "x", 1)},
        {"after": key("received_on", 5, 1)},
        {"after": key("next_due_on", "2026-03-02", 1)},
        {"after": key(1)},
        {"after": key("received_on", "2026-03-02", float("inf"))},
        {"after": key("received_on", [], {})},
        {"after": base64.urlsafe_b64encode(b"[" * 90000).decode()},
        {"before": "%00"},
        {"after": key("received_on", "2026-03-02", 1), "before": key("received_on", "2026-03-02", 1)},
    ],
    ids=lambda query: json.dumps(query)[:60],
)
def test_an_unknown_key_or_value_is_422_and_never_another_list(cast: Cast, query: dict[str, Any]):
    said = assert_problem(Caller(cast.router).get("/cases/", **query), 422)
    assert said["code"] in {
        "filter_unknown",
        "input_invalid",
        "size_invalid",
        "order_unknown",
        "key_broken",
        "one_direction",
    }


def test_a_key_with_an_odd_number_is_a_place_like_any_other(cast: Cast):
    many(cast, 3)
    for number in (-1, 99999999999999999999, 0):
        answer = Caller(cast.router).get("/cases/", after=key("received_on", "2026-03-02", number))
        assert answer.status_code == 200, answer.content
