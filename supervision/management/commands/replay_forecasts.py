"""`manage replay_forecasts --days N`: say for each of the last days what would have been said then, and check it."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from organizations.management.noted import NotedCommand
from organizations.today import today
from supervision.forecast.making import replay


class Command(NotedCommand):
    """What was said on its day already stays as it is."""

    help = "补算以前每天的超期预测（只用当时已知的情况）并核对，刚启用时就能看到准不准"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the number of days."""
        parser.add_argument("--days", type=int, default=180, help="补算最近多少天，默认180")

    def work(self, *args: Any, **options: Any) -> None:
        """Replay and print how many rows were written."""
        last = today()
        written = sum(replay(last - timedelta(days=options["days"]), last))
        self.stdout.write(f"已补算{options['days']}天，写入预测{written}条。")
