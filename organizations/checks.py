"""Checks of the database that this floor rests on; run by `check --database default` and before migrations."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

_UTF8 = ("UTF-8", "UTF8")


def utf8_characters(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a database whose character type is not UTF-8: Chinese would not be told apart from punctuation."""
    found = {alias: _character_type(alias) for alias in databases or ()}
    return [
        Error(
            f"数据库“{alias}”的字符类型（LC_CTYPE）是“{kind}”，不是UTF-8，中文检索会出错。",
            hint="请用 LC_CTYPE 'C.UTF-8' 或 'zh_CN.UTF-8'、ENCODING 'UTF8' 重新建库。",
            id="organizations.E001",
        )
        for alias, kind in found.items()
        if not kind.upper().endswith(_UTF8)
    ]


def _character_type(alias: str) -> str:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT datctype FROM pg_database WHERE datname = current_database()")
        return str(cursor.fetchone()[0])
