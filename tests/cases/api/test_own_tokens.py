"""A token ends with the password it was given for, and with its owner's leaving; its owner sees and ends his own."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organizations.models import ApiToken, Staff
from tests.cases.api.caller import ROOT, Caller, assert_problem
from tests.cast import Cast

PASSWORD = "kite-over-the-river-7"
OTHER = "lantern-by-the-bridge-8"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def router(cast: Cast) -> Staff:
    staff: Staff = cast.router
    staff.set_password(PASSWORD)
    staff.save(update_fields=["password"])
    return staff


def works(caller: Caller) -> bool:
    answer = caller.get("/cases/")
    if answer.status_code == 200:
        return True
    assert_problem(answer, 401, "not_authenticated")
    return False


def made_earlier(caller: Caller) -> None:
    """Let a program's token, the oldest of its owner, be of the day before."""
    oldest = ApiToken.objects.filter(user=caller.staff).earliest("created")
    ApiToken.objects.filter(pk=oldest.pk).update(created=oldest.created - timedelta(days=1))


def browser(staff: Staff) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(staff, backend=BACKEND)
    return client


def change(client: Client, old: str, new: str) -> Any:
    return client.post("/account/", {"old_password": old, "new_password1": new, "new_password2": new})


def test_a_changed_password_ends_every_token_and_every_other_session(router: Staff, cast: Cast):
    first, second, foreign = Caller(router), Caller(router), Caller(cast.clerk)
    here, elsewhere = browser(router), browser(router)
    assert works(first)
    assert works(second)
    assert change(here, PASSWORD, OTHER).status_code == 302
    assert not works(first)
    assert not works(second)
    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    assert works(foreign)


def test_a_refused_change_ends_nothing(router: Staff):
    caller = Caller(router)
    assert change(browser(router), "not-this-one-9", OTHER).status_code == 422
    assert works(caller)


def test_a_reset_password_ends_tokens_and_sessions(router: Staff):
    caller, page = Caller(router), browser(router)
    call_command("reset_password", "router", stdout=StringIO())
    assert not works(caller)
    assert page.get("/account/").status_code == 302


def test_a_password_set_behind_the_house_ends_the_tokens_too(router: Staff):
    caller = Caller(router)
    Staff.objects.filter(pk=router.pk).update(password=make_password(OTHER))
    assert not works(caller)
    Staff.objects.filter(pk=router.pk).update(password=router.password)
    assert not works(caller), "the old password does not bring it back"


def test_a_token_asked_for_under_the_old_password_while_it_was_changed_opens_nothing(router: Staff):
    asked = Staff.objects.get(pk=router.pk)
    call_command("reset_password", "router", stdout=StringIO())
    assert not works(Caller(asked))


def test_a_closed_account_has_no_way_in_and_opened_again_none_of_the_old_ones(router: Staff):
    caller, page = Caller(router), browser(router)
    call_command("close_staff", "router", stdout=StringIO())
    assert not ApiToken.objects.filter(user=router).exists()
    assert not works(caller)
    assert page.get("/account/").status_code == 302
    out = StringIO()
    call_command("reopen_staff", "router", stdout=out)
    router.refresh_from_db()
    assert router.is_active
    assert router.check_password(out.getvalue().strip().rsplit("：", 1)[1])
    assert not router.check_password(PASSWORD)
    assert not works(caller)
    assert page.get("/account/").status_code == 302


def test_a_token_refused_for_a_closed_account_stays_refused(router: Staff):
    caller = Caller(router)
    Staff.objects.filter(pk=router.pk).update(is_active=False)
    assert not works(caller)
    Staff.objects.filter(pk=router.pk).update(is_active=True)
    assert not works(caller)


def test_an_account_is_closed_and_opened_once(router: Staff):
    with pytest.raises(CommandError, match="没有停用"):
        call_command("reopen_staff", "router")
    call_command("close_staff", "router", stdout=StringIO())
    with pytest.raises(CommandError, match="已停用"):
        call_command("reset_password", "router")
    with pytest.raises(CommandError, match="没有账号"):
        call_command("close_staff", "nobody-here")


def test_the_present_password_is_no_new_one_on_the_page_or_by_command(router: Staff):
    caller = Caller(router)
    answer = change(browser(router), PASSWORD, PASSWORD)
    assert answer.status_code == 422
    assert "新密码与现在的密码相同，请换一个。" in answer.content.decode()
    with pytest.raises(CommandError, match="新密码与现在的密码相同，请换一个。"):
        call_command("reset_password", "router", password=PASSWORD)
    assert works(caller)


def test_own_tokens_are_listed_with_their_days_and_never_in_full(router: Staff, cast: Cast):
    caller, other = Caller(router), Caller(router)
    Caller(cast.clerk)
    made_earlier(caller)
    answer = caller.get("/auth/tokens/")
    assert answer.status_code == 200
    said = answer.json()["results"]
    assert [row["current"] for row in said] == [False, True]
    assert said[1]["last_used_on"]
    assert said[0]["last_used_on"] is None
    assert said[0]["created"] < said[0]["expiry"]
    assert works(other)
    _, text = ApiToken.objects.create(user=router)
    listed = caller.get("/auth/tokens/").content.decode()
    assert text[:8] in listed
    assert text not in listed


def test_an_own_token_is_revoked_by_api_and_nobody_elses(router: Staff, cast: Cast):
    caller, other, foreign = Caller(router), Caller(router), Caller(cast.clerk)
    keys = {row["current"]: row["id"] for row in caller.get("/auth/tokens/").json()["results"]}
    theirs = foreign.get("/auth/tokens/").json()["results"][0]["id"]
    for wrong in (theirs, "nothing", "a%00b", "x" * 300):
        assert_problem(caller.client.delete(f"{ROOT}/auth/tokens/{wrong}/"), 404, "not_found")
    assert caller.client.delete(f"{ROOT}/auth/tokens/{keys[False]}/").status_code == 204
    assert not works(other)
    assert works(foreign)
    assert caller.client.delete(f"{ROOT}/auth/tokens/{keys[True]}/").status_code == 204
    assert not works(caller)


def test_nobody_lists_or_ends_tokens_unnamed(db: None):
    client = Client(raise_request_exception=False)
    assert_problem(client.get(f"{ROOT}/auth/tokens/"), 401, "not_authenticated")
    assert_problem(client.delete(f"{ROOT}/auth/tokens/abc/"), 401, "not_authenticated")


def test_the_account_page_shows_the_own_tokens_and_ends_one(router: Staff, cast: Cast):
    caller, page = Caller(router), browser(router)
    foreign = Caller(cast.clerk)
    made_earlier(caller)
    works(caller)
    row = ApiToken.objects.get(user=router)
    shown = page.get("/account/").content.decode()
    assert "访问令牌" in shown
    assert row.prefix in shown
    assert row.token_key not in shown.replace(f"/account/tokens/{row.token_key}/", "")
    assert row.last_used_on.isoformat() in shown
    assert shown.count('type="password"') == 3
    theirs = ApiToken.objects.get(user=cast.clerk).token_key
    assert theirs[:8] not in shown
    assert page.get(f"/account/tokens/{row.token_key}/revoke/").status_code == 405
    assert page.post(f"/account/tokens/{theirs}/revoke/").status_code == 404
    assert works(foreign)
    answer = page.post(f"/account/tokens/{row.token_key}/revoke/", follow=True)
    assert "令牌已撤销" in answer.content.decode()
    assert not works(caller)


def test_a_token_is_written_once_a_day_and_never_on_the_day_it_was_made(router: Staff):
    def written(caller: Caller) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert works(caller)
        return sum(each["sql"].startswith("UPDATE") for each in asked.captured_queries)

    caller = Caller(router)
    assert written(caller) == 0
    made_earlier(caller)
    assert [written(caller) for _ in range(3)] == [1, 0, 0]
