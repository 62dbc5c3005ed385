"""The steps of a scheme and of a unit's result: who takes them, from where to where, who is told."""

from organizations.models import Grant, Staff
from organizations.recording import Move
from organizations.roles import Right, roles_with
from organizations.today import today
from supervision.assessing import conditions, verbs
from supervision.models import AssessmentResult, AssessmentScheme
from supervision.words.assessing import ResultState, SchemeState

_DRAFT = frozenset({SchemeState.DRAFT})


def _holders(right: Right, **at: object) -> list[Staff]:
    roles = [role.value for role in roles_with(right)]
    held = Grant.objects.in_force(today()).filter(role__in=roles, staff__is_active=True, **at)
    return [grant.staff for grant in held.select_related("staff__unit")]


def _assessed(scheme: AssessmentScheme) -> list[Staff]:
    return _holders(Right.OBJECT_ASSESSMENT, unit__in=scheme.results.values("unit"))


def _of_unit(result: AssessmentResult) -> list[Staff]:
    return _holders(Right.OBJECT_ASSESSMENT, unit=result.unit_id)


def _deciders(result: AssessmentResult) -> list[Staff]:
    return _holders(Right.DECIDE_ASSESSMENT, unit=result.scheme.unit_id)


DRAW_UP = Move(verb=verbs.DRAWN_UP, right=Right.ASSESS, to_state=SchemeState.DRAFT)
ADD_ITEM = Move(verb=verbs.ITEM_ADDED, right=Right.ASSESS, from_states=_DRAFT)
CHANGE_ITEM = Move(verb=verbs.ITEM_CHANGED, right=Right.ASSESS, from_states=_DRAFT)
DROP_ITEM = Move(verb=verbs.ITEM_DROPPED, right=Right.ASSESS, from_states=_DRAFT)
FIX = Move(
    verb=verbs.FIXED,
    right=Right.ASSESS,
    from_states=_DRAFT,
    to_state=SchemeState.OPEN,
    opening=conditions.may_fix,
    told=_assessed,
)
PUBLISH = Move(
    verb=verbs.PUBLISHED,
    right=Right.DECIDE_ASSESSMENT,
    from_states=frozenset({SchemeState.OPEN}),
    to_state=SchemeState.PUBLISHED,
    opening=conditions.may_publish,
    told=_assessed,
)
SCORE = Move(
    verb=verbs.SCORED, right=Right.ASSESS, from_states=frozenset({ResultState.DRAFT}), opening=conditions.may_score
)
OBJECT = Move(
    verb=verbs.OBJECTED,
    right=Right.OBJECT_ASSESSMENT,
    from_states=frozenset({ResultState.OPEN, ResultState.OBJECTED}),
    to_state=ResultState.OBJECTED,
    opening=conditions.may_object,
    told=_deciders,
)
ANSWER = Move(
    verb=verbs.ANSWERED,
    right=Right.DECIDE_ASSESSMENT,
    from_states=frozenset({ResultState.OBJECTED}),
    opening=conditions.may_answer,
    told=_of_unit,
)
COMMEND = Move(
    verb=verbs.COMMENDED,
    right=Right.DECIDE_ASSESSMENT,
    from_states=frozenset({ResultState.PUBLISHED}),
    opening=conditions.may_commend,
    told=_of_unit,
)
