"""Prefetching what hangs on a case that was read, every kind of row by the one rule."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Model, Prefetch

from cases.sight.querysets import ReadableQuerySet


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
