"""Counting search terms, so that a search knows what is rare (docs/decisions/0045)."""

from datetime import date

from django.db import connection, transaction

from cases.models import Case, TermsCounted

SLICE = 20_000
# The empty term counts the cases themselves.
_COUNT = """
INSERT INTO cases_termcount AS kept (district_id, sealed, term, cases)
SELECT district_id, sealed, term, COUNT(*) FROM (
    SELECT district_id, sealed, unnest(search_terms || ''::varchar) AS term
    FROM cases_case WHERE id > %(after)s AND id <= %(up_to)s AND district_id IS NOT NULL
) AS held GROUP BY 1, 2, 3
ORDER BY term
ON CONFLICT (term, district_id, sealed) DO UPDATE SET cases = kept.cases + excluded.cases
"""
# What the acts have written into counted cases since: only that a term is there, for whoever looks for a character.
# Once a day: it looks at every case.
_ADD = """
INSERT INTO cases_termcount (district_id, sealed, term, cases)
SELECT DISTINCT district_id, sealed, unnest(search_terms), 0
FROM cases_case WHERE id <= %(up_to)s AND last_act_on >= %(since)s AND district_id IS NOT NULL
ON CONFLICT DO NOTHING
"""


def count_terms(on: date, *, at_a_time: int = SLICE) -> int:
    """Count the terms of the cases that came before a day and were not counted yet; returns how many keys it went.

    Each slice is committed by itself, under the lock of the one row that says how far it is.
    """
    TermsCounted.objects.get_or_create(pk=1)
    last = Case.objects.filter(registered_on__lt=on).order_by("-pk").values_list("pk", flat=True).first() or 0
    gone = 0
    while step := _slice(last, at_a_time):
        gone += step
    _add_written(on)
    return gone


def _slice(last: int, size: int) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        known = TermsCounted.objects.select_for_update().get(pk=1)
        up_to = min(known.up_to + size, last)
        if up_to <= known.up_to:
            return 0
        # Less, and the different terms of a slice would be sorted on disk.
        cursor.execute("SET LOCAL work_mem = '128MB'")
        cursor.execute(_COUNT, {"after": known.up_to, "up_to": up_to})
        TermsCounted.objects.filter(pk=1).update(up_to=up_to)
        return up_to - known.up_to


def _add_written(on: date) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        known = TermsCounted.objects.select_for_update().get(pk=1)
        if known.on == on:
            return
        if known.on:
            cursor.execute(_ADD, {"up_to": known.up_to, "since": known.on})
        TermsCounted.objects.filter(pk=1).update(on=on)
