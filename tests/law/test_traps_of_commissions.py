"""Traps of commissions: a day named above is no legal period, an interim report fulfils nothing, a contradiction refuses nothing."""

from datetime import date, timedelta

import pytest

from law.commission import contradictions, latest_answer
from law.deadlines import PERIODS
from law.periods import DESIGNATED_ABOVE
from law.procedure import STEPS, steps_of
from law.second_persons import row_of
from law.vocabulary import Act, Duty
from organizations.act_groups import BETWEEN_OFFICES

START = date(2026, 3, 2)


def test_the_report_upward_alone_fulfils_what_the_body_above_wants():
    assert {step.act for step in STEPS if Duty.SUPERIOR_REPORT in step.starts} == {
        Act.REGISTER,
        Act.RECORD_COMMISSION_ABOVE,
    }
    assert {step.act for step in STEPS if Duty.SUPERIOR_REPORT in step.meets} == {Act.REPORT_UPWARD}
    assert {step.act for step in STEPS if Duty.SUPERIOR_REPORT in step.ends} == {Act.CONFIRM_SUPERIOR_CHANGE}
    assert row_of(Act.CONFIRM_SUPERIOR_CHANGE).first == (Act.RECORD_SUPERIOR_CHANGE,)


def test_the_day_of_the_body_above_is_no_period_of_the_law():
    period = PERIODS[Duty.SUPERIOR_REPORT]
    assert (period.days, period.article, period.extendable_by) == (None, DESIGNATED_ABOVE, 0)


@pytest.mark.parametrize("act", BETWEEN_OFFICES)
def test_no_act_between_offices_touches_what_the_law_gives_the_petitioner(act: Act):
    for step in steps_of(act):
        assert {*step.meets, *step.ends, *step.starts} <= {Duty.SUPERIOR_REPORT}
        assert step.to_state is None


def test_a_day_that_does_not_fit_is_named_with_both_days():
    answer, above = latest_answer(START), START + timedelta(days=50)
    assert answer == START + timedelta(days=75)
    early, late = START + timedelta(days=40), START + timedelta(days=80)
    assert contradictions(late, answer=answer, above=None) == []
    assert contradictions(early, answer=None, above=above) == []
    [said] = contradictions(early, answer=answer, above=above)
    assert str(early) in said
    assert str(answer) in said
    [said] = contradictions(late, answer=answer, above=above)
    assert str(above) in said
    # Nothing for feedback, as of a referral: the body above wants it before the law makes it late.
    assert len(contradictions(None, answer=answer, above=above)) == 1
