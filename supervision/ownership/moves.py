"""The steps of an ownership sheet: who may take each, from which states, and why it cannot be taken now."""

from datetime import date

from cases.models import Case
from law.errors import Refused
from law.vocabulary import State
from organizations.authority import may
from organizations.models import JournalEntry, Staff
from organizations.recording import Move
from organizations.roles import Right
from supervision.models import OwnershipSheet, PlanStep, ReturnVisit
from supervision.models.ownership_words import SheetState
from supervision.ownership import verbs

_OWNED = frozenset({SheetState.OWNED.value})
_UNDER_WAY = frozenset({SheetState.PROPOSED.value, SheetState.OWNED.value})
_REPORTED = frozenset({SheetState.REPORTED.value})


def manages(sheet: OwnershipSheet, staff: Staff) -> bool:
    """Tell whether a person makes, checks and strikes off sheets where this one lies."""
    return may(staff, Right.MANAGE_OWNERSHIP, at=sheet.unit)


def _is_leader(sheet: OwnershipSheet, staff: Staff) -> bool:
    return sheet.leader_id == staff.pk


def only_those_named(sheet: OwnershipSheet, by: Staff, _on: date) -> Refused | None:
    """Only the leader and the three with a duty work on a sheet. Codes: not_named."""
    if by.pk in sheet.people:
        return None
    return Refused("not_named", "只有包案领导和三个责任人可以登记本件的包案工作。")


def leader_or_manager(sheet: OwnershipSheet, by: Staff, _on: date) -> Refused | None:
    """Dates are moved by the leader, or by who manages ownership. Codes: not_named."""
    if _is_leader(sheet, by) or manages(sheet, by):
        return None
    return Refused("not_named", "时限由包案领导或者督查人员变更。")


def ready_to_report(sheet: OwnershipSheet, by: Staff, on: date) -> Refused | None:
    """The case is concluded and no step of the plan is open. Codes: not_named, not_concluded, steps_open."""
    if refusal := only_those_named(sheet, by, on):
        return refusal
    if sheet.concluded_on is None:
        return Refused("not_concluded", "还没有登记“办结”日期，不能申请销号。办结、化解、息访是三件事，分别登记。")
    left = PlanStep.objects.readable_by(by).filter(sheet=sheet, done_on=None).count()
    return Refused("steps_open", f"还有{left}个化解步骤没有完成，完成后再申请销号。") if left else None


def visits_as_another(sheet: OwnershipSheet, by: Staff, _on: date) -> Refused | None:
    """Whoever works on a case does not visit to check it. Codes: same_person."""
    if by.both & (sheet.people | _did(sheet, *_WORK)):
        return Refused("same_person", "回访由没有参加本件包案工作的另一人进行。")
    return None


def closes_as_another(sheet: OwnershipSheet, by: Staff, _on: date) -> Refused | None:
    """Struck off by whoever did nothing on the sheet, after a return visit since it was asked. Codes: not_visited, same_person."""
    visits = ReturnVisit.objects.readable_by(by).filter(sheet=sheet, on__gte=sheet.reported_on or sheet.made_on)
    if not visits.exists():
        return Refused("not_visited", "申请销号之后还没有回访，先由另一人回访信访人，再销号。")
    if by.both & (sheet.people | _did(sheet, *_HAND_IN)):
        return Refused("same_person", "销号由没有确定、办理、回访过本件的另一人进行。")
    return None


def not_owed_yet(sheet: OwnershipSheet, by: Staff, _on: date) -> Refused | None:
    """Once a leader has accepted, only the end of the case itself undoes it. Codes: still_owed."""
    voided = Case.objects.visible_to(by).filter(pk=sheet.case_id, state=State.VOIDED)
    if sheet.state == SheetState.PROPOSED or voided.exists():
        return None
    return Refused("still_owed", "领导确认之后不能撤销包案：换人用“交接”，办好了用“销号”。")


def _did(sheet: OwnershipSheet, *codes: str) -> frozenset[int]:
    """Return who took these steps of a sheet, and whose hand it was."""
    rows = JournalEntry.objects.filter(kind=sheet._meta.label_lower, key=sheet.pk, verb__in=codes)
    return frozenset(key for pair in rows.values_list("by", "for_whom") for key in pair if key)


def _people(sheet: OwnershipSheet) -> list[Staff]:
    return list(Staff.objects.filter(pk__in=sheet.people).select_related("unit"))


def _managers(sheet: OwnershipSheet) -> list[Staff]:
    return [sheet.made_by]


_WORK = tuple(
    verb.code
    for verb in (
        verbs.SCHEME_SET,
        verbs.GUARANTEE_SET,
        verbs.STEP_ADDED,
        verbs.STEP_DONE,
        verbs.PROGRESS_ENTERED,
        verbs.RESULT_ENTERED,
        verbs.REPORTED,
    )
)
# Whoever sent a sheet back, or named other people, has only checked it.
_HAND_IN = (*_WORK, verbs.MADE.code, verbs.HANDED_OVER.code, verbs.LIMIT_CHANGED.code, verbs.VISITED.code)
MAKE = Move(verb=verbs.MADE, right=Right.MANAGE_OWNERSHIP, to_state=SheetState.PROPOSED, told=_people)
ACCEPT = Move(
    verb=verbs.ACCEPTED,
    right=Right.OWN_CASES,
    own=_is_leader,
    from_states=frozenset({SheetState.PROPOSED.value}),
    to_state=SheetState.OWNED,
    told=_managers,
)
HAND_OVER = Move(
    verb=verbs.HANDED_OVER,
    right=Right.MANAGE_OWNERSHIP,
    from_states=_UNDER_WAY,
    to_state=SheetState.PROPOSED,
    told=_people,
)
CHANGE_PEOPLE = Move(verb=verbs.PEOPLE_CHANGED, right=Right.MANAGE_OWNERSHIP, from_states=_UNDER_WAY, told=_people)
SET_SCHEME = Move(verb=verbs.SCHEME_SET, right=Right.WORK_OWNED, from_states=_OWNED, opening=only_those_named)
SET_GUARANTEE = Move(verb=verbs.GUARANTEE_SET, right=Right.WORK_OWNED, from_states=_OWNED, opening=only_those_named)
ADD_STEP = Move(
    verb=verbs.STEP_ADDED, right=Right.WORK_OWNED, from_states=_OWNED, opening=only_those_named, told=_people
)
FINISH_STEP = Move(verb=verbs.STEP_DONE, right=Right.WORK_OWNED, from_states=_OWNED, opening=only_those_named)
MOVE_STEP = Move(verb=verbs.STEP_MOVED, right=Right.WORK_OWNED, from_states=_OWNED, opening=leader_or_manager)
ENTER_PROGRESS = Move(verb=verbs.PROGRESS_ENTERED, right=Right.WORK_OWNED, from_states=_OWNED, opening=only_those_named)
CHANGE_LIMIT = Move(
    verb=verbs.LIMIT_CHANGED, right=Right.WORK_OWNED, from_states=_UNDER_WAY, opening=leader_or_manager, told=_people
)
ENTER_RESULT = Move(verb=verbs.RESULT_ENTERED, right=Right.WORK_OWNED, from_states=_OWNED, opening=only_those_named)
REPORT = Move(
    verb=verbs.REPORTED,
    right=Right.WORK_OWNED,
    from_states=_OWNED,
    to_state=SheetState.REPORTED,
    opening=ready_to_report,
    told=_managers,
)
VISIT = Move(
    verb=verbs.VISITED,
    right=Right.MANAGE_OWNERSHIP,
    from_states=_OWNED | _REPORTED,
    opening=visits_as_another,
    told=_people,
)
SEND_BACK = Move(
    verb=verbs.SENT_BACK, right=Right.MANAGE_OWNERSHIP, from_states=_REPORTED, to_state=SheetState.OWNED, told=_people
)
WITHDRAW = Move(
    verb=verbs.WITHDRAWN,
    right=Right.MANAGE_OWNERSHIP,
    from_states=_UNDER_WAY | _REPORTED,
    to_state=SheetState.WITHDRAWN,
    opening=not_owed_yet,
    told=_people,
)
CLOSE = Move(
    verb=verbs.CLOSED,
    right=Right.MANAGE_OWNERSHIP,
    from_states=_REPORTED,
    to_state=SheetState.CLOSED,
    opening=closes_as_another,
    told=_people,
)
