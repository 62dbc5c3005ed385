"""What slows a large load down stands aside meanwhile: secondary indexes and references, written down until they are back."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.pool import ThreadPool
from typing import NamedTuple

from django.db import connection, transaction

# Unlike a list in memory, the rows of demo_seed_aside survive a killed run: the next one puts back what it finds there.
_MAKE = """CREATE TABLE IF NOT EXISTS demo_seed_aside
(id bigserial PRIMARY KEY, kind text, name text, on_table text, definition text)"""
_INDEXES = """INSERT INTO demo_seed_aside (kind, name, on_table, definition)
SELECT 'index', c.relname, i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = ANY(%(tables)s::regclass[]) AND NOT i.indisprimary
AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('u', 'p', 'x'))"""
_CONSTRAINTS = """INSERT INTO demo_seed_aside (kind, name, on_table, definition)
SELECT CASE contype WHEN 'f' THEN 'reference' ELSE 'unique' END, conname, conrelid::regclass::text,
pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = ANY(%(tables)s::regclass[]) AND contype IN ('f', 'u')"""
# What takes longest begins first.
_KEPT = """SELECT id, kind, name, on_table, definition FROM demo_seed_aside
ORDER BY pg_table_size(on_table::regclass) DESC, definition LIKE '%USING gin%' DESC, id"""
_AT_ONCE = 2


class _Thing(NamedTuple):
    """One index, unique constraint or reference that stands aside."""

    key: int
    kind: str
    name: str
    table: str
    definition: str


@contextmanager
def standing_aside(tables: Iterable[str]) -> Iterator[None]:
    """Drop the secondary indexes, unique constraints and references of tables; put them back whatever happens."""
    _put_aside(list(tables))
    try:
        yield
    finally:
        put_back()


def put_back() -> int:
    """Put back whatever stands aside, of this run or of one that was killed, and return how many things it was."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('demo_seed_aside') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute(_KEPT)
        things = [_Thing(*row) for row in cursor.fetchall()]
    _share([[thing] for thing in things if thing.kind != "reference"], _restore)
    by_table: dict[str, list[_Thing]] = defaultdict(list)
    for thing in things:
        if thing.kind == "reference":
            # Quick, but it locks both tables; looking whether it holds takes long, and locks its own against another look.
            _add_unchecked(thing)
            by_table[thing.table].append(thing)
    _share(list(by_table.values()), _check)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE demo_seed_aside")
    return len(things)


def _put_aside(tables: list[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_MAKE)
        cursor.execute(_INDEXES, {"tables": tables})
        cursor.execute(_CONSTRAINTS, {"tables": tables})
        cursor.execute("SELECT kind, name, on_table FROM demo_seed_aside ORDER BY kind <> 'reference'")
        for kind, name, table in cursor.fetchall():
            drop = f'DROP INDEX "{name}"' if kind == "index" else f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'
            cursor.execute(drop)


def _restore(thing: _Thing) -> None:
    made = f'ALTER TABLE {thing.table} ADD CONSTRAINT "{thing.name}" {thing.definition}'
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute(thing.definition if thing.kind == "index" else made)
        _forget(thing)


def _add_unchecked(thing: _Thing) -> None:
    with connection.cursor() as cursor:
        known = "SELECT 1 FROM pg_constraint WHERE conname = %s AND conrelid = %s::regclass"
        cursor.execute(known, [thing.name, thing.table])
        if cursor.fetchone() is None:
            cursor.execute(f'ALTER TABLE {thing.table} ADD CONSTRAINT "{thing.name}" {thing.definition} NOT VALID')


def _check(thing: _Thing) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE {thing.table} VALIDATE CONSTRAINT "{thing.name}"')
        _forget(thing)


def _forget(thing: _Thing) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM demo_seed_aside WHERE id = %s", [thing.key])


def _share(pieces: Sequence[list[_Thing]], work: Callable[[_Thing], None]) -> None:
    """Do the pieces on two connections, so that both processors are used; whoever is free takes the next."""
    waiting = deque(pieces)

    def take(_number: int) -> None:
        try:
            with suppress(IndexError):
                while piece := waiting.popleft():
                    for thing in piece:
                        work(thing)
        finally:
            connection.close()

    with ThreadPool(_AT_ONCE) as pool:
        pool.map(take, range(_AT_ONCE))
