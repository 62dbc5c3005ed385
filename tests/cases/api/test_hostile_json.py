"""Whatever is thrown at the REST door is answered with a clear 4xx problem: never a 500, never HTML."""

import json
from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from tests.cases.api.bodies import register_body
from tests.cases.api.caller import ROOT, Caller, assert_problem
from tests.cases.api.conftest import Turn
from tests.cast import Cast

GOOD = register_body()
OVERFLOW = 99999999999999999999
TEN_MB = 10 * 1024 * 1024


def body(**changes: Any) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


UNREADABLE: list[tuple[str, bytes, tuple[int, ...], str]] = [
    ("malformed", b'{"channel": ', (400,), "bad_request"),
    ("empty", b"", (422,), "input_invalid"),
    ("only blanks", b"   ", (400,), "bad_request"),
    ("gbk", json.dumps(GOOD, ensure_ascii=False).encode("gbk"), (400,), "bad_request"),
    ("utf-16", json.dumps(GOOD).encode("utf-16"), (400,), "bad_request"),
    ("half a character", json.dumps(GOOD, ensure_ascii=False).encode()[:-200] + b'\xe8"}', (400,), "bad_request"),
    ("nan", b'{"petitioner_count": NaN}', (400,), "bad_request"),
    ("infinity", b'{"petitioner_count": -Infinity}', (400,), "bad_request"),
    ("1e999", b'{"petitioner_count": 1e999}', (400,), "bad_request"),
    ("a number of 5000 digits", b'{"petitioner_count": ' + b"9" * 5000 + b"}", (400,), "bad_request"),
    ("nested 100000 deep", b"[" * 100_000 + b"]" * 100_000, (422,), "nested_too_deep"),
    ("nested 900 deep", b'{"content": ' + b"[" * 900 + b"]" * 900 + b"}", (422,), "nested_too_deep"),
    ("nul", body(content="a\x00b"), (422,), "text_unreadable"),
    ("nul in a row", body(parties=[{"name": "王\x00"}]), (422,), "text_unreadable"),
    ("nul in a key", body(**{"\x00": 1}), (422,), "text_unreadable"),
    ("lone surrogate", body(content="\ud800"), (422,), "text_unreadable"),
    ("lone surrogate in a key", body(**{"\udfff": 1}), (422,), "text_unreadable"),
    ("10 MB", body(content="x" * TEN_MB), (413,), "too_large"),
    ("3 MB in one field", body(content="x" * 3 * 1024 * 1024), (422,), "input_invalid"),
    ("a list", b"[]", (422,), "input_invalid"),
    ("a word", b'"register"', (422,), "input_invalid"),
    ("a number", b"7", (422,), "input_invalid"),
    ("null", b"null", (422,), "input_invalid"),
]


@pytest.mark.parametrize(("raw", "status", "code"), [u[1:] for u in UNREADABLE], ids=[u[0] for u in UNREADABLE])
def test_a_body_that_cannot_be_read_is_a_problem(cast: Cast, raw: bytes, status: tuple[int, ...], code: str):
    assert_problem(Caller(cast.clerk).post("/cases/", raw), status, code)
    assert not Case.objects.exists()


def test_a_byte_order_mark_does_no_harm(cast: Cast, calendar: Turn):
    assert Caller(cast.clerk).post("/cases/", b"\xef\xbb\xbf" + body()).status_code == 201


@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "text/xml",
        "text/plain",
        "application/json; charset=gbk",
        "application/json; charset=utf-16",
        "application/json; charset=hex",
        "nonsense",
        "application/octet-stream",
    ],
)
def test_another_kind_of_body_is_415(cast: Cast, kind: str):
    caller = Caller(cast.clerk)
    answer = caller.client.generic("POST", f"{ROOT}/cases/", body(), content_type=kind)
    assert_problem(answer, 415, "media_type_unsupported")


def test_utf_8_may_be_named_in_any_spelling(cast: Cast, calendar: Turn):
    caller = Caller(cast.clerk)
    for charset in ("utf-8", "UTF-8", "utf8"):
        kind = f"application/json; charset={charset}"
        answer = caller.client.generic("POST", f"{ROOT}/cases/", body(), content_type=kind)
        assert answer.status_code == 201, charset


WRONG: list[dict[str, Any]] = [
    {"colour": "red"},
    {"leg_id": 1},
    {"seen": 1},
    {"unit": 1},
    {"on": "2026-01-01"},
    {"by": 1},
    {"channel": 1},
    {"channel": "pigeon"},
    {"channel": None},
    {"channel": ["letter"]},
    {"channel": {"a": 1}},
    {"channel": True},
    {"received_on": 20260302},
    {"received_on": "20260302"},
    {"received_on": "0000-00-00"},
    {"received_on": "1900-01-01"},
    {"received_on": "2100-01-01"},
    {"received_on": "9999-12-31"},
    {"received_on": "0001-01-01"},
    {"received_on": []},
    {"received_on": "10000-01-01"},
    {"received_on": None},
    {"received_on": True},
    {"received_on": "2026-02-30"},
    {"content": ""},
    {"content": "   "},
    {"content": 5},
    {"content": ["x"]},
    {"content": "x" * 200_001},
    {"content": None},
    {"subject": "x" * 201},
    {"petitioner_count": 0},
    {"petitioner_count": -1},
    {"petitioner_count": OVERFLOW},
    {"petitioner_count": "5"},
    {"petitioner_count": 1.5},
    {"petitioner_count": True},
    {"petitioner_count": 2_147_483_648},
    {"anonymous": "yes"},
    {"anonymous": 1},
    {"urgent": "true"},
    {"urgent": []},
    {"parties": {}},
    {"parties": "老王"},
    {"parties": [1]},
    {"parties": [[]]},
    {"parties": [{"name": {}}]},
    {"parties": [None]},
    {"parties": [{"name": 1}]},
    {"parties": [{"nickname": "x"}]},
    {"parties": [{"role": "king"}]},
    {"parties": [{"name": "x" * 101}]},
    {"parties": [{"phone": 13800001234}]},
    {"parties": [{}] * 61},
    {"parties": [{"id_type": "x"}]},
    {"demands": [{"text": ""}]},
    {"demands": [{}]},
    {"demands": [{"text": "x", "kind": "y"}]},
    {"demands": [{"text": "x", "path": 5}]},
    {"demands": [{"text": ["x"]}]},
    {"demands": [{"text": "x"}] * 61},
    {"demands": [{"text": "x", "number": 1}]},
    {"respondents": [{"name": ""}]},
    {"respondents": [{"name": "x", "demands": [1]}]},
    {"respondents": [{"name": "x", "unit": 1}]},
    {"source": "x" * 61},
    {"external_number": "x" * 81},
    {"category": 1.0},
    {"location": False},
]


@pytest.mark.parametrize("changes", WRONG, ids=lambda value: json.dumps(value, ensure_ascii=False)[:60])
def test_a_wrong_field_of_the_intake_is_named(cast: Cast, calendar: Turn, changes: dict[str, Any]):
    said = assert_problem(Caller(cast.clerk).post("/cases/", {**GOOD, **changes}), 422)
    if said["code"] == "input_invalid":
        assert set(said["fields"]) == set(changes)
    else:
        assert said["code"] in {"date_in_future", "date_too_early", "nothing_said"}
    assert not Case.objects.exists()


ODD: list[dict[str, Any]] = [
    {"parties": []},
    {"parties": [{}]},
    {"parties": [{"name": "", "phone": "不详", "id_number": "无"}]},
    {"demands": []},
    {"parties": [{"name": "𠮷田😀"}]},
    {"content": "😀" * 1000},
    {"content": "<script>alert(1)</script>"},
    {"anonymous": True},
    {"parties": [{"name": f"村民{i}"} for i in range(60)]},
    {"respondents": [{"name": "某人", "demands": "1,２、x,99999999999999999999"}]},
    {"subject": "'; DROP TABLE cases_case; --"},
    {"content": "\u202e\u0007\u001b[31m"},
    {"petitioner_count": 100_000},
    {"received_on": "1995-01-01"},
    {"parties": None},
    {"subject": None},
]


@pytest.mark.parametrize("changes", ODD, ids=lambda value: json.dumps(value, ensure_ascii=False)[:60])
def test_no_intake_is_refused_for_an_odd_petitioner(cast: Cast, calendar: Turn, changes: dict[str, Any]):
    answer = Caller(cast.clerk).post("/cases/", {**GOOD, **changes})
    assert answer.status_code == 201, answer.content.decode()


@pytest.mark.parametrize(
    "key", ["0", str(OVERFLOW), "9" * 400, "9223372036854775807", "9223372036854775808", "-1", "1.5", "x", "%00", "１"]
)
def test_a_forged_id_in_the_address_is_404(cast: Cast, key: str):
    caller = Caller(cast.router)
    for path in (f"/cases/{key}/", f"/cases/{key}/clocks/1/why/", f"/cases/1/clocks/{key}/why/"):
        assert_problem(caller.get(path), 404, "not_found")
    assert_problem(caller.post(f"/cases/{key}/refer/", {}), 404, "not_found")


@pytest.mark.parametrize(
    "path", ["/", "/nothing/", "/cases/1/no-such-act/", "/cases/1/register/", "/schema/x/", "/cases/%ff/"]
)
def test_an_unknown_address_below_the_root_is_a_problem(cast: Cast, path: str):
    assert_problem(Caller(cast.router).get(path), 404, "not_found")
    assert_problem(Client(raise_request_exception=False).post(f"{ROOT}{path}"), 404, "not_found")


def test_a_wrong_method_is_405(cast: Cast, calendar: Turn):
    caller = Caller(cast.router)
    for method in ("put", "patch", "delete"):
        assert_problem(getattr(caller.client, method)(f"{ROOT}/cases/"), 405, "method_not_allowed")
    assert_problem(caller.get("/cases/1/refer/"), 405, "method_not_allowed")
    assert_problem(caller.post("/cases/1/", {}), 405, "method_not_allowed")
    assert_problem(caller.get("/auth/logout/"), 405, "method_not_allowed")


def test_who_wants_no_json_is_told_that_there_is_nothing_else(cast: Cast):
    caller = Caller(cast.router)
    assert_problem(caller.client.get(f"{ROOT}/cases/", headers={"Accept": "text/html"}), 406, "not_acceptable")
    browser = "text/html,application/xhtml+xml,*/*;q=0.8"
    assert caller.client.get(f"{ROOT}/cases/", headers={"Accept": browser}).status_code == 200
    assert_problem(caller.client.get(f"{ROOT}/cases/9/", headers={"Accept": browser}), 404)
