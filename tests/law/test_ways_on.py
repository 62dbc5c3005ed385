"""The table of steps as a graph: a way on from every state, an end to every duty, nothing after the archive."""

from itertools import combinations_with_replacement, permutations

import pytest

from law.procedure import STEPS, Step, allowed, case_state
from law.vocabulary import Act, Duty, Scope, State
from tests.law.history_checks import ENDS, REACH, meeting_states

LEG_STATES = sorted({state for step in STEPS if step.opens_leg and step.to_state for state in REACH[step.to_state]})
# Nothing meets these in the procedure of one case: an agency owes them beside it.
BESIDE = {Duty.EXTEND_30D, Duty.SUGGESTION_FEEDBACK, Duty.ANNUAL_REPORT}
# A promise that was kept may be visited after the case has gone to the archive: no hurry to archive escapes the draw.
ARCHIVED_ACTS = {Act.UNMASK, Act.AFTER_CARE, Act.END_PUBLICATION, Act.RECORD_PROMISE_VISIT}
STARTING = [(step, duty) for step in STEPS for duty in step.starts]


@pytest.mark.parametrize("state", [state for state in LEG_STATES if state not in ENDS])
def test_every_state_of_a_leg_has_a_way_on_to_an_end(state: State):
    assert REACH[state] & ENDS, f"{state.label} 没有出路"
    moving = [step for step in STEPS if state in step.from_states and step.to_state not in (None, state)]
    assert moving, f"{state.label} 不能再办理任何事项"


def test_a_leg_never_comes_back_to_the_desk_but_by_being_returned():
    assert State.REGISTERED not in LEG_STATES
    backwards = {step.act for step in STEPS if step.to_state is State.RETURNED}
    assert backwards == {Act.AGREE_OBJECTION, Act.TAKE_BACK, Act.REOPEN_EXIT, Act.AGREE_REDIRECT}


def test_after_the_archive_one_only_reads_and_cares():
    assert {act for act in Act if allowed(act, State.ARCHIVED)} == ARCHIVED_ACTS
    assert not [act for act in Act if allowed(act, State.RETURNED)]
    assert {act for act in Act if allowed(act, State.VOIDED)} == {Act.UNMASK}


def test_a_finished_leg_is_opened_again_by_the_petitioner_or_where_it_was_turned_away_wrongly():
    again = {
        step.act for step in STEPS if State.CLOSED in step.from_states and step.to_state not in (None, State.ARCHIVED)
    }
    # A wrong refusal taken back is his own request of then.
    assert again == {Act.REQUEST_REEXAMINATION, Act.REQUEST_REVIEW, Act.REOPEN_EXIT, Act.READMIT_REMEDY}


@pytest.mark.parametrize(("step", "duty"), STARTING, ids=lambda each: each.act if isinstance(each, Step) else each)
def test_every_duty_that_a_step_starts_can_be_met_from_where_it_leads(step: Step, duty: Duty):
    met = meeting_states(duty)
    if step.scope is Scope.CASE and not step.opens_leg:
        # A duty of the desk is met by the act that opens a leg, or by one on that leg; filed: nobody to write to.
        opened = [each for each in STEPS if each.opens_leg and each.to_state is not State.FILED]
        assert all(duty in (*each.meets, *each.ends) or REACH[each.to_state] & met for each in opened)
    else:
        places = {step.to_state} if step.to_state else set(step.from_states)
        assert all(REACH[place] & met for place in places)


def test_every_duty_of_a_case_is_started_by_some_step():
    assert {duty for _, duty in STARTING} == set(Duty) - BESIDE


def test_a_case_stands_where_its_slowest_leg_is_whatever_their_order():
    for legs in combinations_with_replacement(LEG_STATES, 3):
        found = {case_state(order, undispatched=False) for order in permutations(legs)}
        assert len(found) == 1
        assert found <= (set(legs) - {State.RETURNED} or {State.REGISTERED})
        assert case_state(legs, undispatched=True) is State.REGISTERED


def test_a_returned_leg_counts_for_nothing():
    for state in LEG_STATES:
        alone = case_state([state], undispatched=False)
        assert case_state([state, State.RETURNED], undispatched=False) is alone
