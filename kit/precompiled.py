"""Query sets of one shape that every request asks: their SQL is worked out once a process, for that costs more than the answer."""

from collections.abc import Callable
from copy import copy
from datetime import date
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar, cast

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql import Query
from django.db.transaction import TransactionManagementError

_M = TypeVar("_M", bound=Model)
# Stand-ins: no row has such a key or such a day.
KEY, DAY = -(10**9) - 7, date(1, 1, 2)


class _WorkedOut(NamedTuple):
    """The SQL with its values, and at which places which stand-in is among them."""

    compiler: Any
    sql: str
    given: list[Any]
    places: list[tuple[int, int]]


class Precompiled(Generic[_M]):
    """A query set whose SQL is the same each time, whatever the values in it.

    ``rows`` makes it of stand-ins (KEY, DAY), which it takes as they are, without reckoning with them. The answer is
    looked at, not narrowed further.
    """

    def __init__(self, rows: "Callable[..., QuerySet[_M]]", *stand_ins: Any) -> None:
        self._make, self._stand_ins = rows, stand_ins

    def ask(self, *values: Any, of: Model | None = None) -> "QuerySet[_M]":
        """Return the rows for these values, asked for when they are looked at; ``of``: the row that they all point back to."""
        worked_out, rows = self._worked_out, cast(Any, self._rows)
        given = worked_out.given[:]
        for place, which in worked_out.places:
            given[place] = values[which]
        asked = cast(Query, _Asked(worked_out, tuple(given)))
        found: Any = type(rows)(model=rows.model, query=asked, using=rows._db, hints=rows._hints)
        if of is not None:
            found._known_related_objects = {field: {of.pk: of} for field in rows._known_related_objects}
        return cast("QuerySet[_M]", found)

    @cached_property
    def _rows(self) -> "QuerySet[_M]":
        return self._make(*self._stand_ins)

    @cached_property
    def _worked_out(self) -> _WorkedOut:
        compiler: Any = self._rows.query.get_compiler(self._rows.db)
        sql, given = compiler.as_sql()
        places = [(place, self._stand_ins.index(each)) for place, each in enumerate(given) if each in self._stand_ins]
        assert {which for _, which in places} == set(range(len(self._stand_ins))), "a value is not in the query"
        return _WorkedOut(compiler, sql, list(given), places)


class _Asked:
    """A query that has its SQL already."""

    def __init__(self, worked_out: _WorkedOut, given: tuple[Any, ...]) -> None:
        self._worked_out, self._given = worked_out, given

    def get_compiler(self, using: str) -> Any:
        """Return a compiler that knows the SQL, on the connection of this thread. Raises TransactionManagementError."""
        made = copy(self._worked_out.compiler)
        made.connection = connections[using]
        if made.query.select_for_update and made.connection.get_autocommit():
            raise TransactionManagementError("rows are locked in a transaction only")
        made.as_sql = lambda *_, **__: (self._worked_out.sql, self._given)
        return made
