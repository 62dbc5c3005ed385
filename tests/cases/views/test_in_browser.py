"""The case page and its dialogs in a real browser, on an office screen and on a phone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.models import Case, Leg
from law.vocabulary import Act, State
from tests.browser import serious_findings
from tests.browser.pressing import press_act
from tests.cases.views.doors import Person, address
from tests.cast import Cast, register
from tests.walks import walk_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Turn = Callable[[date], None]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, where the live server sees it."""
    return Cast()


def dialog_of(page: Any, act: Act) -> Any:
    press_act(page.locator("#acts"), act.label)
    page.wait_for_selector("#dialog form")
    return page.locator("#dialog")


def test_a_router_refers_with_the_unit_picker_and_is_told(cast: Cast, calendar: Turn, page: Any, enter: Any):
    case = register(cast)
    enter(page, cast.router, f"/cases/{case.pk}/")
    assert not serious_findings(page)
    dialog = dialog_of(page, Act.REFER)
    for box in dialog.locator("[name=demands]").all():
        box.check()
    dialog.locator(".ts-control").click()
    page.keyboard.type("qsz")
    page.locator(".ts-dropdown .option", has_text="青石镇人民政府").click()
    assert not serious_findings(page)
    dialog.get_by_role("button", name="转送").click()
    page.wait_for_selector("#toasts >> text=已转送")
    assert Leg.objects.get(case=case).unit == cast.town
    # What was accepted is not offered again as a draft.
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')).length") == 0


def test_who_comes_second_is_told_above_his_text(cast: Cast, calendar: Turn, page: Any, enter: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    enter(page, cast.town_handler, f"/cases/{walk.case.pk}/")
    dialog = dialog_of(page, Act.RECORD_INQUIRY)
    dialog.locator("[name=text]").fill("写了很久的记录")
    second = Person(cast.dispatcher)
    second.client.post(address(Act.RECORD_INQUIRY, walk.case, leg=walk.leg), {"kind": "other", "text": "我先记了"})
    dialog.get_by_role("button", name="登记调查情况").click()
    page.wait_for_selector("#dialog [data-refusal] >> text=调度员孔")
    assert dialog.locator("[name=text]").input_value() == "写了很久的记录"
    page.complaints[:] = [said for said in page.complaints if "409" not in said]
    dialog.get_by_role("button", name="登记调查情况").click()
    page.wait_for_selector("#toasts >> text=已办理")
    assert walk.leg.inquiries.count() == 2


def test_a_clerk_splits_into_rows(cast: Cast, calendar: Turn, page: Any, enter: Any):
    case = register(cast)
    enter(page, cast.router, f"/cases/{case.pk}/")
    dialog = dialog_of(page, Act.SPLIT)
    assert dialog.locator("[data-row]:visible").count() == 2
    dialog.get_by_text("加一行").click()
    dialog.locator("textarea").nth(2).fill("第三件事")
    dialog.get_by_label("去掉这一行").nth(0).click()
    dialog.get_by_role("button", name="拆分诉求").click()
    page.wait_for_selector("#toasts [data-toast]")
    assert [demand.text for demand in case.demands.all()] == ["疏通水渠", "第三件事"]


def test_every_clock_unfolds_why(cast: Cast, calendar: Turn, page: Any, enter: Any):
    walk = walk_to(cast, State.ACCEPTED)
    calendar(walk.on)
    enter(page, cast.town_head, f"/cases/{walk.case.pk}/")
    page.locator("#clocks summary", has_text="为什么是这一天").first.click()
    page.wait_for_selector("#clocks .x-day-due")
    assert not serious_findings(page)


def test_an_informant_reports_from_a_phone(cast: Cast, calendar: Turn, phone: Any, enter: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(
        Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="请看看路况", reply_by=walk.on + timedelta(days=5)
    )
    calendar(walk.on)
    enter(phone, cast.informant, f"/cases/{walk.case.pk}/")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert not serious_findings(phone)
    phone.locator(".x-big a").click()
    phone.locator("#dialog [name=text]").fill("三处破损，涉及十二户。")
    phone.locator("#dialog [type=submit]").click()
    phone.wait_for_selector("text=已报告")
    assert "三处破损" in phone.locator(".x-asked").inner_text()


@pytest.mark.parametrize("state", [State.REGISTERED, State.IN_HANDLING, State.CLOSED])
def test_the_page_fits_a_phone(cast: Cast, calendar: Turn, phone: Any, enter: Any, state: State):
    case: Case = walk_to(cast, state).case
    enter(phone, cast.coordinator, f"/cases/{case.pk}/")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert not serious_findings(phone)


def test_a_letter_prints_alone(cast: Cast, calendar: Turn, page: Any, enter: Any):
    walk = walk_to(cast, State.ISSUED)
    letter = walk.leg.documents.get(kind="handling_opinion")
    enter(page, cast.town_head, f"/cases/{walk.case.pk}/letters/{letter.pk}/")
    assert not serious_findings(page)
    page.emulate_media(media="print")
    assert page.locator(".x-letter").is_visible()
    assert not page.locator(".x-top").is_visible()
    assert not page.locator("main header.x-heading").is_visible()


def test_why_an_act_is_closed_stands_folded_below_the_open_ones(cast: Cast, calendar: Turn, page: Any, enter: Any):
    walk = walk_to(cast, State.ANSWERED)
    calendar(walk.on)
    for width in (1366, 360):
        page.set_viewport_size({"width": width, "height": 768})
        enter(page, walk.handler, f"/cases/{walk.case.pk}/")
        folded = page.locator("#acts details", has_text="暂不能办理")
        assert not folded.locator("li").first.is_visible()
        folded.locator("summary").click()
        said = folded.inner_text()
        assert "结案：还没有登记信访人收到信访事项处理意见书的日期" in said
        assert "（第三十五条）" in said
        # What nobody asked for, what is not meant for this matter and what is done stays unsaid.
        assert "办结报告" not in said
        assert "送达意见书：" not in said
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not serious_findings(page)
