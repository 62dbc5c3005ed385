"""Traps of re-examination and review: no way out without a ground (Art. 33, 35, 36)."""

from law.procedure import steps_of
from law.remedies import AFTER_REVOCATION, COURSES, RefusalGround, RemedyDecision, article_of
from law.vocabulary import Act, State


def test_a_request_is_refused_on_four_grounds_and_no_more():
    assert [str(ground) for ground in RefusalGround] == ["late", "no_opinion", "agreed", "other_way"]
    for course in COURSES.values():
        articles = [article_of(ground, course) for ground in RefusalGround]
        assert articles == [course.article, course.article, "第三十三条", "第三十一条第一至五项"]


def test_refusing_a_request_fulfils_nothing_and_undoing_that_touches_no_day():
    assert {(step.meets, step.starts) for step in steps_of(Act.REFUSE_REMEDY)} == {((), ())}
    undoing = steps_of(Act.READMIT_REMEDY)
    assert {(step.meets, step.ends, step.starts) for step in undoing} == {((), (), ())}
    # After closing too: a wrong refusal does not become right by time.
    assert State.CLOSED in {state for step in undoing for state in step.from_states}


def test_a_revocation_never_leaves_the_petitioner_without_an_answer():
    assert AFTER_REVOCATION == (RemedyDecision.CHANGE, RemedyDecision.REMAND)


def test_only_what_a_review_ended_in_is_published():
    states = {state for step in steps_of(Act.PUBLISH_REVIEW) for state in step.from_states}
    assert states == {State.REVIEW_DECIDED, State.CLOSED}
