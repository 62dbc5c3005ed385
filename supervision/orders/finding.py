"""Finding failures night by night: what a rule shows is written down once and stays as it was found."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef

from kit.settings import Setting
from organizations.settings_in_force import setting_on
from supervision.models import Finding
from supervision.orders.rules import BY_RULE, Rule, found_rows
from supervision.words.orders import FindingState

FINDING_DAYS = Setting(
    "FINDING_DAYS",
    365,
    "督办线索往前找多少天",
    help="启用之初不把多年以前的都列出来；已经列出的不受影响。",
    unit="日",
    least=30,
    most=3650,
)
_AT_ONCE = 1000


def find_failures(on: date) -> int:
    """Write down what the rules find that is not known yet, and return how much: safe twice, and safe late."""
    return sum(_find(rule, on) for rule in BY_RULE)


def _find(rule: Rule, on: date) -> int:
    found, written = _unknown(rule, on), 0
    while rows := list(islice(found, _AT_ONCE)):
        made = [_finding(rule, row, on) for row in rows]
        written += len(Finding.objects.bulk_create(made, ignore_conflicts=True))
    return written


def _unknown(rule: Rule, on: date) -> Iterator[tuple[Any, ...]]:
    since = on - timedelta(days=int(setting_on(FINDING_DAYS.key, on)))
    known = Finding.objects.filter(failure=rule.failure, key=OuterRef("pk"))
    yield from found_rows(rule, on).filter(~Exists(known), missed__gte=since)


def _finding(rule: Rule, row: tuple[Any, ...], on: date) -> Finding:
    case, leg, unit, district, key, missed = row
    return Finding(
        district_id=district,
        unit_id=unit,
        state=FindingState.OPEN,
        case_id=case,
        leg_id=leg,
        failure=rule.failure,
        key=key,
        missed_on=missed,
        found_on=on,
    )
