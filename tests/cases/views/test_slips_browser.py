"""A slip of the hand in a real browser: a day that cannot be read stays in its box, the focus goes where it is wrong."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from law.vocabulary import Act, State
from organizations.models import Staff
from tests.browser import serious_findings
from tests.browser.pressing import press_act
from tests.cast import Cast
from tests.walks import walk_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Turn = Callable[[date], None]
Enter = Callable[[Any, Staff, str], Any]
NONSENSE = "上个月吧"


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, where the live server sees it."""
    return Cast()


@pytest.mark.parametrize("screen", ["page", "phone"])
def test_an_unreadable_day_is_kept_refused_and_has_the_focus(
    cast: Cast, calendar: Turn, enter: Enter, request: pytest.FixtureRequest, screen: str
):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    page = enter(request.getfixturevalue(screen), cast.town_handler, f"/cases/{walk.case.pk}/")
    press_act(page.locator("#acts"), Act.RECORD_INQUIRY.label)
    page.wait_for_selector("#dialog form")
    dialog = page.locator("#dialog")
    day = dialog.locator("[name=held_on]")
    day.click()
    page.keyboard.type(NONSENSE)
    dialog.locator("[name=text]").fill("看过现场")
    assert day.input_value() == NONSENSE
    dialog.get_by_role("button", name=Act.RECORD_INQUIRY.label).click()
    dialog.locator(".x-error", has_text="日期写作 2026-11-30。").wait_for()
    day = dialog.locator("[name=held_on]")
    assert day.input_value() == NONSENSE
    assert day.evaluate("box => box === document.activeElement")
    assert not serious_findings(page)
    page.complaints[:] = [said for said in page.complaints if "422" not in said]
    day.fill("20260305")
    dialog.locator("[name=text]").click()
    assert day.input_value() == "2026-03-05"
    assert walk.leg.inquiries.count() == 0


def test_a_filter_keeps_what_was_typed(cast: Cast, calendar: Turn, enter: Enter, page: Any):
    enter(page, cast.router, "/cases/")
    page.locator("summary", has_text="更多条件").click()
    page.locator("[name=received_from]").fill(NONSENSE)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="查找").click()
    page.wait_for_selector("text=日期写作 2026-11-30。")
    assert page.locator("[name=received_from]").input_value() == NONSENSE
    page.complaints[:] = [said for said in page.complaints if "422" not in said]


def test_what_the_intake_misses_has_the_focus_and_is_in_view(cast: Cast, calendar: Turn, enter: Enter, page: Any):
    enter(page, cast.clerk, "/cases/new/?channel=visit")
    page.get_by_role("button", name="登记", exact=True).click()
    page.wait_for_selector("text=请填写“信访内容”。")
    page.wait_for_function("document.activeElement.name === 'content'")
    # The page moves only after the answer has settled.
    top = "document.querySelector('[name=content]').getBoundingClientRect().top"
    page.wait_for_function(f"() => 0 < {top} && {top} < 500")
    page.complaints[:] = [said for said in page.complaints if "422" not in said]


def test_the_box_for_files_speaks_chinese(cast: Cast, calendar: Turn, enter: Enter, page: Any):
    enter(page, cast.clerk, "/cases/new/?channel=visit")
    box = page.locator(".x-file", has=page.locator("[name=attachments]"))
    assert "选择文件" in box.inner_text()
    assert "还没有选择" in box.inner_text()
    page.locator("[name=attachments]").set_input_files(
        {"name": "合同.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    )
    assert "合同.pdf" in box.inner_text()
    assert not serious_findings(page)
