"""A clock is met only by what the law calls its fulfilment."""

import pytest

from law.procedure import STEPS, steps_of
from law.vocabulary import Act, Duty
from tests.law.fulfilments import FULFILLING, FULFILMENTS


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.act}-{step.scope}")
def test_no_step_meets_a_duty_outside_the_table(step):
    for duty in step.meets:
        assert step.act in FULFILLING[duty], f"{step.act} is no fulfilment of {duty}"
    assert not set(step.meets) & set(step.ends)


@pytest.mark.parametrize(("duty", "act", "article"), FULFILMENTS)
def test_every_fulfilment_of_the_table_is_one_in_the_program(duty: Duty, act: Act, article: str):
    assert any(duty in step.meets for step in steps_of(act))
    assert article


@pytest.mark.parametrize(
    "act", [Act.DIVERT, Act.WITHDRAW, Act.NOT_ACCEPT, Act.NO_LONGER_ACCEPT, Act.DECLINE, Act.FILE_ONLY, Act.CLOSE]
)
def test_a_way_out_fulfils_nothing_that_is_owed(act: Act):
    """Nobody drops a petition and sees the time for answering it kept."""
    met = {duty for step in steps_of(act) for duty in step.meets}
    assert met <= {Duty.OPEN_1WD}
