"""Command `seed`: a fictional district with as many cases as one likes, to measure and to train on."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from demo.seeding.accesses import give_accesses
from demo.seeding.accounts import accounts_file, make_accounts
from demo.seeding.district import make_district
from demo.seeding.loading import load_cases, tidy
from demo.seeding.outlines import Wish
from demo.seeding.world import load_world
from kit.rooms import rooms
from law.errors import Refused
from organizations.management.noted import NotedCommand
from organizations.today import today

MOST_CASES = 1_000_000


class Command(NotedCommand):
    """Make the district once, then add cases to it."""

    help = "生成测试数据：虚构的青岚区、各角色账号，以及十年内的若干件信访件（最多一百万件）。只能在空系统或者它自己的测试系统里运行。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how many, which, and how many of them are open."""
        parser.add_argument("--cases", type=int, required=True, help=f"件数，1至{MOST_CASES}")
        parser.add_argument("--seed", type=int, default=1, help="随机种子；同一天、同样的参数生成同样的数据")
        parser.add_argument("--open-share", type=float, default=0.03, help="尚未结案的比例，0至1（默认0.03）")

    def work(self, *args: Any, **options: Any) -> None:
        """Load the cases by COPY, let every room add its own, and say how long it took."""
        if settings.PRODUCTION:
            raise CommandError("生产环境不能生成测试数据。")
        if not 1 <= options["cases"] <= MOST_CASES or not 0 <= options["open_share"] <= 1:
            raise CommandError(f"件数应在1至{MOST_CASES}之间，未结案的比例应在0至1之间。")
        begun = monotonic()
        try:
            area = make_district()
        except Refused as refused:
            raise CommandError(refused.message) from refused
        make_accounts(area)
        world = load_world(area)

        def tell(words: str) -> None:
            self.stdout.write(f"{monotonic() - begun:.0f}秒：{words}")

        rows = load_cases(world, Wish(options["cases"], options["seed"], options["open_share"]), tell=tell)
        tell("正在补充临时查阅和各模块的记录，整理统计信息。")
        rows += give_accesses(world, options["seed"])
        for room in rooms():
            rows += room.seed(options["cases"], today()) if room.seed else 0
        tidy()
        self.stdout.write(f"已生成{options['cases']}件信访件，共{rows}行，用时{monotonic() - begun:.0f}秒。")
        self.stdout.write(f"账号表：{accounts_file()}（仅本用户可读）。")
