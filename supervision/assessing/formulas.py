"""The formulas: each reads the rows of what a unit owed in a period, and which of them it did as it had to (Art. 39, para 1).

A formula is a share of duties that were owed. None counts what petitioners do: how many there were, who came again, who
settled. A case that accuses somebody, was voided or taken over from before plays no part.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BooleanField, Case, DateField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast

from cases.clocks import NOT_OWED
from cases.models import Clock, Demand, Execution
from law.paths import TO_INFORM
from law.vocabulary import Duty, State
from supervision.carrying_out import TO_CARRY_OUT, carry_out_days
from supervision.models import Invitation, SampleRow, SupervisionOrder
from supervision.models.meetings import TOOK_PLACE
from supervision.words.assessing import AssessedDuty, Formula
from supervision.words.orders import RowResult, SampleKind, SampleState

# What stands in the rows of every formula, by these names.
COLUMNS = ("pk", "of_unit", "of_case", "said", "due", "done", "good")
# A promise is the petitioner's to confirm, and has figures of its own.
_ELSEWHERE = (*NOT_OWED, *TO_INFORM, Duty.PROMISE_DUE)


@dataclass(frozen=True)
class Period:
    """The days that are looked at: what was owed from the first to the last of them."""

    since: date
    until: date


@dataclass(frozen=True)
class Rule:
    """One formula: the duty that it is about, its article, its words, and its rows with `COLUMNS`."""

    formula: Formula
    duty: AssessedDuty
    article: str
    words: str
    rows: Callable[[Period], QuerySet[Any]]


def _told(good: Q) -> Case:
    return Case(When(good, then=True), default=False, output_field=BooleanField())


def _counted(case: str, leg: str) -> Q:
    """Of a case that counts: not sealed, not of before, not voided; of a leg that never held an accusation."""
    voided = (State.VOIDED, State.VOID_PENDING)
    counts = Q(**{f"{case}__sealed": False, f"{case}__historic": False}) & ~Q(**{f"{case}__state__in": voided})
    return counts & (Q(**{leg: None}) | Q(**{f"{leg}__held_accusation": False}))


def _clocks(period: Period, duties: Iterable[Duty]) -> QuerySet[Any]:
    """Return clocks that ran out in a period, met in time or not; what the law let go before its day is owed by nobody."""
    late = Q(waived_on=None, ended_on=None) | Q(waived_on__gt=F("due_on")) | Q(ended_on__gt=F("due_on"))
    rows = Clock.objects.filter(Q(met_on__isnull=False) | late, _counted("case", "leg"), unit__isnull=False)
    rows = rows.filter(duty__in=tuple(duties), due_on__range=(period.since, period.until))
    named = {"of_unit": F("unit"), "of_case": F("case"), "said": F("duty"), "due": F("due_on"), "done": F("met_on")}
    return rows.annotate(**named, good=_told(Q(met_on__lte=F("due_on"))))


def _clocks_in_time(period: Period) -> QuerySet[Any]:
    return _clocks(period, (duty for duty in Duty if duty not in _ELSEWHERE))


def _notices_in_time(period: Period) -> QuerySet[Any]:
    return _clocks(period, TO_INFORM)


def _sound_rows(period: Period) -> QuerySet[Any]:
    signed = Q(sample__kind=SampleKind.QUALITY, sample__state=SampleState.SIGNED)
    drawn = Q(sample__drawn_on__range=(period.since, period.until))
    return SampleRow.objects.filter(signed, drawn, _counted("case", "leg")).annotate(
        of_unit=F("sample__unit"),
        of_case=F("case"),
        said=F("result"),
        due=F("sample__drawn_on"),
        done=F("checked_on"),
        good=_told(Q(result=RowResult.SOUND)),
    )


def _carried_out(period: Period) -> QuerySet[Any]:
    days = timedelta(days=carry_out_days(period.until))
    answered = Q(leg__answered_on__range=(period.since - days, period.until - days))
    finished = Execution.objects.filter(demand=OuterRef("pk"), done_on__isnull=False)
    rows = Demand.objects.filter(answered, _counted("case", "leg"), outcome__in=TO_CARRY_OUT)
    return rows.annotate(
        of_unit=F("leg__unit"),
        of_case=F("case"),
        said=F("outcome"),
        due=Cast(F("leg__answered_on") + Value(days), DateField()),
        done=Subquery(finished.order_by("done_on").values("done_on")[:1]),
        good=_told(Q(done__lte=F("due"))),
    )


def _orders_in_time(period: Period) -> QuerySet[Any]:
    due = Q(reply_by__range=(period.since, period.until))
    rows: QuerySet[Any] = SupervisionOrder.objects.filter(due, _counted("case", "leg")).annotate(
        of_unit=F("unit"),
        of_case=F("case"),
        said=F("failure"),
        due=F("reply_by"),
        done=F("first_reply_on"),
        good=_told(Q(first_reply_on__lte=F("reply_by"))),
    )
    return rows


def _attended(period: Period) -> QuerySet[Any]:
    held = Q(meeting__state__in=TOOK_PLACE, meeting__on__range=(period.since, period.until))
    return Invitation.objects.filter(held, attended__isnull=False).annotate(
        of_unit=F("staff__unit"),
        of_case=Value(None, output_field=Invitation._meta.pk),
        said=F("meeting__kind"),
        due=F("meeting__on"),
        done=Case(When(attended=True, then=F("meeting__on")), default=None, output_field=DateField()),
        good=F("attended"),
    )


RULES: dict[Formula, Rule] = {
    rule.formula: rule
    for rule in (
        Rule(
            Formula.CLOCKS_IN_TIME,
            AssessedDuty.TIME,
            "第二十二条、第三十四条至第三十六条",
            "期间内到期的期限（告知、承诺的除外）当中，在到期日以前完成的；依法免除、中途终止的不计",
            _clocks_in_time,
        ),
        Rule(
            Formula.NOTICES_IN_TIME,
            AssessedDuty.NOTICE,
            "第二十三条",
            "期间内应当书面告知信访人的当中，在到期日以前告知的",
            _notices_in_time,
        ),
        Rule(
            Formula.SOUND_ROWS,
            AssessedDuty.QUALITY,
            "第三十八条",
            "期间内抽取、已经签字的质量抽查的各行当中，没有缺陷的",
            _sound_rows,
        ),
        Rule(
            Formula.CARRIED_OUT,
            AssessedDuty.EXECUTION,
            "第三十二条第二款",
            "期间内应当执行完（答复支持以后的天数可以设定）的诉求当中，按时执行完的",
            _carried_out,
        ),
        Rule(
            Formula.ORDERS_IN_TIME,
            AssessedDuty.TIME,
            "第四十条",
            "期间内应当反馈的督办件当中，首次反馈没有超过应反馈日期的",
            _orders_in_time,
        ),
        Rule(
            Formula.ATTENDED,
            AssessedDuty.ATTENDANCE,
            "第九条、第十三条",
            "期间内召开的会议邀请本单位人员的人次当中，到会的",
            _attended,
        ),
    )
}


def period_of(year: int, on: date) -> Period:
    """Return the days of a year that are over on a day: what falls due today may still be done."""
    return Period(date(year, 1, 1), min(date(year, 12, 31), on - timedelta(days=1)))
