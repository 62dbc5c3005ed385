"""Devices of the desk behind a helper on the same machine: fields, a picture, a slip; nothing else of a card."""

import json
import threading
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.core.exceptions import ImproperlyConfigured

from reception.devices.simulator import CARD, Helper
from xinfang.content_policy import policy

ORIGIN = "http://xinfang.test"


class Running:
    """The simulator, running."""

    def __init__(self) -> None:
        self.printed: list[list[str]] = []
        self.server = Helper(0, ORIGIN, self.printed.append)

    def ask(self, path: str, body: Any = None, origin: str = ORIGIN) -> Any:
        data = json.dumps(body).encode() if body is not None else b""
        return urlopen(Request(f"{self.server.url}{path}", data, {"Origin": origin}), timeout=5)


@pytest.fixture
def running() -> Iterator[Running]:
    found = Running()
    thread = threading.Thread(target=found.server.serve_forever, daemon=True)
    thread.start()
    yield found
    found.server.shutdown()
    found.server.server_close()


def test_the_helper_serves_three_devices_and_no_picture_of_a_person(running: Running):
    card = json.load(running.ask("/id-card"))
    assert card == CARD
    assert set(card) == {"name", "id_number", "address"}
    assert running.ask("/camera").read().startswith(b"\xff\xd8\xff")
    assert running.ask("/print", {"lines": ["云河区信访局", "2026-000001"]}).status == 204
    assert running.printed == [["云河区信访局", "2026-000001"]]


@pytest.mark.parametrize(
    ("path", "body", "origin", "status"),
    [("/id-card", None, "http://elsewhere.test", 403), ("/face", None, ORIGIN, 404), ("/print", {"x": 1}, ORIGIN, 422)],
)
def test_it_answers_its_own_pages_only(running: Running, path: str, body: Any, origin: str, status: int):
    with pytest.raises(HTTPError) as refused:
        running.ask(path, body, origin)
    assert refused.value.code == status


def test_pages_may_ask_the_same_machine_and_no_other():
    assert policy("http://127.0.0.1:18620")["DIRECTIVES"]["connect-src"][1:] == ["http://127.0.0.1:18620"]
    assert policy()["DIRECTIVES"]["connect-src"][1:] == []
    for elsewhere in ("http://10.0.0.7:18620", "https://example.test", "http://127.0.0.1:18620 https://x", "*"):
        with pytest.raises(ImproperlyConfigured):
            policy(elsewhere)
