"""Command `close_staff`: close the account of somebody who left; log-ins and tokens end at once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from law.errors import Refused
from organizations.access import close_account
from organizations.management.noted import NotedCommand


class Command(NotedCommand):
    """Close one account; it is never deleted, because its work stays signed."""

    help = "停用账号：原密码作废，登录和令牌立即失效；办理记录不变。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whose account."""
        parser.add_argument("username")

    def work(self, *args: Any, **options: Any) -> None:
        """Close it, or say why not."""
        try:
            staff = close_account(options["username"])
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"已停用 {staff.username}（{staff.name}）：原密码作废，登录和令牌都已失效。")
