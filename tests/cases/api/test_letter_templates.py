"""Letter templates through the API: the administrator reads, previews and saves; nobody else comes in."""

from datetime import date
from typing import Any

import pytest

from cases.letters.variables import LETTERS, default_body
from cases.models import LetterTemplate
from law.vocabulary import Letter, State
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.api.conftest import Turn
from tests.cast import Cast
from tests.walks import walk_to

ROOT = "/letter-templates/"
NOTICE = f"{ROOT}acceptance_notice/"
BODY = default_body(Letter.ACCEPTANCE_NOTICE)


def test_the_administrator_reads_previews_and_saves(cast: Cast, calendar: Turn):
    calendar(date(2026, 3, 2))
    caller = Caller(cast.system_admin)
    lines = caller.get(ROOT).json()
    assert [line["letter"] for line in lines] == [str(kind) for kind in LETTERS]
    assert all(line["version"] is None for line in lines)
    read = caller.get(NOTICE).json()
    assert read["body"] == read["default_body"] == BODY
    assert {"name": "信访人", "sample": "王某某", "required": True} in read["variables"]
    shown = caller.post(f"{NOTICE}preview/", {"body": f"{BODY}\n新加的一句。"}).json()
    assert shown["to"] == "王某某"
    assert shown["paragraphs"][-1] == "新加的一句。"
    assert not LetterTemplate.objects.exists()
    answer = caller.post(NOTICE, {"body": f"{BODY}\n新加的一句。"})
    assert answer.status_code == 201
    assert answer.json()["versions"][0]["version"] == 1
    later = caller.post(NOTICE, {"body": f"{BODY}\n又一句。", "valid_from": "2026-09-01"}).json()
    assert [each["valid_from"] for each in later["versions"]] == ["2026-09-01", "2026-03-02"]
    assert later["version"] == 1, "the later one is not in force yet"
    content = walk_to(cast, State.ACCEPTED).case.documents.get(kind=Letter.ACCEPTANCE_NOTICE).content
    assert content.endswith("新加的一句。")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"body": ""},
        {"body": 7},
        {"body": None},
        {"body": [BODY]},
        {"body": BODY, "colour": "x"},
        {"body": "好" * 9000},
        {"body": f"{BODY}x", "valid_from": "明天"},
        {"body": f"{BODY}x", "valid_from": 5},
    ],
)
def test_what_is_wrong_with_the_input_is_named_by_its_field(cast: Cast, body: dict[str, Any]):
    said = assert_problem(Caller(cast.system_admin).post(NOTICE, body), 422)
    assert said["fields"]
    assert not LetterTemplate.objects.exists()


@pytest.mark.parametrize(
    ("added", "code"), [("{查询码}", "variable_unknown"), ("可以依法起诉。", "remedy_by_hand"), ("", "nothing_changed")]
)
def test_what_the_page_refuses_is_refused_here(cast: Cast, added: str, code: str):
    caller = Caller(cast.system_admin)
    answer = caller.post(NOTICE, {"body": BODY + added})
    assert_problem(answer, answer.status_code, code)
    assert answer.status_code in (409, 422)
    if added:
        assert caller.post(f"{NOTICE}preview/", {"body": BODY + added}).status_code == answer.status_code


def test_nobody_else_comes_in(cast: Cast):
    for person in (cast.bureau_head, cast.coordinator, cast.security_admin, cast.auditor, cast.clerk):
        caller = Caller(person)
        for path in (ROOT, NOTICE):
            assert_problem(caller.get(path), 403, "not_permitted")
        for path in (NOTICE, f"{NOTICE}preview/"):
            assert_problem(caller.post(path, {"body": BODY + "x"}), 403, "not_permitted")
    assert_problem(Caller(cast.system_admin).get(f"{ROOT}archive_index/"), 404, "not_found")
