"""Command `print_docs`: every document that the rooms print from the code; one line a room in its room.py."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from kit.rooms import all_of


class Command(BaseCommand):
    """Print, or with --check only compare, the documents of all rooms."""

    help = "由程序打印 docs/ 中的各份文件；--check 只核对。"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --check."""
        parser.add_argument("--check", action="store_true", help="只核对，不写文件；不一致时退出码为1")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the printing commands of every room."""
        for command in ("print_rooms", *all_of("printed")):
            call_command(command, check=options["check"], stdout=self.stdout)
