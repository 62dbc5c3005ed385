"""`manage rotate_keys [--batch 500] [--drop-old]`: new keys for the personal fields while the system runs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from cases.record.key_rotation import Progress, begin_rotation, drop_old, rotate
from law.errors import Refused
from organizations.management.noted import NotedCommand

FAILED, USAGE = 1, 2


class Command(NotedCommand):
    """Add a generation of keys and seal everything anew, or drop the old one; exit code 1 where rows cannot be opened."""

    help = "更换密钥：manage rotate_keys；全部换完后：manage rotate_keys --drop-old"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the size of a batch, or --drop-old."""
        parser.add_argument("--batch", type=int, default=500, help="每批行数")
        parser.add_argument("--drop-old", action="store_true", help="删除不再使用的旧密钥，不可恢复")

    def work(self, *args: Any, **options: Any) -> None:
        """Rotate, or drop."""
        if options["batch"] < 1:
            raise CommandError("每批行数至少为1。", returncode=USAGE)
        if options["drop_old"]:
            self._drop()
        else:
            self._rotate(options["batch"])

    def _rotate(self, batch: int) -> None:
        generation, new = begin_rotation()
        self.stdout.write(f"{'已新增密钥' if new else '继续上次未完成的更换，密钥'} {generation}。")
        tables: dict[str, Progress] = {}
        for progress in rotate(batch):
            tables[progress.table] = progress
            self.stderr.write(f"{progress.table}：已重新加密{progress.sealed}行")
        for progress in tables.values():
            self.stdout.write(f"{progress.table}：共重新加密{progress.sealed}行。")
        self.stdout.write(f"合计{sum(each.sealed for each in tables.values())}行。")
        broken = [f"{each.table} 主键 {key}" for each in tables.values() for key in each.broken]
        if broken:
            raise CommandError(f"有{len(broken)}行无法解密，保持原样：{'；'.join(broken[:20])}。", returncode=FAILED)
        self.stdout.write("旧密钥仍在密钥文件中；确认无误并另存备份后，可运行 manage rotate_keys --drop-old 删除。")

    def _drop(self) -> None:
        try:
            dropped = drop_old()
        except Refused as refusal:
            raise CommandError(refusal.message, returncode=FAILED) from refusal
        self.stdout.write(f"已删除旧密钥：{'、'.join(dropped)}。" if dropped else "没有旧密钥可删。")
