"""Whatever is thrown at a door is answered with a clear 4xx: never a 500, and from the REST door never HTML."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.core.wsgi import get_wsgi_application
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.doors import FORMS, slug_of
from cases.models import Case
from law.procedure import steps_of
from law.vocabulary import Act, Scope, State
from tests.cases.api.bodies import body_of, register_body
from tests.cases.api.caller import ROOT, Caller, assert_problem
from tests.cases.api.conftest import _fresh_cache, calendar  # noqa: F401  (fixtures)
from tests.cast import Cast
from tests.walks import Walk, walk_to
from xinfang.charset import OnlyUtf8

Turn = Callable[[date], None]
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


def test_a_byte_order_mark_does_no_harm(cast: Cast, calendar: Turn):  # noqa: F811
    assert Caller(cast.clerk).post("/cases/", b"\xef\xbb\xbf" + body()).status_code == 201


@pytest.mark.parametrize(
    "kind",
    ["application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "text/xml", "text/plain",
     "application/json; charset=gbk", "application/json; charset=utf-16", "application/json; charset=hex", "nonsense",
     "application/octet-stream"],
)  # fmt: skip
def test_another_kind_of_body_is_415(cast: Cast, kind: str):
    caller = Caller(cast.clerk)
    answer = caller.client.generic("POST", f"{ROOT}/cases/", body(), content_type=kind)
    assert_problem(answer, 415, "media_type_unsupported")


def test_utf_8_may_be_named_in_any_spelling(cast: Cast, calendar: Turn):  # noqa: F811
    caller = Caller(cast.clerk)
    for charset in ("utf-8", "UTF-8", "utf8"):
        kind = f"application/json; charset={charset}"
        answer = caller.client.generic("POST", f"{ROOT}/cases/", body(), content_type=kind)
        assert answer.status_code == 201, charset


WRONG: list[dict[str, Any]] = [
    {"colour": "red"}, {"leg_id": 1}, {"seen": 1}, {"unit": 1}, {"on": "2026-01-01"}, {"by": 1},
    {"channel": 1}, {"channel": "pigeon"}, {"channel": None}, {"channel": ["letter"]}, {"channel": {"a": 1}}, {"channel": True},
    {"received_on": 20260302}, {"received_on": "20260302"}, {"received_on": "0000-00-00"}, {"received_on": "1900-01-01"},
    {"received_on": "2100-01-01"}, {"received_on": "9999-12-31"}, {"received_on": "0001-01-01"}, {"received_on": []},
    {"received_on": "10000-01-01"}, {"received_on": None}, {"received_on": True}, {"received_on": "2026-02-30"},
    {"content": ""}, {"content": "   "}, {"content": 5}, {"content": ["x"]}, {"content": "x" * 200_001}, {"content": None},
    {"subject": "x" * 201}, {"petitioner_count": 0}, {"petitioner_count": -1}, {"petitioner_count": OVERFLOW},
    {"petitioner_count": "5"}, {"petitioner_count": 1.5}, {"petitioner_count": True}, {"petitioner_count": 2_147_483_648},
    {"anonymous": "yes"}, {"anonymous": 1}, {"urgent": "true"}, {"urgent": []},
    {"parties": {}}, {"parties": "老王"}, {"parties": [1]}, {"parties": [[]]}, {"parties": [{"name": {}}]}, {"parties": [None]},
    {"parties": [{"name": 1}]}, {"parties": [{"nickname": "x"}]}, {"parties": [{"role": "king"}]}, {"parties": [{"name": "x" * 101}]},
    {"parties": [{"phone": 13800001234}]}, {"parties": [{}] * 61}, {"parties": [{"id_type": "x"}]},
    {"demands": [{"text": ""}]}, {"demands": [{}]}, {"demands": [{"text": "x", "kind": "y"}]}, {"demands": [{"text": "x", "path": 5}]},
    {"demands": [{"text": ["x"]}]}, {"demands": [{"text": "x"}] * 61}, {"demands": [{"text": "x", "number": 1}]},
    {"respondents": [{"name": ""}]}, {"respondents": [{"name": "x", "demands": [1]}]}, {"respondents": [{"name": "x", "unit": 1}]},
    {"source": "x" * 61}, {"external_number": "x" * 81}, {"category": 1.0}, {"location": False},
]  # fmt: skip


@pytest.mark.parametrize("changes", WRONG, ids=lambda value: json.dumps(value, ensure_ascii=False)[:60])
def test_a_wrong_field_of_the_intake_is_named(cast: Cast, calendar: Turn, changes: dict[str, Any]):  # noqa: F811
    said = assert_problem(Caller(cast.clerk).post("/cases/", {**GOOD, **changes}), 422)
    if said["code"] == "input_invalid":
        assert set(said["fields"]) == set(changes)
    else:
        assert said["code"] in {"date_in_future", "date_too_early", "nothing_said"}
    assert not Case.objects.exists()


ODD: list[dict[str, Any]] = [
    {"parties": []}, {"parties": [{}]}, {"parties": [{"name": "", "phone": "不详", "id_number": "无"}]}, {"demands": []},
    {"parties": [{"name": "𠮷田😀"}]}, {"content": "😀" * 1000}, {"content": "<script>alert(1)</script>"}, {"anonymous": True},
    {"parties": [{"name": f"村民{i}"} for i in range(60)]}, {"respondents": [{"name": "某人", "demands": "1,２、x,99999999999999999999"}]},
    {"subject": "'; DROP TABLE cases_case; --"}, {"content": "\u202e\u0007\u001b[31m"}, {"petitioner_count": 100_000},
    {"received_on": "1995-01-01"}, {"parties": None}, {"subject": None},
]  # fmt: skip


@pytest.mark.parametrize("changes", ODD, ids=lambda value: json.dumps(value, ensure_ascii=False)[:60])
def test_no_intake_is_refused_for_an_odd_petitioner(cast: Cast, calendar: Turn, changes: dict[str, Any]):  # noqa: F811
    answer = Caller(cast.clerk).post("/cases/", {**GOOD, **changes})
    assert answer.status_code == 201, answer.content.decode()


@pytest.mark.parametrize("key", ["0", str(OVERFLOW), "9" * 400, "9223372036854775807", "9223372036854775808", "-1", "1.5", "x", "%00", "１"])
def test_a_forged_id_in_the_address_is_404(cast: Cast, key: str):
    caller = Caller(cast.router)
    for path in (f"/cases/{key}/", f"/cases/{key}/clocks/1/why/", f"/cases/1/clocks/{key}/why/"):
        assert_problem(caller.get(path), 404, "not_found")
    assert_problem(caller.post(f"/cases/{key}/refer/", {}), 404, "not_found")


@pytest.mark.parametrize("path", ["/", "/nothing/", "/cases/1/no-such-act/", "/cases/1/register/", "/schema/x/", "/cases/%ff/"])
def test_an_unknown_address_below_the_root_is_a_problem(cast: Cast, path: str):
    assert_problem(Caller(cast.router).get(path), 404, "not_found")
    assert_problem(Client(raise_request_exception=False).post(f"{ROOT}{path}"), 404, "not_found")


def test_a_wrong_method_is_405(cast: Cast, calendar: Turn):  # noqa: F811
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


# --- Every act -------------------------------------------------------------------------------------------------
VALUES: list[Any] = [
    None, True, -1, 0, 1, 2**31, 2**63, OVERFLOW, 1.5, "", "x", "7", "１", "9" * 30, "2026-03-02", "1900-01-01", "2100-01-01", [], [1],
    [OVERFLOW], [-1], ["1"], [None], [[]], [{}], {}, {"a": 1}, "x" * 300, [{"text": "x"}], [{"text": "x", "kind": "accusation"}],
]  # fmt: skip
ONES = st.one_of(st.sampled_from(VALUES), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=8), children, max_size=3), max_leaves=6,
))  # fmt: skip


def right(act: Act, walk: Walk, read: dict[str, Any]) -> dict[str, Any]:
    scope = steps_of(act)[0].scope
    hand_off = read["hand_offs"][-1]["id"] if read["hand_offs"] else 1
    keys = {Scope.CASE: {}, Scope.LEG: {"leg_id": walk.leg.pk if walk.leg else 1}, Scope.HAND_OFF: {"hand_off_id": hand_off}}
    return {**keys[scope], **body_of(act, walk.cast, read, walk.on)}


@pytest.mark.db_slow
@pytest.mark.parametrize("state", [State.REGISTERED, State.IN_HANDLING, State.ANSWERED])
def test_every_act_with_one_field_wrong_answers_done_or_a_problem(cast: Cast, calendar: Turn, state: State):  # noqa: F811
    walk = walk_to(cast, state)
    calendar(walk.on)
    second = cast.clerk if state == State.REGISTERED else cast.town_handler
    people = [Caller(person) for person in (cast.router, second)]
    reads = [person.read(walk.case.pk) for person in people]

    @settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(data=st.data())
    def throw(data: st.DataObject) -> None:
        who = data.draw(st.integers(0, len(people) - 1))
        act = data.draw(st.sampled_from(list(FORMS)))
        said = right(act, walk, reads[who])
        names = [*FORMS[act].base_fields, "colour"]
        said |= data.draw(st.dictionaries(st.sampled_from(names), ONES, min_size=0, max_size=3))
        with transaction.atomic():
            answer = people[who].act(act, walk.case.pk, **said)
            transaction.set_rollback(True)
        if answer.status_code != 200:
            assert_problem(answer, (400, 403, 404, 409, 422))

    throw()


@pytest.mark.db_slow
def test_the_intake_with_any_json_answers_done_or_a_problem(cast: Cast, calendar: Turn):  # noqa: F811
    caller = Caller(cast.clerk)

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(changes=st.dictionaries(st.sampled_from([*GOOD, "respondents", "source", "external_number", "urgent", "x"]), ONES, max_size=4))
    def throw(changes: dict[str, Any]) -> None:
        with transaction.atomic():
            answer = caller.post("/cases/", {**GOOD, **changes})
            transaction.set_rollback(True)
        if answer.status_code not in (200, 201):
            assert_problem(answer, (400, 422))

    throw()


@pytest.mark.db_slow
def test_the_list_with_any_query_answers_rows_or_a_problem(cast: Cast, calendar: Turn):  # noqa: F811
    caller = Caller(cast.router)
    walk_to(cast, State.REFERRED)
    names = ["q", "state", "unit", "due", "mine", "received_from", "category", "size", "order", "after", "before", "waiting", "x"]

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(st.dictionaries(st.sampled_from(names), st.text(max_size=20) | st.sampled_from(["1", "true", "due", "W10"]), max_size=3))
    def ask(query: dict[str, str]) -> None:
        answer = caller.get("/cases/", **{k: v.encode("utf-8", "replace").decode() for k, v in query.items()})
        if answer.status_code != 200:
            assert_problem(answer, 422)

    ask()


# --- Pages -----------------------------------------------------------------------------------------------------
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
    ids=["nul", "no utf-8", "gbk", "10 MB", "3000 fields", "said gbk", "said hex", "broken parts", "no boundary", "json"],
)
def test_a_page_answers_a_broken_form_with_a_page(cast: Cast, raw: bytes, kind: str):
    addresses = ("/login/", "/account/", "/cases/new/", "/cases/new/hints/", "/drafts/", "/look-up/", "/cases/1/refer/", "/training/")
    for path in addresses:
        answer = browser(cast.router).generic("POST", path, raw, content_type=kind)
        assert answer.status_code < 500, (path, answer.status_code)


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%ff%fe", "unit=99999999999999999999", "unit=%00", "after=%00", "after=W10", "order=x", "received_from=1900-01-01",
     "received_to=2100-01-01", "state=%F0%9F%98%80", "leg=99999999999999999999", "leg=%00", "hand_off=x", "demand=%EF%BC%91",
     "respondent=99999999999999999999", "demand=99999999999999999999", "key=%00", "key=x", "draft=99999999999999999999", "channel=%00", "next=//evil.example/", "for=x",
     "a=1&" * 3000, "category=%00"],
)  # fmt: skip
def test_a_page_answers_an_odd_address(cast: Cast, query: str):
    walk = walk_to(cast, State.REFERRED)
    clerk, town = browser(cast.router), browser(cast.town_head)
    case = f"/cases/{walk.case.pk}"
    for path in ("/", "/cases/", "/cases/new/", "/units/options", "/login/", f"{case}/", f"{case}/link-respondent/", "/permissions/"):
        assert clerk.get(f"{path}?{query}").status_code < 500, path
    for path in (f"{case}/accept/", f"{case}/answer/", f"/cases/{OVERFLOW}/", f"{case}/letters/{OVERFLOW}/", f"/attachments/{OVERFLOW}/"):
        assert town.get(f"{path}?{query}").status_code < 500, path


@pytest.mark.parametrize("headers", [
    {"Cookie": "sessionid=\x00"},
    {"Cookie": "sessionid=" + "x" * 5000}, {"Cookie": "csrftoken=\xff"}, {"Accept": "\xff"}, {"Accept": ";;;,"}, {"Referer": "\x00"},
    {"HX-Request": "true", "HX-Current-URL": "%"}, {"Accept-Language": "x" * 3000}, {"Host": "evil.example"}, {"Authorization": "\x00"},
], ids=str)  # fmt: skip
def test_odd_headers_are_no_reason_to_fall(cast: Cast, headers: dict[str, str]):
    for path in ("/?q=%E8%B7%AF", "/cases/?q=%E8%B7%AF", f"{ROOT}/cases/?q=%E8%B7%AF", "/nothing/?q=%E8", "/login/?next=%E8%B7%AF"):
        for client in (Client(raise_request_exception=False), browser(cast.router)):
            answer = client.get(path, headers=headers)
            assert answer.status_code < 500, (path, headers)


@pytest.mark.parametrize(
    ("kind", "query", "status"),
    [
        ("text/html; charset=hex", "q=%E8%B7%AF", 415), ("text/html; charset=idna", "q=%E8%B7%AF", 415),
        ("text/html; charset=martian", "q=x", 415), ("text/html;charset=GBK", "q=x", 415), ("text/html; charset=", "q=x", 200),
        ('text/html; charset="UTF-8"', "q=%E8%B7%AF", 200), ("text/html; charset=utf-8", "a=1&" * 3000, 400),
        ("text/html", "a=1&" * 3000, 400),
    ],
)  # fmt: skip
def test_a_foreign_charset_is_refused_before_the_address_is_decoded(db: None, kind: str, query: str, status: int):
    """Through the real WSGI application: the test client would fall over it like Django itself."""
    said: list[str] = []
    environ = RequestFactory().get(f"/login/?{query}").environ | {"CONTENT_TYPE": kind}
    content = b"".join(OnlyUtf8(get_wsgi_application())(environ, lambda line, headers: said.append(line)))
    assert said[0].startswith(str(status)), said
    assert content
