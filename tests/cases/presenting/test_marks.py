"""How a clock says where it stands."""

from datetime import date

import pytest

from cases.models import Clock
from cases.presenting.marks import clock_words
from law.vocabulary import Duty

DUE = date(2026, 12, 23)


@pytest.mark.parametrize(
    ("duty", "met_on", "words"),
    [
        # Closing ends the window the day after its last: the petitioner did nothing late.
        (Duty.REEXAM_REQ_30D, date(2026, 12, 24), "期限已过，未提出"),
        (Duty.REEXAM_REQ_30D, date(2026, 12, 23), "已于2026年12月23日完成（到期当日）"),
        (Duty.HANDLE_60D, date(2026, 12, 24), "已于2026年12月24日完成（超期1天）"),
    ],
)
def test_a_finished_clock(duty: Duty, met_on: date, words: str):
    clock = Clock(duty=duty, starts_on=date(2026, 11, 23), due_on=DUE, met_on=met_on)
    assert clock_words(clock, date(2027, 1, 1)) == words
