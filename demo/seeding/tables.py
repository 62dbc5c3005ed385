"""Rows as COPY reads them: every column of a model, sealed where the model seals, defaults where nothing was said."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from io import StringIO
from typing import Any

from django.db import connection, models

from kit.sealed_fields import keyring, sealed_fields
from vault.sealing import seal

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_SPECIAL = re.compile(r"[\\\t\n\r]").search
_JSON = json.JSONEncoder(ensure_ascii=False).encode
NOTHING = "\\N"


def _text(value: str) -> str:
    return value.translate(_ESCAPED) if _SPECIAL(value) else value


def _array(value: list[Any]) -> str:
    whole = '","'.join(map(str, value))
    if whole.count('"') == max(len(value) - 1, 0) * 2 and "\\" not in whole:
        return f'{{"{whole}"}}' if value else "{}"
    return _text("{" + ",".join(json.dumps(each, ensure_ascii=False) for each in value) + "}")


_WRITERS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _value: NOTHING,
    bool: lambda value: "t" if value else "f",
    int: str,
    str: _text,
    date: date.isoformat,
    datetime: datetime.isoformat,
    list: _array,
    dict: lambda value: _text(_JSON(value)) if value else "{}",
}


def _writer(kind: type) -> Callable[[Any], str]:
    """Return how a value of a type is written; the words of the house are strings, each looked at once."""
    _WRITERS[kind] = writer = cache(lambda value: _text(str(value)))
    return writer


class Table:
    """The rows of one model on their way into the database."""

    def __init__(self, model: type[models.Model]) -> None:
        """Learn the columns of a model, what is sealed among them, and what stands where nothing is said."""
        fields = model._meta.concrete_fields
        self.name = model._meta.db_table
        self.columns = {str(field.column): place for place, field in enumerate(fields)}
        self.lines: list[str] = []
        self._defaults = [_default(field) for field in fields]
        self._sealed = {str(field.column): f"{self.name}.{field.column}" for field in sealed_fields(model)}
        self._places: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        # Looked for once: a load is over before keys are rotated.
        self._keyring = keyring()

    def add(self, values: Mapping[str, Any]) -> None:
        """Write one row down; a column that is not named has its default. Raises KeyError: no such column."""
        named = tuple(values)
        places = self._places.get(named)
        if places is None:
            places = self._places[named] = [(self.columns[name], self._sealed.get(name, "")) for name in named]
        line = self._defaults[:]
        for (place, sealed), value in zip(places, values.values(), strict=True):
            if sealed and value:
                line[place] = seal(value, place=sealed, keyring=self._keyring)
            else:
                kind = type(value)
                line[place] = (_WRITERS.get(kind) or _writer(kind))(value)
        self.lines.append("\t".join(line))

    def copy(self) -> int:
        """Send what was written to the database, and return how many rows."""
        if not self.lines:
            return 0
        count, text = len(self.lines), "\n".join(self.lines)
        self.lines = []
        with connection.cursor() as cursor:
            # The cursor below Django's: COPY has no parameters.
            cursor.cursor.copy_expert(f"COPY {self.name} ({', '.join(self.quoted)}) FROM STDIN", StringIO(text))
        return count

    @property
    def quoted(self) -> list[str]:
        """Return the columns as SQL names them."""
        return [f'"{column}"' for column in self.columns]


def _default(field: Any) -> str:
    if field.has_default():
        value = field.get_default()
        return (_WRITERS.get(type(value)) or _writer(type(value)))(value)
    return NOTHING
