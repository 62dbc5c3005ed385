"""Whether the date of a row is owed still: asked of the row that has it, as the statements of a run ask it."""

from typing import Any

from django.db import models
from django.db.models import F

from supervision.warnings.sources import SOURCES


class StillOwed(models.Expression):
    """What a warning is about is to be done still, and on the same day: an act silences it at once, before the next run."""

    conditional = True

    def __init__(self) -> None:
        super().__init__(output_field=models.BooleanField())
        self.columns: list[Any] = [F("what"), F("key"), F("due_on")]

    def get_source_expressions(self) -> list[Any]:
        """Return the columns that name the date."""
        return self.columns

    def set_source_expressions(self, exprs: Any) -> None:
        """Take the columns as they stand in the statement."""
        self.columns = list(exprs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition: of each kind of date its own."""
        what, key, due_on = (compiler.compile(each)[0] for each in self.columns)
        asked = " ".join(f"WHEN '{kind}' THEN {source.still(key, due_on)}" for kind, source in SOURCES.items())
        return f"CASE {what} {asked} END", ()
