"""Traps of matters: joining never settles, shortens or counts away a petition (Art. 19, 22)."""

from law.matters import PetitionMark, petition_marks
from law.procedure import AFTER, LIVE, steps_of
from law.second_persons import SECOND_PERSONS
from law.vocabulary import Act
from organizations.roles import MATRIX, Reach, Role, reach_of

OF_A_MATTER = (Act.JOIN_MATTER, Act.LEAVE_MATTER)


def test_joining_and_leaving_move_no_state_no_clock_and_send_nothing():
    for act in OF_A_MATTER:
        [step] = steps_of(act)
        assert (step.to_state, step.meets, step.ends, step.starts, step.needs) == (None, (), (), (), None)
        assert set(step.from_states) == {*LIVE, *AFTER}


def test_who_works_on_a_case_by_his_role_has_no_say_in_what_it_repeats():
    able = {role for role in MATRIX for act in OF_A_MATTER if reach_of(role, act) is not Reach.NONE}
    assert able == {Role.WINDOW_CLERK, Role.ROUTER, Role.COORDINATOR, Role.SEALED_DESK}
    # What can be undone by leaving needs no second person.
    assert not any(set(OF_A_MATTER) & {*row.first, *row.second} for row in SECOND_PERSONS)


def test_a_petition_is_of_the_first_time_or_repeated_and_never_both():
    for repeated in (True, False):
        for petitioners in (1, 2, 30):
            marks = petition_marks(repeated=repeated, petitioners=petitioners)
            assert (PetitionMark.REPEATED in marks) is repeated
            assert (PetitionMark.FIRST in marks) is not repeated
            assert (PetitionMark.JOINT in marks) is (petitioners > 1)
