"""The mark: a condition that is always true and shows in the SQL that the rule for seeing stands in the statement."""

from typing import Any

from django.db import models

READABLE, WALL = "readable", "asked by the wall"


class Mark(models.Expression):
    """``TRUE`` with a comment that names the table; the planner drops it, a test finds it."""

    def __init__(self, table: str, why: str = READABLE) -> None:
        super().__init__(output_field=models.BooleanField())
        self.table, self.why = table, why

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """Return the condition and its comment."""
        return f"TRUE {comment(self.table, self.why)}", ()


def comment(table: str, why: str = READABLE) -> str:
    """Return the comment that stands in a statement whose rows of a table were asked through the one rule."""
    return f"/* {why} {table} */"
