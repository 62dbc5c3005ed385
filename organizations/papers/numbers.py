"""Numbers of letters, without gaps: one series a unit, kind of letter and year for the whole house."""

from django.db import connection

from organizations.models import Unit

# The row is locked until the act's commit, so that numbers go up in the order of the acts and a refused one leaves no gap.
_NEXT = """
INSERT INTO organizations_papercounter AS counter (unit_id, kind, year, last) VALUES (%s, %s, %s, %s)
ON CONFLICT (unit_id, kind, year) DO UPDATE SET last = counter.last + EXCLUDED.last RETURNING last
"""


def next_number(unit: Unit, kind: str, year: int, *, word: str) -> str:
    """Return the next 机关代字〔年〕n号, inside the act's transaction, with one statement.

    ``word``: the 文种代字 behind the unit's 机关代字.
    """
    return written_number(unit.document_prefix or f"{unit.short_name}信", word, year, take_numbers(unit, kind, year))


def take_numbers(unit: Unit, kind: str, year: int, many: int = 1) -> int:
    """Take so many numbers of a series of a unit at once, inside the act's transaction, and return the last of them."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [unit.pk, str(kind), year, many])
        (last,) = cursor.fetchone()
    return int(last)


def written_number(prefix: str, word: str, year: int, count: int) -> str:
    """Return a number as a letter bears it."""
    return f"{prefix}{word}〔{year}〕{count}号"
