"""Many cases into the database: counted first, so that letters are numbered without gaps, then written share by share."""

import gc
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from typing import Any

from django.db import connection, connections, models, transaction
from django.db.models import Max

from cases.models import Case, Document, Event, EventText, FollowUp, ReachRow, TermCount
from cases.record.counting_terms import count_terms
from cases.record.follow_ups import KEPT, NOTIFY
from cases.record.rebuilding_reach import BATCH
from cases.sight.keeping import keep_reach
from demo.seeding.aside import put_back, standing_aside
from demo.seeding.case_rows import CaseWriter
from demo.seeding.keeping import WRITTEN, Keeping, first_keys
from demo.seeding.letters import Series, series_of
from demo.seeding.outlines import Wish
from demo.seeding.planning import outline
from demo.seeding.two_connections import side_by_side
from demo.seeding.world import World
from law.vocabulary import Letter
from organizations.models import FeedPosition
from organizations.models.papers import PaperCounter
from organizations.today import today

# From so many cases on it is quicker to build the indexes once at the end.
_LARGE = 5_000
_AT_A_TIME = 500
_TERMS_AT_A_TIME, _SHARE = 500_000, 50_000
_HEAVY = (Event, EventText, Case, Document, ReachRow)
_PATIENCE = 4 * 3600
# What follows an act was done at once: a row an event, as far behind its key as their keys are apart. What was done long ago is gone.
_FOLLOWED = """INSERT INTO cases_followup (id, event_id, kind, created_at, claimed_at, done_at, attempts, error)
SELECT id + %(further)s, id, %(kind)s, at, at, at, 1, '' FROM cases_event WHERE id >= %(first)s AND id < %(behind)s AND at >= %(since)s"""


@dataclass(frozen=True)
class Load:
    """One load: its district, what is wanted, and behind which keys and case number it goes on."""

    world: World
    wish: Wish
    first: Mapping[type[models.Model], int]
    serial: int


def load_cases(world: World, wish: Wish, *, tell: Callable[[str], object] = len) -> int:
    """Write the cases that are wanted and return how many rows it were; ``tell`` hears how far it is.

    Large loads by as many processes as there are processors, each with a transaction of its own; all commit or none.
    """
    put_back()
    load = Load(world, wish, first_keys(), _first_serial())
    # Inside a transaction of somebody else all is written in that one.
    large = wish.cases >= _LARGE and not connection.in_atomic_block
    aside: tuple[type[models.Model], ...] = (*WRITTEN, FeedPosition)
    tables = [model._meta.db_table for model in aside]
    with standing_aside(tables) if large else nullcontext():
        rows = _in_processes(load, os.cpu_count() or 1) if large else _at_once(load)
        tell(f"已写入{rows}行，正在恢复索引和外键。")
    _advance_sequences(load)
    # What follows asks for thousands of cases at once: planned by what was there before, it would never end.
    for table in tables:
        _tell_the_planner("ANALYZE", table)
    tell("正在写查看范围。")
    _write_beside(load)
    return rows


def _write_beside(load: Load) -> None:
    """Write what is kept beside the cases, once all are there: how often words stand, and what each unit may see of them."""
    first = load.first[Case] + 1
    keys = range(first, first + load.wish.cases)
    reach = (partial(_write_reach, keys[start : start + _SHARE]) for start in range(0, len(keys), _SHARE))
    side_by_side([partial(count_terms, today(), at_a_time=_TERMS_AT_A_TIME), *reach])


def _write_reach(keys: range) -> None:
    for start in range(0, len(keys), BATCH):
        # Nobody acts on them yet: they need not be locked, as they are when rows are rebuilt.
        keep_reach(keys[start : start + BATCH])


def tidy() -> None:
    """Let the database know what it holds now."""
    if not connection.in_atomic_block:
        kept: list[type[models.Model]] = [*WRITTEN, ReachRow, TermCount]
        side_by_side(
            partial(_tell_the_planner, "VACUUM ANALYZE", model._meta.db_table) for model in sorted(kept, key=_by_size)
        )


def _by_size(model: type[models.Model]) -> int:
    """Sort the tables that take longest first, by what they were measured to weigh."""
    return _HEAVY.index(model) if model in _HEAVY else len(_HEAVY)


def _tell_the_planner(how: str, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"{how} {table}")


def _first_serial() -> int:
    """Return the first case number: behind all given ones; in an empty system the sequence begins, whatever it says."""
    if not Case.objects.exists():
        return 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value + 1 FROM cases_case_number_seq")
        return int(cursor.fetchone()[0])


def _at_once(load: Load) -> int:
    everything = range(load.wish.cases)
    before = _given()
    counted = count_letters(load, everything)
    with transaction.atomic():
        rows = write_share(load, everything, before)
        _keep_numbers(before + counted)
    return rows


def count_letters(load: Load, share: range) -> Counter[Series]:
    """Return how many letters of each series a share of the cases makes."""
    counted: Counter[Series] = Counter()
    for index in share:
        counted.update(series_of(load.world, outline(load.world, load.wish, index)))
    return counted


def write_share(load: Load, share: range, before: Mapping[Series, int]) -> int:
    """Write a share of the cases, its letters numbered behind those before it, and return how many rows it were."""
    keeping = Keeping(dict(load.first))
    writer = CaseWriter(load.world, load.wish, keeping, before=before, serial=load.serial)
    rows = 0
    with connection.cursor() as cursor:  # a plan that a trigger kept from the first hundred rows would never end
        cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")
    for number, index in enumerate(share, 1):
        writer.write(index)
        if number % _AT_A_TIME == 0:
            rows += keeping.copy()
    return rows + keeping.copy() + _follow_up(load, keeping, share)


def _follow_up(load: Load, keeping: Keeping, share: range) -> int:
    first, behind = keeping.key_of(Event, share.start), keeping.key_of(Event, share.stop)
    further = max(load.first[FollowUp] - load.first[Event], 0)
    since = datetime.combine(load.world.today - KEPT, time.min, load.world.zone)
    given: dict[str, str | int | datetime] = {
        "kind": NOTIFY,
        "first": first,
        "behind": behind,
        "further": further,
        "since": since,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWED, given)
        return int(cursor.rowcount)


def _in_processes(load: Load, processes: int) -> int:
    """Fork one process a share: each counts, hears what lies before it, writes, and commits once all have written."""
    context = get_context("fork")
    size = -(-load.wish.cases // processes)
    shares = [range(start, min(start + size, load.wish.cases)) for start in range(0, load.wish.cases, size)]
    before = _given()
    connections.close_all()
    barrier = context.Barrier(len(shares))
    pairs = [context.Pipe() for _ in shares]
    workers = [
        context.Process(target=_work, args=(load, share, theirs, barrier))
        for share, (_, theirs) in zip(shares, pairs, strict=True)
    ]
    for worker in workers:
        worker.start()
    try:
        for mine, _ in pairs:
            counted = _heard(workers, mine)
            mine.send(before)
            before += counted
        rows: int = sum(_heard(workers, mine) for mine, _ in pairs)
    finally:
        # Who has told his rows has committed; where one has failed nobody has, and nobody shall.
        for worker in workers:
            worker.terminate()
            worker.join()
    _keep_numbers(before)
    return rows


def _heard(workers: Sequence[BaseProcess], mine: Connection) -> Any:
    """Return what a process sends. Raises RuntimeError: it, or one it waits for, has failed."""
    while not mine.poll(1):
        if any(worker.exitcode for worker in workers):
            raise RuntimeError("a process of the load has failed; none of its cases were kept")
    return mine.recv()


def _work(load: Load, share: range, pipe: Connection, barrier: Barrier) -> None:
    # What is there already stays, and rows hold no circles: the collector would only walk through them again and again.
    gc.freeze()
    gc.disable()
    with closing(pipe):
        pipe.send(count_letters(load, share))
        before = pipe.recv()
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL synchronous_commit = off")
            rows = write_share(load, share, before)
            barrier.wait(_PATIENCE)
        pipe.send(rows)


def _given() -> Counter[Series]:
    rows = PaperCounter.objects.values_list("unit", "kind", "year", "last")
    return Counter({Series(unit, Letter(kind), year): last for unit, kind, year, last in rows})


def _keep_numbers(given: Counter[Series]) -> None:
    rows = [PaperCounter(unit_id=unit, kind=kind, year=year, last=last) for (unit, kind, year), last in given.items()]
    PaperCounter.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["unit", "kind", "year"], update_fields=["last"], batch_size=1000
    )


def _advance_sequences(load: Load) -> None:
    """Leave every sequence beyond the keys that were used."""
    with connection.cursor() as cursor:
        for model in WRITTEN:
            column, last = model._meta.pk.column, model._default_manager.aggregate(last=Max("pk"))["last"] or 0
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [model._meta.db_table, column])
            if sequence := cursor.fetchone()[0]:
                _advance(cursor, sequence, last)
        _advance(cursor, "cases_case_number_seq", load.serial + load.wish.cases)


def _advance(cursor: Any, sequence: str, last: int) -> None:
    """Let a sequence go on behind a number, unless it has come farther already."""
    cursor.execute("SELECT setval(%s, greatest(nextval(%s), %s))", [sequence, sequence, last])
