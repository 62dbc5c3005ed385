"""Which SELECT reads rows of a case without the mark of the one rule for seeing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

from cases.models import Case
from cases.sight.mark import ASKED, EXPLAINED, PUBLISHED, WALL, WEIGHED, comment

# A question of `kit.prefetching`: which kinds of rows hang on a case and legs that were read by the rule; it selects names, no row.
_WHICH_KINDS = re.compile(r"SELECT '\w+' WHERE EXISTS \(SELECT 1 FROM \"\w+\" WHERE \"\w+\" = ANY\(")


# What the wall asks of respondents and of the agenda of a meeting, and whether a person has given a reason today: no row
# of it is shown.
_ASKED_ONLY = ("cases_respondent", "cases_event", "supervision_agendacase")


@cache
def hanging() -> dict[str, type[models.Model]]:
    """The models with a way to a case, by their table: whatever they are called and whoever adds them."""
    found: set[Any] = {Case}
    while True:
        more = {model for model in apps.get_models() if model not in found and _leads_to(model) & found}
        if not more:
            return {model._meta.db_table: model for model in found}
        found |= more


def _leads_to(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.get_fields() if field.concrete and field.is_relation}


def unmarked(sql: str) -> set[str]:
    """The tables of a case that this SELECT takes its rows from without the mark."""
    if _WHICH_KINDS.match(sql):
        return set()
    return {table for table, text in _sources(sql) if table in hanging() and not _marked(table, text)}


def _marked(table: str, text: str) -> bool:
    return (
        comment(table) in text
        or comment(table, EXPLAINED) in text
        or (sql_counts(text) and comment(table, WEIGHED) in text)
        or (table == "cases_publication" and comment(table, PUBLISHED) in text)
        or (table == "cases_datedaccess" and comment(table, ASKED) in text)
        or (table in _ASKED_ONLY and comment(table, WALL) in text)
    )


def sql_counts(text: str) -> bool:
    """Tell of the SELECT inside a count that it stops where few end; no row of it is shown."""
    return re.search(r"LIMIT \d+$", text.strip()) is not None


def _sources(sql: str) -> Iterator[tuple[str, str]]:
    """The tables that rows come from, each with its SELECT: of a union every half, of a subquery in FROM its own."""
    depth = 0
    for token in re.finditer(r"'(?:[^']|'')*'|\(|\)|\bFROM\s+(\(|\"?\w+\"?)", sql):
        text = token[0]
        opens = text.endswith("(")
        if depth == 0 and opens and (text != "(" or _is_half(sql, token.start())):
            yield from _sources(_inside(sql, token.end()))
        elif depth == 0 and text.startswith("FROM"):
            yield token[1].strip('"'), sql
        depth += opens - (text == ")")


def _is_half(sql: str, at: int) -> bool:
    return re.search(r"(^|UNION|UNION ALL|INTERSECT|EXCEPT)\s*$", sql[:at]) is not None


def _inside(sql: str, start: int) -> str:
    depth = 1
    for at in range(start, len(sql)):
        depth += (sql[at] == "(") - (sql[at] == ")")
        if not depth:
            return sql[start:at]
    return sql[start:]


@contextmanager
def watched() -> Iterator[list[str]]:
    """Collect every SELECT of rows of a case without the mark; what only locks a row for an act is none."""
    found: list[str] = []
    acting = False

    def look(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        nonlocal acting
        text = str(sql)
        # From its lock on an act is under way (who prints his own letter keeps the reason): it may read what it changes.
        acting = acting or text.rstrip().endswith('FOR UPDATE OF "cases_case"')
        if not acting and text.lstrip("( ").startswith("SELECT") and (tables := unmarked(text)):
            found.append(f"{sorted(tables)}: {text}")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield found
