"""`manage count_terms`: count the search terms of cases that were loaded past the acts, at once."""

from typing import Any

from cases.record.counting_terms import count_terms
from organizations.management.noted import NotedCommand
from organizations.today import today


class Command(NotedCommand):
    """What the task does every hour; interrupted, it goes on where it stopped."""

    help = "统计检索用的词频：每小时自动做一次；大批数据装入之后可以马上做"

    def work(self, *args: Any, **options: Any) -> None:
        """Count what came since and print how far it went."""
        self.stdout.write(f"词频已统计，新计入信访件键值{count_terms(today())}个。")
