"""Forms of the responsible unit."""

import pytest

from cases.forms.handling import TakeForm
from law.vocabulary import State
from organizations.roles import Role
from tests.cast import Cast
from tests.walks import walk_to


@pytest.mark.parametrize("answers", [True, False])
def test_who_answers_nothing_must_choose_a_handler(cast: Cast, answers: bool):
    leg = walk_to(cast, State.ACCEPTED).leg
    assert leg
    people = {bool(p.grants.filter(role=Role.HANDLER).exists()): p for p in leg.unit.people.all()}
    form = TakeForm({}, by=people[answers], case=leg.case, leg=leg)
    assert form.is_valid() is answers
    if not answers:
        assert "handler" in form.errors
