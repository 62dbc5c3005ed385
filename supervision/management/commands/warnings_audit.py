"""`manage warnings_audit [--json]`: was everybody warned who had to be, and nobody twice, up to the last run?"""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandError

from organizations.management.noted import NotedCommand
from supervision.warnings.auditing import audit_warnings

DIFFERENT = 1


class Command(NotedCommand):
    """Compute from events, grants, settings and calendar who had to be warned, and compare; exit code 1 where it differs."""

    help = "核对预警：manage warnings_audit；由办理记录、授权、参数、日历重新推算应当预警的，与已经写入的比对"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --json."""
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def work(self, *args: Any, **options: Any) -> None:
        """Audit, print, and fail where something differed."""
        found = audit_warnings()
        if options["json"]:
            self.stdout.write(json.dumps(asdict(found)))
        else:
            self.stdout.write(
                f"应预警{found.due}条，已预警{found.written}条，缺少{found.missing}条，多出{found.double}条。"
            )
        if found.difference:
            raise CommandError(f"有{found.difference}处不一致，见日志。", returncode=DIFFERENT)
