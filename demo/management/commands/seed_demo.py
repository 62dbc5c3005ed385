"""Command `seed_demo`: the fictional district, its accounts and 300 cases made through the acts."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.accounts import accounts_file, make_accounts
from demo.district import demo_area
from demo.tasks import ask_for_cases, show_rooms
from demo.walk import WANTED, make_cases, missing
from organizations.models import Unit
from organizations.today import today

_EVERY = 25


class Command(BaseCommand):
    """Make what is missing of the demonstration; a second run adds nothing."""

    help = "生成演示数据：虚构的澄湖区、各角色账号和300件信访件。可以重复运行，不会重复生成。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to do; without an option, everything, here and now."""
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--accounts", action="store_true", help="只建单位和账号")
        only.add_argument("--enqueue", action="store_true", help="请后台逐批生成信访件，立即返回")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what was asked for, in an empty or a demonstration system only."""
        if settings.PRODUCTION:
            raise CommandError("生产环境不能生成演示数据。")
        if demo_area() is None and Unit.objects.exists():
            self.stdout.write("系统里已有正式单位，不生成演示数据。")
            return
        if not options["enqueue"]:
            make_accounts()
            self.stdout.write(f"演示单位和账号已就绪，账号表：{accounts_file()}（仅本用户可读）。")
        if options["enqueue"]:
            asked = ask_for_cases(today()) if demo_area() else 0
            self.stdout.write(f"已请后台生成{asked}件演示信访件。" if asked else "没有需要生成的演示信访件。")
        elif not options["accounts"]:
            self._make_all()

    def _make_all(self) -> None:
        day = today()
        numbers, failed = missing(day), 0
        for first in range(0, len(numbers), _EVERY):
            tally = make_cases(numbers[first : first + _EVERY], day)
            failed += len(tally.failed)
            for line in tally.failed:
                self.stderr.write(line)
            self.stdout.write(f"{min(first + _EVERY, len(numbers))}/{len(numbers)}")
        if not failed:
            show_rooms(day)
        self.stdout.write(f"演示信访件共{WANTED}件，本次生成{len(numbers) - failed}件，未完成{failed}件。")
