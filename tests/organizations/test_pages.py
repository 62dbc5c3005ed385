"""Login, my account, 权限一览, the training clock."""

import pytest
from django.core.cache import cache
from django.test import override_settings

from law.vocabulary import Act
from organizations.roles import MATRIX, Right, Role, reach_of
from organizations.today import today
from tests.organizations.conftest import PASSWORD, as_person
from xinfang.navigation import MOST_IN_SIGHT

pytestmark = pytest.mark.django_db

PAGES = ["/permissions/", "/account/", "/units/options"]


@pytest.fixture(autouse=True)
def same_day():
    yield
    cache.clear()


def login(client, username, password=PASSWORD, **extra):
    return client.post("/login/", {"username": username, "password": password, **extra})


def test_login_leads_back_to_the_page_but_never_outside(district, client):
    assert login(client, "yc_router", next="/permissions/")["Location"] == "/permissions/"
    assert login(client, "yc_router", next="https://elsewhere.example/")["Location"] == "/"


def test_a_wrong_password_and_an_unknown_account_look_the_same(district, client):
    answers = [login(client, name, "wrong-password") for name in ("yc_router", "nobody")]
    assert all("账号或者密码不对" in answer.content.decode() for answer in answers)
    assert len({answer.status_code for answer in answers}) == 1


def test_who_has_left_cannot_log_in(district, client):
    staff = district.people[Role.ROUTER]
    staff.is_active = False
    staff.save()
    assert "账号或者密码不对" in login(client, "yc_router").content.decode()


@override_settings(AXES_ENABLED=True)
def test_five_wrong_passwords_lock_the_account_for_a_while(district, client):
    for _ in range(4):
        assert login(client, "yc_router", "wrong-password").status_code == 200
    answer = login(client, "yc_router", "wrong-password")
    assert answer.status_code == 429
    assert "暂停登录15分钟" in answer.content.decode()
    assert answer["Retry-After"] == "900"
    assert login(client, "yc_router").status_code == 429
    assert login(client, "yc_window_clerk").status_code == 302


@override_settings(AXES_ENABLED=True)
def test_a_program_is_told_of_the_lock_in_its_own_way(district, client):
    for _ in range(5):
        answer = client.post(
            "/login/", {"username": "yc_router", "password": "x"}, headers={"accept": "application/json"}
        )
    assert answer.status_code == 429
    assert answer.json()["code"] == "locked_out"


def test_logging_out_is_a_post(district, client):
    login(client, "yc_router")
    assert client.get("/logout/").status_code == 405
    assert client.get("/account/").status_code == 200
    assert client.post("/logout/").status_code == 302
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("page", [*PAGES, "/training/"])
def test_a_stranger_is_led_to_the_login(client, page):
    answer = client.get(page)
    assert answer.status_code == 302
    assert answer["Location"] == f"/login/?next={page}"


@pytest.mark.parametrize("role", list(Role))
def test_everybody_may_read_the_permissions(district, role):
    client = as_person(district.people[role])
    text = client.get("/permissions/").content.decode()
    assert all(each.label in text for each in Role)
    assert "organizations/roles.py" in text


def test_one_role_alone_has_an_address(district):
    client = as_person(district.people[Role.ANALYST])
    text = client.get("/permissions/?role=head").content.decode()
    assert 'id="role-head"' in text
    assert 'id="role-handler"' not in text
    assert all(thing.label in text for thing in MATRIX[Role.HEAD])
    assert client.get("/permissions/?role=emperor").status_code == 200


def test_the_permissions_page_asks_little_of_the_database(district, django_assert_max_num_queries):
    client = as_person(district.people[Role.ROUTER])
    # Session, person, grants with the home unit, and whether a dated access opens the list of cases.
    with django_assert_max_num_queries(4):
        client.get("/permissions/")


def test_a_page_is_framed_by_who_is_here(district):
    text = as_person(district.people[Role.DISPATCHER]).get("/account/").content.decode()
    assert "云川区柳溪镇" in text
    assert "乡镇工作调度员（柳溪镇）" in text
    assert 'aria-current="page"' in text


@pytest.mark.parametrize("role", list(Role))
def test_the_navigation_shows_what_the_role_may_open_and_each_entry_opens(district, role):
    client = as_person(district.people[role])
    groups = client.get("/account/").context["nav"]
    nav = [entry for group in groups for entry in group["entries"]]
    labels = {entry["label"] for entry in nav}
    assert sum(len(group["entries"]) for group in groups if group["open"]) <= MOST_IN_SIGHT
    assert ("登记" in labels) == bool(reach_of(role, Act.REGISTER))
    assert ("信访件" in labels) == bool(reach_of(role, Right.SEE) or reach_of(role, Right.SEE_SEALED))
    assert ("按人查询" in labels) == bool(reach_of(role, Right.LOOK_UP))
    assert [entry["label"] for entry in nav if entry["active"]] == ["我的账号"]
    assert {client.get(entry["url"], follow=True).status_code for entry in nav} == {200}


def test_my_password_is_changed_by_me_alone(district, client):
    login(client, "yc_router")
    wrong = {
        "old_password": "not-mine-at-all",
        "new_password1": "river-under-kite-9",
        "new_password2": "river-under-kite-9",
    }
    answer = client.post("/account/", wrong)
    assert answer.status_code == 422
    assert "现在的密码不对" in answer.content.decode()
    short = {"old_password": PASSWORD, "new_password1": "kite-7", "new_password2": "kite-7"}
    assert "密码太短，至少要10个字符" in client.post("/account/", short).content.decode()
    assert client.post("/account/", {**wrong, "old_password": PASSWORD}).status_code == 302
    assert client.get("/account/").status_code == 200
    staff = district.people[Role.ROUTER]
    staff.refresh_from_db()
    assert staff.check_password("river-under-kite-9")


def test_a_changed_password_ends_the_other_sessions(district, client):
    other = as_person(district.people[Role.ROUTER])
    login(client, "yc_router")
    new = "river-under-kite-9"
    client.post("/account/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


@override_settings(TRAINING=True)
def test_the_training_date_moves_ahead_only(district):
    client, before = as_person(district.people[Role.HANDLER]), today()
    assert client.post("/training/", {"days": "3"}).status_code == 302
    assert (today() - before).days == 3
    text = client.get("/training/").content.decode()
    assert "3天" in text
    assert f"今天按{today().year}年{today().month}月{today().day}日计算" in text
    for days in ("0", "-1", "401", "x", "", "9" * 40):
        assert client.post("/training/", {"days": days}).status_code == 422
    assert (today() - before).days == 3


@override_settings(TRAINING=False)
def test_in_production_there_is_no_training_page(district):
    client, before = as_person(district.people[Role.HANDLER]), today()
    assert client.get("/training/").status_code == 404
    assert client.post("/training/", {"days": "3"}).status_code == 404
    assert today() == before
    assert "演示" not in client.get("/account/").content.decode()
