"""审签稿: the real letter before it is issued, with what is still missing; nothing is numbered, kept or preset (Art. 32)."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from cases.models import Case, Document, Event
from law.vocabulary import Act, Letter, State
from organizations.models.papers import PaperCounter
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import Walk, answer_all, issue, walk_to

Turn = Callable[[date], None]


def address(walk: Walk, what: str = "/") -> str:
    return f"/cases/{walk.case.pk}/legs/{walk.leg.pk}/preview{what}"


def kept() -> tuple[Any, ...]:
    """What a preview must leave as it is."""
    counters = list(PaperCounter.objects.order_by("pk").values_list("pk", "last"))
    return Document.objects.count(), Event.objects.count(), counters, list(Case.objects.values_list("version"))


def test_the_head_reads_what_he_will_sign_and_nothing_is_kept(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.PENDING_SIGN_OFF)
    calendar(walk.on)
    head, before = Caller(cast.town_head), kept()
    told = head.get(address(walk)).json()
    assert kept() == before
    assert (told["code"], [each["kind"] for each in told["letters"]]) == ("", [Letter.HANDLING_OPINION])
    assert not [each for each in told["missing"] if each["blocks"]]
    page = Person(cast.town_head).client.get(address(walk)).content.decode()
    assert kept() == before
    for part in ("data:image/png;base64,", "老王说路坏了一年", "路面破损三处", f"/issue/?leg={walk.leg.pk}"):
        assert part in page
    issue(walk)
    read = head.get(f"/cases/{walk.case.pk}/letters/{walk.leg.documents.latest('id').pk}/").json()
    assert told["masked"] is True
    assert read["paragraphs"] == told["letters"][0]["paragraphs"]
    assert_problem(head.get(address(walk)), 409, "wrong_state")


def test_the_draft_is_a_file_for_who_signs_it_and_for_nobody_else(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.PENDING_SIGN_OFF)
    calendar(walk.on)
    file = Caller(cast.town_head).get(address(walk, ".pdf"))
    assert (file.status_code, file.content[:5]) == (200, b"%PDF-")
    assert Person(cast.town_head).client.get(address(walk, ".pdf")).content[:5] == b"%PDF-"
    assert Document.objects.filter(kind=Letter.HANDLING_OPINION).count() == 0
    assert_problem(Caller(cast.router).get(address(walk)), 403, "not_permitted")
    assert_problem(Caller(cast.stranger).get(address(walk)), 404, "not_found")


def test_before_submitting_all_that_is_missing_is_said_at_once(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    handler, person = Caller(cast.town_handler), Person(cast.town_handler)
    told = handler.get(address(walk)).json()
    assert [each["code"] for each in told["missing"] if each["blocks"]] == ["demand_unanswered", "petitioner_unheard"]
    assert (told["code"], told["letters"]) == ("demand_unanswered", [])
    page = person.page(walk.case).content.decode()
    assert "送审前还缺（3）" in page
    assert page.count("必须先办") == 2
    assert_problem(handler.get(address(walk, ".pdf")), 422, "demand_unanswered")
    answer_all(walk)
    calendar(walk.on)
    told = handler.get(address(walk)).json()
    assert [each["code"] for each in told["missing"]] == ["duties_unchecked"]
    assert [each["kind"] for each in told["letters"]] == [Letter.HANDLING_OPINION]
    dialog = person.dialog(Act.SUBMIT, walk.case, leg=walk.leg).content.decode()
    assert "核对三到位一处理" in dialog
    assert address(walk) in dialog


def test_no_conclusion_is_preset(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    dialog = Person(cast.town_handler).dialog(Act.ANSWER, walk.case, leg=walk.leg).content.decode()
    [select] = re.findall(r'<select name="outcome".*?</select>', dialog, re.DOTALL)
    assert re.findall(r'<option value="([^"]*)" selected', select) in ([""], [])
    assert re.findall(r'<option value="([^"]*)"', select)[0] == ""
