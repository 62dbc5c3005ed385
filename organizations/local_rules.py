"""What a version of the limits sets beside periods, as law.local_rules reads it."""

from collections.abc import Mapping
from typing import Any

from law.admission import GROUNDS
from law.deadlines import Rules
from law.local_rules import LocalRules
from law.vocabulary import Duty
from organizations.models import LimitVersion

_GROUNDS = {"ground_window_lapsed": "NLA_WINDOW_LAPSED", "ground_bypass_level": "NA_BYPASS_LEVEL"}
_SIMPLE = {
    Duty.DISPATCH_15D: "simple_dispatch_days",
    Duty.NOTICE_DIRECT_15D: "simple_accept_days",
    Duty.NOTICE_REFERRED_15D: "simple_accept_days",
    Duty.HANDLE_60D: "simple_conclude_days",
}
DAY_FIELDS = ("simple_dispatch_days", "simple_accept_days", "simple_conclude_days", "reply_days", "superior_days")
LOCAL_FIELDS = (*_GROUNDS, "simplified", *DAY_FIELDS)


def local_rules_of(row: Mapping[str, Any]) -> LocalRules:
    """Return the local rules of a version given as a row of its fields."""
    return LocalRules(
        grounds=frozenset(code for name, code in _GROUNDS.items() if row[name]),
        simple={duty: row[name] for duty, name in _SIMPLE.items()} if row["simplified"] else {},
        reply_days=row["reply_days"],
        superior_days=row["superior_days"],
    )


def assert_local(version: LimitVersion) -> None:
    """Refuse numbers of days that cannot be, whether or not their switch is on. Raises Refused days_unfit."""
    row = {name: getattr(version, name) for name in LOCAL_FIELDS}
    local_rules_of({**row, "simplified": True})


def local_lines(rules: Rules) -> list[dict[str, str]]:
    """Return [{label, value}]: what the rules in force set beside periods, and what they leave off."""
    local = rules.local
    lines = [
        {"label": each.label, "value": "已启用" if each.code in local.grounds else "未启用"}
        for each in GROUNDS
        if each.local
    ]
    days = {duty: days for duty, days in local.simple.items() if duty is not Duty.NOTICE_DIRECT_15D}
    said = "，".join(f"{duty.label}{days}个工作日" for duty, days in days.items())
    return [
        *lines,
        {"label": "简易办理（定为“马上办”的信访件）", "value": said or "未启用"},
        {"label": "协办、征求意见、请示的回复", "value": f"{local.reply_days}个工作日，不是法定期限"},
        {"label": "被请求单位须请示上级的", "value": f"另加{local.superior_days}个工作日，只加一次"},
    ]
