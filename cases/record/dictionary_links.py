"""The back-fill of terms and divisions: where the words of a case name exactly one, in batches, as often as one likes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Max

from cases.models import Case
from organizations.dictionaries import CONTENT
from organizations.places import PLACES
from organizations.today import today

# A path names its term; a label does where no other term, at whatever level, has it.
TERMS = """
WITH live AS (
    SELECT t.id, t.path, t.label FROM organizations_term t JOIN organizations_dictionary d ON d.id = t.dictionary_id
    WHERE d.code = %(dictionary)s AND t.valid_from <= %(today)s AND (t.valid_to IS NULL OR t.valid_to > %(today)s)
), named AS (
    SELECT path AS name, min(id) AS id FROM live GROUP BY path HAVING count(*) = 1
    UNION SELECT label, min(id) FROM live GROUP BY label HAVING count(*) = 1
)
UPDATE cases_case c SET category_term_id = n.id FROM named n
WHERE c.id > %(after)s AND c.id <= %(upto)s AND c.category_term_id IS NULL AND c.category = n.name
"""
DIVISIONS = """
WITH named AS (
    SELECT district_id, name, min(id) AS id FROM organizations_unit
    WHERE kind = ANY(%(kinds)s) AND valid_from <= %(today)s AND (valid_to IS NULL OR valid_to > %(today)s)
    GROUP BY district_id, name HAVING count(*) = 1
)
UPDATE cases_case c SET division_id = n.id FROM named n
WHERE c.id > %(after)s AND c.id <= %(upto)s AND c.division_id IS NULL AND c.location = n.name
    AND c.district_id = n.district_id
"""


@dataclass(frozen=True)
class Linked:
    """How far a batch has come, and how many cases got a term and a division in it."""

    upto: int
    terms: int
    divisions: int


def link_in_batches(size: int, after: int = 0) -> Iterator[Linked]:
    """Link the cases whose key lies behind ``after``, so many keys at a time, each batch committed by itself."""
    last = Case.objects.aggregate(last=Max("pk"))["last"] or 0
    while after < last:
        upto = min(after + size, last)
        yield link_range(after, upto)
        after = upto


def link_range(after: int, upto: int) -> Linked:
    """Link the cases whose keys lie behind ``after``, up to ``upto``: two statements, however many."""
    given: dict[str, Any] = {
        "after": after,
        "upto": upto,
        "today": today(),
        "dictionary": CONTENT,
        "kinds": [str(kind) for kind in PLACES],
    }
    with connection.cursor() as cursor:
        cursor.execute(TERMS, given)
        terms = cursor.rowcount
        cursor.execute(DIVISIONS, given)
        return Linked(upto, terms, cursor.rowcount)
