"""Takes from the web's role the right to change what must never change."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

APPEND_ONLY = (
    "cases_event",
    "organizations_journalentry",
    "organizations_journallink",
    "organizations_settingversion",
    "supervision_turn",
)


class Command(BaseCommand):
    """Run after every migration, as the owner of the tables."""

    help = "收回网页数据库角色对只增不改的表（办理记录、日志）的修改、删除、清空权限。每次迁移后执行。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Revoke UPDATE, DELETE and TRUNCATE on the append-only tables; says so where one role does both jobs."""
        role = settings.WEB_DATABASE_ROLE
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            owner = cursor.fetchone()[0]
            if role in {"", owner}:
                self.stderr.write(
                    "网页与迁移使用同一个数据库角色，没有可收回的权限；正式运行请设置 DATABASE_OWNER_URL。"
                )
                return
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if not cursor.fetchone():
                raise CommandError(f"数据库中没有角色 {role}。")
            present = [table for table in APPEND_ONLY if table in connection.introspection.table_names(cursor)]
            name = connection.ops.quote_name(role)
            for table in present:
                cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {connection.ops.quote_name(table)} FROM {name}")
        self.stdout.write(f"只增不改的表：{'、'.join(present) or '（尚无）'}；角色 {role} 只能读取和追加。")
