"""`manage verify_chain [--case NUMBER] [--json]`: are the chains of events whole, and if not, where do they break?"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from cases.models import Case
from cases.record.chain import Verified, verify_chains
from organizations.management.noted import NotedCommand

BROKEN, USAGE = 1, 2
MOST_SHOWN = 20


class Command(NotedCommand):
    """Verify every chain, or that of one case; exit code 1 where one is broken, 2 for an unknown number."""

    help = "核验办理链：manage verify_chain；单件：manage verify_chain --case 编号"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the number of a case, and --json."""
        parser.add_argument("--case", help="信访件编号；不写则核验全部")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def work(self, *args: Any, **options: Any) -> None:
        """Verify, print, and fail where a link is broken."""
        number = options["case"]
        cases = Case.objects.filter(number=number) if number else None
        if cases is not None and not cases.exists():
            raise CommandError(f"没有编号为“{number}”的信访件。", returncode=USAGE)
        found = verify_chains(cases)
        if options["json"]:
            self.stdout.write(json.dumps(as_data(found), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(as_text(found))
        if found.broken:
            raise CommandError(f"有{len(found.broken)}条办理链不完整。", returncode=BROKEN)


def as_data(found: Verified) -> dict[str, Any]:
    """Return the findings as plain data for programs."""
    broken = [{"case": each.case_number, "sequence": each.sequence, "why": each.why} for each in found.broken]
    return {"cases": found.cases, "events": found.events, "broken": broken}


def as_text(found: Verified) -> str:
    """Return the findings for people, the first broken link of each broken chain by name."""
    lines = [f"断裂：{each.case_number} 第{each.sequence}条，{each.why}。" for each in found.broken[:MOST_SHOWN]]
    if len(found.broken) > MOST_SHOWN:
        lines.append(f"……另有{len(found.broken) - MOST_SHOWN}件。")
    return "\n".join([*lines, f"已核验{found.cases}件信访件的{found.events}条办理记录。"])
