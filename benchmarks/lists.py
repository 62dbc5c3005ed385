"""How the list of cases grows: page 1, a deep page, and the capped count, beside the raw SQL of the same rows; two whole pages.

Prints milliseconds, and in brackets how many questions that are to the database.

    python benchmarks/lists.py [--sizes 10000 100000] [--explain]

Works in a database of its own beside the one of DATABASE_URL, dropped at the end. Rows are made in SQL: a benchmark of
reading, not of registering.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")

import django  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

DATABASE = "xinfang_list_benchmark"
ROUNDS = 7
RAW = "SELECT id FROM cases_case WHERE district_id = %s ORDER BY received_on DESC, id DESC LIMIT 31"
# One row made by the product is copied as often as is asked for, so that a new column needs no word here.
COPY = "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} AS pattern, {many} WHERE pattern.id = %(pattern)s"
DAY = "date '2020-01-01' + (n %% 2500)"
# One in ten is still open.
STATE = "CASE WHEN n %% 10 = 0 THEN 'in_handling' ELSE 'archived' END"
DUE = "CASE WHEN n %% 10 = 0 THEN date '2026-11-01' + (n %% 60)::int END"
CASES = {
    "number": "'B' || n",
    "received_on": DAY,
    "registered_on": DAY,
    "subject": "'基准第' || n || '件'",
    "state": STATE,
    "next_due_on": DUE,
    "sealed": "n %% 50 = 0",
    "search_terms": "ARRAY['基准', '路灯']",
}
LEGS = {
    "case_id": "c.id",
    "unit_id": "(%(units)s::bigint[])[1 + c.id %% cardinality(%(units)s::bigint[])]",
    "received_on": "c.received_on",
    "state": "c.state",
    "next_due_on": "c.next_due_on",
}
INVOLVED = """
INSERT INTO cases_involvement (district_id, case_id, unit_id)
SELECT %(district)s, id, unit FROM cases_case,
    unnest(ARRAY[%(office)s, (%(units)s::bigint[])[1 + id %% cardinality(%(units)s::bigint[])]]) AS unit
WHERE id > %(after)s
ON CONFLICT DO NOTHING
"""


def main() -> None:
    """Grow the table size by size and print one line per person and page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--explain", action="store_true")
    options = parser.parse_args()
    django.setup()
    setup_test_environment(debug=False)
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        people = _people()
        made = 0
        for size in options.sizes:
            made = _grow(made, size)
            _measure(people, size, explain=options.explain)
    finally:
        connection.creation.destroy_test_db(DATABASE, verbosity=0)


def _people() -> dict[str, Any]:
    """A district with 30 units; a router of the office, a head of one unit in thirty, a coordinator of all."""
    from cases.models import Case, Leg
    from law.vocabulary import Channel, Movement, State
    from organizations.actions import add_unit
    from organizations.models import Grant, Staff
    from organizations.roles import Role
    from organizations.vocabulary import Level, UnitKind

    area = add_unit("基准区", UnitKind.AREA, Level.DISTRICT, code="990177")
    office = add_unit("基准区信访局", UnitKind.PETITION_OFFICE, Level.DISTRICT, parent=area)
    units = [add_unit(f"基准{n}局", UnitKind.DEPARTMENT, Level.DISTRICT, parent=area) for n in range(30)]
    officer = Staff.objects.create_user("officer", "-", name="核准", unit=office)
    found: dict[str, Any] = {"area": area, "office": office, "units": units}
    for key, unit, role in (
        ("router", office, Role.ROUTER),
        ("head", units[0], Role.HEAD),
        ("coordinator", office, Role.COORDINATOR),
    ):
        person = Staff.objects.create_user(key, "-", name=key, unit=unit)
        Grant.objects.create(staff=person, role=role, unit=unit, approved_by=officer)
        found[key] = person
    on, state = date(2019, 12, 31), State.IN_HANDLING
    case = Case.objects.create(
        district=area, unit=office, number="A", channel=Channel.LETTER, received_on=on, registered_on=on, state=state
    )
    found["case"] = case
    found["leg"] = Leg.objects.create(
        district=area, case=case, unit=units[0], movement=Movement.REFER, received_on=on, state=state
    )
    _people_found.update(found)
    return found


_people_found: dict[str, Any] = {}


def _copies(model: Any, varied: dict[str, str], many: str, which: str = "TRUE") -> str:
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    values = (varied.get(column, f"pattern.{connection.ops.quote_name(column)}") for column in columns)
    names = ", ".join(map(connection.ops.quote_name, columns))
    copy = COPY.format(table=model._meta.db_table, columns=names, values=", ".join(values), many=many)
    return f"{copy} AND {which}"


def _grow(made: int, size: int) -> int:
    from cases.models import Case, Leg
    from kit.rooms import rooms

    found = _people_found
    facts = {
        "district": found["area"].pk,
        "office": found["office"].pk,
        "units": [u.pk for u in found["units"]],
        "pattern": found["case"].pk,
        "first": made + 1,
        "last": size,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM cases_case")
        facts["after"] = cursor.fetchone()[0]
        cursor.execute(_copies(Case, CASES, "generate_series(%(first)s, %(last)s) AS n"), facts)
        cursor.execute(_copies(Leg, LEGS, "cases_case AS c", "c.id > %(after)s"), facts | {"pattern": found["leg"].pk})
        cursor.execute(INVOLVED, facts)
        for room in rooms():
            if room.seed:
                room.seed(size - made, date(2026, 11, 1))
        cursor.execute("VACUUM ANALYZE")
    return size


def _measure(people: dict[str, Any], size: int, *, explain: bool) -> None:
    from cases.lists.paging import capped_count, page_of
    from cases.models import Case

    def raw() -> Any:
        with connection.cursor() as cursor:
            cursor.execute(RAW, [people["area"].pk])
            return cursor.fetchall()

    print(f"{size:>9} rows  raw SQL, newest 31: {_milliseconds(raw):7.1f} ms")
    for who in ("router", "head", "coordinator"):
        rows = Case.objects.visible_to(people[who]).with_sealed_open(people[who])
        deep = page_of(rows, "received", size=200)
        for _ in range(9):
            deep = page_of(rows, "received", after=deep.after, size=200)
        timed: dict[str, Callable[[], Any]] = {
            "page 1": partial(page_of, rows, "received"),
            "after 2000": partial(page_of, rows, "received", after=deep.after),
            "by deadline": partial(page_of, rows, "due"),
            "capped count": partial(capped_count, rows),
            "two characters": partial(page_of, rows.holding("路灯"), "received"),
            "desk page": partial(_open, people[who], "/"),
            "list page": partial(_open, people[who], "/cases/"),
        }
        print(f"{'':>9}       {who:<12} {'  '.join(_said(name, run) for name, run in timed.items())}")
        if explain:
            print(rows.order_by("-received_on", "-id")[:31].explain(analyze=True))


def _open(person: Any, address: str) -> None:
    """Open a page in this person's session."""
    client = _clients.setdefault(person.pk, Client())
    if not client.cookies:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 200


_clients: dict[int, Client] = {}


def _said(name: str, run: Callable[[], Any]) -> str:
    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    run()
    with connection.execute_wrapper(note):
        run()
    return f"{name} {_milliseconds(run):.1f} ({len(asked)})"


def _milliseconds(run: Callable[[], Any]) -> float:
    """The quickest of some rounds: what others do on the machine only makes it slower."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        times.append((time.perf_counter() - begun) * 1000)
    return min(times)


if __name__ == "__main__":
    main()
