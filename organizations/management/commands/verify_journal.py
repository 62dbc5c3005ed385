"""`manage verify_journal [--json]`: is the journal whole, and if not, where does it break?"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from organizations.journal.chaining import sequence_all
from organizations.journal.verifying import Found, verify_journal
from organizations.management.noted import NotedCommand

BROKEN = 1


class Command(NotedCommand):
    """Chain what waits, verify every chain of the journal; exit code 1 where one is broken."""

    help = "核验日志链：先补链，再逐条核验。"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --json."""
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def work(self, *args: Any, **options: Any) -> None:
        """Verify, print, and fail where a link is broken."""
        sequence_all()
        found = verify_journal()
        self.stdout.write(
            json.dumps(as_data(found), ensure_ascii=False, indent=2) if options["json"] else as_text(found)
        )
        if found.broken:
            raise CommandError(f"有{len(found.broken)}处日志链不完整。", returncode=BROKEN)


def as_data(found: Found) -> dict[str, Any]:
    """Return the findings as plain data for programs."""
    broken = [
        {"district": each.district, "day": each.day.isoformat() if each.day else None, "sequence": each.sequence}
        | {"why": each.why}
        for each in found.broken
    ]
    return {
        "entries": found.entries,
        "late": found.late,
        "waiting": found.waiting,
        "heads": found.heads,
        "broken": broken,
    }


def as_text(found: Found) -> str:
    """Return the findings for people, with the end of every chain to write down."""
    lines = [f"断裂：{each.district} {each.day or ''} 第{each.sequence}条，{each.why}。" for each in found.broken]
    ends = [f"链尾：{name} {digest}" for name, digest in found.heads.items()]
    total = f"已核验{found.entries}条日志，其中补链{found.late}条；尚未入链{found.waiting}条。"
    return "\n".join([*lines, *ends, total])
