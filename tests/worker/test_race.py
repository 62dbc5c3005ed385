"""Two people act on one leg at the same moment, over HTTP: one wins, the other is told who and when, his text is kept."""

import html
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.worker.conftest import REFERRED, RunningOffice
from tests.worker.visitor import Answer, Visitor

pytestmark = pytest.mark.worker
NAMES = {"town_head": "施镇长", "dispatcher": "调度员孔", "town_handler": "承办人曹"}


def race(
    running: RunningOffice, path: str, field: str, words: dict[str, str], *, htmx: bool, **typed: str
) -> dict[str, Answer]:
    """Let everybody open the dialog, write his words, and send at the same moment."""
    people = {who: running.visitor(who) for who in words}
    seen = {who: person.hidden(path) for who, person in people.items()}
    start = Barrier(len(people))

    def send(who: str, person: Visitor) -> Answer:
        start.wait(30)
        return person.post(path, {**seen[who], **typed, field: words[who]}, htmx=htmx)

    with ThreadPoolExecutor(len(people)) as pool:
        sent = {who: pool.submit(send, who, person) for who, person in people.items()}
        return {who: future.result() for who, future in sent.items()}


def assert_one_wins(answers: dict[str, Answer], words: dict[str, str], act: str) -> None:
    """One went through; the other reads who was first, when, and his own words again."""
    winners = [who for who, answer in answers.items() if answer.done]
    assert len(winners) == 1, {who: (answer.status, answer.text[:300]) for who, answer in answers.items()}
    [(loser, answer)] = [(who, answer) for who, answer in answers.items() if who not in winners]
    assert answer.status == 409, (answer.status, answer.text[:300])
    text = html.unescape(answer.text)
    assert re.search(rf"{NAMES[winners[0]]}于\d\d月\d\d日\d\d:\d\d办理了“{act}”", text), text[:1500]
    assert words[loser] in text


@pytest.mark.parametrize("number", range(REFERRED))
def test_two_accept_one_leg(running: RunningOffice, number: int):
    at = running.cases["referred"][number]
    words = {who: f"第{number}回，{who}写的处理途径。" for who in ("town_head", "dispatcher")}
    path = f"/cases/{at['case']}/accept/?leg={at['leg']}"
    answers = race(running, path, "handling", words, htmx=number % 2 == 0)
    assert_one_wins(answers, words, "受理并告知")
    accepted = f"SELECT count(*) FROM cases_event WHERE act = 'accept' AND leg_id = {at['leg']}"
    assert running.rows(accepted) == [(1,)]


def test_two_write_on_one_leg_ten_times(running: RunningOffice):
    at = running.cases["handling"][0]
    path = f"/cases/{at['case']}/record-inquiry/?leg={at['leg']}"
    for number in range(10):
        words = {who: f"第{number}回，{who}看到的情况。" for who in ("town_handler", "dispatcher")}
        answers = race(running, path, "text", words, htmx=number % 2 == 0, kind="site_visit")
        assert_one_wins(answers, words, "登记调查情况")
    written = f"SELECT count(*) FROM cases_inquiry WHERE leg_id = {at['leg']} AND kind = 'site_visit'"
    assert running.rows(written) == [(10,)]


def test_the_chains_are_whole_after_the_races(running: RunningOffice):
    assert running.ask("broken_chains()") == []
