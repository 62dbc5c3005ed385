"""The shared frame of the commands that print a file of docs/ from the code."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class PrintCommand(BaseCommand):
    """Write one file of docs/, or with --check only say whether it is current."""

    requires_system_checks: list[str] = []
    file_name = ""

    def text(self) -> str:
        """Return what the file should hold."""
        raise NotImplementedError

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --check."""
        parser.add_argument("--check", action="store_true", help="只核对，不写文件；不一致时退出码为1")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file, or compare it."""
        path = Path(settings.BASE_DIR) / "docs" / self.file_name
        current = path.read_text(encoding="utf-8") if path.exists() else ""
        if not options["check"]:
            path.parent.mkdir(exist_ok=True)
            path.write_text(self.text(), encoding="utf-8")
            self.stdout.write(f"已写入 docs/{self.file_name}。")
        elif current != self.text():
            raise CommandError(f"docs/{self.file_name} 与程序不一致，请重新打印：manage {self._name()}")
        else:
            self.stdout.write(f"docs/{self.file_name} 与程序一致。")

    def _name(self) -> str:
        return type(self).__module__.rsplit(".", 1)[-1]
