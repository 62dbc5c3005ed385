"""Traps of letters and of path five: what only reminds, what opens no window, what may never be left out (Art. 29-36)."""

from datetime import date

import pytest

from law.answers import ANSWERS, answered_by, days_of_months
from law.calendar import Calendar
from law.deadlines import PERIODS, due_on
from law.letters import ELEMENTS
from law.paths import applies
from law.procedure import steps_of
from law.remedies import WINDOWS_OF
from law.vocabulary import Act, Duty, Kind, Letter, Path
from law.ways import WAYS

PLAIN = Calendar()


def test_path_five_is_no_way_out_and_the_organ_that_has_the_duty_answers():
    assert Path.STATUTORY_DUTY not in WAYS
    assert answered_by(Kind.APPEAL, Path.STATUTORY_DUTY) is Letter.DUTY_REPLY
    assert Duty.PATH5_2M in steps_of(Act.ACCEPT)[0].starts
    assert Duty.PATH5_2M in steps_of(Act.SERVE)[0].meets
    assert Duty.PATH5_2M in steps_of(Act.DIVERT)[0].ends


def test_the_opinion_is_for_path_six_alone_and_no_other_answer_opens_a_window():
    pairs = [(kind, path) for kind in (None, *Kind) for path in (None, *Path)]
    for kind, path in pairs:
        six = applies(Duty.HANDLE_60D, [(kind, path)])
        assert (answered_by(kind, path) is Letter.HANDLING_OPINION) is six, (kind, path)
        assert answered_by(kind, path) in ANSWERS
    assert not set(ANSWERS[1:]) & set(WINDOWS_OF)


def test_the_two_months_are_an_orientation_and_bind_path_five_alone():
    assert [duty for duty, period in PERIODS.items() if period.orientation] == [Duty.PATH5_2M]
    assert applies(Duty.PATH5_2M, [(Kind.APPEAL, Path.STATUTORY_DUTY), (Kind.SUGGESTION, None)])
    assert not applies(Duty.PATH5_2M, [(Kind.APPEAL, None), (Kind.SUGGESTION, Path.STATUTORY_DUTY)])


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2026-03-02", "2026-05-02"),
        ("2025-12-31", "2026-02-28"),
        ("2027-12-31", "2028-02-29"),
        ("2026-11-30", "2027-01-30"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(since: str, until: str):
    start = date.fromisoformat(since)
    days = days_of_months(start, 2)
    assert due_on(Duty.PATH5_2M, start, PLAIN, days=days) == date.fromisoformat(until)


def test_where_a_remedy_is_its_words_are_mandatory():
    named = {kind: {element.key for element in elements} for kind, elements in ELEMENTS.items()}
    assert "remedy_said" in named[Letter.HANDLING_OPINION] & named[Letter.REEXAM_OPINION]
    assert "court_said" in named[Letter.DUTY_REPLY]
    assert "remedy_said" not in named[Letter.REVIEW_OPINION]
    assert "until_said" in named[Letter.COMMISSION_LETTER]
