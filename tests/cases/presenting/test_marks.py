"""How a clock says where it stands."""

from datetime import date

import pytest

from cases.models import Clock
from cases.presenting.marks import clock_words
from law.vocabulary import Act, Duty

DUE = date(2026, 12, 23)


@pytest.mark.parametrize(
    ("duty", "how", "words"),
    [
        # Closing ends the window the day after its last: the petitioner did nothing late.
        (Duty.REEXAM_REQ_30D, {"ended_on": date(2026, 12, 24), "ended_by": Act.CLOSE}, "期限已过，未提出"),
        (Duty.REEXAM_REQ_30D, {"met_on": date(2026, 12, 23)}, "已于2026年12月23日完成（到期当日）"),
        (Duty.HANDLE_60D, {"met_on": date(2026, 12, 24)}, "已于2026年12月24日完成（超期1天）"),
        (
            Duty.HANDLE_60D,
            {"ended_on": date(2026, 12, 1), "ended_by": Act.DIVERT},
            "已于2026年12月1日终止：导入法定途径",
        ),
    ],
)
def test_a_finished_clock(duty: Duty, how: dict[str, object], words: str):
    clock = Clock(duty=duty, starts_on=date(2026, 11, 23), due_on=DUE, **how)
    assert clock_words(clock, date(2027, 1, 1)) == words
