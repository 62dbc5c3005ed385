"""`manage simulate_devices [--port 18620] [--origin URL]`: stands in for the devices of a desk, until it is stopped."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from reception.devices.simulator import Helper


class Command(BaseCommand):
    """Serve an invented ID card, a page under the camera and a printer that prints here."""

    help = "模拟窗口的身份证阅读器、高拍仪和小票打印机（只供演示和测试）：manage simulate_devices --origin http://127.0.0.1:8000"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the port, and the origin of the pages that may ask."""
        parser.add_argument("--port", type=int, default=18620, help="端口")
        parser.add_argument("--origin", default="http://127.0.0.1:8000", help="系统的网址，只有它的网页能使用")

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until somebody stops it."""
        server = Helper(options["port"], options["origin"], self._printed)
        self.stdout.write(f"设备模拟器：{server.url}，供{options['origin']}使用；Ctrl+C 结束。")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()

    def _printed(self, lines: list[str]) -> None:
        self.stdout.write("\n".join(["──────── 打印", *lines, "────────"]))
