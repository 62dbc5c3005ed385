"""One run of the task: every date that has come nearer, or is later, is warned of, each threshold and person once.

Each statement is a transaction of its own: killed anywhere, what is written is whole, and the next run goes on with
what is left. Two runs at once share the rows between them; a run is done when nothing is left to anybody.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from law.calendar import Calendar
from law.warning_stages import last_day_of, stage_at
from organizations.models import Unit
from organizations.today import now
from organizations.working_days import working_calendar
from supervision.models.warnings import UNREACHED, AlertRun
from supervision.warnings.owners import owning_leaders
from supervision.warnings.roster import lines_of, posts_of, roster_on
from supervision.warnings.settings import Thresholds, thresholds_on, versions_in
from supervision.warnings.sources import SOURCES
from supervision.warnings.statements import LEFT, OVER, WATCH, WRITE, sent

BATCH = 20_000
# Another run that holds rows is waited for so many times before this one is left unfinished.
MOST_WAITS, PAUSE = 120, 0.5
_FAR_BACK = date(1900, 1, 1)


@dataclass(frozen=True)
class Ran:
    """What a run came to; ``unheard``: dates of which there was nobody to tell."""

    run: AlertRun
    advanced: int = 0
    written: int = 0
    unheard: int = 0


def run_warnings(on: date, *, batch: int = BATCH, before_each: Callable[[str], None] | None = None) -> Ran | None:
    """Warn of everything that a working day asks for; None on a rest day. Safe twice, side by side, and late.

    ``before_each`` is called with the name of each statement before it is sent: a test breaks off there.
    """
    calendar = working_calendar()
    if not calendar.is_working(on):
        return None
    step = before_each or (lambda _name: None)
    step("run")
    run = AlertRun.objects.create(on=on, began_at=now())
    given = _given(run, calendar, batch)
    advanced = written = unheard = 0
    for what in SOURCES:
        step("watch")
        _ask(WATCH, {**given, "what": what})
        for counts in _batches({**given, "what": what}, step):
            advanced, written, unheard = advanced + counts[0], written + counts[1], unheard + counts[2]
        step("over")
        _ask(OVER, {"what": what})
    step("done")
    run.ended_at, run.written, run.unheard = now(), written, unheard
    run.save(update_fields=["ended_at", "written", "unheard"])
    return Ran(run, advanced, written, unheard)


def _batches(given: Mapping[str, Any], step: Callable[[str], None]) -> Iterator[tuple[int, int, int]]:
    """Write batch after batch, and return the counts of each; what another run holds is waited for."""
    waits = 0
    while True:
        step("write")
        counts = _ask(WRITE, given)
        if counts[0]:
            yield counts
            continue
        step("left")
        if not _ask(LEFT, given)[0]:
            return
        waits += 1
        if waits > MOST_WAITS:
            raise TimeoutError("another run holds warnings and does not end")
        time.sleep(PAUSE)


def _ask(statement: str, given: Mapping[str, Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sent(statement, given["what"]), given)
        return cursor.fetchone() if cursor.description else None


def _given(run: AlertRun, calendar: Calendar, batch: int) -> dict[str, Any]:
    """Return what the statements ask: the dates that have reached a threshold, and who stands where."""
    on, roster, owned = run.on, roster_on(run.on), owning_leaders(run.on)
    near = [row for district in _districts() for row in _near(district, on, calendar)]
    posts, working, instead = posts_of(roster), sorted(roster.working), sorted(roster.instead.items())
    everybody = {post[-1] for post in posts} | {staff for _, staff in working} | set(roster.instead.values())
    return {
        "run": run.pk,
        "on": on,
        "batch": batch,
        "unreached": UNREACHED,
        **_columns(("districts", "duties", "stages", "after", "until", "up_to", "colours"), near),
        **_columns(("lists", "posts", "levels", "posted"), posts),
        **_columns(("work_units", "work_staff"), working),
        **_columns(("absent", "hands"), instead),
        **_columns(("line_staff", "line_units"), lines_of(everybody)),
        **_columns(("owned", "owners"), list(owned.items())),
    }


def _columns(names: tuple[str, ...], rows: list[Any]) -> dict[str, list[Any]]:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def _districts() -> list[int]:
    """Return every district, and 0 for what lies in none."""
    rows = Unit.objects.exclude(district=None).order_by("district").values_list("district_id", flat=True).distinct()
    return [0, *(key for key in rows if key)]


def _near(district: int, on: date, calendar: Calendar) -> list[tuple[Any, ...]]:
    """Return for each duty and threshold of a district the due dates that have reached it and no later one."""
    found: Thresholds = thresholds_on(on, versions_in(district or None))
    rows = []
    for duty, thresholds in found.items():
        ends = [last_day_of(each, on, calendar) for each in thresholds] + [_FAR_BACK - timedelta(days=1)]
        for place, threshold in enumerate(thresholds):
            stage = stage_at(thresholds, threshold)
            until, after = ends[place], ends[place + 1]
            if after < until:
                rows.append((district, duty, threshold, after, until, int(stage.up_to), str(stage.colour)))
    return rows
