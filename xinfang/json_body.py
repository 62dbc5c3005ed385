"""Reads the body of a request to the REST door: JSON in UTF-8, of a size and depth that a petition can have."""

import json
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser

from law.errors import Refused

_ENCODINGS = ("utf-8", "utf8")
MOST_DEPTH = 12


class JsonBody(BaseParser):
    """JSON whose every string can be stored: no NUL, no half of a surrogate pair, no number beyond the finite."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        """Return what the body says.

        Raises RequestDataTooBig, UnsupportedMediaType, ParseError, or Refused: text_unreadable, nested_too_deep.
        """
        encoding = str((parser_context or {}).get("encoding") or "utf-8").lower()
        if encoding not in _ENCODINGS:
            raise UnsupportedMediaType(encoding)
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        raw = stream.read(most + 1)
        if len(raw) > most:
            raise RequestDataTooBig
        try:
            said = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_finite)
        except RecursionError:
            raise _too_deep() from None
        except ValueError as broken:
            raise ParseError from broken
        _assert_storable(said)
        return said


def _assert_storable(said: Any) -> None:
    waiting = [(said, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise _too_deep()
        if isinstance(value, str):
            _assert_text(value)
        elif isinstance(value, dict):
            waiting += [(part, depth + 1) for pair in value.items() for part in pair]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]


def _assert_text(value: str) -> None:
    if "\x00" in value or any("\ud800" <= ch <= "\udfff" for ch in value):
        raise Refused("text_unreadable", "文字中有无法保存的字符（空字符或者不成对的代理字符），请去掉后再提交。")


def _too_deep() -> Refused:
    return Refused("nested_too_deep", f"内容嵌套过深，最多{MOST_DEPTH}层。")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        _no_number(text)
    return number


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
