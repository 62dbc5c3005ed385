"""Rotation of the keys while the system runs: a new generation, everything sealed anew, the old one dropped at last."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from cases.models import Party
from cases.record.party_digests import digests_for
from kit.sealed_fields import ciphertext, keyring, opened, sealed_fields
from law.errors import Refused
from vault.keys import add_generation, drop_old_generations
from vault.sealing import SealBroken

# Which keyed digests follow from which columns of a row.
_DIGESTS = {Party: digests_for}
_RAW = "raw_"


@dataclass
class Progress:
    """What was done to one table so far."""

    table: str
    sealed: int = 0
    broken: list[int] = field(default_factory=list)


def begin_rotation() -> tuple[str, bool]:
    """Return the generation to seal under, and whether it is new: an unfinished rotation is finished first."""
    if len(keyring().keys) > 1 and rows_left():
        return keyring().current.id, False
    return add_generation(Path(settings.KEYS_FILE)), True


def rotate(batch: int) -> Iterator[Progress]:
    """Seal every row anew that another generation sealed, with its digests; yields after each batch.

    A batch is one short transaction that locks its rows: people go on working, and a stop loses nothing.
    """
    for model in sealed_models():
        progress, last = Progress(model._meta.db_table), 0
        while (done := _rotate_batch(model, progress, last, batch)) is not None:
            last = done
            yield progress


def rows_left() -> dict[str, int]:
    """Return per table how many rows another generation than the current one sealed; tables with none are left out."""
    counts = {model._meta.db_table: _old_rows(model).count() for model in sealed_models()}
    return {table: count for table, count in counts.items() if count}


def drop_old() -> list[str]:
    """Drop every old generation for good and return their ids. Raises Refused: generation_in_use."""
    left = rows_left()
    if left:
        where = "、".join(f"{table} {count}行" for table, count in left.items())
        raise Refused("generation_in_use", f"旧密钥还在使用（{where}），请先运行 manage rotate_keys。")
    return drop_old_generations(Path(settings.KEYS_FILE))


def sealed_models() -> list[type[models.Model]]:
    """Return the models of every app that have a sealed column."""
    return [model for model in apps.get_models() if sealed_fields(model)]


def _old_rows(model: type[models.Model]) -> "models.QuerySet[Any]":
    """Rows with any column that the current generation did not seal, each column as it lies in the database."""
    names = [column.name for column in sealed_fields(model)]
    rows: models.QuerySet[Any] = model._default_manager.annotate(**{_RAW + name: ciphertext(name) for name in names})
    current, old = f"1.{keyring().current.id}.", Q()
    for name in names:
        old |= ~Q(**{f"{_RAW}{name}__startswith": current}) & ~Q(**{_RAW + name: ""})
    return rows.filter(old)


def _rotate_batch(model: type[models.Model], progress: Progress, after: int, batch: int) -> int | None:
    """Seal one batch anew and return the last key in it, None where nothing is left."""
    names = [column.name for column in sealed_fields(model)]
    with transaction.atomic():
        rows = _old_rows(model).filter(pk__gt=after).order_by("pk").select_for_update(of=("self",))
        found = list(rows.values_list("pk", *(_RAW + name for name in names))[:batch])
        for key, *raw in found:
            try:
                words = {name: opened(model, name, each) for name, each in zip(names, raw, strict=True)}
            except SealBroken:
                progress.broken.append(key)
                continue
            digests = _DIGESTS[model](**words) if model in _DIGESTS else {}
            model._default_manager.filter(pk=key).update(**words, **digests)
            progress.sealed += 1
    return found[-1][0] if found else None
