"""The cases that walls of his own close to a person: as conditions, and as keys that the primary names for a replica."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from psycopg2.extensions import adapt

from cases.sight.mark import WALL, comment
from kit.replica import once_a_look


def closing(staff: int, walls: tuple[int, ...]) -> tuple[str, str, tuple[Any, ...]]:
    """Return what finds the cases that accuse a person or these units, what finds those he was recused from, their values."""
    named = "staff_id = %s OR unit_id IN %s" if walls else "staff_id = %s"
    accused = f"SELECT case_id FROM cases_respondent WHERE accused AND ({named})"  # noqa: S608
    recused = "SELECT case_id FROM cases_recusal WHERE person_id = %s AND agreed"
    return accused, recused, (staff, walls, staff) if walls else (staff, staff)


@dataclass(frozen=True)
class ClosedKeys:
    """A value in a question to a replica that becomes these keys only when the question is put, asked of the primary.

    The statement may have been written down hours ago (cases/lists/counting.py): no wall is ever kept with it.
    """

    staff: int
    walls: tuple[int, ...]

    def __conform__(self, _protocol: Any) -> Any:
        """Return the keys as psycopg2 writes a list."""
        return adapt(once_a_look(self, self._asked))

    def _asked(self) -> list[int]:
        accused, recused, given = closing(self.staff, self.walls)
        mark = comment("cases_respondent", WALL)
        with connection.cursor() as cursor:
            cursor.execute(f"{accused} {mark} UNION {recused} {mark}", given)
            return [key for (key,) in cursor.fetchall()]
