"""Command `load_dictionaries`: the dictionaries that come with the program, as often as one likes."""

from typing import Any

from organizations.dictionaries import load_dictionaries
from organizations.management.noted import NotedCommand


class Command(NotedCommand):
    """Add the terms that are not there yet; what the site added or ended stays."""

    help = "载入程序自带的字典（内容分类）；可以反复运行，已有的条目不变。"
    requires_migrations_checks = True

    def work(self, *args: Any, **options: Any) -> None:
        """Load them and say how many terms were added."""
        for name, added in load_dictionaries().items():
            self.stdout.write(f"{name}：新增{added}个条目。")
