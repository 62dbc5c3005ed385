"""The feed: in commit order, through the reader's predicate, without gap or repeat."""

import threading
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from law.vocabulary import Act, State
from organizations.feed.reading import MOST_LINES, read_feed
from organizations.journal.chaining import sequence, sequence_all
from organizations.models import FeedPosition, Staff
from organizations.people import end_grant
from tests.cast import Cast, register
from tests.leak_scene import Scene
from tests.leak_table import KNOWS, NOT_THE_SEALED, WALKERS
from tests.walks import Walk, refer, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")


def client_of(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def whole_feed(staff: Staff, most: int = MOST_LINES) -> list[dict[str, Any]]:
    """Every line, part by part."""
    lines: list[dict[str, Any]] = []
    cursor, more = "", True
    while more:
        part = read_feed(staff, cursor, most)
        lines, cursor, more = [*lines, *part.lines], part.cursor, part.more
    return lines


def test_every_act_comes_once_in_order_with_its_facts(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    sequence_all()
    lines = [line for line in whole_feed(cast.bureau_head, 3) if line["kind"] == "event"]
    events = list(walk.case.events.order_by("sequence"))
    assert [(line["case"], line["act"]) for line in lines] == [(walk.case.pk, event.act) for event in events]
    served = next(line for line in lines if line["act"] == Act.SERVE)
    assert set(served["facts"]) == {"document", "method", "sent_on", "met"}


def test_a_row_that_committed_late_has_a_later_place(cast: Cast):
    register(cast)
    sequence_all()
    before = read_feed(cast.clerk)
    assert (before.lines, before.more) != ([], True)
    register(cast)
    assert read_feed(cast.clerk, before.cursor).lines == []
    sequence_all()
    after = read_feed(cast.clerk, before.cursor)
    assert [line["act"] for line in after.lines if line["kind"] == "event"] == [Act.REGISTER]
    assert read_feed(cast.clerk, after.cursor).lines == []


@pytest.mark.parametrize("person", WALKERS)
def test_nobody_reads_of_what_is_out_of_his_reach(scene: Scene, person: str):
    sequence_all()
    staff = getattr(scene.cast, person)
    lines = whole_feed(staff)
    known = {scene.planted[letter].case.pk for letter in KNOWS[person]}
    assert {line["case"] for line in lines if "case" in line} <= known
    said = str(lines)
    assert not [trace for trace in scene.traces(person) if trace in said]
    for letter in NOT_THE_SEALED.get(person, ""):
        case = scene.planted[letter].case
        sealed = [leg.pk for leg in case.legs.filter(held_accusation=True)]
        own = [line for line in lines if line.get("case") == case.pk and line["kind"] == "event"]
        assert not [line for line in own if line["leg"] in sealed]
        assert not [line for line in own if line["leg"] is None and line["facts"]]


def test_what_comes_into_reach_later_is_a_line_of_its_own(cast: Cast):
    walk = Walk(cast, register(cast))
    sequence_all()
    before = read_feed(cast.town_head)
    assert before.lines == []
    refer(walk)
    sequence_all()
    lines = read_feed(cast.town_head, before.cursor).lines
    assert ("arrival", walk.case.pk) in [(line["kind"], line.get("case")) for line in lines]


def test_ones_own_roles_are_told_and_an_ended_one_ends_it_with_the_next_request(cast: Cast):
    register(cast)
    sequence_all()
    cursor = read_feed(cast.clerk).cursor
    end_grant(cast.clerk.grants.get(), cast.security_admin, "调离")
    register(cast, by=cast.router)
    sequence_all()
    fresh = Staff.objects.get(pk=cast.clerk.pk)
    lines = read_feed(fresh, cursor).lines
    assert [(line["kind"], line["verb"], line["facts"]) for line in lines] == [
        ("entry", "grant.ended", {"role": "window_clerk"})
    ]
    assert [
        line for line in read_feed(cast.router, read_feed(cast.router).cursor).lines if line["kind"] == "entry"
    ] == []


def test_the_door_for_programs(cast: Cast):
    register(cast)
    sequence_all()
    client = client_of(cast.clerk)
    first = client.get("/api/v1/feed/?most=1").json()
    assert (len(first["results"]), first["more"]) == (1, True)
    rest = client.get("/api/v1/feed/", {"cursor": first["cursor"]}).json()
    assert rest["more"] is False
    stolen = client_of(cast.router).get("/api/v1/feed/", {"cursor": first["cursor"]})
    assert (stolen.status_code, stolen.json()["code"]) == (422, "cursor_broken")
    for query, code in (
        ({"cursor": "x" * 5000}, "cursor_broken"),
        ({"cursor": "1.k.\\x00"}, "cursor_broken"),
        ({"most": "0"}, "most_invalid"),
        ({"most": "9999999"}, "most_invalid"),
        ({"since": "1"}, "filter_unknown"),
    ):
        answer = client.get("/api/v1/feed/", query)
        assert (answer.status_code, answer.json()["code"]) == (422, code), query
    assert Client().get("/api/v1/feed/").status_code == 401


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [400, pytest.param(100_000, marks=pytest.mark.long)])
def test_eight_writers_out_of_order_leave_no_gap_and_no_repeat(rows: int):
    """Events commit late and out of order while a sequencer and a reader run; the reader sees every row once."""
    stop, seen = threading.Event(), list[int]()
    each = rows // 8

    def write(number: int) -> None:
        for batch in range(0, each, 10):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO organizations_awaiting (kind, key) SELECT 'stress', %s + n FROM generate_series(0, 9) n",
                    [number * 1_000_000 + batch],
                )
                # Some hold their rows back while others with later keys commit.
                cursor.execute("SELECT pg_sleep(%s)", [0.02 if (batch // 10) % 7 == number % 7 else 0])
        connection.close()

    def read() -> None:
        place = 0
        while True:
            last_round = stop.is_set()
            while sequence():
                pass
            fresh = list(FeedPosition.objects.filter(position__gt=place).order_by("position"))
            seen.extend(row.key for row in fresh)
            place = fresh[-1].position if fresh else place
            if last_round and not fresh:
                break
        connection.close()

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    reader.join()
    assert len(seen) == len(set(seen)) == each // 10 * 10 * 8
