"""What stands before every door: names, tokens against forgery, headers, cookies, and three officers who see no case."""

import json
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from tests.addresses import BACKEND, ENDS_THE_SESSION, addresses, asked, client_of
from tests.cast import Cast
from tests.leak_keys import keys_of
from tests.leak_scene import Scene
from tests.leak_table import OFFICERS

HEADERS = ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")
ROOT = Path(__file__).resolve().parent.parent


pytestmark = pytest.mark.usefixtures("no_broker")


def test_three_officers_reach_no_case_by_any_address(scene: Scene):
    for person in OFFICERS:
        assert not Case.objects.visible_to(getattr(scene.cast, person)).exists()
        client = client_of(getattr(scene.cast, person))
        assert client.get("/api/v1/cases/").json()["results"] == []
        for planted in scene.planted.values():
            assert client.get(f"/cases/{planted.case.pk}/").status_code == 404
            assert client.get(f"/api/v1/cases/{planted.case.pk}/").status_code == 404
        made = client.post(
            "/api/v1/cases/", {"channel": "visit", "received_on": "2026-03-02", "content": "x"}, "application/json"
        )
        assert made.status_code == 403


def test_a_post_without_the_token_of_the_page_is_refused(scene: Scene):
    client = Client(enforce_csrf_checks=True)
    client.force_login(scene.cast.router, backend=BACKEND)
    keys = keys_of(scene.planted["A"])
    for address in addresses():
        for url in address.filled(keys):
            answer = asked(client, "post", url)
            if address.name in {"api-login", "api-logout", "api-logout-all", "api-message-reports"}:
                assert answer.status_code == 401, url  # no session is believed there
            elif address.for_programs:
                assert answer.status_code in (403, 405), f"{url} {answer.status_code}"
                assert answer.json()["code"] in ("csrf_failed", "method_not_allowed")
            elif address.name != "healthz":
                assert answer.status_code == 403, f"{url} {answer.status_code}"


def test_every_answer_carries_the_headers_that_protect_the_browser(scene: Scene):
    keys = keys_of(scene.planted["A"])
    for staff in (None, scene.cast.router):
        client = client_of(staff)
        # One middleware writes them: whoever is logged in opens every eighth address, a stranger all of them.
        for address in addresses()[:: 8 if staff else 1]:
            if address.name in ENDS_THE_SESSION:
                continue
            for url in list(address.filled(keys))[:2]:
                answer = asked(client, "get", url)
                missing = [name for name in HEADERS if name not in answer.headers]
                assert not missing, f"{url} lacks {missing}"
                assert answer["X-Content-Type-Options"] == "nosniff"
                assert answer["X-Frame-Options"] == "DENY"
                assert answer["Referrer-Policy"] == "same-origin"
                policy = answer["Content-Security-Policy"]
                assert "unsafe" not in policy
                assert "default-src 'self'" in policy
                assert "frame-ancestors 'none'" in policy


def test_what_staff_saw_stays_in_no_cache(scene: Scene):
    client, keys = client_of(scene.cast.clerk), keys_of(scene.planted["A"])
    for address in addresses():
        if (address.needs[:1] == ("case_id",) and not address.for_programs) or address.name in (
            "desk",
            "list",
            "look_up",
        ):
            answer = asked(client, "get", next(address.filled(keys)))
            if answer.status_code == 200:
                assert "no-store" in answer["Cache-Control"], address.text


def test_the_cookies_of_production_travel_over_https_alone_and_no_script_reads_the_session(
    clean_environment: dict[str, str],
):
    names = (
        "SESSION_COOKIE_SECURE",
        "SESSION_COOKIE_HTTPONLY",
        "SESSION_COOKIE_SAMESITE",
        "CSRF_COOKIE_SECURE",
        "CSRF_COOKIE_SAMESITE",
        "SECURE_SSL_REDIRECT",
        "SECURE_CONTENT_TYPE_NOSNIFF",
        "DEBUG",
    )
    code = f"import json; from django.conf import settings as s; print(json.dumps([getattr(s, n) for n in {names}]))"
    environment = {**clean_environment, "XINFANG_ENV": "production", "SECRET_KEY": secrets.token_urlsafe(60)}
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert json.loads(done.stdout) == [True, True, "Lax", True, "Lax", True, True, False], done.stderr


def test_the_cookies_of_a_login_are_set_as_the_settings_say(cast: Cast, settings: Any):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    cast.clerk.set_password("kite-over-the-river-7")
    cast.clerk.save(update_fields=["password"])
    client = Client()
    token = client.get("/login/").cookies["csrftoken"]
    assert (bool(token["secure"]), token["samesite"]) == (True, "Lax")
    answer = client.post("/login/", {"username": "clerk", "password": "kite-over-the-river-7"})
    session = answer.cookies["sessionid"]
    assert (bool(session["secure"]), bool(session["httponly"]), session["samesite"]) == (True, True, "Lax")
