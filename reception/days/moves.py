"""The steps of rules and reception days."""

from datetime import date
from typing import Any

from kit.verbs import Fact, Verb
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import Move
from organizations.roles import Right
from reception.models import ReceptionDay
from reception.models.day_words import ARTICLE, Attendance, Cadence, DayState, ReceptionKind, ReceptionPost, RuleState

_DAY = Fact("日期", date)
RULE_MADE = Verb(
    "reception.rule_made",
    "订立接访安排",
    {"post": Fact("谁", str, ReceptionPost), "cadence": Fact("多久一次", str, Cadence), "from_day": Fact("起", date)},
)
RULE_ENDED = Verb("reception.rule_ended", "停止接访安排", {"to_day": Fact("止", date)})
DAYS_PLANNED = Verb("reception.days_planned", "排出接访日", {"days": Fact("天数"), "month": Fact("月份", date)})
DAY_MADE = Verb("reception.day_made", "安排接访日", {"day": _DAY, "kind": Fact("形式", str, ReceptionKind)})
DAY_ASSIGNED = Verb("reception.day_assigned", "确定接访人")
DAY_PUBLISHED = Verb("reception.day_published", "公布接访日", {"day": _DAY, "counts": Fact("计入次数", bool)})
DAY_ATTENDED = Verb("reception.day_attended", "登记到场", {"how": Fact("到场情况", str, Attendance)})
DAY_CANCELLED = Verb("reception.day_cancelled", "取消接访日", {"day": _DAY, "booked": Fact("已约")})
DEPARTMENT_ADDED = Verb("reception.department_added", "安排部门", {"standing": Fact("进驻", bool)})
DEPARTMENT_CALLED = Verb("reception.department_called", "通知部门到场")
DEPARTMENT_ARRIVED = Verb("reception.department_arrived", "登记部门到场")
VERBS = (
    RULE_MADE,
    RULE_ENDED,
    DAYS_PLANNED,
    DAY_MADE,
    DAY_ASSIGNED,
    DAY_PUBLISHED,
    DAY_ATTENDED,
    DAY_CANCELLED,
    DEPARTMENT_ADDED,
    DEPARTMENT_CALLED,
    DEPARTMENT_ARRIVED,
)

_IN_FORCE = frozenset({RuleState.IN_FORCE.value})
_PLANNED, _PUBLISHED = frozenset({DayState.PLANNED.value}), frozenset({DayState.PUBLISHED.value})
_AHEAD = _PLANNED | _PUBLISHED


def receiver_missing(day: ReceptionDay, _staff: Staff, on: date) -> Refused | None:
    """What is published names who receives, and is still to come (Art. 18). Codes: receiver_missing, day_past."""
    if not day.name:
        return Refused("receiver_missing", "还没有确定由谁接访，先确定接访人再公布。", ARTICLE)
    return Refused("day_past", f"{day.on}已经过了，不能事后公布。", ARTICLE) if day.on < on else None


def _not_yet(day: ReceptionDay, _staff: Staff, on: date) -> Refused | None:
    """Codes: not_yet."""
    return Refused("not_yet", f"接访日是{day.on}，到那天才能登记到场。") if on < day.on else None


def _over(day: ReceptionDay, _staff: Staff, on: date) -> Refused | None:
    """A day that has passed was held or missed; it is cancelled no more. Codes: day_past."""
    return Refused("day_past", f"{day.on}已经过了，请登记到场情况。") if day.on < on else None


def _receiver(day: ReceptionDay) -> list[Staff]:
    return [day.person] if day.person else []


def _step(verb: Verb, states: frozenset[str], **more: Any) -> Move:
    return Move(verb=verb, right=Right.ARRANGE_RECEPTION, from_states=states, **more)


MAKE_RULE = Move(verb=RULE_MADE, right=Right.ARRANGE_RECEPTION, to_state=RuleState.IN_FORCE)
END_RULE = _step(RULE_ENDED, _IN_FORCE, to_state=RuleState.ENDED)
PLAN_DAYS = _step(DAYS_PLANNED, _IN_FORCE)
MAKE_DAY = Move(verb=DAY_MADE, right=Right.ARRANGE_RECEPTION, to_state=DayState.PLANNED)
ASSIGN = _step(DAY_ASSIGNED, _PLANNED)
PUBLISH = _step(DAY_PUBLISHED, _PLANNED, to_state=DayState.PUBLISHED, opening=receiver_missing, told=_receiver)
ATTEND = _step(DAY_ATTENDED, _PUBLISHED, opening=_not_yet, told=_receiver)
CANCEL = _step(DAY_CANCELLED, _AHEAD, to_state=DayState.CANCELLED, opening=_over, told=_receiver)
ADD_DEPARTMENT = _step(DEPARTMENT_ADDED, _AHEAD)
CALL_DEPARTMENT = _step(DEPARTMENT_CALLED, _PUBLISHED)
DEPARTMENT_CAME = _step(DEPARTMENT_ARRIVED, _PUBLISHED)
