"""Command `reopen_staff`: open a closed account again, under a new password."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from law.errors import Refused
from organizations.access import reopen_account
from organizations.management.noted import NotedCommand
from organizations.people import new_password


class Command(NotedCommand):
    """Open the account and print the new password once; it is stored nowhere in the clear."""

    help = "重新启用已停用的账号，并给新密码；不写 --password 则随机生成并显示一次。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whose account."""
        parser.add_argument("username")
        parser.add_argument("--password", default="")

    def work(self, *args: Any, **options: Any) -> None:
        """Open it, or say why not."""
        password = options["password"] or new_password()
        try:
            staff = reopen_account(options["username"], password)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"已重新启用 {staff.username}（{staff.name}）；停用前的密码、令牌不再有效。")
        if not options["password"]:
            self.stdout.write(f"密码（只显示这一次）：{password}")
