"""`manage simulate --days N --cases M --seed S [--json]`: a district lives for some days, in this process."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from demo.simulation.days import Wish, simulate
from demo.simulation.report import as_data, as_text
from law.errors import Refused
from organizations.management.noted import NotedCommand
from organizations.simulated import World

BROKEN, USAGE = 1, 2


class Command(NotedCommand):
    """Simulate, verify everything, print the counts; exit code 1 where something does not hold, 2 for a wrong wish."""

    help = "模拟一个区的信访工作：逐日办理、发提醒、跑定时任务，到今天为止；不需要后台进程。同一种子得到同样的结果。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how long, how much, by which chance, and --json."""
        usual = Wish()
        parser.add_argument("--days", type=int, default=usual.days, help=f"天数，到今天为止（默认{usual.days}）")
        parser.add_argument("--cases", type=int, default=usual.cases, help=f"信访件数（默认{usual.cases}）")
        parser.add_argument("--seed", type=int, default=usual.seed, help="随机种子")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it anywhere but in production."""
        if settings.PRODUCTION:
            raise CommandError("生产环境不能模拟。", returncode=USAGE)
        super().handle(*args, **options)

    def work(self, *args: Any, **options: Any) -> None:
        """Simulate and print; fail where something does not hold."""
        wish = Wish(options["days"], options["cases"], options["seed"])
        try:
            outcome = simulate(wish, None if options["json"] else self._tell)
        except Refused as refused:
            raise CommandError(refused.message, returncode=USAGE) from refused
        data = as_data(outcome)
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) if options["json"] else as_text(data))
        if outcome.faults:
            raise CommandError(f"有{len(outcome.faults)}处不符。", returncode=BROKEN)

    def _tell(self, day: date, world: World) -> None:
        if day.day % 10 == 0 or day == world.until:
            self.stderr.write(f"{day}：已办理{sum(world.done.values())}次，被拒绝{sum(world.refused.values())}次")
