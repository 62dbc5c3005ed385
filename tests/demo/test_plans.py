"""No tile, tab, filter or order reads a table for the few rows it shows: asked of a seeded district, by EXPLAIN ANALYZE."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.test import override_settings

from cases.lists.counting import COUNT_CAP
from cases.lists.filters import CaseFilters, Due
from cases.lists.paging import ORDERS, Cut, placed
from cases.lists.running_clocks import BY_DUE_DATE, ClockFilters, running_clocks
from cases.lists.waiting import Waiting, offered
from cases.models import Case, Leg
from cases.sight.ranges import ranges_of
from cases.sight.shelves import CURRENT, Shelf
from demo.seeding.accesses import give_accesses
from demo.seeding.accounts import make_accounts
from demo.seeding.district import make_district
from demo.seeding.loading import load_cases
from demo.seeding.outlines import Wish
from demo.seeding.world import load_world
from embedded.postgres import SERVER_OPTIONS
from kit.rooms import all_of
from law.matters import Tier
from law.vocabulary import Channel, Kind, State
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.today import on_the_day
from tests.plans import plan_of, rows_read

DAY = date(2026, 11, 27)
# A village sees little, a department some, an office nearly all, the sealed desk what nobody else sees.
READERS = ("xinxiyuan", "fuzeren", "fenban", "mijian")
MOST, A_ROW = 5000, 50
# A filter that passes one case in five hundred is walked until its page is full (docs/decisions/0047): however many cases there are.
WALKED = 15_000
FEW, MANY = 10_000, 50_000
pytestmark = pytest.mark.db_slow


# A million take a quarter of an hour to seed with all processors and no indexes in the way; in a test's transaction it
# would be hours. What reads a table for a page is found at fifty thousand as well: ten times what a page may read.
@pytest.fixture(scope="module", params=[FEW, pytest.param(MANY, marks=pytest.mark.long)])
def district(request: Any, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[int]:
    """A seeded district of so many cases, made once for this file and taken back after it."""
    folder = tmp_path_factory.mktemp("seed")
    with django_db_blocker.unblock(), override_settings(DATA_DIR=folder), on_the_day(DAY), transaction.atomic():
        area = make_district()
        make_accounts(area)
        world = load_world(area)
        load_cases(world, Wish(cases=request.param, seed=11, open_share=0.03))
        give_accesses(world, 11)
        with connection.cursor() as cursor:
            # As embedded/postgres.py starts a server; services that were kept may be older.
            for name in ("max_parallel_workers_per_gather", "random_page_cost"):
                cursor.execute(f"SET LOCAL {name} = {SERVER_OPTIONS[name]}")
            cursor.execute("ANALYZE")
        yield request.param
        transaction.set_rollback(True)


def read_by(*questions: QuerySet[Any]) -> tuple[int, int]:
    """How many rows these questions read and find together."""
    read = found = 0
    for rows in questions:
        try:
            sql, given = rows.query.sql_with_params()
        except EmptyResultSet:
            continue
        plan = plan_of(sql, given)
        read, found = read + rows_read(plan), found + int(plan["Actual Rows"])
    return read, found


def fits(read: int, found: int, most: int = MOST) -> bool:
    return read <= max(most, A_ROW * found)


def counted(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().values("pk")[: COUNT_CAP + 1]


@pytest.mark.parametrize("reader", READERS)
def test_every_tile_and_tab_is_found_from_open_work_or_a_range(district: int, reader: str):
    staff = Staff.objects.get(username=reader)
    asked = {
        tile.label: [tile.rows(staff, DAY)] for tile in all_of("tiles") if any(holdings(staff, n) for n in tile.needs)
    }
    for name, shelves in (("在办与办结", CURRENT), ("历史件", [Shelf.HISTORIC])):
        asked[name] = [each.rows for each in ranges_of(Case.objects.all(), staff, shelves)]
    read = {name: read_by(*map(counted, rows)) for name, rows in asked.items()}
    assert {name: rows for name, rows in read.items() if not fits(*rows)} == {}
    assert any(found for _, found in read.values())


def asked_of_cases(staff: Staff) -> list[dict[str, str]]:
    """Every filter of the list, with what is common in it, what is rare, and what is not there at all."""
    village = Unit.objects.get(pk=Staff.objects.get(username="xinxiyuan").unit_id)
    code = Case.objects.exclude(category_term=None).values_list("category_term__code", flat=True).first()
    named: dict[str, list[Any]] = {
        "state": list(State),
        "channel": list(Channel),
        "kind": list(Kind),
        "due": list(Due),
        "tier": list(Tier),
        "waiting": [what for what in Waiting if offered(staff, what)],
        "unit": [village.pk, Staff.objects.get(username="fuzeren").unit_id],
        "place": [village.pk, village.parent_id],
        "source": ["nobody"],
        "external_number": ["nothing"],
        "category": ["没有的分类"],
        "category_code": [code, "nothing"],
        "historic": ["true", "", "false"],
        "urgent": ["true", "false"],
        "mine": ["true", "false"],
    }
    several = [{"received_from": "2020-01-01", "received_to": "2020-02-01"}, {"received_to": "2018-01-01"}]
    return [{name: str(value)} for name, values in named.items() for value in values] + several


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("reader", READERS)
def test_every_filter_and_order_reads_little_for_its_page(district: int, reader: str, order: str):
    staff = Staff.objects.get(username=reader)
    dear = {}
    for asked in asked_of_cases(staff):
        data = QueryDict(mutable=True)
        data.update({"historic": "false", **asked})
        filters = CaseFilters(data, queryset=Case.objects.all(), staff=staff)
        assert filters.is_valid(), filters.form.errors
        read = read_by(*placed(filters.ranges(), Cut.at(ORDERS[order], "", "", 30)))
        if not fits(*read, MOST if district == FEW else WALKED):
            dear[str(asked)] = read
    assert dear == {}


@pytest.mark.parametrize("reader", READERS)
def test_running_clocks_are_walked_from_the_soonest(district: int, reader: str):
    staff = Staff.objects.get(username=reader)
    for asked in ({}, {"owed": "agency"}, {"due": "overdue"}, {"due": "running"}, {"mine": "true"}):
        filters = ClockFilters(
            QueryDict("&".join(f"{k}={v}" for k, v in asked.items())), queryset=running_clocks(staff), staff=staff
        )
        page = Cut.at(BY_DUE_DATE, "", "", 30).first(filters.qs.annotate(place=F("due_on")), "pk")
        read, found = read_by(page)
        # Where there are few legs at all, PostgreSQL may read them at one go.
        assert fits(read - Leg.objects.count(), found), (asked, read, found)
        read, found = read_by(counted(filters.qs))
        assert fits(read - Leg.objects.count(), found), (asked, read, found)
