"""`manage recount_clocks [--dry-run]`: the running clocks on the calendar as it is now."""

from argparse import ArgumentParser
from typing import Any

from cases.actions.recounting import moves_on, recount_all
from law.vocabulary import Duty
from organizations.management.noted import NotedCommand
from organizations.today import today
from organizations.working_days import working_calendar


class Command(NotedCommand):
    """List what would move, or recount with an event for each that moves; stopped in the middle, it may be run again."""

    help = "按现在的日历重新计算正在走的期限，每个移动了的记一条办理记录；--dry-run 只列出不改动。可以反复运行。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="只列出会移动的期限")

    def work(self, *args: Any, **options: Any) -> None:
        """List, or recount."""
        if not options["dry_run"]:
            self.stdout.write(f"移动了{recount_all(today())}个期限。")
            return
        found = moves_on(working_calendar(), today())
        for move in found.listed:
            number = move.number or "（不显示编号）"
            self.stdout.write(f"{number}\t{Duty(move.clock.duty).label}\t{move.former}\t{move.due_on}")
        more = "" if found.whole else "以上，没有查完"
        self.stdout.write(f"会移动{found.count}个期限{more}；没有改动。")
