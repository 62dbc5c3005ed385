"""The auditor of the warnings: who had to be warned when, from events, dated grants and settings, the calendar; and what was written.

It answers for the dates that cases know, clocks and what another unit was asked. Records have their journal, not the
chain of events: their dates are not audited (docs/decisions/0064).
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import connection

from organizations.journal.noting import note
from organizations.models import JournalEntry, Staff
from supervision.warnings.expecting import Expecting, Key, Owed
from supervision.warnings.history import CaseHistory, histories, slices
from supervision.warnings.roster import lines_of
from supervision.warnings.verbs import WARNINGS_AUDITED

_WRITTEN = """
SELECT case_id, what, key, due_on, stage, staff_id FROM supervision_alert
WHERE what IN ('c', 'a') AND case_id > %(after)s AND case_id <= %(until)s
"""
# Who is accused in a case himself, or belongs under who is, or was recused from it: he was told, or was not, as its day was.
_BARRED = """
SELECT case_id, staff_id, unit_id FROM cases_respondent
WHERE accused AND case_id > %(after)s AND case_id <= %(until)s
UNION SELECT case_id, person_id, NULL FROM cases_recusal WHERE agreed AND case_id > %(after)s AND case_id <= %(until)s
"""
Written = dict[int, Counter[tuple[str, int, Key]]]


@dataclass
class Audited:
    """What an audit found: due − missing + double = written. ``double``: told twice, or told without being owed."""

    due: int = 0
    written: int = 0
    missing: int = 0
    double: int = 0

    @property
    def difference(self) -> int:
        """Return in how many places the two differ."""
        return self.missing + self.double


def audit_warnings() -> Audited:
    """Compare what had to be warned of, up to the last run, with what was; noted in the journal."""
    found, expecting, below = Audited(), Expecting(), _below()
    for after, until in slices():
        written, barred = _written(after, until), _barred(after, until, below)
        for case in histories(after, until):
            _compare(case, expecting, written.pop(case.case, Counter()), barred.get(case.case, set()), found)
        # Warnings of a case that has no history at all were owed by nothing.
        for rows in written.values():
            found.written += rows.total()
            found.double += rows.total()
    note(WARNINGS_AUDITED, due=found.due, written=found.written, missing=found.missing, double=found.double)
    return found


def last_audit() -> int | None:
    """Return in how many places the last audit found a difference, None where there was no audit yet."""
    rows = JournalEntry.objects.filter(verb=WARNINGS_AUDITED.code).order_by("-id").values_list("facts", flat=True)
    last = rows.first()
    return last["missing"] + last["double"] if last else None


def _compare(
    case: CaseHistory, expecting: Expecting, written: Counter[tuple[str, int, Key]], barred: set[int], found: Audited
) -> None:
    certain, possible = set[tuple[str, int, Key]](), set[tuple[str, int, Key]]()
    for what, key, turns in case.dates():
        owed: Owed = expecting.of(case, what, turns, barred)
        certain |= {(what, key, each) for each in owed.certain}
        possible |= {(what, key, each) for each in owed.possible}
    told = set(written)
    due = certain | (possible & told)
    found.due += len(due)
    found.written += written.total()
    found.missing += len(due - told)
    found.double += written.total() - len(told & due)


def _written(after: int, until: int) -> Written:
    found: Written = {}
    for case, what, key, due_on, stage, staff in _asked(_WRITTEN, after, until):
        found.setdefault(case, Counter())[what, key, (due_on, stage, staff)] += 1
    return found


def _below() -> dict[int, set[int]]:
    """Return who belongs to each unit, or to one below it."""
    found: dict[int, set[int]] = {}
    for staff, unit in lines_of(Staff.objects.values_list("pk", flat=True)):
        found.setdefault(unit, set()).add(staff)
    return found


def _barred(after: int, until: int, below: dict[int, set[int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for case, staff, unit in _asked(_BARRED, after, until):
        found.setdefault(case, set()).update(below.get(unit, ()), () if staff is None else (staff,))
    return found


def _asked(statement: str, after: int, until: int) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"after": after, "until": until})
        return list(cursor.fetchall())
