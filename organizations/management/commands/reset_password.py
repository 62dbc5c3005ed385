"""Command `reset_password`: a new password for somebody who forgot theirs, given by the person who runs the machine."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from law.errors import Refused
from organizations.access import reset_password
from organizations.management.noted import NotedCommand
from organizations.people import new_password


class Command(NotedCommand):
    """Print the new password once; it is stored nowhere in the clear."""

    help = "为账号重置密码；不写 --password 则随机生成并显示一次。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whose password."""
        parser.add_argument("username")
        parser.add_argument("--password", default="")

    def work(self, *args: Any, **options: Any) -> None:
        """Reset it, or say why not."""
        password = options["password"] or new_password()
        try:
            staff = reset_password(options["username"], password)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"已重置 {staff.username}（{staff.name}）的密码。")
        if not options["password"]:
            self.stdout.write(f"密码（只显示这一次）：{password}")
