"""The mark: a condition that is always true and shows in the SQL that the rule for seeing stands in the statement."""

from typing import Any

from django.db import models
from django.db.models.sql.where import AND, WhereNode

READABLE, WALL, EXPLAINED = "readable", "asked by the wall", "explained to the auditor"
# What was made public of a case by an act, without anybody's name (Art. 36, para 2).
PUBLISHED = "published for everybody"
# What a petitioner reads of his own case, of no accusing part (Art. 21, 30).
OWN = "the petitioner's own"
# What a person was given to read, asked to know his reach.
ASKED = "asked for his reach"
# How many there are of a kind, told nobody: whether few lead to their cases, or a list is walked.
WEIGHED = "counted to choose a way"


class Mark(models.Expression):
    """``TRUE`` with a comment that names the table; the planner drops it, a test finds it."""

    def __init__(self, table: str, why: str = READABLE) -> None:
        super().__init__(output_field=models.BooleanField())
        self.table, self.why = table, why

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """Return the condition and its comment."""
        return f"TRUE {comment(self.table, self.why)}", ()


def is_marked(where: WhereNode) -> bool:
    """Tell whether a mark stands among what every row of a question must fulfil."""
    if where.negated or (where.connector != AND and len(where.children) > 1):
        return False
    # A condition stands in WHERE as "it is true": a lookup with the mark on its left.
    return any(
        is_marked(each) if isinstance(each, WhereNode) else isinstance(getattr(each, "lhs", each), Mark)
        for each in where.children
    )


def comment(table: str, why: str = READABLE) -> str:
    """Return the comment that stands in a statement whose rows of a table were asked through the one rule."""
    return f"/* {why} {table} */"
