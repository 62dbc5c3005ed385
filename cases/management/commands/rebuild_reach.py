"""`manage rebuild_reach [--all] [--after KEY]`: write the reach rows (查看范围) of cases that have none, or of all."""

from argparse import ArgumentParser
from typing import Any

from cases.record.counting_terms import count_terms
from cases.record.rebuilding_reach import rebuild_reach
from organizations.management.noted import NotedCommand
from organizations.today import today


class Command(NotedCommand):
    """Each batch is committed by itself: interrupted, it goes on with --after and the key it printed last."""

    help = "重写查看范围：缺少的补写；全部重写：manage rebuild_reach --all；中断后接着写：--after 键值"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say whether every case is written anew, and from which key on."""
        parser.add_argument("--all", action="store_true", help="全部重写，不只是缺少的")
        parser.add_argument("--after", type=int, default=0, help="从这个键值之后接着写")

    def work(self, *args: Any, **options: Any) -> None:
        """Write batch after batch and print how far it is."""
        last = options["after"]
        for key in rebuild_reach(after=last, every=options["all"]):
            last = key
            self.stderr.write(f"已写到键值{last}。")
        # Whoever loaded cases past the acts wants them found as well: the words of new ones are counted with it.
        counted = count_terms(today())
        self.stdout.write(f"查看范围已写到信访件键值{last}，新计入词频的信访件键值{counted}个。")
