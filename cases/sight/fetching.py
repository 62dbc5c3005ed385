"""Prefetching what hangs on a case that was read, every kind of row by the one rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model, Prefetch

from cases.sight.querysets import ReadableQuerySet
from kit.at_once import ANY_KEY, Written, ask_at_once


@dataclass(frozen=True)
class Kind:
    """Rows that hang on a case: the reverse foreign key ``name`` of what they hang on, and what comes ``along`` in the row.

    ``latest``: only so many, by ``order``. Of a many-to-many field come the pairs of keys.
    """

    of: type[Model]
    name: str
    along: tuple[str, ...] = ()
    order: str = ""
    latest: int | None = None


def read_kinds(case: Model, kinds: Sequence[Kind]) -> dict[Kind, list[Any]]:
    """Return what of these kinds may be read with a case that was read, all in one statement, by the one rule."""
    found = ask_at_once([_written(type(case), kind, vars(case)["sealed_open"]) for kind in kinds], case.pk)
    return dict(zip(kinds, found, strict=True))


@cache
def _written(model: type[Model], kind: Kind, opened: bool) -> Written[Any]:
    any_case = model(pk=ANY_KEY)
    # A case that was read by somebody, for the rule: it looks at no more than its key and whether it is open.
    vars(any_case).update(read_by=None, sealed_open=opened)
    field: Any = kind.of._meta.get_field(kind.name)
    if field.many_to_many:
        those = kind.of._default_manager.read_with(any_case)  # type: ignore[attr-defined]
        return Written(field.remote_field.through._default_manager.filter(**{f"{field.m2m_field_name()}__in": those}))
    rows = field.related_model._default_manager.read_with(any_case)
    rows = rows.select_related(*kind.along) if kind.along else rows
    return Written((rows.order_by(kind.order) if kind.order else rows)[: kind.latest])


def readable_lookups(
    case: Model, model: type[Model], lookups: "Sequence[str | Prefetch[Any]]"
) -> "list[str | Prefetch[Any]]":
    """Return lookups from rows of a model in which every step to what hangs on a case asks the rule with this case."""
    found: dict[str, str | Prefetch[Any]] = {}
    for each in lookups:
        path = each if isinstance(each, str) else each.prefetch_to
        for step, related in _steps(model, path):
            rows = each.queryset if step == path and isinstance(each, Prefetch) else None
            rows = related._default_manager.all() if rows is None else rows
            if isinstance(rows, ReadableQuerySet):
                found.setdefault(step, Prefetch(step, rows.read_with(case)))
        found.setdefault(path, each)
    return list(found.values())


def _steps(model: type[Model], path: str) -> Iterator[tuple[str, Any]]:
    parts = path.split("__")
    for place, name in enumerate(parts, 1):
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]
        yield "__".join(parts[:place]), model
