"""What slows a large load down stands aside meanwhile, written down until it is back: secondary indexes, references, and
the triggers by which rows await their places in the feed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from demo.seeding.two_connections import side_by_side
from organizations.journal.chaining import place_at_once

# Unlike a list in memory, the rows of demo_seed_aside survive a killed run: the next one puts back what it finds there.
_MAKE = """CREATE TABLE IF NOT EXISTS demo_seed_aside
(id bigserial PRIMARY KEY, kind text, name text, on_table text, definition text)"""
# The index of a unique constraint is built like the others, and the constraint put upon it: to add one with its index
# nobody may be at the table, so it would wait until all other indexes stand.
_INDEXES = """INSERT INTO demo_seed_aside (kind, name, on_table, definition)
SELECT 'index', c.relname, i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = ANY(%(tables)s::regclass[]) AND NOT i.indisprimary
AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'x'))"""
_CONSTRAINTS = """INSERT INTO demo_seed_aside (kind, name, on_table, definition)
SELECT CASE contype WHEN 'f' THEN 'reference' ELSE 'unique' END, conname, conrelid::regclass::text,
CASE contype WHEN 'f' THEN pg_get_constraintdef(oid) ELSE format('UNIQUE USING INDEX %%I', conname)
|| CASE WHEN condeferrable THEN ' DEFERRABLE' ELSE '' END || CASE WHEN condeferred THEN ' INITIALLY DEFERRED' ELSE '' END
END FROM pg_constraint
WHERE conrelid = ANY(%(tables)s::regclass[]) AND contype IN ('f', 'u')"""
# What the sequencer would long be carrying over gets its places at once: from the last key on that was there before.
_TRIGGERS = """INSERT INTO demo_seed_aside (kind, name, on_table, definition)
SELECT 'trigger', tgname, tgrelid::regclass::text, convert_from(trim(trailing '\\x00'::bytea FROM tgargs), 'UTF8')
FROM pg_trigger WHERE tgrelid = ANY(%(tables)s::regclass[]) AND tgfoid = 'organizations_await'::regproc"""
# What writes down change by change what changed: its room takes stock of what was loaded instead (`seed` of the room).
_CHANGES = """INSERT INTO demo_seed_aside (kind, name, on_table, definition)
SELECT 'change', tgname, tgrelid::regclass::text, ''
FROM pg_trigger WHERE tgrelid = ANY(%(tables)s::regclass[]) AND tgnewtable IS NOT NULL"""
_BEHIND = "UPDATE demo_seed_aside SET definition = %s WHERE id = %s"
_FEED = "organizations_feedposition"
_ASIDE = {
    "index": 'DROP INDEX IF EXISTS "{name}"',
    "constraint": 'ALTER TABLE {table} DROP CONSTRAINT "{name}"',
    "trigger": 'ALTER TABLE {table} DISABLE TRIGGER "{name}"',
    "change": 'ALTER TABLE {table} DISABLE TRIGGER "{name}"',
}
# What takes longest begins first.
_KEPT = """SELECT id, kind, name, on_table, definition FROM demo_seed_aside
ORDER BY pg_table_size(on_table::regclass) DESC, definition LIKE '%USING gin%' DESC, id"""


class _Thing(NamedTuple):
    """One index, unique constraint, reference or trigger that stands aside; of a trigger what awaits, and from where on."""

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
    indexes = [thing for thing in things if thing.kind == "index"]
    # The places first, then what finds them; all other indexes meanwhile.
    feed = [*(thing for thing in things if thing.kind == "trigger"), *(i for i in indexes if i.table == _FEED)]
    others = (partial(_build, thing) for thing in indexes if thing.table != _FEED)
    side_by_side([lambda: [_PUT[thing.kind](thing) for thing in feed], *others])
    by_table: dict[str, list[_Thing]] = defaultdict(list)
    for thing in things:
        # Quick, but they lock the table, or both; looking whether a reference holds takes long, and locks its own
        # against another look.
        if thing.kind == "unique":
            _attach(thing)
        elif thing.kind == "reference":
            _add_unchecked(thing)
            by_table[thing.table].append(thing)
        elif thing.kind == "trigger":
            _enable(thing)
        elif thing.kind == "change":
            _watch_again(thing)
    side_by_side(partial(_check, references) for references in by_table.values())
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE demo_seed_aside")
    return len(things)


def _put_aside(tables: list[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_MAKE)
        cursor.execute(_INDEXES, {"tables": tables})
        cursor.execute(_CONSTRAINTS, {"tables": tables})
        cursor.execute(_TRIGGERS, {"tables": tables})
        cursor.execute(_CHANGES, {"tables": tables})
        # A constraint takes its index with it.
        cursor.execute("SELECT kind, name, on_table FROM demo_seed_aside ORDER BY kind = 'index'")
        for kind, name, table in cursor.fetchall():
            cursor.execute(_ASIDE.get(kind, _ASIDE["constraint"]).format(name=name, table=table))
        cursor.execute("SELECT id, definition, on_table FROM demo_seed_aside WHERE kind = 'trigger'")
        for key, what, table in cursor.fetchall():
            cursor.execute(f"SELECT COALESCE(max(id), 0) FROM {table}")  # noqa: S608
            cursor.execute(_BEHIND, [f"{what} {cursor.fetchone()[0]}", key])


def _build(thing: _Thing) -> None:
    with _roomy() as cursor:
        cursor.execute(thing.definition)
        _forget(thing)


def _place(thing: _Thing) -> None:
    """Give what was loaded its places in the feed, as the trigger and the sequencer would; nothing is placed twice."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT definition FROM demo_seed_aside WHERE id = %s", [thing.key])
        what, after = cursor.fetchone()[0].split()
        cursor.execute(_BEHIND, [f"{what} {place_at_once(what, thing.table, int(after))}", thing.key])


def _enable(thing: _Thing) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE {thing.table} ENABLE TRIGGER "{thing.name}"')
        _place(thing)
        _forget(thing)


def _watch_again(thing: _Thing) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE {thing.table} ENABLE TRIGGER "{thing.name}"')
        _forget(thing)


def _attach(thing: _Thing) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE {thing.table} ADD CONSTRAINT "{thing.name}" {thing.definition}')
        _forget(thing)


def _add_unchecked(thing: _Thing) -> None:
    with connection.cursor() as cursor:
        known = "SELECT 1 FROM pg_constraint WHERE conname = %s AND conrelid = %s::regclass"
        cursor.execute(known, [thing.name, thing.table])
        if cursor.fetchone() is None:
            cursor.execute(f'ALTER TABLE {thing.table} ADD CONSTRAINT "{thing.name}" {thing.definition} NOT VALID')


def _check(references: list[_Thing]) -> None:
    for thing in references:
        with _roomy() as cursor:
            cursor.execute(f'ALTER TABLE {thing.table} VALIDATE CONSTRAINT "{thing.name}"')
            _forget(thing)


_PUT = {"index": _build, "trigger": _place}


@contextmanager
def _roomy() -> Iterator[CursorWrapper]:
    """A transaction in which what is sorted stays in memory."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        yield cursor


def _forget(thing: _Thing) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM demo_seed_aside WHERE id = %s", [thing.key])
