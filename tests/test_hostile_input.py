"""Whatever is thrown at a page is answered with a clear 4xx: never a 500."""

from typing import Any

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client, RequestFactory

from law.vocabulary import State
from tests.cases.api.caller import ROOT
from tests.cast import Cast
from tests.walks import walk_to
from xinfang.charset import OnlyUtf8

OVERFLOW = 99999999999999999999
TEN_MB = 10 * 1024 * 1024


def browser(staff: Any) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"username=%00&password=x", "application/x-www-form-urlencoded"),
        (b"username=%ff%fe&password=%ff", "application/x-www-form-urlencoded"),
        ("username=李&password=密".encode("gbk"), "application/x-www-form-urlencoded"),
        (b"username=a&password=" + b"x" * TEN_MB, "application/x-www-form-urlencoded"),
        (b"username=a&" * 3000, "application/x-www-form-urlencoded"),
        (b"username=a", "application/x-www-form-urlencoded; charset=gbk"),
        (b"username=a", "application/x-www-form-urlencoded; charset=hex"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x\r\nbroken", "multipart/form-data"),
        (b"{", "application/json"),
    ],
    ids=[
        "nul",
        "no utf-8",
        "gbk",
        "10 MB",
        "3000 fields",
        "said gbk",
        "said hex",
        "broken parts",
        "no boundary",
        "json",
    ],
)
def test_a_page_answers_a_broken_form_with_a_page(cast: Cast, raw: bytes, kind: str):
    addresses = (
        "/login/",
        "/account/",
        "/cases/new/",
        "/cases/new/hints/",
        "/drafts/",
        "/look-up/",
        "/cases/1/refer/",
        "/training/",
    )
    for path in addresses:
        answer = browser(cast.router).generic("POST", path, raw, content_type=kind)
        assert answer.status_code < 500, (path, answer.status_code)


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ff%fe",
        "unit=99999999999999999999",
        "unit=%00",
        "after=%00",
        "after=W10",
        "order=x",
        "received_from=1900-01-01",
        "received_to=2100-01-01",
        "state=%F0%9F%98%80",
        "leg=99999999999999999999",
        "leg=%00",
        "hand_off=x",
        "demand=%EF%BC%91",
        "respondent=99999999999999999999",
        "demand=99999999999999999999",
        "key=%00",
        "key=x",
        "draft=99999999999999999999",
        "channel=%00",
        "next=//evil.example/",
        "for=x",
        "a=1&" * 3000,
        "category=%00",
    ],
)
def test_a_page_answers_an_odd_address(cast: Cast, query: str):
    walk = walk_to(cast, State.REFERRED)
    clerk, town = browser(cast.router), browser(cast.town_head)
    case = f"/cases/{walk.case.pk}"
    for path in (
        "/",
        "/cases/",
        "/cases/new/",
        "/units/options",
        "/login/",
        f"{case}/",
        f"{case}/link-respondent/",
        "/permissions/",
    ):
        assert clerk.get(f"{path}?{query}").status_code < 500, path
    for path in (
        f"{case}/accept/",
        f"{case}/answer/",
        f"/cases/{OVERFLOW}/",
        f"{case}/letters/{OVERFLOW}/",
        f"/attachments/{OVERFLOW}/",
    ):
        assert town.get(f"{path}?{query}").status_code < 500, path


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "sessionid=\x00"},
        {"Cookie": "sessionid=" + "x" * 5000},
        {"Cookie": "csrftoken=\xff"},
        {"Accept": "\xff"},
        {"Accept": ";;;,"},
        {"Referer": "\x00"},
        {"HX-Request": "true", "HX-Current-URL": "%"},
        {"Accept-Language": "x" * 3000},
        {"Host": "evil.example"},
        {"Authorization": "\x00"},
    ],
    ids=str,
)
def test_odd_headers_are_no_reason_to_fall(cast: Cast, headers: dict[str, str]):
    for path in (
        "/?q=%E8%B7%AF",
        "/cases/?q=%E8%B7%AF",
        f"{ROOT}/cases/?q=%E8%B7%AF",
        "/nothing/?q=%E8",
        "/login/?next=%E8%B7%AF",
    ):
        for client in (Client(raise_request_exception=False), browser(cast.router)):
            answer = client.get(path, headers=headers)
            assert answer.status_code < 500, (path, headers)


@pytest.mark.parametrize(
    ("kind", "query", "status"),
    [
        ("text/html; charset=hex", "q=%E8%B7%AF", 415),
        ("text/html; charset=idna", "q=%E8%B7%AF", 415),
        ("text/html; charset=martian", "q=x", 415),
        ("text/html;charset=GBK", "q=x", 415),
        ("text/html; charset=", "q=x", 200),
        ('text/html; charset="UTF-8"', "q=%E8%B7%AF", 200),
        ("text/html; charset=utf-8", "a=1&" * 3000, 400),
        ("text/html", "a=1&" * 3000, 400),
    ],
)
def test_a_foreign_charset_is_refused_before_the_address_is_decoded(db: None, kind: str, query: str, status: int):
    """Through the real WSGI application: the test client would fall over it like Django itself."""
    said: list[str] = []
    environ = RequestFactory().get(f"/login/?{query}").environ | {"CONTENT_TYPE": kind}
    content = b"".join(OnlyUtf8(get_wsgi_application())(environ, lambda line, headers: said.append(line)))
    assert said[0].startswith(str(status)), said
    assert content
