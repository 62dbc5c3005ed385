"""Several questions in one statement: their SQL is worked out once a process, and their rows are what Django makes of them."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import (
    BinaryField,
    DateField,
    DecimalField,
    DurationField,
    JSONField,
    Model,
    QuerySet,
    TimeField,
    UUIDField,
)
from django.db.models.query import get_related_populators

_M = TypeVar("_M", bound=Model)
Opening = Callable[[Any], Any]
# No row has this key: a question is written of it, and asked of another each time.
ANY_KEY = -(2**62)
# Typed otherwise by Django to come.
_populators: Any = get_related_populators
# What JSON says in words; a number, a text, a truth and a list come as they are.
_IN_WORDS = (DateField, TimeField, DecimalField, UUIDField)
_NOT_IN_JSON = (BinaryField, DurationField)


class Written(Generic[_M]):
    """A question of whole rows and what ``select_related`` puts beside them; sealed columns come open. No annotations."""

    def __init__(self, rows: "QuerySet[_M]") -> None:
        compiler: Any = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self.model, self.sql = rows.model, ""
        try:
            self.sql, self.given = compiler.as_sql()
        except EmptyResultSet:
            return
        first = [compiler.select[at][0].target for at in compiler.klass_info["select_fields"]]
        self.names = [field.attname for field in first]
        self.beside = _populators(compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS)
        openings = ((at, _opening(column.target)) for at, (column, _, _) in enumerate(compiler.select))
        self.openings = [(at, opening) for at, opening in openings if opening]
        self.width = len(compiler.select)

    def rows(self, said: Iterable[Mapping[str, Any]]) -> list[_M]:
        """Return the rows that the answer says."""
        return [self._row(list(each.values())) for each in said]

    def part(self, label: int) -> str:
        """Return the question as one part of a statement, its rows one JSON text."""
        columns = ", ".join(f"c{at}" for at in range(self.width))
        return f"SELECT {label}, json_agg(x)::text FROM ({self.sql}) AS x({columns})"  # noqa: S608

    def _row(self, values: list[Any]) -> _M:
        for at, opening in self.openings:
            if values[at] is not None:
                values[at] = opening(values[at])
        row = self.model.from_db(DEFAULT_DB_ALIAS, self.names, values[: len(self.names)])
        for each in self.beside:
            each.populate(values, row)
        return row


def ask_at_once(asked: Sequence[Written[Any]], key: int) -> list[list[Any]]:
    """Return the rows of each question, asked of this key where it was written of ANY_KEY."""
    sent = {label: each for label, each in enumerate(asked) if each.sql}
    if not sent:
        return [[] for _ in asked]
    with connection.cursor() as cursor:
        sql = " UNION ALL ".join(each.part(label) for label, each in sent.items())
        cursor.execute(sql, [key if given == ANY_KEY else given for each in sent.values() for given in each.given])
        said = dict(cursor.fetchall())
    return [each.rows(json.loads(said.get(label) or "[]")) for label, each in enumerate(asked)]


def _opening(field: Any) -> Opening | None:
    """Return what makes the value of a column of what JSON says of it; None where that is the value."""
    while field.is_relation:
        field = field.target_field
    if isinstance(field, _NOT_IN_JSON):
        raise TypeError(f"{field} does not come through JSON")
    if isinstance(field, _IN_WORDS):
        worded: Opening = field.to_python
        return worded
    if hasattr(field, "from_db_value") and not isinstance(field, JSONField):
        return lambda value: field.from_db_value(value, None, connection)
    return None
