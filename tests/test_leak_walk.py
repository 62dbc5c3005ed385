"""Every address of the product, as everybody: nothing falls over, and nobody learns of what is out of his reach."""

import pytest
from django.test import Client

from cases.models import Case
from tests.addresses import OPEN_TO_ALL, WHOLE, Share, addresses, asked, assert_silent, client_of, some_of
from tests.cast import PEOPLE
from tests.leak_keys import keys_of
from tests.leak_scene import Planted, Scene
from tests.leak_table import KNOWS, NOT_THE_SEALED, WALKERS

pytestmark = pytest.mark.usefixtures("no_broker")


def test_the_walk_knows_every_kind_of_key(scene: Scene):
    known = {*keys_of(scene.planted["A"]), "slug"}
    unknown = {need for address in addresses() for need in address.needs} - known
    assert not unknown, f"teach tests/leak_keys.keys_of to fill {unknown}"
    assert len(addresses()) > 50


def test_the_table_of_who_knows_what_is_what_the_one_predicate_says(scene: Scene):
    assert set(KNOWS) == set(PEOPLE)
    for person, letters in KNOWS.items():
        seen = Case.objects.visible_to(getattr(scene.cast, person)).with_sealed_open(getattr(scene.cast, person))
        opened = {case.pk: vars(case)["sealed_open"] for case in seen}
        known = {letter for letter, planted in scene.planted.items() if planted.case.pk in opened}
        assert known == set(letters), person
        closed = {letter for letter in letters if not opened[scene.planted[letter].case.pk]}
        assert closed == set(NOT_THE_SEALED.get(person, "")), person


@WHOLE
@pytest.mark.parametrize("person", WALKERS)
def test_what_is_out_of_reach_is_404_at_every_address(scene: Scene, person: str, whole: bool):
    client, traces = client_of(getattr(scene.cast, person)), scene.traces(person)
    turn = WALKERS.index(person)
    hidden = some_of(scene.hidden(person), turn, whole, 1)
    for number, planted in enumerate(hidden):
        keys = keys_of(planted)
        body = {"leg_id": keys["leg_id"], "hand_off_id": keys["hand_off_id"], "reason": "x", "text": "x"}
        share = Share(turn + number, whole)
        of_the_case = [
            each for each in share.addresses() if {"case_id", "attachment_id", "sheet_id", "code"} & set(each.needs)
        ]
        for way, address in enumerate(of_the_case, turn):
            for url in address.filled(keys, share.slugs):
                # In the default run either is read or sent to, by the next person the other way round.
                for method in some_of(("get", "post"), way, whole, 1):
                    answer = asked(client, method, url, body)
                    assert_silent(answer, traces, f"{person} {method} {url}")
                    assert answer.status_code in (404, 405), f"{person} {method} {url} {answer.status_code}"


@WHOLE
def test_the_parts_of_another_case_do_not_open_through_a_case_of_mine(scene: Scene, whole: bool):
    mine = keys_of(scene.planted["A"])
    others = [planted for letter, planted in scene.planted.items() if letter != "A"]
    for turn, other in enumerate(others):
        mixed = {**keys_of(other), "case_id": mine["case_id"]}
        # In the default run each other case is tried by one of them, the next one by another.
        for person in some_of(("clerk", "housing_handler", "coordinator"), turn, whole, 1):
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


def test_nobody_gets_in_without_a_name(scene: Scene):
    client, traces = client_of(None), [t for planted in scene.planted.values() for t in planted.traces]
    keys = keys_of(scene.planted["A"])
    for address in addresses():
        for url in address.filled(keys):
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


@WHOLE
@pytest.mark.parametrize("person", WALKERS)
def test_no_search_look_up_or_hint_finds_what_is_out_of_reach(scene: Scene, person: str, whole: bool):
    client = client_of(getattr(scene.cast, person))
    for turn, planted in enumerate(scene.hidden(person), WALKERS.index(person)):
        for number, word in enumerate((*planted.words, *planted.sealed, planted.case.number)):
            others = [trace for trace in planted.traces if trace != word]
            # In the default run every word is looked for in two ways, by the next person in two others.
            for address in some_of(SEARCHES, turn + number, whole):
                assert_silent(asked(client, "get", address.format(word)), others, f"{person} {address} {word}")
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
    # The whole text, word by word: what it resembles is found by its sketch.
    whole = {"content": planted.case.content, "subject": planted.case.subject, "channel": "letter"}
    answer = asked(client, "post", "/cases/new/hints/", whole)
    assert_silent(answer, [planted.case.number, f"/cases/{planted.case.pk}/"], f"{person} asks for the like")


def test_a_notice_given_before_the_wall_stood_is_not_shown_behind_it(scene: Scene):
    client = client_of(scene.cast.informant)
    desk = client.get("/").content.decode()
    assert scene.planted["D"].case.number not in desk
