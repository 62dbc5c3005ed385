"""What is away for a moment is told apart from a mistake of ours."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from redis.exceptions import ConnectionError as RedisAway

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (OperationalError("gone"), 503, "unavailable"),
        (InterfaceError("closed"), 503, "unavailable"),
        (RedisAway("refused"), 503, "unavailable"),
        (ZeroDivisionError("ours"), 500, "server_error"),
    ],
)
def test_a_service_that_is_away_is_503_and_a_mistake_500(monkeypatch, error, status, code):
    def fail(*_args: object) -> None:
        raise error

    client = Client(raise_request_exception=False)
    monkeypatch.setattr("organizations.views.calculator.calculate", fail)
    monkeypatch.setattr("organizations.api.deadlines.calculate", fail)
    page = client.get("/calculator/?code=HANDLE_60D&starts_on=2026-03-02")
    told = client.get("/api/v1/deadlines/?code=HANDLE_60D&starts_on=2026-03-02")
    assert (page.status_code, told.status_code, told.json()["code"]) == (status, status, code)
    assert str(error) not in page.content.decode() + told.content.decode()
    assert page.headers.get("Retry-After") == ("5" if status == 503 else None)
