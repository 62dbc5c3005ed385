"""`manage due CODE YYYY-MM-DD [--days N] [--json]`: a legal date, and each day that leads to it."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from law.deadlines import Explanation
from law.errors import Refused
from law.vocabulary import Duty
from organizations.calculator import as_data, calculate

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
        try:
            found = calculate(code, starts_on, days)
        except Refused as refusal:
            raise CommandError(refusal.message, returncode=USAGE) from refusal
        data = json.dumps(as_data(found), ensure_ascii=False, indent=2) if options["json"] else as_text(found)
        self.stdout.write(data)


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
