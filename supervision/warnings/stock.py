"""What was brought in past the acts, as a seeded district is, stands in the history of dates as it is."""

from datetime import date

from django.db import connection

from supervision.warnings.history import SLICE


def take_stock(_count: int, _on: date) -> int:
    """Write the turns that are missing of all dates that run, and return how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), (SELECT max(id) FROM cases_case) FROM supervision_turn")
        before, last = cursor.fetchone()
        for first in range(1, (last or 0) + 1, SLICE):
            cursor.execute("SELECT supervision_take_stock(%s, %s)", [first, first + SLICE - 1])
        cursor.execute("SELECT count(*) FROM supervision_turn")
        return int(cursor.fetchone()[0] - before)
