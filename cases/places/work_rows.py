"""What waits is found from the few rows of open work: they are read first, and lead to their cases by the key."""

from collections.abc import Collection, Sequence
from functools import reduce
from math import isqrt
from operator import or_
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, CharField, F, Func, Q, QuerySet, Value

from cases.models import Case
from cases.sight.mark import WEIGHED, Mark
from cases.sight.querysets import NOTHING
from law.procedure import HALTED
from law.vocabulary import State
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Reach, Right

# So many keys are looked up as quickly as a page is walked; in a large table, where a walk is longer, some more.
FEW, MOST_FEW = 1000, 5000
# A key costs about as much as three rows of a walk, and a page has thirty rows.
_ROWS_A_KEY = 10
# Rows that name cases, each with the column that does.
Questions = Sequence[tuple[QuerySet[Any], str]]


def among(rows: QuerySet[Any], column: str, *, key: str = "pk") -> Q:
    """Return that a key is one of those that a column of these rows holds; ``rows`` are few, and found by an index.

    Said as an array PostgreSQL finds them before anything else; said as a subquery it may begin with every case.
    """
    held = ArraySubquery(rows.order_by().values(column))
    return Q(Func(F(key), held, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField()))


def among_keys(keys: Collection[int], key: str) -> Q:
    """Return that a key is one of these, known already: PostgreSQL looks them up as a table, however many they are."""
    held = Value(f"{{{','.join(map(str, keys))}}}", CharField())
    one_of = Func(
        F(key), held, template="%(expressions)s::bigint[])", arg_joiner=" = ANY(", output_field=BooleanField()
    )
    return Q(one_of)


def hidden_work(staff: Staff) -> QuerySet[Case]:
    """Return the open cases that a person keeps as the sealed desk of his districts: they are hidden from all others."""
    kept = [grant.unit.district_id for reach, grant in holdings(staff, Right.SEE_SEALED) if reach is Reach.ALL]
    if not kept:
        return Case.objects.none()
    hidden = Case.objects.filter(reach_rows__isnull=False, reach_rows__unit=None, reach_rows__district__in=kept)
    return hidden.exclude(state__in=(State.CLOSED, *HALTED))


def few(*questions: tuple[QuerySet[Any], str], most: int | None = None) -> Q | None:
    """Return the cases that some column of some of these rows names, where the rows are few; None where they are many.

    Few rows lead to their cases; of many some lie on the first pages of any list, and the list is walked instead.
    ``most``: so many are few, however many cases there are.
    """
    named, found = list[Q](), 0
    for rows, column in questions:
        number, cases = _weighed(rows, most or MOST_FEW)
        found += number
        if found > (most or min(MOST_FEW, max(FEW, isqrt(_ROWS_A_KEY * cases)))):
            return None
        named += [among(rows, column)] if number else []
    return reduce(or_, named, NOTHING) if questions else None


def _weighed(rows: QuerySet[Any], most: int) -> tuple[int, int]:
    """Return how many rows there are, up to one more than ``most``, and about how many cases, as PostgreSQL plans with."""
    marked = rows.filter(Mark(rows.model._meta.db_table, WEIGHED)).order_by().values("pk")[: most + 1]
    try:
        sql, given = marked.query.sql_with_params()
    except EmptyResultSet:
        return 0, 0
    there = "(SELECT GREATEST(reltuples, 0)::bigint FROM pg_class WHERE oid = 'cases_case'::regclass)"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*), {there} FROM ({sql}) AS weighed", given)  # noqa: S608
        number, cases = cursor.fetchone()
    return number, cases
