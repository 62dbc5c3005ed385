"""The list of a program: filters, orders, paging by key, and never a trace of what is out of reach."""

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.lists.paging import capped_count
from cases.models import Case, Involvement
from law.vocabulary import Act, Channel, Kind, State
from tests.cases.api.caller import Caller, assert_problem, numbers
from tests.cases.api.conftest import Turn
from tests.cast import START, Cast, register
from tests.walks import walk_to


def many(cast: Cast, count: int, **changes: Any) -> list[Case]:
    """Bare cases of the bureau, three of them on each day, every fifth owing nothing."""
    last = Case.objects.count()
    cases = Case.objects.bulk_create(
        Case(
            district=cast.area,
            unit=cast.bureau,
            number=f"T{last + i:05d}",
            channel=Channel.LETTER,
            received_on=START + timedelta(days=i // 3),
            registered_on=START,
            registered_by=cast.clerk,
            subject=f"第{i}件",
            next_due_on=None if i % 5 == 0 else START + timedelta(days=i // 4),
            **changes,
        )
        for i in range(count)
    )
    Involvement.objects.bulk_create(Involvement(case=c, unit=cast.bureau, district=cast.area) for c in cases)
    return cases


def walked(caller: Caller, way: str, key: str = "", **query: Any) -> tuple[list[list[str]], str]:
    """Every page from a key on, in the order they came, and the opposite key of the last one."""
    pages, last = [], ""
    while True:
        said = caller.get("/cases/", **query, **({way: key} if key else {}))
        pages.append(numbers(said))
        last = said.json()["before" if way == "after" else "after"]
        key = said.json()[way]
        if not key:
            return pages, last


@pytest.mark.parametrize("order", ["received", "oldest", "due"])
def test_paging_meets_every_row_once_forth_and_back(cast: Cast, order: str):
    many(cast, 47)
    caller = Caller(cast.router)
    whole = numbers(caller.get("/cases/", order=order, size=200))
    assert len(whole) == (47 if order != "due" else 37)
    forth, back_key = walked(caller, "after", order=order, size=5)
    assert [number for page in forth for number in page] == whole
    assert all(len(page) == 5 for page in forth[:-1])
    back, _ = walked(caller, "before", back_key, order=order, size=5)
    assert [number for page in reversed(back) for number in page] == whole[: -len(forth[-1])]


def test_rows_that_come_while_paging_are_neither_doubled_nor_in_the_way(cast: Cast):
    many(cast, 20)
    caller = Caller(cast.router)
    first = caller.get("/cases/", size=8)
    shown = numbers(first)
    # As new as the newest, and as old as the row the page ended with.
    edge = Case.objects.get(number=shown[-1])
    many(cast, 3)
    tie = many(cast, 1)[0]
    Case.objects.filter(pk=tie.pk).update(received_on=edge.received_on)
    rest, _ = walked(caller, "after", first.json()["after"], size=8)
    later = [number for page in rest for number in page]
    assert not set(shown) & set(later)
    assert {f"T{i:05d}" for i in range(20)} <= {*shown, *later}


def test_the_orders_are_what_they_say(cast: Cast):
    many(cast, 12)
    caller = Caller(cast.router)
    days = {case.number: (case.received_on, case.pk) for case in Case.objects.all()}
    received = [days[number] for number in numbers(caller.get("/cases/"))]
    assert received == sorted(received, reverse=True)
    oldest = [days[number] for number in numbers(caller.get("/cases/", order="oldest"))]
    assert oldest == sorted(oldest)


def test_a_line_says_what_the_page_says(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REFERRED)
    row = Caller(cast.router).get("/cases/").json()["results"][0]
    assert row["number"] == walk.case.number
    assert row["state"] == State.REFERRED
    assert row["unit"] == cast.bureau.name
    assert row["next_due_on"] == walk.case.next_due_on.isoformat()
    assert row["subject"].startswith("村口的路")


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


def test_the_number_of_queries_does_not_grow_with_the_rows(cast: Cast, calendar: Turn):
    caller = Caller(cast.router)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            caller.get("/cases/", size=200)
        return len(queries)

    walk_to(cast, State.IN_HANDLING)
    for _ in range(4):
        register(cast)
    few = asked()
    many(cast, 55)
    assert asked() == few <= 12


def test_a_count_stops_where_people_stop_counting(cast: Cast):
    many(cast, 7)
    rows = Case.objects.visible_to(cast.router)
    assert capped_count(rows) == "7"
    assert capped_count(rows, cap=7) == "7"
    assert capped_count(rows, cap=6) == "6+"
    with CaptureQueriesContext(connection) as queries:
        capped_count(rows, cap=6)
    assert "LIMIT 7" in queries[0]["sql"]


def test_what_is_out_of_reach_is_in_no_list_no_filter_and_no_page(cast: Cast, calendar: Turn):
    mine = walk_to(cast, State.REFERRED).case
    against = register(
        cast,
        content="柳湾村金村长卖了集体的地",
        demands=[DemandInput("查处卖地", Kind.ACCUSATION), DemandInput("修路")],
        respondents=[RespondentInput("金村长", unit_id=cast.town.pk, demands=(1,))],
    )
    ACTIONS[Act.REFER](against.pk, by=cast.router, unit=cast.discipline, demands=[1], reason="移送", on=START)
    far = register(cast, by=cast.stranger, content="山阳区的事")
    town = Caller(cast.town_head)
    queries: list[dict[str, Any]] = [
        {},
        {"q": "卖地"},
        {"q": "村长"},
        {"q": against.number},
        {"q": far.number},
        {"kind": "accusation"},
        {"unit": cast.discipline.pk},
        {"due": "running"},
        {"state": "referred"},
        {"order": "due", "size": 1},
    ]
    for query in queries:
        answer = town.get("/cases/", **query)
        assert set(numbers(answer)) <= {mine.number}, query
        assert against.number not in answer.content.decode()
    assert len(numbers(town.get("/cases/"))) == 1
    one = town.get("/cases/", size=1).json()
    assert one["after"] == ""
    assert capped_count(Case.objects.visible_to(cast.town_head)) == "1"
