"""From which legs a lot is drawn: the rule, the period, and what is never drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DurationField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value

from cases.models import Clock, Demand, Inquiry, Leg, Settlement, Withdrawal
from cases.models.clock import RUNNING
from law.errors import Refused
from law.vocabulary import Duty, Outcome, State
from organizations.authority import stands_at
from organizations.models import Staff, Unit
from organizations.settings_in_force import setting_on
from supervision.models import FollowUpVisit
from supervision.models.visit_words import VisitRule, VisitState
from supervision.models.visits import OPEN_VISITS
from supervision.visits.settings import VISIT_AGAIN_DAYS, VISIT_EXECUTION_DAYS

MOST_IN_A_POOL = 20_000
# Withdrawals of the last ten days of a limit are published apart, and looked into.
LAST_DAYS = timedelta(days=10)
_WORKED_ON = (State.ACCEPTED, State.IN_HANDLING, State.PENDING_SIGN_OFF, State.ISSUED)
# Who accuses is spoken to by nobody but the body that handles it; whom an anonymous letter is from nobody looks for.
_NEVER = Q(case__sealed=True) | Q(case__anonymous=True) | Q(held_accusation=True) | Q(case__unlinked=True)


@dataclass(frozen=True)
class Asked:
    """What a lot is asked for; ``since`` and ``until``: the period of the rules that have one."""

    rule: VisitRule
    on: date
    district: int | None
    since: date | None = None
    until: date | None = None
    of_unit: Unit | None = None

    @property
    def period(self) -> tuple[date, date]:
        """Return the period. Raises Refused period_missing."""
        if self.since is None or self.until is None or self.until < self.since:
            raise Refused("period_missing", f"“{self.rule.label}”要写明期间的起日和止日，止日不早于起日。")
        return self.since, self.until


def pool_of(staff: Staff, asked: Asked) -> list[int]:
    """Return the keys of the legs that fit what is asked, within a person's reach.

    Never those of sealed or anonymous cases, of his own unit, of a case visited lately, or whose petitioner declined.
    Raises Refused: period_missing, pool_empty, pool_too_big.
    """
    rows: QuerySet[Any] = Leg.objects.readable_by(staff).filter(_RULES[asked.rule](asked), district=asked.district)
    rows = rows.exclude(_NEVER | Q(case__historic=True) | Q(unit__in=[unit.pk for unit in stands_at(staff)]))
    if asked.of_unit:
        rows = rows.filter(unit=asked.of_unit)
    fitting = rows.exclude(_visited_lately(asked)).order_by("pk").values_list("pk", flat=True)
    keys = list(fitting[: MOST_IN_A_POOL + 1])
    if not keys:
        raise Refused("pool_empty", "没有符合范围的件。检举控告件、匿名件、本单位办理的件和近期回访过的件不抽取。")
    if len(keys) > MOST_IN_A_POOL:
        raise Refused("pool_too_big", f"符合范围的超过{MOST_IN_A_POOL}件，请缩短期间，或者只抽一个单位的。")
    return keys


def _visited_lately(asked: Asked) -> Exists:
    days = setting_on(VISIT_AGAIN_DAYS.key, asked.on, asked.district)
    lately = Q(drawn_on__gt=asked.on - timedelta(days=days)) & ~Q(state=VisitState.DROPPED)
    kept = Q(state__in=OPEN_VISITS) | Q(state=VisitState.DECLINED) | lately
    return Exists(FollowUpVisit.objects.filter(kept, case=OuterRef("case")))


def _answered(asked: Asked) -> Q:
    return Q(answered_on__range=asked.period)


def _running(_asked: Asked) -> Q:
    return Q(state__in=_WORKED_ON)


def _answered_late(asked: Asked) -> Q:
    late = Clock.objects.filter(leg=OuterRef("pk"), duty=Duty.HANDLE_60D, met_on__gt=F("due_on"))
    return _answered(asked) & Q(Exists(late))


def _unexecuted(asked: Asked) -> Q:
    days = setting_on(VISIT_EXECUTION_DAYS.key, asked.on, asked.district)
    supported = Demand.objects.filter(leg=OuterRef("pk"), outcome=Outcome.SUPPORT)
    waiting = supported.exclude(executions__done_on__isnull=False)
    return Q(answered_on__lte=asked.on - timedelta(days=days)) & Q(Exists(waiting))


def _withdrawn_late(asked: Asked) -> Q:
    clock = "leg__clocks__"
    near = {
        f"{clock}duty": Duty.HANDLE_60D,
        f"{clock}due_on__gte": F("asked_on"),
        f"{clock}due_on__lte": F("asked_on") + LAST_DAYS,
    }
    rows = Withdrawal.objects.filter(leg=OuterRef("pk"), revoked_on=None, asked_on__range=asked.period, **near)
    return Q(Exists(rows.exclude(confirmed_on=None)))


def _settled_at_once(asked: Asked) -> Q:
    at_once = {"on__range": asked.period, "on": F("leg__case__registered_on")}
    return Q(Exists(Settlement.objects.filter(leg=OuterRef("pk"), **at_once)))


def _half_time(asked: Asked) -> Q:
    spent = ExpressionWrapper(Value(asked.on) - F("starts_on"), output_field=DurationField())
    left = ExpressionWrapper(F("due_on") - Value(asked.on), output_field=DurationField())
    clocks = Clock.objects.filter(RUNNING, leg=OuterRef("pk"), duty=Duty.HANDLE_60D)
    past = clocks.alias(spent=spent, left=left).filter(left__lte=F("spent"))
    return Q(Exists(past)) & ~Q(Exists(Inquiry.objects.filter(leg=OuterRef("pk"))))


_RULES: dict[VisitRule, Callable[[Asked], Q]] = {
    VisitRule.ANSWERED: _answered,
    VisitRule.RUNNING: _running,
    VisitRule.ANSWERED_LATE: _answered_late,
    VisitRule.UNEXECUTED: _unexecuted,
    VisitRule.WITHDRAWN_LATE: _withdrawn_late,
    VisitRule.SETTLED_AT_ONCE: _settled_at_once,
    VisitRule.HALF_TIME: _half_time,
}
