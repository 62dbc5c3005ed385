"""The steps of a visit: who takes them, from where to where, and why one cannot be taken now."""

from datetime import date

from law.errors import Refused
from organizations.authority import may
from organizations.models import Grant, Staff
from organizations.recording import Move
from organizations.roles import Right, Role, roles_with
from organizations.today import today
from supervision.models import FollowUpVisit, VisitFeedback
from supervision.models.visit_words import FeedbackState, Reopening, VisitState
from supervision.visits import verbs
from supervision.visits.keeping_out import kept_out

_TO_MAKE = frozenset({VisitState.ASSIGNED, VisitState.AGREED})
_NOT_YET = frozenset({VisitState.DRAWN, *_TO_MAKE})
_MADE = frozenset({VisitState.VISITED, VisitState.FED_BACK, VisitState.FINISHED})


def _own(visit: FollowUpVisit, staff: Staff) -> bool:
    return visit.assignee_id == staff.pk


def keeping_out(visit: FollowUpVisit, staff: Staff, _on: date) -> Refused | None:
    """Since it was assigned he or his unit had a part in the case. Codes: handling_unit, handled_himself."""
    return kept_out(visit, staff)


def not_to_finish(visit: FollowUpVisit, _staff: Staff, _on: date) -> Refused | None:
    """Something is missing, or handling anew was proposed: the unit is told. Codes: missing_untold."""
    if visit.missing or visit.reopening == Reopening.PROPOSED:
        return Refused("missing_untold", "回访记有还缺的，或者建议重新办理，应当先反馈或者作出决定。")
    return None


def not_to_decide(visit: FollowUpVisit, staff: Staff, _on: date) -> Refused | None:
    """Nothing is proposed, or by oneself. Codes: nothing_proposed, same_person."""
    if visit.reopening != Reopening.PROPOSED:
        return Refused("nothing_proposed", "没有等候决定的重新办理建议。")
    if visit.visited_by_id in staff.both:
        return Refused("same_person", "建议由回访人以外的人决定。")
    return None


def not_to_reply(feedback: VisitFeedback, staff: Staff, _on: date) -> Refused | None:
    """Who visited does not reply. Codes: same_person."""
    if feedback.visit.visited_by_id in staff.both:
        return Refused("same_person", "回访人不能代责任单位回复。")
    return None


def not_to_check(feedback: VisitFeedback, staff: Staff, _on: date) -> Refused | None:
    """Who replied does not check. Codes: same_person."""
    if feedback.replied_by_id in staff.both:
        return Refused("same_person", "回复的人不能自己核对。")
    return None


def _assignee(visit: FollowUpVisit) -> list[Staff]:
    return [visit.assignee] if visit.assignee else []


def _arrangers(visit: FollowUpVisit) -> list[Staff]:
    """Return who arranges visits for the unit whose visit it is, and drew its lot."""
    return [visit.lot.drawn_by]


def _at_the_unit(feedback: VisitFeedback) -> list[Staff]:
    """Return the handler of the leg, and who signs at the unit."""
    heads = Grant.objects.in_force(today()).filter(unit=feedback.unit, role=Role.HEAD, staff__is_active=True)
    people = [grant.staff for grant in heads.select_related("staff")]
    return [*people, *([feedback.leg.handler] if feedback.leg.handler else [])]


def _of_feedback(feedback: VisitFeedback) -> list[Staff]:
    return [feedback.visit.lot.drawn_by]


ASSIGN = Move(
    verb=verbs.ASSIGNED, right=Right.ARRANGE_VISITS, from_states=_NOT_YET, to_state=VisitState.ASSIGNED, told=_assignee
)
CALL = Move(verb=verbs.CALLED, right=Right.VISIT, from_states=_TO_MAKE, own=_own, opening=keeping_out)
RESULT = Move(
    verb=verbs.VISITED,
    right=Right.VISIT,
    from_states=frozenset({VisitState.AGREED}),
    to_state=VisitState.VISITED,
    own=_own,
    opening=keeping_out,
    told=_arrangers,
)
DROP = Move(
    verb=verbs.DROPPED, right=Right.ARRANGE_VISITS, from_states=_NOT_YET, to_state=VisitState.DROPPED, told=_assignee
)
FEED_BACK = Move(
    verb=verbs.FED_BACK,
    right=Right.ARRANGE_VISITS,
    from_states=frozenset({VisitState.VISITED}),
    to_state=VisitState.FED_BACK,
)
FINISH = Move(
    verb=verbs.FINISHED,
    right=Right.ARRANGE_VISITS,
    from_states=frozenset({VisitState.VISITED}),
    to_state=VisitState.FINISHED,
    opening=not_to_finish,
)
DECIDE = Move(verb=verbs.DECIDED, right=Right.ARRANGE_VISITS, from_states=_MADE, opening=not_to_decide, told=_assignee)
TELL = Move(verb=verbs.TOLD, right=Right.ARRANGE_VISITS, to_state=FeedbackState.SENT, told=_at_the_unit)
REPLY = Move(
    verb=verbs.REPLIED,
    right=Right.REPLY_VISIT,
    from_states=frozenset({FeedbackState.SENT}),
    to_state=FeedbackState.REPLIED,
    opening=not_to_reply,
    told=_of_feedback,
)
CHECK = Move(
    verb=verbs.CHECKED,
    right=Right.ARRANGE_VISITS,
    from_states=frozenset({FeedbackState.REPLIED}),
    opening=not_to_check,
    told=_at_the_unit,
)


def visitors_at(visit: FollowUpVisit) -> list[Staff]:
    """Return who may be asked at the unit whose visit it is: holders of the right who had no part in the case."""
    roles = [role.value for role in roles_with(Right.VISIT)]
    grants = Grant.objects.in_force(today()).filter(unit=visit.lot.unit, role__in=roles, staff__is_active=True)
    people = {grant.staff_id: grant.staff for grant in grants.select_related("staff__unit").order_by("staff__username")}
    return [person for person in people.values() if may(person, Right.VISIT, at=person.unit, own=True)]
