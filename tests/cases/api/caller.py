"""A program at the REST door: a token, JSON in, JSON out."""

import base64
import json
from typing import Any

from django.test import Client

from kit.doors import slug_of
from law.vocabulary import Act
from organizations.models import ApiToken, Staff

ROOT = "/api/v1"


class Caller:
    """A member of staff's program; ``whole``: it wants the whole file as the answer of a write."""

    def __init__(self, staff: Staff, *, whole: bool = True) -> None:
        self.staff = staff
        _, token = ApiToken.objects.create(user=staff)
        prefers = {"Prefer": "return=representation"} if whole else {}
        self.client = Client(headers={"Authorization": f"Token {token}", **prefers}, raise_request_exception=False)

    def get(self, path: str, **query: Any) -> Any:
        """GET below /api/v1."""
        return self.client.get(f"{ROOT}{path}", query)

    def post(self, path: str, body: Any) -> Any:
        """POST a body as JSON; bytes as they are."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.client.post(f"{ROOT}{path}", raw, content_type="application/json")

    def read(self, case_id: int) -> dict[str, Any]:
        """Read a case that must be readable."""
        answer = self.get(f"/cases/{case_id}/")
        assert answer.status_code == 200, answer.content.decode()
        read: dict[str, Any] = answer.json()
        return read

    def act(self, act: Act, case_id: int, **body: Any) -> Any:
        """POST an act."""
        return self.post(f"/cases/{case_id}/{slug_of(act)}/", body)

    def done(self, act: Act, case_id: int, **body: Any) -> dict[str, Any]:
        """POST an act that must be accepted."""
        answer = self.act(act, case_id, **body)
        assert answer.status_code == 200, f"{act}: {answer.status_code} {answer.content.decode()}"
        said: dict[str, Any] = answer.json()
        return said


def assert_problem(answer: Any, status: int | tuple[int, ...], code: str = "") -> dict[str, Any]:
    """The answer is a problem of the house: JSON with a code, a Chinese sentence and an article, and nothing else."""
    expected = status if isinstance(status, tuple) else (status,)
    assert answer.status_code in expected, f"{answer.status_code}: {answer.content.decode()[:300]}"
    assert answer.headers["Content-Type"].startswith("application/json"), answer.content[:200]
    said: dict[str, Any] = answer.json()
    assert set(said) - {"fields"} == {"code", "message", "article"}
    assert said["code"].replace("_", "").isalpha()
    assert said["message"], said
    assert any("一" <= ch <= "鿿" for ch in said["message"])
    if code:
        assert said["code"] == code, said
    return said


def numbers(answer: Any) -> list[str]:
    """The numbers of the cases of a list."""
    assert answer.status_code == 200, answer.content.decode()
    return [row["number"] for row in answer.json()["results"]]


def basic(name: str, password: str, encoding: str = "utf-8") -> dict[str, str]:
    """The header of a log-in by name and password."""
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode(encoding)).decode()}
