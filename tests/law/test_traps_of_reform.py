"""What is easily got wrong when an organ is closed: its successor gets no new time, and nothing counts as done (Art. 24)."""

from law.procedure import allowed, steps_of
from law.vocabulary import Act, State


def test_a_reform_fulfils_ends_and_starts_nothing_and_leaves_every_state_as_it_is():
    assert [(step.meets, step.ends, step.starts, step.to_state) for step in steps_of(Act.SUCCEED)] == [
        ((), (), (), None)
    ]


def test_what_is_archived_stays_with_its_unit_and_what_may_come_back_does_not():
    assert not any(allowed(Act.SUCCEED, state) for state in (State.ARCHIVED, State.VOIDED))
    assert all(
        allowed(Act.SUCCEED, state) for state in (State.CLOSED, State.FILED, State.WITHDRAWN, State.VOID_PENDING)
    )
