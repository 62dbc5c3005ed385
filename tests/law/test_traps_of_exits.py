"""Traps of the ways out: nobody is turned away by one person, without a ground, or for good."""

from itertools import product

import pytest

from law.filing import LISTED, FilingGround, never_filed, unfiled_by
from law.paths import applies, runs_sixty_days
from law.procedure import SECONDED, allowed, steps_of
from law.second_persons import row_of
from law.vocabulary import Act, Duty, Kind, Path, State

TURNING_AWAY = (Act.NOT_ACCEPT, Act.DECLINE, Act.NO_LONGER_ACCEPT, Act.FILE_ONLY)


def test_deciding_to_turn_somebody_away_stops_no_clock_and_makes_no_letter():
    for step in (step for act in TURNING_AWAY for step in steps_of(act)):
        assert (step.to_state, step.ends, step.needs) == (State.EXIT_PENDING, (), None)
        assert set(step.meets) <= {Duty.OPEN_1WD}
    assert not allowed(Act.NOTIFY, State.EXIT_PENDING)
    assert not allowed(Act.CLOSE, State.EXIT_PENDING)


def test_another_approves_it_and_another_undoes_it():
    for second in (Act.APPROVE_EXIT, Act.REFUSE_EXIT, Act.REOPEN_EXIT):
        assert set(row_of(second).first) == set(TURNING_AWAY)
    # Whoever decided does not undo it either, however often it was approved since.
    assert not row_of(Act.REOPEN_EXIT).anew
    assert all(allowed(Act.REOPEN_EXIT, state) for state in (*SECONDED, State.CLOSED))
    assert not any(step.starts for step in steps_of(Act.REOPEN_EXIT))


def test_asking_for_leave_to_send_it_on_stops_meets_and_starts_nothing_and_is_granted_by_another():
    leave = (Act.PROPOSE_HANDLING, Act.APPROVE_PROPOSAL, Act.RETURN_PROPOSAL, Act.WITHDRAW_PROPOSAL, Act.RECORD_PAPER)
    for step in (step for act in leave for step in steps_of(act)):
        assert (step.meets, step.ends, step.starts, step.to_state, step.needs) == ((), (), (), None, None)
    for second in (Act.APPROVE_PROPOSAL, Act.RECORD_PAPER):
        assert row_of(second).first == (Act.PROPOSE_HANDLING,)
        # A second proposal beside it does not make its proposer forgotten.
        assert not row_of(second).anew


@pytest.mark.parametrize("ground", FilingGround)
def test_what_a_named_person_asks_for_is_never_only_filed(ground: FilingGround):
    for kind in (Kind.APPEAL, Kind.SUGGESTION, Kind.ACCUSATION):
        barred = never_filed(1, kind, None, urgent=False, named=True) or unfiled_by(ground, 1, kind, named=True)
        repeated = ground is FilingGround.DUPLICATE and kind is not Kind.ACCUSATION
        assert bool(barred) is not repeated
    for kind, named in product(Kind, (True, False)):
        assert never_filed(1, kind, Path.JUDICIAL, urgent=False, named=named)
        assert never_filed(1, kind, None, urgent=True, named=named)


def test_only_four_grounds_are_signed_by_the_day_and_an_accusation_by_none_of_them():
    assert set(FilingGround) - set(LISTED) == {FilingGround.OTHER}
    assert all(unfiled_by(ground, 1, Kind.ACCUSATION, named=False) for ground in LISTED)


def test_what_shows_no_request_is_bound_like_an_appeal_until_it_is_filed():
    assert runs_sixty_days(Kind.NONE, None)
    assert applies(Duty.HANDLE_60D, [(Kind.NONE, None)])
