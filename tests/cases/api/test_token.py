"""A program comes with a token, a page with its session; nobody else comes in."""

import base64
from typing import Any

import pytest
from django.test import Client

from organizations.models import ApiToken
from tests.cases.api.caller import ROOT, Caller, assert_problem, basic
from tests.cast import Cast

PASSWORD = "kite-over-the-river-7"


def log_in(name: str, password: str = PASSWORD, **extra: Any) -> Any:
    return Client(raise_request_exception=False).post(f"{ROOT}/auth/login/", headers=basic(name, password), **extra)


def with_token(token: str) -> Client:
    return Client(headers={"Authorization": f"Token {token}"}, raise_request_exception=False)


@pytest.fixture
def router(cast: Cast) -> Cast:
    cast.router.set_password(PASSWORD)
    cast.router.save(update_fields=["password"])
    return cast


def test_a_password_gives_a_token_the_token_works_and_logout_ends_it(router: Cast):
    answer = log_in("router")
    assert answer.status_code == 200, answer.content
    token, expiry = answer.json()["token"], answer.json()["expiry"]
    assert len(token) >= 64
    assert expiry > "2026"
    client = with_token(token)
    assert client.get(f"{ROOT}/cases/").status_code == 200
    assert client.post(f"{ROOT}/auth/logout/").status_code == 204
    assert_problem(client.get(f"{ROOT}/cases/"), 401, "not_authenticated")


def test_logout_all_ends_every_token_of_the_person_and_nobody_elses(router: Cast):
    other = Caller(router.clerk)
    first, second = (log_in("router").json()["token"] for _ in range(2))
    assert with_token(first).post(f"{ROOT}/auth/logout-all/").status_code == 204
    assert with_token(second).get(f"{ROOT}/cases/").status_code == 401
    assert other.get("/cases/").status_code == 200


def test_a_person_who_left_has_no_way_in(router: Cast):
    token = log_in("router").json()["token"]
    router.router.is_active = False
    router.router.save(update_fields=["is_active"])
    assert_problem(with_token(token).get(f"{ROOT}/cases/"), 401)
    assert_problem(log_in("router"), 401)


def test_the_token_is_stored_as_a_digest_only(router: Cast):
    token = log_in("router").json()["token"]
    row = ApiToken.objects.get(user=router.router)
    assert token not in str(vars(row))


@pytest.mark.parametrize(
    "said",
    [
        "Token",
        "Token ",
        "Token a b",
        "Token \xff\xfe",
        "Token \x00",
        "Token zz",
        "Token " + "a" * 5000,
        "Bearer x",
        "Basic",
        "Basic !!!",
        "Basic " + base64.b64encode(b"no colon").decode(),
        "Basic a b",
        "Basic " + base64.b64encode(b"router:\x00").decode(),
        "Basic " + base64.b64encode("路:密".encode("gbk")).decode(),
    ],
)
def test_a_broken_header_is_401(router: Cast, said: str):
    for path in ("/auth/login/", "/auth/logout/", "/auth/logout-all/", "/cases/"):
        client = Client(raise_request_exception=False)
        answer = client.post(f"{ROOT}{path}", b"{}", content_type="application/json", headers={"Authorization": said})
        assert_problem(answer, 401, "not_authenticated")
        assert answer.headers["WWW-Authenticate"]


def test_a_session_alone_does_not_make_a_token(router: Cast):
    client = Client()
    client.force_login(router.router, backend="django.contrib.auth.backends.ModelBackend")
    assert_problem(client.post(f"{ROOT}/auth/login/"), 401)
    assert not ApiToken.objects.exists()


def test_ten_tokens_are_enough(router: Cast):
    for _ in range(10):
        Caller(router.router)
    said = assert_problem(log_in("router"), 422, "too_many_tokens")
    assert "10" in said["message"]


def test_who_asks_for_tokens_without_end_is_slowed_down(router: Cast):
    answers = []
    for _ in range(22):
        ApiToken.objects.all().delete()
        answers.append(log_in("router"))
    assert_problem(answers[-1], 429, "throttled")
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_wrong_passwords_count_towards_the_lock_out_of_the_login_page(router: Cast, settings: Any):
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert_problem(log_in("router", "wrong"), 401, "not_authenticated")
    assert_problem(log_in("router", "wrong"), 429, "locked_out")
    answer = log_in("router")
    said = assert_problem(answer, 429, "locked_out")
    assert "15分钟" in said["message"]
    assert answer.headers["Retry-After"] == "900"
    page = Client().post("/login/", {"username": "router", "password": PASSWORD})
    assert page.status_code == 429
    assert not ApiToken.objects.exists()


def test_the_lock_out_is_lifted_by_no_token_that_was_given_before(router: Cast, settings: Any):
    token = log_in("router").json()["token"]
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT):
        log_in("router", "wrong")
    assert with_token(token).get(f"{ROOT}/cases/").status_code == 200, "a stranger must not lock out a program"


def test_a_session_reads_at_once_and_writes_with_its_csrf_token(cast: Cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(f"{ROOT}/cases/").status_code == 200
    body = {"channel": "visit", "received_on": "2026-03-02", "content": "路灯不亮"}
    refused = client.post(f"{ROOT}/cases/", body, content_type="application/json")
    assert_problem(refused, 403, "csrf_failed")
    client.get("/account/")
    token = client.cookies["csrftoken"].value
    made = client.post(f"{ROOT}/cases/", body, content_type="application/json", headers={"X-CSRFToken": token})
    assert made.status_code == 201, made.content


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_comes_in_unnamed(db: None, method: str):
    for path in ("/cases/", "/cases/1/", "/cases/1/accept/", "/cases/1/clocks/1/why/"):
        answer = getattr(Client(raise_request_exception=False), method)(f"{ROOT}{path}")
        assert_problem(answer, 401, "not_authenticated")
        assert "Token" in answer.headers["WWW-Authenticate"]
