"""How the list of cases grows: page 1, a deep page, and the capped count, beside the raw SQL of the same rows.

    python benchmarks/lists.py [--sizes 10000 100000] [--explain]

Works in a database of its own beside the one of DATABASE_URL, dropped at the end. Rows are made in SQL: a benchmark of
reading, not of registering.
"""

import argparse
import os
import statistics
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
from django.db import connection  # noqa: E402

DATABASE = "xinfang_list_benchmark"
ROUNDS = 7
RAW = "SELECT id FROM cases_case WHERE district_id = %s ORDER BY received_on DESC, id DESC LIMIT 31"
CASES = """
INSERT INTO cases_case (district_id, unit_id, number, channel, received_on, registered_on, subject, content, location,
    category, petitioner_count, anonymous, urgent, state, next_due_on, sealed, desk_walled, unlinked,
    registrar_named, historic, source, external_number, external_digest,
    number_given_up, search_terms, version, created_at)
SELECT %(district)s, %(office)s, 'B' || n, 'letter', date '2020-01-01' + (n %% 2500), date '2020-01-01' + (n %% 2500),
    '基准第' || n || '件', '', '', '', 1, false, false, 'in_handling',
    CASE WHEN n %% 10 = 0 THEN date '2026-11-01' + (n %% 60)::int END, n %% 50 = 0, false, false, false, false, '', '', '', 0,
    ARRAY['基准', '路灯'], 1, now()
FROM generate_series(%(first)s, %(last)s) AS n
"""
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
    _people_found.update(found)
    return found


_people_found: dict[str, Any] = {}


def _grow(made: int, size: int) -> int:
    from kit.rooms import rooms

    found = _people_found
    facts = {
        "district": found["area"].pk,
        "office": found["office"].pk,
        "units": [u.pk for u in found["units"]],
        "first": made + 1,
        "last": size,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM cases_case")
        facts["after"] = cursor.fetchone()[0]
        cursor.execute(CASES, facts)
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
        }
        said = "  ".join(f"{name} {_milliseconds(run):7.1f}" for name, run in timed.items())
        print(f"{'':>9}       {who:<12} {said}")
        if explain:
            print(rows.order_by("-received_on", "-id")[:31].explain(analyze=True))


def _milliseconds(run: Callable[[], Any]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
