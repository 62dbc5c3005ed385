"""Rows of other tables that come as columns of one row: what several questions would ask is asked in one statement."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, Model, QuerySet
from django.db.models.functions import JSONObject

_M = TypeVar("_M", bound=Model)


def gathered(rows: "QuerySet[Any]", *columns: str, **more: Any) -> ArraySubquery:
    """Return rows that belong to OuterRef("pk") as one column: a JSON object each, of these columns (of all, where none
    is named) and of ``more`` expressions by their names. Not for sealed columns: they would come as they are stored.
    """
    names = columns or tuple(field.attname for field in rows.model._meta.concrete_fields)
    return ArraySubquery(rows.values(gathered=JSONObject(**{name: F(name) for name in names}, **more)))


def row_of(model: type[_M], said: Mapping[str, Any]) -> _M:
    """Return a row of a model from its gathered columns; a column that was not gathered is asked for when it is read."""
    fields = [field for field in model._meta.concrete_fields if field.attname in said]
    values = [field.to_python(said[field.attname]) for field in fields]
    return model.from_db(DEFAULT_DB_ALIAS, [field.attname for field in fields], values)


def rows_of(model: type[_M], said: Iterable[Mapping[str, Any]]) -> list[_M]:
    """Return the rows of a model from a gathered column."""
    return [row_of(model, each) for each in said]
