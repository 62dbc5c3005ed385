"""公示: after a review with a hearing, without anybody's name, number or address, from a day to a day (Art. 36, para 2)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from cases.lists.publications import open_publications
from cases.models import Case, Publication
from law.vocabulary import Act, State
from tests.cases.api.both_doors import DOORS
from tests.cases.refusals import refused
from tests.cases.remedies import DAY
from tests.cases.remedies_by_hand import reviewed_after_hearing
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]
SAID = "信访人反映村口的路，复核维持复查意见。"


def heard(cast: Cast) -> Walk:
    """Reviewed by the city after a hearing; the desk writes down what the city did."""
    walk = walk_to(cast, State.REVIEW_DECIDED)
    reviewed_after_hearing(walk.leg, cast.router, walk.on)
    return walk


def shown(walk: Walk, **more: Any) -> dict[str, Any]:
    return {"text": SAID, "place": "市政府门户网站", "shown_to": walk.on + 30 * DAY, **more}


@DOORS
def test_everybody_reads_it_from_its_first_day_to_its_last(cast: Cast, calendar: Turn, door: Any):
    walk = heard(cast)
    calendar(walk.on)
    first, last = walk.on + 2 * DAY, walk.on + 9 * DAY
    typed = {**shown(walk), "shown_from": first.isoformat(), "shown_to": last.isoformat()}
    assert door(cast.bureau_head, Act.PUBLISH_REVIEW, walk, **typed)[0] == "done"
    for day, there in ((first - DAY, False), (first, True), (last, True), (last + DAY, False)):
        calendar(day)
        page, said = Client().get("/publications/").content.decode(), Client().get("/api/v1/publications/").json()
        assert (SAID in page, [each["text"] for each in said] == [SAID]) == (there, there)
        assert "老王" not in page
        assert walk.case.number not in f"{page}{said}"
    assert "市政府门户网站" in Person(cast.bureau_head).page(walk.case).content.decode()


@DOORS
@pytest.mark.parametrize("named", ["老王要求修路。", "老 王要求修路。"])
def test_a_name_is_refused_and_a_number_or_an_address_is_masked(cast: Cast, calendar: Turn, door: Any, named: str):
    walk = heard(cast)
    calendar(walk.on)
    given = {**shown(walk), "shown_to": (walk.on + DAY).isoformat()}
    code, message, article = door(cast.bureau_head, Act.PUBLISH_REVIEW, walk, **{**given, "text": named})
    assert (code, article) == ("name_in_text", "第三十六条第二款")
    assert "老王" not in message
    other = "信访人（13800001234，990102196001010011，青石镇柳湾村12号）和邻居0771-5801234。"
    assert door(cast.bureau_head, Act.PUBLISH_REVIEW, walk, **{**given, "text": other})[0] == "done"
    said = Publication.objects.get().text
    for hidden in ("13800001234", "990102196001010011", "12号", "5801234"):
        assert hidden not in said
    assert "138****1234" in said


def test_only_a_review_that_heard_people_is_published(cast: Cast):
    walk = walk_to(cast, State.REVIEW_DECIDED)
    said = refused(walk.on_leg, Act.PUBLISH_REVIEW, cast.bureau_head, **shown(walk))
    assert (said.code, said.article) == ("no_hearing", "第三十六条第二款")
    closed = walk_to(cast, State.CLOSED)
    assert refused(closed.on_leg, Act.PUBLISH_REVIEW, cast.coordinator, **shown(closed)).code in (
        "no_review",
        "not_permitted",
    )


def test_its_days_are_possible_ones(cast: Cast):
    walk = heard(cast)
    for days in ({"shown_from": walk.on - DAY}, {"shown_from": walk.on + DAY, "shown_to": walk.on}):
        assert refused(walk.on_leg, Act.PUBLISH_REVIEW, cast.bureau_head, **shown(walk, **days)).code == "dates_unfit"


def test_it_is_replaced_taken_down_and_not_shown_of_what_accuses_somebody(cast: Cast):
    walk = heard(cast)
    assert refused(walk.on_leg, Act.END_PUBLICATION, cast.bureau_head, reason="r").code == "nothing_published"
    for text in ("第一稿。", "第二稿。"):
        walk.on_leg(Act.PUBLISH_REVIEW, cast.bureau_head, **shown(walk, text=text))
    assert [each.text for each in open_publications(walk.on)] == ["第二稿。"]
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    assert open_publications(walk.on) == []
    Case.objects.filter(pk=walk.case.pk).update(sealed=False)
    walk.on_leg(Act.END_PUBLICATION, cast.bureau_head, reason="有错字")
    assert open_publications(walk.on) == []
    assert [each.end_reason for each in Publication.objects.all()] == ["由新的公示代替", "有错字"]
