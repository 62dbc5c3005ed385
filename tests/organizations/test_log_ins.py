"""Many names failing from one address are slowed at both doors; the address is never locked, nobody sleeps."""

import time
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from redis.exceptions import ConnectionError as CacheGone

from organizations.log_ins import MOST_NAMES, MOST_SECONDS, Attempt, Slowed
from organizations.models import ApiToken
from tests.cases.api.caller import basic
from tests.organizations.conftest import PASSWORD

pytestmark = pytest.mark.django_db
TOKENS = "/api/v1/auth/login/"


class Clock:
    """The time of the test."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Time stands still unless the test moves it, for the cache as well."""
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


def page(name: str, password: str = "wrong-password", address: str = "10.0.0.7") -> Any:
    return Client(REMOTE_ADDR=address).post("/login/", {"username": name, "password": password})


def program(name: str, password: str = "wrong-password", address: str = "10.0.0.7") -> Any:
    return Client(REMOTE_ADDR=address, raise_request_exception=False).post(TOKENS, headers=basic(name, password))


DOORS = pytest.mark.parametrize("door", [page, program], ids=["page", "api"])


def came_in(answer: Any) -> bool:
    return answer.status_code == 302 or (answer.status_code == 200 and b'"token"' in answer.content)


@DOORS
def test_25_log_ins_for_other_names_are_slowed_more_and_more_and_the_right_one_gets_through(
    district: Any, clock: Clock, door: Any
):
    waits = []
    for number in range(25):
        answer = door(f"name-{number}")
        while answer.status_code == 429:
            waits.append(int(answer["Retry-After"]))
            clock.now += waits[-1]
            answer = door(f"name-{number}")
        assert not came_in(answer)
    assert waits == [1, 2, 4, 8, *[MOST_SECONDS] * 11]
    right = door("yc_router", PASSWORD)
    assert right.status_code == 429
    clock.now += int(right["Retry-After"])
    assert came_in(door("yc_router", PASSWORD))


@DOORS
def test_a_slowed_log_in_is_told_so_in_words_and_nothing_is_tried(district: Any, clock: Clock, door: Any):
    for number in range(MOST_NAMES):
        assert door(f"name-{number}").status_code != 429
    answer = door("yc_router", PASSWORD)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "1"
    assert "1秒后再" in answer.content.decode()
    assert not ApiToken.objects.exists()
    if door is program:
        assert answer.json()["code"] == "log_in_slowed"
    else:
        assert 'value="yc_router"' in answer.content.decode()
        assert PASSWORD not in answer.content.decode()


@DOORS
def test_who_was_told_to_wait_has_his_turn_although_the_others_go_on(district: Any, clock: Clock, door: Any):
    for number in range(MOST_NAMES + 5):
        Attempt("10.0.0.7", f"name-{number}").note_failure()
    assert door("yc_router", PASSWORD).status_code == 429
    for second in range(MOST_SECONDS):
        clock.now += 1
        Attempt("10.0.0.7", f"later-{second}").note_failure()
    assert came_in(door("yc_router", PASSWORD))
    assert door("yc_handler", PASSWORD).status_code == 429, "a turn is one's own, and good once"


@DOORS
def test_another_address_is_not_slowed(district: Any, clock: Clock, door: Any):
    for number in range(MOST_NAMES + 5):
        door(f"name-{number}")
    assert came_in(door("yc_router", PASSWORD, address="10.0.0.8"))


def test_both_doors_count_together(district: Any, clock: Clock):
    for number in range(MOST_NAMES):
        (page if number % 2 else program)(f"name-{number}")
    assert page("yc_router", PASSWORD).status_code == program("yc_router", PASSWORD).status_code == 429


@DOORS
def test_one_name_over_and_over_is_the_affair_of_its_own_lock(district: Any, clock: Clock, door: Any, settings: Any):
    settings.AXES_ENABLED = True
    for _ in range(MOST_NAMES + 5):
        answer = door("yc_router")
    assert answer["Retry-After"] == "900"
    assert came_in(door("yc_handler", PASSWORD))


@DOORS
def test_a_slowed_log_in_does_not_count_towards_the_lock_of_the_account(
    district: Any, clock: Clock, door: Any, settings: Any
):
    settings.AXES_ENABLED = True
    for number in range(MOST_NAMES + 5):
        Attempt("10.0.0.7", f"name-{number}").note_failure()
    for _ in range(settings.AXES_FAILURE_LIMIT + 2):
        answer = door("yc_router", PASSWORD)
        assert int(answer["Retry-After"]) <= MOST_SECONDS
    clock.now += MOST_SECONDS
    assert came_in(door("yc_router", PASSWORD))


def test_after_the_window_nothing_is_left_of_it(clock: Clock):
    for number in range(MOST_NAMES):
        Attempt("10.0.0.7", f"name-{number}").note_failure()
    with pytest.raises(Slowed):
        Attempt("10.0.0.7", "x").assert_turn()
    clock.now += 601
    Attempt("10.0.0.7", "x").assert_turn()


def test_who_is_logged_in_already_is_counted_like_everybody(district: Any, clock: Clock):
    client = Client(REMOTE_ADDR="10.0.0.7")
    client.force_login(next(iter(district.people.values())), backend="django.contrib.auth.backends.ModelBackend")
    for number in range(MOST_NAMES + 1):
        answer = client.post("/login/", {"username": f"name-{number}", "password": "wrong-password"})
    assert answer.status_code == 429


class Gone:
    """A cache that does not answer."""

    def __getattr__(self, name: str) -> Any:
        raise CacheGone


@DOORS
def test_without_a_cache_people_still_come_in(district: Any, monkeypatch: pytest.MonkeyPatch, door: Any):
    monkeypatch.setattr("organizations.log_ins.cache", Gone())
    assert not came_in(door("yc_router"))
    assert came_in(door("yc_router", PASSWORD))


def test_neither_name_nor_address_is_written_into_the_cache(clock: Clock):
    attempt = Attempt("10.0.0.7", "yc_router")
    attempt.note_failure()
    keys = str(list(cache._cache))  # type: ignore[attr-defined]
    assert "log-in" in keys
    assert "yc_router" not in keys
    assert "10.0.0.7" not in keys
