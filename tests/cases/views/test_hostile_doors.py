"""What must not work at the doors, and what must not be lost when it does not."""

from collections.abc import Callable
from datetime import date

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.models import Event
from law.vocabulary import Act, Kind, Movement, State
from tests.cases.views.doors import Person, address, done, hidden_fields
from tests.cast import Cast, register
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]
TYPED = "这句话写了很久，不能丢"


def test_the_same_form_sent_twice_is_refused_with_409_and_keeps_the_text(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    person = Person(cast.town_handler)
    url = address(Act.RECORD_INQUIRY, walk.case, leg=walk.leg)
    form = {**hidden_fields(person.client.get(url).content.decode()), "kind": "site_visit", "text": TYPED}
    assert done(person.client.post(url, form))
    again = person.client.post(url, form)
    html = again.content.decode()
    assert again.status_code == 409
    assert TYPED in html
    assert "承办人曹" in html
    assert "<form" in html
    assert walk.leg.inquiries.count() == 1


def test_another_persons_change_meanwhile_is_told_and_the_text_kept(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REGISTERED)
    first, second = Person(cast.router), Person(cast.coordinator)
    url = address(Act.REFER, walk.case)
    form = {"demands": [1, 2], "unit": cast.town.pk, "reason": TYPED}
    mine = hidden_fields(first.client.get(url).content.decode())
    assert done(second.send(Act.REFER, walk.case, **{**form, "unit": cast.housing.pk}))
    answer = first.client.post(url, {**mine, **form})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert TYPED in html
    assert "协调员郑" in html
    assert walk.case.legs.count() == 1
    told = hidden_fields(html)
    assert int(told["seen"]) > int(mine["seen"])
    assert first.client.post(url, {**told, **form}).status_code == 409  # the demands are taken now


@pytest.mark.parametrize("htmx", [True, False])
def test_a_wrong_form_comes_back_with_422_and_everything_typed(cast: Cast, calendar: Turn, htmx: bool):
    walk = walk_to(cast, State.REGISTERED)
    headers = {} if htmx else {"HX-Request": ""}
    answer = Person(cast.router).client.post(
        address(Act.REFER, walk.case), {"demands": [1], "unit": "", "reason": TYPED}, headers=headers
    )
    html = answer.content.decode()
    assert answer.status_code == 422
    assert TYPED in html
    assert ("<!doctype" in html) is not htmx
    assert "x-field-wrong" in html


def test_an_act_that_is_not_open_now_is_refused_before_anything_is_typed(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.ANSWERED)
    calendar(walk.on)
    head = Person(cast.town_head)
    early = head.dialog(Act.ACCEPT, walk.case, leg=walk.leg)
    assert early.status_code == 409
    assert "已办结" in early.content.decode()
    assert "data-refusal" in early.content.decode()
    open_window = head.dialog(Act.CLOSE, walk.case, leg=walk.leg)
    assert open_window.status_code == 422
    page = head.client.get(address(Act.ACCEPT, walk.case, leg=walk.leg), headers={"HX-Request": ""})
    assert page.status_code == 409
    assert "<!doctype html>" in page.content.decode()


def test_an_act_that_the_role_forbids_is_403_at_both_ends(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    clerk = Person(cast.clerk)
    shown = clerk.dialog(Act.ACCEPT, walk.case, leg=walk.leg)
    assert shown.status_code == 403
    assert "窗口登记员" in shown.content.decode()
    for typed in ({}, {"handling": "x" * 3000}):
        assert clerk.client.post(address(Act.ACCEPT, walk.case, leg=walk.leg), typed).status_code == 403


def test_forged_ids_are_not_found(cast: Cast, calendar: Turn):
    mine, other = walk_to(cast, State.IN_HANDLING), walk_to(cast, State.IN_HANDLING)
    calendar(mine.on)
    other.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="看看")
    mine.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="看看")
    handler, informant = Person(cast.town_handler), Person(cast.informant)
    foreign = other.hand_off(Movement.DELEGATE)
    assert handler.dialog(Act.ANSWER, mine.case, leg=other.leg).status_code == 404
    assert handler.client.post(address(Act.SUBMIT, mine.case, leg=other.leg), {}).status_code == 404
    assert informant.dialog(Act.REPORT_FINDINGS, mine.case, hand_off=foreign).status_code == 404
    two = handler.client.post(address(Act.SUBMIT, mine.case, leg=mine.leg), {"leg_id": other.leg.pk})
    assert two.status_code == 404
    clock = other.case.clocks.first()
    assert handler.client.get(f"/cases/{mine.case.pk}/clocks/{clock.pk}/why/").status_code == 404
    for url in (
        "/cases/999999999999999999999999/",
        f"/cases/{mine.case.pk}/no-such-act/",
        f"/cases/{mine.case.pk}/register/",
        f"/cases/{mine.case.pk}/answer/",
        f"/cases/{mine.case.pk}/answer/?leg=abc",
        f"/cases/{mine.case.pk}/answer/?leg=%00",
        f"/cases/{mine.case.pk}/answer/?leg={'9' * 40}",
        f"/cases/{mine.case.pk}/answer/?leg=-1",
        f"/cases/{mine.case.pk}/letters/{'9' * 30}/",
    ):
        assert handler.client.get(url).status_code == 404, url


BAD = [
    {"text": "空\x00字符"},
    {"text": "长" * 20_001},
    {"text": ""},
    {"held_on": "1900-01-01", "text": "早"},
    {"held_on": "2100-01-01", "text": "晚"},
    {"held_on": "昨天", "text": "日期不对"},
    {"kind": "nothing", "text": "方式不对"},
    {"seen": "abc", "text": "版本不对"},
    {"seen": "9" * 30, "text": "版本太大"},
    {"place": "地" * 101, "text": "地点太长"},
]


@pytest.mark.parametrize("typed", BAD, ids=range(len(BAD)))
def test_bad_input_gets_a_clear_4xx_and_changes_nothing(cast: Cast, calendar: Turn, typed: dict[str, str]):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    before = Event.objects.filter(case=walk.case).count()
    answer = Person(cast.town_handler).client.post(
        address(Act.RECORD_INQUIRY, walk.case, leg=walk.leg), {"kind": "site_visit", **typed}
    )
    assert answer.status_code in (409, 422)
    assert Event.objects.filter(case=walk.case).count() == before


@pytest.mark.parametrize("unit", ["0", "-1", "abc", "\x00", "9" * 40])
def test_an_unknown_unit_is_a_wrong_field(cast: Cast, calendar: Turn, unit: str):
    walk = walk_to(cast, State.REGISTERED)
    answer = Person(cast.router).client.post(
        address(Act.REFER, walk.case), {"demands": [1], "unit": unit, "reason": "属地管理"}
    )
    assert answer.status_code == 422


def test_a_unit_of_another_district_cannot_be_named(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REGISTERED)
    answer = Person(cast.router).client.post(
        address(Act.REFER, walk.case), {"demands": [1], "unit": cast.far_housing.pk, "reason": "属地管理"}
    )
    assert answer.status_code == 422
    assert "山阳区住建局" not in answer.content.decode()
    assert not walk.case.legs.exists()


def test_too_much_text_at_once_is_a_clear_400(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    answer = Person(cast.town_handler).client.post(
        address(Act.RECORD_INQUIRY, walk.case, leg=walk.leg), {"kind": "other", "text": "字" * 4_000_000}
    )
    assert answer.status_code in (400, 413)


def test_whoever_links_himself_away_lands_on_the_desk(cast: Cast, calendar: Turn):
    demands = [DemandInput("修好村口的路"), DemandInput("反映信访局有人收钱", Kind.ACCUSATION)]
    case = register(cast, demands=demands, respondents=[RespondentInput("某人", demands=(2,))])
    who = case.respondents.get()
    router = Person(cast.router)
    answer = router.client.post(
        address(Act.LINK_RESPONDENT, case),
        {"respondent_id": who.pk, "name": "某人", "unit": cast.bureau.pk, "demands": [2]},
    )
    assert answer.headers["HX-Redirect"] == "/"
    assert router.page(case).status_code == 404


def test_the_dialog_to_link_a_respondent_begins_with_the_one_asked_for(cast: Cast, calendar: Turn):
    demands = [DemandInput("修路"), DemandInput("反映有人收钱", Kind.ACCUSATION)]
    case = register(cast, demands=demands, respondents=[RespondentInput("金某某", "主任", demands=(2,))])
    who = case.respondents.get()
    html = Person(cast.router).client.get(f"/cases/{case.pk}/link-respondent/?respondent={who.pk}").content.decode()
    assert 'value="金某某"' in html
    assert 'value="主任"' in html


def test_unmasking_shows_the_full_data_in_its_answer_alone_and_leaves_a_trace(cast: Cast, calendar: Turn):
    walk: Walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    clerk = Person(cast.clerk)
    assert "13800001234" not in clerk.page(walk.case).content.decode()
    answer = clerk.send(Act.UNMASK, walk.case, reason="电话联系信访人")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "HX-Redirect" not in answer.headers
    assert "13800001234" in html
    assert "no-store" in answer["Cache-Control"]
    assert walk.case.events.latest("sequence").act == Act.UNMASK
    assert "13800001234" not in clerk.page(walk.case).content.decode()
    router = Person(cast.router)
    assert router.send(Act.UNMASK, walk.case, reason="").status_code == 422
    assert walk.case.events.filter(act=Act.UNMASK).count() == 1


@pytest.mark.parametrize("act", [Act.REFER, Act.COMMISSION])
def test_the_dates_that_will_follow_are_said_before_confirming(cast: Cast, calendar: Turn, act: Act):
    walk = walk_to(cast, State.REGISTERED)
    html = Person(cast.router).dialog(act, walk.case).content.decode()
    assert "对方至迟应于2026年3月17日书面告知信访人" in html
    assert "至迟应于2026年3月9日（5个工作日）提出异议" in html
    assert ("至迟应于2026年4月1日反馈" in html) is (act is Act.COMMISSION)


def test_the_sixty_days_are_said_before_accepting(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    html = Person(cast.town_head).dialog(Act.ACCEPT, walk.case, leg=walk.leg).content.decode()
    assert "至迟应于2026年5月3日办结（60日）" in html
    assert "受理告知书至迟应于2026年3月19日发出" in html


def test_the_dialog_works_without_scripts(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REGISTERED)
    client = Person(cast.router).client
    html = client.get(address(Act.REFER, walk.case), headers={"HX-Request": ""}).content.decode()
    assert "hx-post" not in html.split('id="act-form"')[1].split("</form>")[0]
    assert f'<option value="{cast.town.pk}">青石镇人民政府</option>' in html
    rows = client.get(address(Act.SPLIT, walk.case), headers={"HX-Request": ""}).content.decode()
    assert rows.split("<template>")[0].count('name="demands-text"') == 3
