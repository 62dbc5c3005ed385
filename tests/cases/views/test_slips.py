"""What a slip at a page must not do: send blindly, choose for somebody, hide where it went, show what must not be shown."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.lists.publications import open_publications
from cases.models import Case, Demand, Publication
from law.vocabulary import Act, Kind, Path, State
from organizations.models import Unit
from tests.cases.exits import THANKS, thanking
from tests.cases.remedies_by_hand import reviewed_after_hearing
from tests.cases.views.doors import Person, done
from tests.cast import Cast
from tests.walks import walk_to

Turn = Callable[[date], None]


@pytest.mark.parametrize(("act", "letter"), [(Act.REFER, "转送函"), (Act.COMMISSION, "交办函")])
def test_who_sends_a_petition_on_is_told_where_it_went_and_by_which_letter(
    cast: Cast, calendar: Turn, act: Act, letter: str
):
    walk, router = walk_to(cast, State.REGISTERED), Person(cast.router)
    assert done(router.send(act, walk.case, demands=[1, 2], unit=cast.town.pk, reason="属地管理", days=30))
    number = walk.case.legs.get().documents.first().number
    page = router.page(walk.case).content.decode()
    assert f"{cast.town.name}，{letter}{number}已生成" in page


def test_the_units_to_choose_from_carry_the_name_of_their_letters(cast: Cast, calendar: Turn):
    Unit.objects.filter(pk=cast.town.pk).update(legal_name="云河区青石镇人民政府")
    html = Person(cast.router).dialog(Act.REFER, walk_to(cast, State.REGISTERED).case).content.decode()
    assert f">{cast.town.name}（云河区青石镇人民政府）</option>" in html


def test_what_the_act_refuses_stands_at_its_field_too(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    typed = {"kind": "site_visit", "text": "看过现场", "held_on": "2100-01-01"}
    answer = Person(cast.town_handler).send(Act.RECORD_INQUIRY, walk.case, leg=walk.leg, **typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["held_on"]
    assert 'value="2100-01-01"' in answer.content.decode()


def test_a_correction_of_the_kind_shows_what_it_is_and_chooses_nothing(cast: Cast, calendar: Turn):
    asks = [DemandInput("法院判决不公", Kind.APPEAL, Path.JUDICIAL), DemandInput("装路灯", Kind.SUGGESTION, None)]
    walk = walk_to(cast, State.IN_HANDLING, demands=asks)
    calendar(walk.on)
    html = Person(cast.town_handler).dialog(Act.ASK_RECLASSIFICATION, walk.case, leg=walk.leg).content.decode()
    assert f"法院判决不公（现为申诉求决，{Path.JUDICIAL.label}）" in html
    assert "装路灯（现为建议意见）" in html
    assert " selected" not in html.replace('value="" selected', "")
    assert (
        Person(cast.town_handler).send(Act.ASK_RECLASSIFICATION, walk.case, leg=walk.leg, reason="x").status_code == 422
    )


def test_no_filing_is_chosen_for_who_signs(cast: Cast, on_day: Turn):
    walk = thanking(cast)
    walk.act(Act.FILE_ONLY, cast.router, **THANKS)
    on_day(walk.on)
    html = Person(cast.bureau_head).client.get(f"/filings/?on={walk.on}").content.decode()
    assert 'name="legs"' in html
    assert "checked" not in html.split('name="legs"')[1].split("</li>")[0]
    assert "。；" not in html


@pytest.mark.parametrize("page", ["/filings/", "/urgent/", "/letters/"])
def test_a_day_that_cannot_be_read_is_not_today(cast: Cast, on_day: Turn, page: str):
    answer = Person(cast.bureau_head).client.get(page, {"on": "昨天"}, headers={"HX-Request": ""})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "日期写作 2026-11-30。" in html
    assert 'value="昨天"' in html
    assert "这一天" not in html


def test_a_list_keeps_a_day_that_it_cannot_read(cast: Cast, calendar: Turn):
    answer = Person(cast.router).client.get("/cases/?received_from=昨天", headers={"HX-Request": ""})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.count("日期写作 2026-11-30。") >= 1
    assert 'value="昨天"' in html
    assert '<details class="x-more" open>' in html


def test_what_is_published_ends_for_good_when_its_case_turns_accusing(cast: Cast, calendar: Turn):
    walk: Any = walk_to(cast, State.REVIEW_DECIDED)
    reviewed_after_hearing(walk.leg, cast.router, walk.on)
    calendar(walk.on)
    last = walk.on.replace(year=walk.on.year + 1)
    walk.on_leg(Act.PUBLISH_REVIEW, cast.bureau_head, text="复核维持。", place="网站", shown_to=last)
    # A demand that waited at the desk all the while.
    Demand.objects.create(case=walk.case, number=3, text="另有一事", kind=Kind.APPEAL)
    Case.objects.filter(pk=walk.case.pk).update(state=State.REGISTERED)
    walk.act(Act.SPLIT, cast.router, demands=[DemandInput("有人收钱", Kind.ACCUSATION)])
    row = Publication.objects.get()
    assert (row.ended_on, "第三十条" in row.end_reason) == (walk.on, True)
    assert walk.case.events.latest("sequence").facts["publications"] == 1
    Case.objects.filter(pk=walk.case.pk).update(sealed=False)
    assert open_publications(walk.on) == []
