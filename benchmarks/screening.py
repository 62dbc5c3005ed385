"""How long the grid of a town and of a district takes with 700 villages, 52 rounds a year, ten years.

    python -m benchmarks.screening --data DIR [--villages 700] [--weeks 520] [--times 40]

DIR: a folder made by `./run --data DIR --no-demo manage seed --cases 1000`. The villages, rounds and reports are made in a
copy of it. Prints p50 and p95 of the whole page, its statements, and the plan of the reports of a town's grid.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks.stack import cloned

ROOT = Path(__file__).resolve().parent.parent
_RUN = """
import time
from datetime import date, timedelta
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from benchmarks.figures import percentile
from organizations.actions import add_unit
from organizations.models import Grant, Unit
from organizations.roles import Role
from organizations.vocabulary import Level, UnitKind
from screening.models import Report, Round
from screening.seeding import seed_rounds

settings.ALLOWED_HOSTS = ["*"]
dispatcher = Grant.objects.filter(role=Role.DISPATCHER).select_related("staff", "unit").order_by("pk")[0]
coordinator = Grant.objects.filter(role=Role.COORDINATOR).select_related("staff", "unit").order_by("pk")[0]
area = dispatcher.unit.district
towns = list(Unit.objects.filter(district=area, kind=UnitKind.TOWN).order_by("pk"))
there = Unit.objects.filter(district=area, kind=UnitKind.VILLAGE).count()
for number in range(max(VILLAGES - there, 0)):
    add_unit(f"测{number}村", UnitKind.VILLAGE, Level.VILLAGE, parent=towns[number % len(towns)])
villages = Unit.objects.filter(district=area, kind=UnitKind.VILLAGE).count()
Report.objects.all().delete()
Round.objects.all().delete()
today = date.today()
seed_rounds(area, dispatcher.staff, WEEKS, today)
long_ago = today - timedelta(days=7 * (WEEKS - 20))
with connection.cursor() as cursor:
    cursor.execute("ANALYZE")
print(f"{villages} villages, {WEEKS} rounds, {Report.objects.count():,} reports")
for who, grant, url in (
    ("town", dispatcher, "/screening/grid/"),
    ("town, ten years back", dispatcher, f"/screening/grid/?until={long_ago}"),
    ("district", coordinator, "/screening/grid/"),
    ("district, ten years back", coordinator, f"/screening/grid/?until={long_ago}"),
):
    client, took = Client(), []
    client.force_login(grant.staff)
    assert client.get(url).status_code == 200, url
    for _ in range(TIMES):
        with CaptureQueriesContext(connection) as asked:
            began = time.perf_counter()
            client.get(url)
            took.append(1000 * (time.perf_counter() - began))
    print(f"{who}: p50 {percentile(took, 0.5):.0f} ms, p95 {percentile(took, 0.95):.0f} ms, {len(asked)} statements")
found = Round.objects.filter(district=area).order_by("-first_day")[:13]
there = Unit.objects.below(dispatcher.unit).filter(kind=UnitKind.VILLAGE)
rows = Report.objects.filter(round__in=[each.pk for each in found], unit__in=[each.pk for each in there], current=True)
print(rows.explain(analyze=True))
"""


def main() -> None:
    """Make the rows in a copy of the folder, open the pages, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--villages", type=int, default=700)
    parser.add_argument("--weeks", type=int, default=520)
    parser.add_argument("--times", type=int, default=40)
    options = parser.parse_args()
    with cloned(options.data, in_place=False) as data:
        words = _RUN
        for name in ("villages", "weeks", "times"):
            words = words.replace(name.upper(), str(getattr(options, name)))
        run = [str(ROOT / "run"), "--data", str(data.path), "--no-demo", "manage", "shell", "-c", words]
        sys.exit(subprocess.run(run, check=False).returncode)  # noqa: S603


if __name__ == "__main__":
    main()
