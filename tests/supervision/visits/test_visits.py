"""A visit from its assignment to the unit's reply: who may, in which order, what is refused."""

from datetime import timedelta

import pytest

from law.vocabulary import Act
from organizations.models import RecordNotice
from supervision.models import FollowUpVisit, VisitCall, VisitFeedback
from supervision.models.visit_words import CallOutcome, FeedbackState, Reopening, VisitResult, VisitState
from supervision.visits import actions
from tests.cast import Cast
from tests.refusals import refusal
from tests.supervision.visits.scenes import FOUND, agreed, answered, assigned, draw, fresh, told, visited


def test_the_whole_way_of_a_visit(cast: Cast):
    walk = answered(cast)
    feedback = told(cast, walk)
    visit = FollowUpVisit.objects.get()
    assert (visit.state, visit.result, visit.missing) == (VisitState.FED_BACK, VisitResult.PARTLY, "没有铺面")
    assert feedback.unit == cast.town
    assert RecordNotice.objects.filter(staff=cast.town_head, text__contains="回访反馈").count() == 1
    feedback = actions.reply_feedback(feedback, by=cast.town_head, text="已铺面，请核对。", on=walk.on)
    assert feedback.state == FeedbackState.REPLIED
    actions.check_feedback(feedback, by=cast.coordinator, accepted=False, why="第二段还没有铺", on=walk.on)
    feedback.refresh_from_db()
    assert (feedback.state, feedback.returned_why) == (FeedbackState.SENT, "第二段还没有铺")
    actions.reply_feedback(feedback, by=cast.town_head, text="第二段已铺。", on=walk.on)
    actions.check_feedback(feedback, by=cast.coordinator, accepted=True, on=walk.on)
    feedback.refresh_from_db()
    assert (feedback.state, feedback.checked_on) == (FeedbackState.CHECKED, walk.on)


@pytest.mark.parametrize("person", ["town_head", "town_handler", "dispatcher"])
def test_nobody_of_the_handling_unit_visits(cast: Cast, person: str):
    walk = answered(cast)
    [visit] = draw(cast, walk.on)
    assert refusal(actions.assign_visit, visit, by=cast.supervisor, assignee=getattr(cast, person)) == "handling_unit"


def test_a_village_that_investigated_counts_as_handling_and_so_does_who_took_part_elsewhere(cast: Cast):
    walk = answered(cast)
    walk.leg.inquiries.update(by=cast.clerk)
    [visit] = draw(cast, walk.on)
    assert refusal(actions.assign_visit, visit, by=cast.supervisor, assignee=cast.clerk) == "handled_himself"
    walk.leg.hand_offs.update(to_unit=cast.bureau)
    walk.leg.inquiries.update(by=cast.town_handler)
    assert refusal(actions.assign_visit, visit, by=cast.supervisor, assignee=cast.clerk) == "handling_unit"


def test_who_has_not_the_right_or_does_not_see_the_case_does_not_visit(cast: Cast):
    walk = answered(cast)
    [visit] = draw(cast, walk.on)
    for person, code in (("analyst", "visitor_unfit"), ("farming_handler", "visitor_sees_not")):
        asked = {"by": cast.supervisor, "assignee": getattr(cast, person)}
        assert refusal(actions.assign_visit, visit, **asked) == code
    visit = actions.assign_visit(visit, by=cast.supervisor, assignee=cast.clerk)
    assert refusal(actions.record_call, visit, by=cast.supervisor, outcome=CallOutcome.NOT_REACHED) == "not_permitted"
    assert refusal(actions.record_call, visit, by=cast.router, outcome=CallOutcome.NOT_REACHED) == "not_found"


def test_a_visit_given_to_another_is_agreed_anew(cast: Cast):
    walk = answered(cast)
    visit = agreed(cast, walk)
    visit = actions.assign_visit(visit, by=cast.supervisor, assignee=cast.router, on=walk.on)
    assert (visit.state, visit.agreed_for) == (VisitState.ASSIGNED, None)
    assert not FollowUpVisit.objects.readable_by(fresh(cast.clerk)).exists()


def test_after_as_many_tries_as_are_set_it_is_left_and_a_petitioner_may_decline(cast: Cast):
    walk = answered(cast)
    visit = assigned(cast, walk)
    for left in (VisitState.ASSIGNED, VisitState.ASSIGNED, VisitState.UNREACHED):
        visit = actions.record_call(visit, by=cast.clerk, outcome=CallOutcome.NOT_REACHED, on=walk.on)
        assert visit.state == left
    assert VisitCall.objects.filter(visit=visit).count() == 3
    assert refusal(actions.record_call, visit, by=cast.clerk, outcome=CallOutcome.NOT_REACHED) == "wrong_state"


def test_a_visit_is_made_on_or_after_the_day_that_was_agreed(cast: Cast):
    walk = answered(cast)
    visit, day = assigned(cast, walk), walk.on + timedelta(days=3)
    call = {"by": cast.clerk, "on": walk.on}
    assert refusal(actions.record_call, visit, outcome=CallOutcome.REACHED, **call) == "day_missing"
    early = {"outcome": CallOutcome.REACHED, "agreed_for": walk.on - timedelta(days=1)}
    assert refusal(actions.record_call, visit, **early, **call) == "day_unfit"
    visit = actions.record_call(visit, outcome=CallOutcome.REACHED, agreed_for=day, **call)
    made = {"by": cast.clerk, **FOUND}
    assert refusal(actions.record_visit, visit, visited_on=walk.on, on=day, **made) == "not_agreed"
    assert refusal(actions.record_visit, visit, visited_on=day, on=walk.on, **made) == "day_unfit"
    assert actions.record_visit(visit, visited_on=day, on=day, **made).state == VisitState.VISITED


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"missing": ""}, "missing_what"),
        ({"words": "他是老上访户"}, "judging"),
        ({"promised": "签了息访承诺书"}, "conditional"),
        ({"done": "本人保证不上访"}, "conditional"),
    ],
)
def test_what_a_visit_must_not_say_is_refused(cast: Cast, typed: dict[str, str], code: str):
    walk = answered(cast)
    visit = agreed(cast, walk)
    asked = {"by": cast.clerk, "visited_on": walk.on, "on": walk.on, **FOUND, **typed}
    assert refusal(actions.record_visit, visit, **asked) == code


def test_the_unit_is_never_told_how_it_was_rated_and_reads_nothing_of_the_visit(cast: Cast):
    walk = answered(cast)
    visit = visited(cast, walk)
    assert refusal(actions.finish_visit, visit, by=cast.supervisor) == "missing_untold"
    assert refusal(actions.feed_back, visit, by=cast.supervisor, text="信访人不满意") == "rating_told"
    actions.feed_back(visit, by=cast.supervisor, text="路还没有铺面。", on=walk.on)
    for person in ("town_head", "town_handler", "dispatcher"):
        staff = fresh(getattr(cast, person))
        assert not FollowUpVisit.objects.readable_by(staff).exists()
        assert not VisitCall.objects.readable_by(staff).exists()
        assert VisitFeedback.objects.readable_by(staff).count() == 1
    assert not VisitFeedback.objects.readable_by(fresh(cast.farming_head)).exists()


def test_another_than_the_visitor_decides_whether_it_is_handled_anew_and_the_case_stays_as_it_is(cast: Cast):
    walk = answered(cast)
    visit = visited(cast, walk, reopening_why="答复没有执行")
    before = walk.refresh().leg.state
    assert visit.reopening == Reopening.PROPOSED
    cast.grant(cast.clerk, cast.bureau, *cast.coordinator.roles)
    decide = {"decision": Reopening.TAKEN, "said": "请镇里继续"}
    assert refusal(actions.decide_reopening, visit, by=fresh(cast.clerk), **decide) == "same_person"
    visit = actions.decide_reopening(visit, by=cast.coordinator, **decide)
    assert (visit.reopening, walk.refresh().leg.state) == (Reopening.TAKEN, before)
    assert refusal(actions.decide_reopening, visit, by=cast.coordinator, **decide) == "nothing_proposed"


def test_a_visit_that_is_not_to_be_made_is_dropped_with_the_reason(cast: Cast):
    walk = answered(cast)
    visit = assigned(cast, walk)
    assert refusal(actions.drop_visit, visit, by=cast.clerk, why="x") == "not_permitted"
    visit = actions.drop_visit(visit, by=cast.supervisor, why="另一批次刚回访过", on=walk.on)
    assert visit.state == VisitState.DROPPED


def test_no_act_of_the_case_was_done_by_any_of_it(cast: Cast):
    walk = answered(cast)
    events = walk.case.events.count()
    told(cast, walk)
    assert walk.case.events.count() == events
    assert Act.REJECT_CONCLUSION not in {event.act for event in walk.case.events.all()}
