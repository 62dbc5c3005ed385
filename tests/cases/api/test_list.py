"""The list of a program: filters, orders, paging by key, and never a trace of what is out of reach."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.lists.counting import capped_count
from cases.models import Case
from cases.sight.keeping import keep_reach
from law.vocabulary import Act, Kind, State
from tests.cases.api.caller import Caller, numbers
from tests.cases.api.conftest import Turn
from tests.cases.api.many import many, walked
from tests.cast import START, Cast, register
from tests.walks import walk_to


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
    keep_reach([tie.pk])
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
