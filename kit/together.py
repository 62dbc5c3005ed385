"""Several rows written in one statement: one round trip, one plan, and the rows get their keys as if written singly.

PostgreSQL runs the parts of such a statement side by side, so they must not touch the same row, nor may one meet a unique
index that another clears. Foreign keys are checked at the end: a row may point to one that is written beside it.
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import BigIntegerField, Expression, Model, QuerySet
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery, UpdateQuery

_Part = tuple[str, tuple[Any, ...]]


class Together:
    """Rows to insert and rows to update; nothing is sent before `write`."""

    def __init__(self) -> None:
        self._new: dict[tuple[type[Model], bool], list[Model]] = {}
        self._changes: list[_Part] = []

    def insert(self, *rows: Model) -> None:
        """Insert rows; those without a key get one."""
        for row in rows:
            self._new.setdefault((type(row), row.pk is not None), []).append(row)

    def note(self, *rows: Model) -> None:
        """Insert rows of one model, save those that are there already; they get no keys."""
        if rows:
            self._changes.append(_insert((type(rows[0]), False), rows, unless_there=True))

    def store(self, row: Model) -> None:
        """Write every column of a row that is there; one that is new here is written as it is by then anyhow."""
        if any(row is new for new in self._new.get((type(row), True), ())):
            return
        query = _updating(type(row)._base_manager.filter(pk=row.pk))
        fields = [field for field in row._meta.local_concrete_fields if not field.primary_key]
        query.add_update_fields([(field, None, getattr(row, field.attname)) for field in fields])
        self._changes.append(_sql_of(query))

    def update(self, rows: "QuerySet[Any]", **values: Any) -> None:
        """Set columns of rows that are there."""
        query = _updating(rows)
        query.add_update_values(values)
        self._changes.append(_sql_of(query))

    def write(self) -> None:
        """Send what was gathered, and give the new rows their keys; nothing is left to send."""
        new, parts = list(self._new.items()), [_insert(*each) for each in self._new.items()] + self._changes
        self.__init__()  # type: ignore[misc]
        if not parts:
            return
        named = ", ".join(f"w{place} AS ({sql})" for place, (sql, _) in enumerate(parts))
        asked = [f"SELECT {place}, key FROM w{place}" for place, ((_, keyed), _) in enumerate(new) if not keyed]  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH {named} {' UNION ALL '.join(asked) or 'SELECT 0, 0 WHERE false'}",
                [value for _, values in parts for value in values],
            )
            _keep_keys([rows for _, rows in new], cursor.fetchall())


class NextKey(Expression):
    """The next key of a model, for a row that others written beside it point to."""

    def __init__(self, model: type[Model]) -> None:
        super().__init__(output_field=BigIntegerField())
        self.model = model

    def as_sql(self, compiler: Any, connection: Any) -> _Part:
        """Return the call; both names are those of the model."""
        meta = self.model._meta
        return "nextval(pg_get_serial_sequence(%s, %s))", (
            connection.ops.quote_name(meta.db_table),
            str(meta.pk.column),
        )


def _insert(kind: tuple[type[Model], bool], rows: Sequence[Model], *, unless_there: bool = False) -> _Part:
    model, keyed = kind
    query = InsertQuery(model, on_conflict=OnConflict.IGNORE if unless_there else None)
    query.insert_values([f for f in model._meta.local_concrete_fields if keyed or not f.primary_key], list(rows))
    [(sql, values)] = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    back = "" if keyed or unless_there else f" RETURNING {connection.ops.quote_name(str(model._meta.pk.column))} AS key"
    return f"{sql}{back}", tuple(values)


def _updating(rows: "QuerySet[Any]") -> UpdateQuery:
    return cast(UpdateQuery, rows.order_by().query.chain(UpdateQuery))


def _sql_of(query: UpdateQuery) -> _Part:
    sql, values = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    return sql, tuple(values)


def _keep_keys(rows: Sequence[Sequence[Model]], keys: Iterable[tuple[int, int]]) -> None:
    given: dict[int, list[int]] = {}
    for place, key in keys:
        given.setdefault(place, []).append(key)
    for place, same in enumerate(rows):
        for row, key in zip_longest(same, given.get(place, ())):
            row.pk, row._state.adding, row._state.db = key or row.pk, False, DEFAULT_DB_ALIAS
