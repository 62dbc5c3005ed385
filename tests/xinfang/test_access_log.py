"""A line of the access log says who by number and from where, and no request can forge another line."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from gunicorn.config import Config
from gunicorn.glogging import Logger

from embedded.application import ACCESS_LOG
from organizations.models import ApiToken
from tests.cast import Cast
from xinfang.access_log import ACCOUNT, ADDRESS, PATH, NotedRequests

ROOT = Path(__file__).resolve().parent.parent.parent
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The connection of the test stays open, as Django's own test client keeps it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def line_of(path: str, **environ: Any) -> str:
    """The line that the web server writes of a request to the real application."""
    asked = RequestFactory().get("/").environ | {"PATH_INFO": path} | environ
    said: list[str] = []
    b"".join(NotedRequests(get_wsgi_application())(asked, lambda status, headers: said.append(status)))
    answer = SimpleNamespace(status=said[0], sent=10, headers=[])
    asked.setdefault("RAW_URI", "/")
    logger = Logger(Config())
    atoms = logger.atoms(answer, SimpleNamespace(headers=[]), asked, timedelta(milliseconds=5))
    return str(ACCESS_LOG % logger.atoms_wrapper_class(atoms))


@pytest.mark.django_db
@pytest.mark.parametrize("nasty", ["\n", "\r\n", "\x1b[2J", "\x85", " 200 ", "\u2028", '"', "\x00", "%0a"])
def test_no_path_begins_a_second_line_or_adds_a_field(nasty: str):
    path = f"/x{nasty}[29/Nov/2026] 10.0.0.9 1 GET /forged".encode().decode("latin-1")
    line = line_of(path)
    assert line.isascii()
    assert line.isprintable()
    fields = line.split("] ", 1)[1].split(" ")
    assert len(fields) == 7
    assert fields[:3] == ["127.0.0.1", "-", "GET"]


@pytest.mark.django_db
def test_a_line_names_the_account_by_number_with_session_and_with_token(cast: Cast):
    client = Client()
    client.force_login(cast.clerk, backend=BACKEND)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    _, token = ApiToken.objects.create(user=cast.router)
    for line, staff in (
        (line_of("/account/", HTTP_COOKIE=cookie), cast.clerk),
        (line_of("/api/v1/cases/", HTTP_AUTHORIZATION=f"Token {token}"), cast.router),
    ):
        assert f" 127.0.0.1 {staff.pk} GET /" in line
        assert staff.name not in line
        assert staff.username not in line
    assert " 127.0.0.1 - GET /login/ 200 " in line_of("/login/")


@pytest.mark.django_db
def test_a_line_names_the_address_that_our_proxy_noted(settings: Any):
    forged = {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 10.1.2.3", "REMOTE_ADDR": "127.0.0.1"}
    assert " 127.0.0.1 - GET" in line_of("/login/", **forged)
    settings.BEHIND_PROXY = True
    assert " 10.1.2.3 - GET" in line_of("/login/", **forged)
    odd = {"HTTP_X_FORWARDED_FOR": "6.6.6.6 7 GET /forged 200", "REMOTE_ADDR": "127.0.0.1"}
    assert " 6.6.6.6%207%20GET" in line_of("/login/", **odd)


@pytest.mark.django_db
def test_nobody_is_looked_up_for_the_log_alone(cast: Cast):
    client = Client()
    client.force_login(cast.clerk, backend=BACKEND)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/api/v1/deadlines/?code=HANDLE_60D&starts_on=2026-03-02").status_code == 200
    assert asked.captured_queries
    assert not [each["sql"] for each in asked.captured_queries if "session" in each["sql"]]


def test_the_image_writes_the_same_line_as_the_launcher():
    assert ACCESS_LOG in (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert all(key in ACCESS_LOG for key in (PATH, ADDRESS, ACCOUNT))
    assert "%(U)s" not in ACCESS_LOG
