"""Letters as files through both doors: the same reach as the letter's page, a day's letters in one file."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.lists.day_letters import letters_of_day
from cases.models import Document
from cases.reading.read import read_case
from kit.paper.word import CONTENT_TYPE
from law.errors import Refused
from law.vocabulary import Act, Letter, State
from organizations.models import Staff
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.leak_scene import Scene
from tests.walks import walk_to

DOORS = pytest.mark.parametrize("door", ["", "/api/v1"], ids=["page", "api"])


@DOORS
def test_a_letter_comes_as_pdf_and_as_word(cast: Cast, door: str):
    walk = walk_to(cast, State.ISSUED)
    document = walk.case.documents.get(kind=Letter.HANDLING_OPINION)
    client, address = client_of(cast.town_handler), f"{door}/cases/{walk.case.pk}/letters/{document.pk}"
    pdf = client.get(f"{address}.pdf")
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf["Content-Disposition"].startswith("inline")
    word = client.get(f"{address}.docx")
    assert (word.status_code, word["Content-Type"]) == (200, CONTENT_TYPE)
    assert word.content.startswith(b"PK")
    assert word["Content-Disposition"].startswith("attachment")
    for answer in (pdf, word):
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]


def test_the_letters_page_offers_both_files(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    letter = walk.case.documents.get()
    page = client_of(cast.town_head).get(f"/cases/{walk.case.pk}/letters/{letter.pk}/").content.decode()
    for kind in ("pdf", "docx"):
        assert f'href="/cases/{walk.case.pk}/letters/{letter.pk}.{kind}"' in page


@DOORS
def test_out_of_reach_there_is_no_file(cast: Cast, door: str):
    walk = walk_to(cast, State.ISSUED)
    document, other = walk.case.documents.last(), walk_to(cast, State.REFERRED).case.documents.last()
    address = f"{door}/cases/{walk.case.pk}/letters/"
    for person in (cast.farming_handler, cast.stranger, cast.system_admin, cast.informant):
        for kind in ("pdf", "docx"):
            assert client_of(person).get(f"{address}{document.pk}.{kind}").status_code == 404
    assert client_of(cast.town_head).get(f"{address}{other.pk}.pdf").status_code == 404, "another case's letter"
    assert client_of(None).get(f"{address}{document.pk}.pdf").status_code in (302, 401)


def test_the_words_of_a_letter_through_the_api(cast: Cast, on_day: Callable[[date], None]):
    walk = walk_to(cast, State.ISSUED)
    on_day(walk.on)
    document = walk.case.documents.last()
    walk.act(Act.UNMASK, cast.town_head, reason="核对文书")
    said = client_of(cast.town_head).get(f"/api/v1/cases/{walk.case.pk}/letters/{document.pk}/").json()
    assert (said["to"], said["masked"]) == ("老王", False)
    assert "查明的事实：路面破损三处。" in said["paragraphs"]
    assert said["check_code"].replace(" ", "").lower() == document.check_code


# A day's letters
@DOORS
def test_a_days_letters_of_my_unit_come_in_one_file(cast: Cast, door: str):
    walk = walk_to(cast, State.ISSUED)
    walk_to(cast, State.ISSUED)
    client, query = client_of(cast.town_head), {"on": walk.on.isoformat()}
    pdf = client.get(f"{door}/letters/day.pdf", query)
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    listed = client.get("/api/v1/letters/", query).json()
    assert [letter["kind"] for letter in listed["letters"]] == ["handling_opinion"] * 2
    assert not listed["more"]
    page = client.get("/letters/", query).content.decode()
    assert "合并打印2份" in page
    assert all(letter["number"] in page for letter in listed["letters"])
    asked = {**query, "kind": "acceptance_notice"}
    assert client.get(f"{door}/letters/day.pdf", asked).status_code == 404


@DOORS
def test_a_day_that_is_none_is_said(cast: Cast, door: str):
    client = client_of(cast.town_head)
    assert client.get(f"{door}/letters/day.pdf", {"on": "2026-13-01"}).status_code == 422
    assert client.get(f"{door}/letters/", {"on": "昨天"}).status_code == 422
    assert client_of(cast.system_admin).get(f"{door}/letters/").status_code == 403


def test_a_list_of_no_day_begins_with_today(cast: Cast):
    answer = client_of(cast.town_head).get("/letters/")
    assert answer.status_code == 200
    assert "这一天没有文书" in answer.content.decode()


def test_more_letters_than_one_file_holds_are_said(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cases.lists.day_letters.MOST_IN_ONE", 1)
    walk = walk_to(cast, State.REFERRED)
    walk_to(cast, State.REFERRED)
    day = letters_of_day(cast.router, walk.on)
    assert (len(day.letters), day.more) == (1, True)


def test_a_days_letters_are_those_i_find_on_the_case_pages(scene: Scene):
    """The list and the case page must never disagree on who reads a letter."""
    days: set[date] = set(Document.objects.values_list("issued_on", flat=True)) | {START + timedelta(days=9)}
    listed = 0
    for person in (p for p in vars(scene.cast).values() if isinstance(p, Staff)):
        for on in days:
            found = letters_of_day(person, on).letters
            listed += len(found)
            for document in found:
                assert document.pk in _on_the_case_page(person, document), f"{person.name} {document.number}"
                assert document.unit_id in _units(person)
    assert listed > 3, "the scene has letters"


def _on_the_case_page(person: Staff, document: Document) -> set[int]:
    reading: Callable[..., Any] = read_case
    try:
        return {each.pk for each in reading(document.case_id, by=person, on=document.issued_on).documents}
    except Refused:
        return set()


def _units(person: Staff) -> set[int]:
    return {grant.unit_id for grant in person.grants_in_force}
