"""Rows of one case on the way to their tables; keys are given out case by case, whoever writes it."""

from collections import Counter
from typing import Any

from django.db import models
from django.db.models import Max

from cases import models as of_cases
from cases.models import Case, Demand, Leg, Matter, Respondent
from demo.seeding.tables import Table

Through = Respondent.demands.through
# The most rows of a kind that one case may have; its keys lie side by side.
_ROOM: dict[type[models.Model], int] = {Case: 1, Matter: 1, Demand: 4, Leg: 8, Through: 8, Respondent: 4}
_MOST = 128
WRITTEN: tuple[type[models.Model], ...] = (
    of_cases.Matter,
    of_cases.Case,
    of_cases.Involvement,
    of_cases.Party,
    of_cases.Leg,
    of_cases.Demand,
    of_cases.Respondent,
    Through,
    of_cases.HandOff,
    of_cases.Inquiry,
    of_cases.Assessment,
    of_cases.DutiesCheck,
    of_cases.Clock,
    of_cases.Extension,
    of_cases.Document,
    of_cases.Service,
    of_cases.Event,
    of_cases.EventText,
    of_cases.FollowUp,
    of_cases.Notice,
    of_cases.Objection,
    of_cases.Recusal,
    of_cases.Remedy,
    of_cases.SideExit,
    of_cases.Settlement,
    of_cases.Withdrawal,
    of_cases.Archiving,
    of_cases.UrgentReport,
)


def first_keys() -> dict[type[models.Model], int]:
    """Return behind which key each table goes on: the last that a row has, so that the same data get the same keys."""
    return {model: model._default_manager.aggregate(last=Max("pk"))["last"] or 0 for model in WRITTEN}


class Keeping:
    """All tables, and the rows of the case in hand."""

    def __init__(self, first: dict[type[models.Model], int]) -> None:
        """Begin with empty tables."""
        self.tables = {model: Table(model) for model in WRITTEN}
        self._first = first
        self._room = {model: _ROOM.get(model, _MOST) for model in WRITTEN}
        self._open: list[tuple[type[models.Model], dict[str, Any]]] = []
        self._given: Counter[type[models.Model]] = Counter()
        self.index = 0

    def begin(self, index: int) -> None:
        """Turn to the case at this place of the row."""
        self.index = index
        self._given.clear()

    def key(self, model: type[models.Model]) -> int:
        """Return the next key of the case in hand. Raises OverflowError: it has more rows than fit."""
        room = self._room[model]
        self._given[model] = given = self._given[model] + 1
        if given > room:
            raise OverflowError(f"case {self.index} has more than {room} rows of {model.__name__}")
        return self._first[model] + self.index * room + given

    def key_of(self, model: type[models.Model], index: int) -> int:
        """Return the first key of another case."""
        return self._first[model] + index * self._room[model] + 1

    def row(self, model: type[models.Model], **values: Any) -> dict[str, Any]:
        """Begin a row that may still change."""
        values["id"] = self.key(model)
        self._open.append((model, values))
        return values

    def add(self, model: type[models.Model], **values: Any) -> None:
        """Write a row whose key is given."""
        self.tables[model].add(values)

    def finish(self) -> None:
        """Write down the rows of the case in hand as they are now."""
        for model, values in self._open:
            self.tables[model].add(values)
        self._open = []

    def copy(self) -> int:
        """Send everything to the database, parents first, and return how many rows it were."""
        return sum(self.tables[model].copy() for model in WRITTEN)
