"""`manage audit_reach [--sample N] [--json]`: do the reach rows (查看范围) say what the records say, for every kind of reader?"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from cases.record.auditing_reach import audit_reach
from organizations.management.noted import NotedCommand

DIFFERENT = 1


class Command(NotedCommand):
    """Ask about a sample of cases, or all; exit code 1 where a row differed, which is mended by then."""

    help = "核对查看范围：manage audit_reach；抽查：manage audit_reach --sample 件数"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the size of the sample, and --json."""
        parser.add_argument("--sample", type=int, help="抽查的件数；不写则全部核对")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def work(self, *args: Any, **options: Any) -> None:
        """Audit, print, and fail where something differed."""
        found = audit_reach(options["sample"])
        told = {
            "cases": found.cases,
            "readers": found.readers,
            "surplus": len(found.surplus),
            "missing": len(found.missing),
            "difference": len(found.surplus) + len(found.missing),
        }
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            words = f"已按{told['readers']}种查看人核对{told['cases']}件：多出{told['surplus']}处，缺少{told['missing']}处。"
            self.stdout.write(words)
        if told["difference"]:
            raise CommandError(f"有{told['difference']}处不一致，已更正，见日志。", returncode=DIFFERENT)
