"""A program that stands in for the devices of a desk: what a local helper has to serve, and nothing else.

GET / says which devices are there; POST /id-card answers the fields of a card, POST /camera a picture, POST /print takes
the lines of a slip. It listens on the loopback only and answers one origin only.
"""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

DEVICES = ("id_card", "camera", "printer")
# Invented, of a district that is none. A reader also has a photo and a fingerprint: they are never sent.
CARD = {"name": "张示例", "id_number": "990102196001010011", "address": "云河区青石镇柳湾村8号"}
_MOST = 65_536


def picture() -> bytes:
    """Return a page under the camera."""
    image = Image.new("RGB", (900, 1200), (250, 250, 245))
    drawn = ImageDraw.Draw(image)
    for row in range(200, 1000, 60):
        drawn.line((120, row, 780, row), fill=(90, 90, 90), width=3)
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


class Helper(ThreadingHTTPServer):
    """A helper for the pages of one origin; ``printed`` is given the lines of every slip."""

    def __init__(self, port: int, origin: str, printed: Callable[[list[str]], None]) -> None:
        super().__init__(("127.0.0.1", port), Answer)
        self.origin, self.printed = origin, printed

    @property
    def url(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answer(BaseHTTPRequestHandler):
    """One request of a page."""

    server: Helper

    def do_OPTIONS(self) -> None:
        """Let the pages of the origin ask."""
        self._say(204)

    def do_GET(self) -> None:
        """Say which devices are there."""
        self._json({"service": "xinfang-devices", "version": 1, "devices": DEVICES})

    def do_POST(self) -> None:
        """Serve one device."""
        if self.headers.get("Origin") != self.server.origin:
            self._json({"message": "这个网页不能使用本机的设备。"}, 403)
        elif self.path == "/id-card":
            self._json(CARD)
        elif self.path == "/camera":
            self._say(200, picture(), "image/jpeg")
        elif self.path == "/print":
            self._print()
        else:
            self._json({"message": "没有这种设备。"}, 404)

    def _print(self) -> None:
        body = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), _MOST))
        try:
            lines = [str(line) for line in json.loads(body)["lines"]]
        except (ValueError, KeyError, TypeError):
            self._json({"message": "应为 {lines: [文字]}。"}, 422)
            return
        self.server.printed(lines)
        self._say(204)

    def _json(self, told: dict[str, Any], status: int = 200) -> None:
        self._say(status, json.dumps(told, ensure_ascii=False).encode(), "application/json")

    def _say(self, status: int, body: bytes = b"", content_type: str = "") -> None:
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", self.server.origin)
        self.send_header("Access-Control-Allow-Headers", "Content-Type")
        self.send_header("Access-Control-Allow-Methods", "GET, POST")
        self.send_header("Access-Control-Allow-Private-Network", "true")
        self.send_header("Content-Length", str(len(body)))
        if content_type:
            self.send_header("Content-Type", content_type)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Say nothing: what a card said stands in no log."""
