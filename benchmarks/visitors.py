"""Who reads: the accounts of a data folder by their roles, each logged in once through the log-in page, as people do."""

import base64
import contextlib
import http.client
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.figures import Cost, cost_of
from benchmarks.measuring import ASKED, TOLD
from organizations.roles import Role

# What a reader is called in the tables, and the role by which his account is found.
READERS = {
    "router": Role.ROUTER,
    "window clerk": Role.WINDOW_CLERK,
    "head of a department": Role.HEAD,
    "handler": Role.HANDLER,
    "town": Role.DISPATCHER,
    "village": Role.INFORMANT,
    "coordinator": Role.COORDINATOR,
    "sealed desk": Role.SEALED_DESK,
}
_CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What came back, and what it cost."""

    status: int
    text: str
    cost: Cost


@dataclass
class Visitor:
    """Somebody who asks for pages: with the cookies of a session, or with a token."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def get(self, address: str, asked: str = "") -> Answer:
        """Ask for a page; ``asked`` is what the measuring middleware shall do besides."""
        return self._send("GET", address, None, {ASKED: asked} if asked else {})

    def send_form(self, address: str, fields: dict[str, str], asked: str = "") -> Answer:
        """Send a form, with the token against forgery that the session knows."""
        typed = {**fields, "csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        headers = {"Content-Type": "application/x-www-form-urlencoded"} | ({ASKED: asked} if asked else {})
        return self._send("POST", address, urlencode(typed).encode(), headers)

    def send_json(self, address: str, body: object) -> Answer:
        """Send what a program sends."""
        return self._send("POST", address, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def _send(self, method: str, address: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Take a connection for each request, as a proxy in front does: any process and any thread may answer it."""
        given = {**headers, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if self.token:
            given["Authorization"] = f"Token {self.token}"
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        try:
            connection.request(method, address, body, given)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        took = (time.perf_counter() - begun) * 1000
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
        return Answer(answer.status, text, cost_of(took, answer.headers[TOLD]))


def accounts_in(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Return names and passwords by the word for their role, from the files of accounts that lie in a data folder."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in sorted(folder.glob("*accounts*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            found_in_line = account_in(line)
            if found_in_line:
                role, name, password = found_in_line
                found.setdefault(role, []).append((name, password))
    return found


def account_in(line: str) -> tuple[str, str, str] | None:
    """Return role, name and password of a line of the file (role, name, person, unit, password), None for other lines."""
    columns = line.split("\t")
    if len(columns) < 5 or columns[0] not in {role.label for role in Role}:
        return None
    return columns[0], columns[1], columns[4]


def logged_in(port: int, name: str, password: str) -> Visitor:
    """Return a visitor with a session of this account. Raises RuntimeError where the log-in page refuses it."""
    visitor = Visitor(port)
    page = visitor.get("/login/")
    token = _CSRF.search(page.text)
    visitor.cookies.setdefault("csrftoken", token[1] if token else "")
    answer = visitor.send_form("/login/", {"username": name, "password": password, "next": "/"})
    if answer.status != 302:
        raise RuntimeError(f"{name} cannot log in: {answer.status}")
    return visitor


@contextlib.contextmanager
def with_token(port: int, name: str, password: str) -> Iterator[Visitor]:
    """Give a program that acts for this account, and end its token. Raises RuntimeError where it gets none."""
    basic = base64.b64encode(f"{name}:{password}".encode()).decode()
    asking = Visitor(port)
    answer = asking._send("POST", "/api/v1/auth/login/", b"", {"Authorization": f"Basic {basic}"})
    if answer.status != 200:
        raise RuntimeError(f"{name} gets no token: {answer.status} {answer.text[:200]}")
    program = Visitor(port, token=json.loads(answer.text)["token"])
    try:
        yield program
    finally:
        program.send_json("/api/v1/auth/logout/", {})
