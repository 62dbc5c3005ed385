"""What slows a large load down stands aside meanwhile: secondary indexes and references, written down until they are back."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.pool import ThreadPool

from django.db import connection, transaction

# Unlike a list in memory, the rows of demo_seed_aside survive a killed run: the next one puts back what it finds here.
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
_AT_ONCE = 2
_Thing = tuple[int, str, str, str, str]


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
        cursor.execute(
            "SELECT id, kind, name, on_table, definition FROM demo_seed_aside ORDER BY kind = 'reference', id"
        )
        things: list[_Thing] = cursor.fetchall()
    _each(_restore, [thing for thing in things if thing[1] != "reference"])
    references = [thing for thing in things if thing[1] == "reference"]
    # Quick, and each locks both of its tables; looking whether they hold takes long and locks nothing.
    for thing in references:
        _add_unchecked(thing)
    _each(_check, references)
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
    key, kind, name, table, definition = thing
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
    with transaction.atomic(), connection.cursor() as cursor:
        if kind == "index":
            cursor.execute(definition)
        else:
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
        cursor.execute("DELETE FROM demo_seed_aside WHERE id = %s", [key])


def _add_unchecked(thing: _Thing) -> None:
    _, _, name, table, definition = thing
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_constraint WHERE conname = %s AND conrelid = %s::regclass", [name, table])
        if cursor.fetchone() is None:
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition} NOT VALID')


def _check(thing: _Thing) -> None:
    key, _, name, table, _ = thing
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE {table} VALIDATE CONSTRAINT "{name}"')
        cursor.execute("DELETE FROM demo_seed_aside WHERE id = %s", [key])


def _each(work: Callable[[_Thing], None], things: list[_Thing]) -> None:
    """Do it for each on two connections of their own, so that both processors are used."""

    def alone(thing: _Thing) -> None:
        try:
            work(thing)
        finally:
            connection.close()

    with ThreadPool(_AT_ONCE) as pool:
        pool.map(alone, things, chunksize=1)
