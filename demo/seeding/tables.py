"""Rows as COPY reads them: every column of a model, sealed where the model seals, defaults where nothing was said."""

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from io import StringIO
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from kit.sealed_fields import SealedTextField, keyring
from vault.keys import Keyring
from vault.sealing import seal

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_SPECIAL = re.compile(r"[\\\t\n\r]").search
_UNSAID = re.compile(r"[\\\n\r]").search
_JSON = json.JSONEncoder(ensure_ascii=False).encode
# What Python writes where nothing is said means nothing to PostgreSQL, too; a text of these letters is told apart below.
NOTHING = "None"
Written = Callable[[Any], Any]


def _text(value: Any) -> Any:
    if value is None:
        return None
    if _SPECIAL(value):
        return value.translate(_ESCAPED)
    return f"\\{value}" if value == NOTHING else value


def _array(value: list[Any]) -> str:
    whole = '","'.join(map(str, value))
    if whole.count('"') == max(len(value) - 1, 0) * 2 and "\\" not in whole:
        return f'{{"{whole}"}}' if value else "{}"
    return str(_text("{" + ",".join(json.dumps(each, ensure_ascii=False) for each in value) + "}"))


def _data(value: dict[str, Any]) -> Any:
    return _text(_JSON(value)) if value else "{}"


def _sealed(value: str, *, place: str, keys: Keyring) -> str:
    return seal(value, place=place, keyring=keys) if value else value


def _writer(table: str, column: Any, keys: Keyring) -> Written | None:
    """Return how the values of a column are written; None: as Python writes them (keys, numbers, days, words of the house)."""
    if isinstance(column, SealedTextField):
        return partial(_sealed, place=f"{table}.{column.column}", keys=keys)
    if isinstance(column, ArrayField):
        return _array
    if isinstance(column, models.JSONField):
        return _data
    is_text = isinstance(column, models.CharField | models.TextField)
    return _text if is_text and not column.choices else None


class _Shape(NamedTuple):
    """Rows that say the same columns: these, then the others with their defaults."""

    columns: list[str]
    line: str
    written: list[tuple[int, Written]]
    texts: list[int]
    lines: list[str]


class Table:
    """The rows of one model on their way into the database."""

    def __init__(self, model: type[models.Model]) -> None:
        """Learn the columns of a model, how each is written, and what stands where nothing is said."""
        self.name = model._meta.db_table
        # Looked for once: a load is over before keys are rotated.
        keys = keyring()
        fields = {str(field.column): field for field in model._meta.concrete_fields}
        self._writers = {column: _writer(self.name, field, keys) for column, field in fields.items()}
        self._defaults = {
            column: field.get_default() if field.has_default() else None for column, field in fields.items()
        }
        self._shapes: dict[tuple[str, ...], _Shape] = {}

    def add(self, values: Mapping[str, Any]) -> None:
        """Write one row down; a column that is not named has its default. Raises KeyError: no such column."""
        named = tuple(values)
        shape = self._shapes.get(named) or self._shape(named)
        said = list(values.values())
        for place, write in shape.written:
            said[place] = write(said[place])
        line = shape.line % tuple(said)
        # Hardly a text holds what COPY would take for its own; so the line is looked at, not each of its texts.
        if line.count("\t") >= len(shape.columns) or NOTHING in said or _UNSAID(line):
            for place in shape.texts:
                said[place] = _text(said[place])
            line = shape.line % tuple(said)
        shape.lines.append(line)

    def copy(self) -> int:
        """Send what was written to the database, and return how many rows."""
        return sum(self._copy(shape) for shape in self._shapes.values() if shape.lines)

    def _copy(self, shape: _Shape) -> int:
        count, text = len(shape.lines), "\n".join(shape.lines)
        shape.lines.clear()
        columns = ", ".join(f'"{column}"' for column in shape.columns)
        with connection.cursor() as cursor:
            # The cursor below Django's: COPY has no parameters.
            cursor.cursor.copy_expert(f"COPY {self.name} ({columns}) FROM STDIN (NULL '{NOTHING}')", StringIO(text))
        return count

    def _shape(self, named: tuple[str, ...]) -> _Shape:
        writers = [(place, write) for place, name in enumerate(named) if (write := self._writers[name])]
        written = [(place, write) for place, write in writers if write is not _text]
        texts = [place for place, write in writers if write is _text]
        others = {name: value for name, value in self._defaults.items() if name not in named}
        rest = [str(write(value) if (write := self._writers[name]) else value) for name, value in others.items()]
        line = "\t".join([*("%s" for _ in named), *(text.replace("%", "%%") for text in rest)])
        shape = self._shapes[named] = _Shape([*named, *others], line, written, texts, [])
        return shape
