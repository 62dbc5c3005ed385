"""Every address of the product, as everybody: nothing falls over, and nobody learns of what is out of his reach."""

import re
from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from organizations.models import Staff
from tests.addresses import ENDS_THE_SESSION, OPEN_TO_ALL, addresses, asked, client_of
from tests.cast import PEOPLE, Cast
from tests.leak_scene import KNOWS, NOT_THE_SEALED, Planted, Scene, keys_of

# One of every role and of every place; the others of the table know what one of these knows.
WALKERS = ("clerk", "router", "bureau_head", "coordinator", "supervisor", "analyst", "leader", "sealed_desk", "inspector",
           "housing_handler", "farming_head", "town_head", "dispatcher", "town_handler", "other_dispatcher", "informant",
           "village_head", "stranger", "system_admin", "security_admin", "auditor")  # fmt: skip
SOME_SLUGS = ("refer", "accept", "reply-consultation", "unmask", "no-such-act")


@pytest.fixture(autouse=True)
def _no_broker(settings: Any) -> None:
    """The health page asks a broker: here one that is not there."""
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:9/0"


def assert_silent(answer: Any, traces: list[str], what: str) -> None:
    """Not one of the words, in the body or in a header."""
    everything = answer.said + str(answer.headers)
    found = [trace for trace in traces if trace in everything]
    assert not found, f"{what} ({answer.status_code}) tells {found}"
    assert answer.status_code < 500 or what.endswith("/healthz"), what


def test_the_walk_knows_every_kind_of_key(scene: Scene):
    known = {*keys_of(scene.planted["A"]), "slug"}
    unknown = {need for address in addresses() for need in address.needs} - known
    assert not unknown, f"teach tests/leak_scene.keys_of to fill {unknown}"
    assert len(addresses()) > 50


def test_the_table_of_who_knows_what_is_what_the_one_predicate_says(scene: Scene):
    assert set(KNOWS) == set(PEOPLE)
    for person, letters in KNOWS.items():
        seen = Case.objects.visible_to(getattr(scene.cast, person)).with_sealed_open(
            getattr(scene.cast, person)
        )
        opened = {case.pk: vars(case)["sealed_open"] for case in seen}
        known = {letter for letter, planted in scene.planted.items() if planted.case.pk in opened}
        assert known == set(letters), person
        closed = {letter for letter in letters if not opened[scene.planted[letter].case.pk]}
        assert closed == set(NOT_THE_SEALED.get(person, "")), person


@pytest.mark.db_slow
@pytest.mark.parametrize("person", WALKERS)
def test_what_is_out_of_reach_is_404_at_every_address(scene: Scene, person: str):
    client, traces = client_of(getattr(scene.cast, person)), scene.traces(person)
    for planted in scene.hidden(person):
        keys = keys_of(planted)
        body = {"leg_id": keys["leg_id"], "hand_off_id": keys["hand_off_id"], "reason": "x", "text": "x"}
        for address in (
            each for each in addresses() if {"case_id", "attachment_id", "code"} & set(each.needs)
        ):
            for url in address.filled(keys, SOME_SLUGS):
                for method in ("get", "post"):
                    answer = asked(client, method, url, body)
                    assert_silent(answer, traces, f"{person} {method} {url}")
                    assert answer.status_code in (404, 405), f"{person} {method} {url} {answer.status_code}"


@pytest.mark.db_slow
@pytest.mark.parametrize("person", WALKERS)
def test_what_is_within_reach_tells_nothing_of_the_rest(scene: Scene, person: str):
    client, traces = client_of(getattr(scene.cast, person)), scene.traces(person)
    keys = (
        keys_of(scene.planted[KNOWS[person][-1]])
        if KNOWS[person]
        else {**keys_of(scene.planted["A"]), "case_id": 0}
    )
    for address in addresses():
        if address.name in ENDS_THE_SESSION:
            continue
        for url in address.filled(keys):
            for method in ("get", "post"):
                answer = asked(client, method, url, {})
                assert_silent(answer, traces, f"{person} {method} {url}")
            assert_silent(asked(client, "get", url, **{"HX-Request": "true"}), traces, f"{person} htmx {url}")


@pytest.mark.db_slow
def test_the_parts_of_another_case_do_not_open_through_a_case_of_mine(scene: Scene):
    mine = keys_of(scene.planted["A"])
    for other in (planted for letter, planted in scene.planted.items() if letter != "A"):
        mixed = {**keys_of(other), "case_id": mine["case_id"]}
        for person in ("clerk", "housing_handler", "coordinator"):
            client = client_of(getattr(scene.cast, person))
            for address in addresses():
                if "case_id" not in address.needs or not {"clock_id", "document_id"} & set(address.needs):
                    continue
                [url] = address.filled(mixed)
                answer = asked(client, "get", url)
                assert answer.status_code == 404, f"{person} {url}"
            for url in (f"/cases/{mine['case_id']}/accept/", f"/cases/{mine['case_id']}/reply-consultation/"):
                body = {"leg_id": mixed["leg_id"], "hand_off_id": mixed["hand_off_id"], "text": "x"}
                assert asked(client, "post", url, body).status_code == 404
                assert asked(client, "post", f"/api/v1{url}", body).status_code in (404, 422)


@pytest.mark.db_slow
def test_nobody_gets_in_without_a_name(scene: Scene):
    client, traces = client_of(None), [t for planted in scene.planted.values() for t in planted.traces]
    for address in addresses():
        for url in address.filled(keys_of(scene.planted["A"])):
            for method in ("get", "post"):
                answer = asked(client, method, url)
                assert_silent(answer, traces, f"anonymous {method} {url}")
                if address.name in OPEN_TO_ALL:
                    continue
                if address.for_programs:
                    assert answer.status_code in (401, 405), f"{method} {url} {answer.status_code}"
                elif answer.status_code == 302:
                    assert answer["Location"].startswith("/login/"), f"{method} {url}"
                else:
                    assert answer.status_code == 405, f"{method} {url} {answer.status_code}"


SEARCHES = (
    "/cases/?q={}",
    "/api/v1/cases/?q={}",
    "/cases/?historic=true&q={}",
    "/units/options?q={}",
    "/cases/?order=due&q={}",
)


@pytest.mark.db_slow
@pytest.mark.parametrize("person", WALKERS)
def test_no_search_look_up_or_hint_finds_what_is_out_of_reach(scene: Scene, person: str):
    client = client_of(getattr(scene.cast, person))
    for planted in scene.hidden(person):
        for word in (*planted.words, *planted.sealed, planted.case.number):
            others = [trace for trace in planted.traces if trace != word]
            for address in SEARCHES:
                assert_silent(
                    asked(client, "get", address.format(word)), others, f"{person} {address} {word}"
                )
        _assert_no_hint(client, planted, person)
    for letter in NOT_THE_SEALED.get(person, ""):
        planted = scene.planted[letter]
        for word in planted.sealed:
            answer = asked(client, "get", f"/api/v1/cases/?q={word}")
            assert answer.json()["results"] == [], f"{person} finds {letter} by its sealed words"
            assert_silent(asked(client, "get", f"/cases/?q={word}"), [planted.case.number], person)


def _assert_no_hint(client: Client, planted: Planted, person: str) -> None:
    """Look a petitioner up, and begin to register him again: the number of his hidden case must not come."""
    words = (*planted.words, *planted.sealed)
    for field, value in (("name", planted.name), ("phone", planted.phone)):
        answer = asked(client, "post", "/look-up/", {field: value, "reason": "联系信访人"})
        assert_silent(answer, [planted.case.number, *words], f"{person} looks up {field}")
    typed = {
        "parties-name": planted.name,
        "parties-phone": planted.phone,
        "content": words[0],
        "subject": words[0],
        "channel": "letter",
    }
    answer = asked(client, "post", "/cases/new/hints/", typed)
    assert_silent(answer, [planted.case.number, f"/cases/{planted.case.pk}/"], f"{person} is hinted at")


VOLATILE = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": ?"[^"]+"|nonce="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}|csrf-token" content="[^"]+"'
)
COUNTING = ("/", "/clocks/", "/api/v1/clocks/", "/letters/?on=2026-03-03", "/api/v1/letters/?on=2026-03-03", "/cases/", "/cases/?order=due", "/cases/?due=overdue", "/cases/?waiting=unit", "/cases/?historic=true", "/look-up/",
            "/cases/new/?channel=letter", "/api/v1/cases/", "/api/v1/cases/?size=1", "/account/")  # fmt: skip


@pytest.mark.db_slow
@pytest.mark.parametrize(
    "person",
    ["informant", "town_head", "housing_handler", "clerk", "coordinator", "leader", "stranger", "auditor"],
)
def test_no_page_changes_by_rows_out_of_reach(cast: Cast, person: str):
    scene = Scene.__new__(Scene)
    scene.cast, scene.planted = cast, {}
    for letter in KNOWS[person]:
        scene.plant(letter)
    before = _shown(getattr(cast, person))
    for letter in "ABCDEF":
        if letter not in KNOWS[person]:
            scene.plant(letter)
    after = _shown(getattr(cast, person))
    for url in COUNTING:
        assert before[url] == after[url], f"{person} {url} changed by rows he must not know of"


def _shown(staff: Staff) -> dict[str, str]:
    client = client_of(Staff.objects.get(pk=staff.pk))
    return {url: VOLATILE.sub("", asked(client, "get", url).said) for url in COUNTING}


def test_a_notice_given_before_the_wall_stood_is_not_shown_behind_it(scene: Scene):
    client = client_of(scene.cast.informant)
    desk = client.get("/").content.decode()
    assert scene.planted["D"].case.number not in desk
