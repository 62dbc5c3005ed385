"""Rows that few legs have: one query asks which kinds there are, and only those are fetched."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model, Prefetch, prefetch_related_objects


def fetch_seldom(rows: Sequence[Model], lookups: "Sequence[str | Prefetch[Any]]") -> None:
    """Prefetch lookups of rows of one model; a kind of which they have none costs no query of its own.

    ``lookups`` begin with a reverse foreign key of the model.
    """
    if not rows:
        return
    model, names = type(rows[0]), tuple({_first(each): None for each in lookups})
    with connection.cursor() as cursor:
        cursor.execute(_which(model, names), {"keys": [row.pk for row in rows]})
        found = {name for (name,) in cursor.fetchall()}
    for name in set(names) - found:
        # What Django's own prefetching leaves behind where it found nothing; an empty Prefetch is still compiled.
        nothing: Any = _model_of(model, name).objects.none()
        nothing._result_cache, nothing._prefetch_done = [], True
        for row in rows:
            vars(row).setdefault("_prefetched_objects_cache", {})[name] = nothing
    prefetch_related_objects(rows, *(each for each in lookups if _first(each) in found))


def _first(lookup: "str | Prefetch[Any]") -> str:
    path: str = lookup if isinstance(lookup, str) else lookup.prefetch_to
    return path.partition("__")[0]


def _model_of(model: type[Model], name: str) -> Any:
    return model._meta.get_field(name).related_model


@cache
def _which(model: type[Model], names: tuple[str, ...]) -> str:
    """The names of the kinds of which there is a row; nothing in it comes from outside."""
    quote, parts = connection.ops.quote_name, []
    for name in names:
        field: Any = model._meta.get_field(name)
        table, column = quote(field.related_model._meta.db_table), quote(field.field.column)
        parts.append(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {table} WHERE {column} = ANY(%(keys)s))")  # noqa: S608
    return " UNION ALL ".join(parts)
