"""`manage due CODE YYYY-MM-DD [--days N] [--json]`: a legal date, and each day that leads to it."""

import json
import re
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from law.deadlines import Explanation, explain
from law.errors import Refused
from law.vocabulary import Duty
from organizations.working_days import current_rules, working_calendar

USAGE = 2


class Command(BaseCommand):
    """Print the due date of a duty that starts on a day, and why; exit code 2 for a wrong argument."""

    help = "计算并解释一个期限：manage due HANDLE_60D 2026-03-02"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take everything as text: what is wrong is told in our own words."""
        parser.add_argument("code", help="期限代码：" + "、".join(Duty))
        parser.add_argument("starts_on", help="起算日，如 2026-03-02")
        parser.add_argument("--days", help="指定的天数（交办反馈等）；不得多于条例规定")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *args: Any, code: str, starts_on: str, days: str | None, **options: Any) -> None:
        """Explain one date."""
        duty, start, number = _duty(code), _date(starts_on), _days(days)
        try:
            found = explain(duty, start, working_calendar(), days=number, rules=current_rules())
        except Refused as refusal:
            raise CommandError(refusal.message, returncode=USAGE) from refusal
        shown = (
            json.dumps(as_data(found), ensure_ascii=False, indent=2) if options["json"] else as_text(found)
        )
        self.stdout.write(shown)


def as_data(found: Explanation) -> dict[str, Any]:
    """Return an explanation as plain data for programs."""
    return {
        "code": str(found.duty.value),
        "starts_on": found.starts_on.isoformat(),
        "due_on": found.due_on.isoformat() if found.due_on else None,
        "reason": found.reason,
        "article": found.article,
        "provisional": found.provisional,
        "days": [
            {"date": day.on.isoformat(), "counts": day.counts, "number": day.number, "why": day.why}
            for day in found.days
        ],
    }


def as_text(found: Explanation) -> str:
    """Return an explanation as lines for people, one per day."""
    lines = [
        f"{found.duty.label}（{found.duty.value}）",
        f"依据：{found.article}",
        f"届满：{found.due_on.isoformat() if found.due_on else '无法定天数'}",
        f"理由：{found.reason}",
    ]
    for day in found.days:
        place = f"第{day.number}天" if day.number else "不计" if not day.counts else "当日"
        lines.append(f"  {day.on.isoformat()}  {place}  {day.why}")
    return "\n".join(lines)


def _duty(code: str) -> Duty:
    try:
        return Duty(code.upper())
    except ValueError:
        raise CommandError(
            f"没有期限代码“{code}”。可用的代码：{'、'.join(Duty)}。", returncode=USAGE
        ) from None


def _date(text: str) -> date:
    try:
        # fromisoformat alone would also take 20260302 and week dates.
        return date.fromisoformat(text if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else "")
    except ValueError:
        raise CommandError(
            f"日期“{text}”不正确，应为 YYYY-MM-DD，如 2026-03-02。", returncode=USAGE
        ) from None


def _days(text: str | None) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"-?[0-9]{1,6}", text):
        raise CommandError(f"天数“{text}”不正确，应为整数，如 --days 20。", returncode=USAGE)
    return int(text)
