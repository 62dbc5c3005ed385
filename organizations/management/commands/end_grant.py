"""Command `end_grant`: take a role back from somebody, at once; the row stays with its dates."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from law.errors import Refused
from organizations.access import account_named
from organizations.management.noted import NotedCommand
from organizations.models import Grant
from organizations.people import end_grant
from organizations.roles import Role


class Command(NotedCommand):
    """End the open grants of one role, in the name of an administrator."""

    help = "收回一个角色：立即失效，授权记录保留。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take from whom, which role, in whose name and why."""
        parser.add_argument("username", help="被收回角色的账号")
        parser.add_argument("--role", required=True, choices=[str(role.value) for role in Role])
        parser.add_argument("--by", required=True, metavar="USERNAME", help="办理的系统管理员或者安全管理员的账号")
        parser.add_argument("--reason", required=True, help="为什么收回")

    def work(self, *args: Any, **options: Any) -> None:
        """End them all, or say why not."""
        role = Role(options["role"])
        try:
            staff, by = account_named(options["username"]), account_named(options["by"])
            held = list(Grant.objects.open().filter(staff=staff, role=role).select_related("unit", "staff"))
            if not held:
                raise CommandError(f"{staff.name}没有角色“{role.label}”。")
            for given in held:
                end_grant(given, by, options["reason"])
        except Refused as refused:
            raise CommandError(refused.message) from refused
        units = "、".join(given.unit.name for given in held)
        self.stdout.write(f"已收回 {staff.username}（{staff.name}）在{units}的角色“{role.label}”，立即生效。")
