"""The rules that find failures of duty from what is kept of cases: one function a rule, each with its article (Art. 40).

``rows(on)``: the SQL over all legs. ``shown(facts, on)``: the same of one leg in Python (failing.py); a test compares them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.db.models import DateField, Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from cases.models import Clock, Demand, Event, Execution
from law.vocabulary import Act, Duty, State
from supervision.carrying_out import TO_CARRY_OUT, carry_out_days
from supervision.orders.failing import (
    CONCLUDING,
    INFORMING,
    REMEDYING,
    WORKED,
    OfLeg,
    Shown,
    done_again,
    idle,
    late_clocks,
    objected_again,
    unexecuted,
)
from supervision.words.orders import Failure, FailureGroup

# What stands in the rows of every rule, by these names.
COLUMNS = ("of_case", "of_leg", "of_unit", "of_district", "shown_by", "missed")


@dataclass(frozen=True)
class Rule:
    """One way to fail: its word, its head, its article, and how it is found; by people alone where it has no ``rows``."""

    failure: Failure
    group: FailureGroup
    article: str
    rows: Callable[[date], QuerySet[Any]] | None = None
    shown: Callable[[OfLeg, date], set[Shown]] | None = None


def half_time(starts: str, due: str) -> Func:
    """Return the day in the middle of two columns: the days between them halved and cut, as Python's ``//`` does."""
    days = _joined(F(due), " - ", F(starts), IntegerField())
    return _joined(F(starts), " + ", _joined(days, " / ", Value(2), IntegerField()), DateField())


def _joined(left: Any, sign: str, right: Any, field: Any) -> Func:
    """Date arithmetic of the database: a date less a date is a number of days, a date and a number a date."""
    return Func(left, right, template="(%(expressions)s)", arg_joiner=sign, output_field=field)


def clocks_of(duties: Iterable[Duty], on: date) -> QuerySet[Any]:
    """Return the clocks of legs under these duties with the day on which they ``stopped``, today where they run."""
    stopped = Coalesce("met_on", "ended_on", "waived_on", Value(on), output_field=DateField())
    rows = Clock.objects.filter(duty__in=tuple(duties), leg__isnull=False, unit__isnull=False, due_on__isnull=False)
    return rows.annotate(stopped=stopped)


def late_rows(duties: Iterable[Duty], on: date) -> QuerySet[Any]:
    """Return the clocks that ran past their day, whatever stopped them then."""
    rows: QuerySet[Any] = clocks_of(duties, on).filter(stopped__gt=F("due_on")).annotate(missed=F("due_on"))
    return rows


def idle_rows(on: date) -> QuerySet[Any]:
    """Return the clocks of which half the time went by without anything entered about the matter."""
    worked = Event.objects.filter(leg=OuterRef("leg"), act__in=WORKED, on__gte=OuterRef("starts_on"))
    rows = clocks_of((Duty.HANDLE_60D,), on).annotate(missed=half_time("starts_on", "due_on"))
    found: QuerySet[Any] = rows.filter(~Exists(worked.filter(on__lte=OuterRef("missed"))), stopped__gt=F("missed"))
    return found


def again_rows(act: Act, _on: date) -> QuerySet[Any]:
    """Return each time after the first that an act was done on a leg."""
    earlier = Event.objects.filter(leg=OuterRef("leg"), act=act, sequence__lt=OuterRef("sequence"))
    return Event.objects.filter(Exists(earlier), act=act, leg__isnull=False).annotate(missed=F("on"))


def objected_again_rows(_on: date) -> QuerySet[Any]:
    """Return the objections against what had been returned before."""
    rows = Event.objects.filter(act=Act.OBJECT, leg__isnull=False, facts__second=True)
    return rows.annotate(missed=F("on"))


def unexecuted_rows(on: date) -> QuerySet[Any]:
    """Return the demands whose answer was not carried out in time."""
    days = carry_out_days(on)
    by = _joined(F("leg__answered_on"), " + ", Value(days), DateField())
    rows = Demand.objects.filter(outcome__in=TO_CARRY_OUT, leg__answered_on__lt=on - timedelta(days=days))
    done = Execution.objects.filter(demand=OuterRef("pk"), done_on__lte=OuterRef("missed"))
    return rows.annotate(missed=by).filter(~Exists(done))


def _late(failure: Failure, group: FailureGroup, article: str, duties: tuple[Duty, ...]) -> Rule:
    return Rule(failure, group, article, partial(late_rows, duties), lambda facts, on: late_clocks(facts, duties, on))


RULES: tuple[Rule, ...] = (
    _late(Failure.INFORM_LATE, FailureGroup.NOT_ADMITTED, "第二十三条第二款、第四十四条", INFORMING),
    _late(Failure.CONCLUDE_LATE, FailureGroup.NOT_HANDLED, "第三十四条", CONCLUDING),
    _late(Failure.REMEDY_LATE, FailureGroup.NOT_HANDLED, "第三十五条、第三十六条", REMEDYING),
    _late(Failure.FEEDBACK_LATE, FailureGroup.NOT_HANDLED, "第二十二条第一款", (Duty.COMMISSION_FEEDBACK,)),
    Rule(Failure.IDLE, FailureGroup.NOT_HANDLED, "第四十条第一款", idle_rows, idle),
    _late(Failure.UNSERVED, FailureGroup.NOT_LAWFUL, "第三十四条、第三十五条", (Duty.SERVICE_3WD,)),
    Rule(
        Failure.OBJECTED_AGAIN,
        FailureGroup.NOT_ADMITTED,
        "第二十四条、第四十条第一款",
        objected_again_rows,
        lambda facts, _on: objected_again(facts),
    ),
    Rule(
        Failure.REJECTED_AGAIN,
        FailureGroup.NOT_LAWFUL,
        "第二十二条第一款、第四十条第一款",
        partial(again_rows, Act.REJECT_CONCLUSION),
        lambda facts, _on: done_again(facts, Act.REJECT_CONCLUSION),
    ),
    Rule(Failure.UNEXECUTED, FailureGroup.NOT_LAWFUL, "第三十二条第二款、第四十条第一款", unexecuted_rows, unexecuted),
    Rule(Failure.EVASION, FailureGroup.NOT_HANDLED, "第四十条第一款"),
    Rule(Failure.FALSE_REPORT, FailureGroup.NOT_LAWFUL, "第四十条第一款"),
    Rule(Failure.PROCEDURE, FailureGroup.NOT_LAWFUL, "第四十条第一款"),
    Rule(Failure.WRONG_OPINION, FailureGroup.NOT_LAWFUL, "第四十条第一款"),
)
_BY_FAILURE = {rule.failure: rule for rule in RULES}
BY_RULE = tuple(rule for rule in RULES if rule.rows)


def rule_of(failure: str) -> Rule:
    """Return the rule of a failure."""
    return _BY_FAILURE[Failure(failure)]


def found_rows(rule: Rule, on: date) -> QuerySet[Any]:
    """Return what a rule finds as rows of `COLUMNS`, of cases that were neither voided nor taken over from before."""
    assert rule.rows is not None, f"{rule.failure} is found by people"
    rows = rule.rows(on)
    unit = "unit" if rows.model is Clock else "leg__unit"
    live = Q(leg__case__historic=False) & ~Q(leg__case__state__in=(State.VOIDED, State.VOID_PENDING))
    named = rows.filter(live).annotate(
        of_case=F("leg__case"), of_leg=F("leg"), of_unit=F(unit), of_district=F(f"{unit}__district"), shown_by=F("pk")
    )
    found: QuerySet[Any] = named.order_by().values_list(*COLUMNS)
    return found
