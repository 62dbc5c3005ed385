"""What waits is found from the few rows of open work: they are read first, and lead to their cases by the key."""

from collections.abc import Collection, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, CharField, F, Func, Q, QuerySet, Value

from cases.models import Case
from cases.sight.mark import WEIGHED, Mark
from cases.sight.querysets import NOTHING
from law.procedure import HALTED
from law.vocabulary import State
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Reach, Right

# So many keys are looked up as quickly as a page is walked.
FEW = 1000
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


def few(*questions: tuple[QuerySet[Any], str], most: int = FEW) -> Q | None:
    """Return the cases that some column of some of these rows names, where the rows are few; None where they are many.

    Few rows lead to their cases; of many some lie on the first pages of any list, and the list is walked instead.
    """
    counted = [_weighed(rows, most) for rows, _ in questions]
    if not questions or sum(counted) > most:
        return None
    named = [among(rows, column) for (rows, column), number in zip(questions, counted, strict=True) if number]
    return reduce(or_, named, NOTHING)


def _weighed(rows: QuerySet[Any], most: int) -> int:
    marked = rows.filter(Mark(rows.model._meta.db_table, WEIGHED))
    return marked.order_by().values("pk")[: most + 1].count()
