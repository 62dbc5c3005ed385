"""Nothing is read beyond what the house takes, and the answer says how much that is."""

import io
from typing import Any

import pytest
from django.test import Client, RequestFactory

from kit.upload_limits import MOST_BYTES_AT_ONCE
from tests.cases.api.caller import ROOT, Caller, assert_problem
from tests.cases.views.intake_forms import client_of
from tests.cast import Cast
from xinfang.body_cap import KnownLength

FORM, JSON = "multipart/form-data; boundary=x", "application/json"
MB = 1024 * 1024


class Unread(io.RawIOBase):
    """A body that must not be read."""

    def read(self, size: int = -1) -> bytes:
        raise AssertionError("the body was read")


class Endless(io.RawIOBase):
    """A body without an end."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0
        self.given += size
        return b"x" * size


def test_the_cap_is_counted_from_the_upload_limits(settings: Any):
    assert settings.REQUEST_MOST_BYTES == MOST_BYTES_AT_ONCE == 204 * MB
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE == 4 * MB


@pytest.mark.parametrize(
    ("kind", "length", "said"),
    [(FORM, 204 * MB + 1, "204MB"), (FORM, 10**30, "204MB"), ("text/plain", 4 * MB + 1, "4MB"), (JSON, 5 * MB, "4MB")],
)
@pytest.mark.parametrize("path", ["/cases/new/", "/login/", f"{ROOT}/cases/"])
def test_what_says_it_is_too_large_is_answered_unread(cast: Cast, path: str, kind: str, length: int, said: str):
    client = client_of(cast.clerk)
    sent: dict[str, Any] = {"CONTENT_LENGTH": str(length), "CONTENT_TYPE": kind, "wsgi.input": Unread()}
    answer = client.request(REQUEST_METHOD="POST", PATH_INFO=path, **sent)
    assert answer.status_code == 413
    if path.startswith("/api/"):
        assert said in assert_problem(answer, 413, "too_large")["message"]
    else:
        assert said in answer.content.decode()
        assert "<html" in answer.content.decode()
    assert answer.headers["Content-Security-Policy"]


def test_a_dialog_is_told_in_a_fragment_that_leaves_the_form_alone(cast: Cast):
    sent: dict[str, Any] = {"CONTENT_LENGTH": str(10**9), "CONTENT_TYPE": FORM, "wsgi.input": Unread()}
    answer = client_of(cast.clerk).request(
        REQUEST_METHOD="POST", PATH_INFO="/cases/new/", HTTP_HX_REQUEST="true", **sent
    )
    assert answer.status_code == 413
    assert "data-refusal" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def passed_on(body: Any, kind: str) -> dict[str, Any]:
    """What Django gets of a chunked request."""
    environ = RequestFactory().post("/login/").environ
    environ |= {"CONTENT_TYPE": kind, "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input": body}
    environ.pop("CONTENT_LENGTH", None)
    seen: dict[str, Any] = {}

    def application(environ: dict[str, Any], _: Any) -> list[bytes]:
        seen.update(environ, body=environ["wsgi.input"].read())
        return []

    KnownLength(application)(environ, None)
    return seen


@pytest.mark.parametrize(("kind", "most"), [(JSON, 4 * MB), (FORM, 6 * MB)])
def test_a_body_without_a_length_is_stopped_at_the_cap(db: None, settings: Any, kind: str, most: int):
    settings.REQUEST_MOST_BYTES = 6 * MB
    endless = Endless()
    seen = passed_on(endless, kind)
    assert endless.given <= most + MB
    assert seen["body"] == b""
    answer = Client().request(
        REQUEST_METHOD="POST", PATH_INFO=f"{ROOT}/cases/", **{"xinfang.too_large": True, "CONTENT_TYPE": kind}
    )
    assert f"{most // MB}MB" in assert_problem(answer, 413, "too_large")["message"]
    assert seen["xinfang.too_large"] is True


def test_a_body_without_a_length_that_fits_is_read_whole(db: None):
    seen = passed_on(io.BytesIO(b'{"a": 1}'), JSON)
    assert (seen["body"], seen["CONTENT_LENGTH"], seen["xinfang.too_large"]) == (b'{"a": 1}', "8", False)


def test_a_body_of_known_length_is_not_touched_before_django(db: None):
    environ = {"CONTENT_LENGTH": "5", "wsgi.input": Unread(), "HTTP_TRANSFER_ENCODING": ""}
    assert KnownLength(lambda given, _: [given["CONTENT_LENGTH"].encode()])(environ, None) == [b"5"]


def test_four_megabytes_of_json_are_still_taken(cast: Cast):
    answer = Caller(cast.clerk).post("/cases/", b" " * (4 * MB - 2) + b"{}")
    assert answer.status_code == 422
