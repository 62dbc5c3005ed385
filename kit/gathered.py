"""Rows of other tables that come as columns of one row: what several questions would ask is asked in one statement."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Expression, F, JSONField, Model, QuerySet
from django.db.models.functions import JSONObject

_M = TypeVar("_M", bound=Model)
Rows = Callable[[], "QuerySet[Any]"]
_Written = tuple[str, tuple[Any, ...]]


class Gathered(Expression):
    """Rows that belong to OuterRef("pk") as one column: a JSON object each, of these columns (of all, where none is named).

    ``rows`` returns the question and asks the same each time: its SQL is worked out once a process, for compiling it costs
    more than running it. The row that it belongs to stands in its own table, not in a subquery. ``more``: expressions
    by their names. Not for sealed columns: they would come as they are stored.
    """

    _written: ClassVar[dict[Any, _Written]] = {}

    def __init__(self, rows: Rows, *columns: str, **more: Any) -> None:
        super().__init__(output_field=ArrayField(JSONField()))
        self.rows, self.columns, self.more = rows, columns, more

    def as_sql(self, compiler: Any, connection: Any) -> _Written:
        """Return the subquery."""
        key = (self.rows, self.columns, *self.more)
        if key not in self._written:
            sql, given = compiler.compile(self._subquery().resolve_expression(compiler.query))
            self._written[key] = sql, tuple(given)
        return self._written[key]

    def _subquery(self) -> ArraySubquery:
        asked = self.rows()
        names = self.columns or tuple(field.attname for field in asked.model._meta.concrete_fields)
        return ArraySubquery(asked.values(gathered=JSONObject(**{name: F(name) for name in names}, **self.more)))


def row_of(model: type[_M], said: Mapping[str, Any]) -> _M:
    """Return a row of a model from its gathered columns; a column that was not gathered is asked for when it is read."""
    fields = [field for field in model._meta.concrete_fields if field.attname in said]
    values = [field.to_python(said[field.attname]) for field in fields]
    return model.from_db(DEFAULT_DB_ALIAS, [field.attname for field in fields], values)


def rows_of(model: type[_M], said: Iterable[Mapping[str, Any]]) -> list[_M]:
    """Return the rows of a model from a gathered column."""
    return [row_of(model, each) for each in said]
