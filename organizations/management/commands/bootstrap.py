"""Command `bootstrap`: the first units and accounts of an empty production system."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction

from law.errors import Refused
from organizations.founding import Account, found_district
from organizations.management.noted import NotedCommand


class Command(NotedCommand):
    """Found one district; do nothing where a unit exists."""

    help = "空系统第一次启用：建立本区、区信访局，三员和信访局的首批账号；已有单位时什么也不做。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where the passwords go and, if they are known already, the names and the division code."""
        parser.add_argument("--accounts-file", type=Path, default=settings.DATA_DIR / "first_accounts.txt")
        parser.add_argument("--district", default="本区（请改名）", help="区县名称")
        parser.add_argument("--office", default="区信访局（请改名）", help="信访部门名称")
        parser.add_argument("--code", default="", help="区县的6位区划代码；导入区划文件时凭它对应")

    def work(self, *args: Any, **options: Any) -> None:
        """Found the district and write the passwords before anything becomes final."""
        path: Path = options["accounts_file"]
        try:
            with transaction.atomic():
                accounts = found_district(options["district"], options["office"], options["code"])
                _write(path, _lines(accounts))
        except Refused as refused:
            self.stdout.write(refused.message)
            return
        except OSError as error:
            raise CommandError(f"账号文件写不了：{path}（{error.strerror}）。没有建立任何单位和账号。") from error
        self.stdout.write("\n".join(_lines(accounts)))
        self.stdout.write(f"以上内容已写入 {path}（仅本用户可读）。请分发后删除该文件，并要求各人登录后修改密码。")


def _lines(accounts: list[Account]) -> list[str]:
    head = "账号\t密码\t角色\t单位"
    return [head, *(f"{a.username}\t{a.password}\t{a.role.label}\t{a.unit}" for a in accounts)]


def _write(path: Path, lines: list[str]) -> None:
    """Write the file for its owner's eyes only, from its first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write("\n".join(lines) + "\n")
