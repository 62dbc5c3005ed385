"""Command `create_staff`: an account with one role, for the person who runs the machine."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction
from django.db.models import Q

from law.errors import Refused
from organizations.actions import pad_code
from organizations.management.noted import NotedCommand
from organizations.models import Staff, Unit
from organizations.people import add_staff, approve, grant, new_password, officer
from organizations.roles import Role


class Command(NotedCommand):
    """Open the account, grant the role in the name of one officer and approve it in the name of another."""

    help = "开设账号并授予一个角色；授予人、核准人默认取该区县现任系统管理员和安全管理员。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take who, where and which role."""
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="姓名")
        parser.add_argument("--unit", required=True, metavar="CODE_OR_NAME", help="单位的区划代码、全称或者简称")
        parser.add_argument("--role", required=True, choices=[str(role.value) for role in Role])
        parser.add_argument("--position", default="", help="职务")
        parser.add_argument("--password", default="", help="不写则随机生成并显示一次")
        parser.add_argument("--granted-by", default="", metavar="USERNAME", help="授予人（系统管理员）的账号")
        parser.add_argument("--approved-by", default="", metavar="USERNAME", help="核准人（安全管理员）的账号")

    def work(self, *args: Any, **options: Any) -> None:
        """Create all or nothing; a generated password is printed once and stored nowhere."""
        password = options["password"] or new_password()
        try:
            with transaction.atomic():
                self._create(password, options)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        if not options["password"]:
            self.stdout.write(f"密码（只显示这一次）：{password}")

    def _create(self, password: str, options: dict[str, Any]) -> None:
        unit, role = _unit(options["unit"]), Role(options["role"])
        giver = _signer(options["granted_by"], Role.SYSTEM_ADMIN, unit)
        approver = _signer(options["approved_by"], Role.SECURITY_ADMIN, unit)
        staff = add_staff(options["username"], password, name=options["name"], unit=unit, position=options["position"])
        approve(grant(role, staff, unit, by=giver), by=approver)
        self.stdout.write(f"已开设账号 {staff.username}（{staff.name}，{unit.name}，{role.label}）。")
        self.stdout.write(f"授予人：{giver.name}（{giver.username}）；核准人：{approver.name}（{approver.username}）。")


def _unit(words: str) -> Unit:
    by_code = Q(code=pad_code(words)) if words.isascii() and words.isdigit() else Q()
    found = list(Unit.objects.filter(by_code or Q(name=words) | Q(short_name=words))[:6])
    if len(found) == 1:
        return found[0]
    if not found:
        raise CommandError(f"没有名称或代码是“{words}”的单位。")
    names = "、".join(f"{unit.name}（{unit.parent or '无上级'}，代码{unit.code or '无'}）" for unit in found)
    raise CommandError(f"“{words}”对应不止一个单位：{names}。请写全称或代码。")


def _signer(username: str, role: Role, unit: Unit) -> Staff:
    if username:
        try:
            return Staff.objects.select_related("unit").get(username=username)
        except Staff.DoesNotExist as error:
            raise CommandError(f"没有账号“{username}”。") from error
    if found := officer(role, unit):
        return found
    raise CommandError(f"“{unit.name}”所在区县还没有{role.label}；空系统请先运行 bootstrap。")
