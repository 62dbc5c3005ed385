"""Rows that are there already, or that few have: what need not be fetched is not asked for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from django.db import connection
from django.db.models import Model

# A model and its reverse foreign key.
Relation: TypeAlias = "tuple[type[Model], str]"


def kinds_there(relations: "tuple[Relation, ...]", keys: Mapping[type[Model], Sequence[Any]]) -> set[str]:
    """Return the names of those reverse foreign keys that have a row with one of the keys of their model."""
    with connection.cursor() as cursor:
        cursor.execute(_which(relations), {model._meta.label_lower: list(found) for model, found in keys.items()})
        return {name for (name,) in cursor.fetchall()}


def hand_out(rows: Iterable[Model], parents: Sequence[Model], name: str) -> None:
    """Give parents of one model the rows of their reverse foreign key ``name`` that were fetched with something above them."""
    if not parents:
        return
    field: Any = type(parents[0])._meta.get_field(name)
    shares: dict[Any, list[Model]] = {parent.pk: [] for parent in parents}
    for row in rows:
        shares.get(getattr(row, field.field.attname), []).append(row)
    for parent in parents:
        for row in shares[parent.pk]:
            setattr(row, field.field.name, parent)
        keep(parent, name, shares[parent.pk])


def keep(parent: Model, name: str, rows: Sequence[Model]) -> None:
    """Leave behind what Django's own prefetching does, and compile nothing, as an empty Prefetch would."""
    forget(parent, name)
    # Of rows that are there somebody may still ask for some; of none there is nothing to ask.
    kept: Any = getattr(parent, name).all() if rows else _model_of(type(parent), name).objects.none()
    kept._result_cache, kept._prefetch_done = list(rows), True
    vars(parent).setdefault("_prefetched_objects_cache", {})[name] = kept


def keep_as_new(row: Model, **known: Sequence[Model]) -> None:
    """Keep with a row that was just made what hangs on it by now: the rows named, and of every other kind none."""
    for relation in row._meta.related_objects:
        if relation.one_to_many and relation.get_accessor_name():
            keep(row, relation.name, known.get(relation.name, ()))


def is_kept(parent: Model, name: str) -> bool:
    """Tell whether rows are there with their parent, so that going through them asks nothing."""
    return name in vars(parent).get("_prefetched_objects_cache", {})


def forget(parent: Model, name: str) -> None:
    """Let a parent ask afresh for rows that were kept with it."""
    vars(parent).get("_prefetched_objects_cache", {}).pop(name, None)


def _model_of(model: type[Model], name: str) -> Any:
    return model._meta.get_field(name).related_model


@cache
def _which(relations: "tuple[Relation, ...]") -> str:
    """The names of the kinds of which there is a row; nothing in it comes from outside."""
    quote, parts = connection.ops.quote_name, []
    for model, name in relations:
        field: Any = model._meta.get_field(name)
        table, column = quote(field.related_model._meta.db_table), quote(field.field.column)
        there = f"SELECT 1 FROM {table} WHERE {column} = ANY(%({model._meta.label_lower})s)"  # noqa: S608
        parts.append(f"SELECT '{name}' WHERE EXISTS ({there})")
    return " UNION ALL ".join(parts)
