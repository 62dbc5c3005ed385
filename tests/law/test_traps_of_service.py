"""Traps of service: a slip is undone without eating or giving anybody a day.

That clocks go back to the day, the second person, the three days and the petitioner's right: tests/cases/test_undoing.py.
"""

from law.procedure import steps_of
from law.remedies import COURSES, WINDOWS_OF
from law.second_persons import row_of
from law.service import BUILT_ON
from law.vocabulary import Act, State


def test_undoing_fulfils_nothing_starts_nothing_and_ends_windows_alone():
    windows = {course.window for course in COURSES.values()}
    for act in (Act.ASK_UNDOING, Act.UNDO_SERVICE, Act.REFUSE_UNDOING):
        [step] = steps_of(act)
        assert (step.meets, step.starts) == ((), ())
        assert set(step.ends) == (windows if act is Act.UNDO_SERVICE else set())
    assert windows == {window for window in WINDOWS_OF.values() if window}


def test_what_is_closed_or_archived_is_not_undone():
    [step] = steps_of(Act.UNDO_SERVICE)
    assert not {State.CLOSED, State.ARCHIVED, State.RETURNED, State.FILED} & set(step.from_states)


def test_whoever_used_a_right_holds_the_service_fast():
    assert {Act.REQUEST_REEXAMINATION, Act.REQUEST_REVIEW, Act.RATE, Act.CLOSE} <= set(BUILT_ON)


def test_who_wrote_it_down_is_not_who_undoes_it_however_often_it_was_decided():
    row = row_of(Act.UNDO_SERVICE)
    assert {Act.NOTIFY, Act.SERVE, Act.RECORD_RECEIPT, Act.ASK_UNDOING} == set(row.first)
    assert not row.anew
