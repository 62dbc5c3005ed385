"""Which cases a campaign would take: by the rule of age and rounds, or by the numbers of a superior's list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cases.models import Case
from cases.sight.querysets import CaseQuerySet
from kit.settings import Setting
from law.errors import Refused
from law.vocabulary import State
from organizations.models import Staff
from organizations.settings_in_force import setting_on

MOST_AT_ONCE = 500
MOST_NUMBERS = 5000
_ENDED = (State.CLOSED, State.ARCHIVED, State.VOIDED, State.FILED, State.WITHDRAWN)
BACKLOG_DAYS = Setting(
    "BACKLOG_DAYS", 730, "积案：收到后满多少天未了结", "各地口径不同，请按本地文件核对", unit="天", least=30, most=7300
)
BACKLOG_ROUNDS = Setting(
    "BACKLOG_ROUNDS",
    3,
    "积案：同一事项登记过多少次",
    "按信访事项，不按人；请按本地文件核对",
    unit="次",
    least=2,
    most=50,
)
SETTINGS = (BACKLOG_DAYS, BACKLOG_ROUNDS)


@dataclass(frozen=True)
class Rule:
    """The rule of a campaign: open cases received so many days ago, or whose matter was registered so many times."""

    days: int
    rounds: int

    @property
    def said(self) -> str:
        """Return the rule in words."""
        return f"收到后满{self.days}天未了结，或者同一事项登记过{self.rounds}次以上"


@dataclass(frozen=True)
class Matched:
    """What became of a list of numbers: cases by their number, and numbers that no case within reach has."""

    found: dict[str, Case]
    missing: list[str]


def rule_of(district: int | None, on: date) -> Rule:
    """Return the rule that a district has set."""
    return Rule(setting_on(BACKLOG_DAYS.key, on, district), setting_on(BACKLOG_ROUNDS.key, on, district))


def readable_whole(staff: Staff) -> CaseQuerySet[Case]:
    """Return the cases that a person reads whole: what he does not is none of his lists."""
    return Case.objects.workable_by(staff).with_sealed_open(staff).filter(Q(sealed_open=True))


def by_rule(staff: Staff, rule: Rule, on: date) -> CaseQuerySet[Case]:
    """Return the open cases that the rule takes, of those a person reads whole; the oldest first."""
    rows = readable_whole(staff).exclude(state__in=_ENDED).exclude(historic=True)
    old = Q(received_on__lte=on - timedelta(days=rule.days))
    same = Case.objects.visible_to(staff).filter(matter=OuterRef("matter")).exclude(state=State.VOIDED)
    counted = same.order_by().values("matter").annotate(rounds=Count("pk")).values("rounds")
    rounds = Coalesce(Subquery(counted, output_field=IntegerField()), 1)
    return rows.alias(rounds=rounds).filter(old | Q(rounds__gte=rule.rounds)).order_by("received_on", "id")


def by_numbers(staff: Staff, numbers: Sequence[str]) -> Matched:
    """Return what a superior's numbers stand for: our number, or the number of the other system. Raises Refused too_many."""
    wanted = list(dict.fromkeys(number.strip() for number in numbers if number.strip()))
    if not wanted:
        raise Refused("numbers_missing", "没有读到编号：每行一个，或者上传有“编号”一列的xlsx表格。")
    if len(wanted) > MOST_NUMBERS:
        raise Refused("too_many", f"一次最多{MOST_NUMBERS}个编号，现有{len(wanted)}个，请分几次列入。")
    rows = readable_whole(staff).filter(Q(number__in=wanted) | Q(external_number__in=wanted))
    known: dict[str, Case] = {}
    for case in rows.order_by("id"):
        known.setdefault(case.number, case)
        known.setdefault(case.external_number, case)
    found = {number: known[number] for number in wanted if number in known}
    return Matched(found, [number for number in wanted if number not in known])
