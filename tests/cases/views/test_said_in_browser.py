"""What a dialog says while one types, in a real browser: dates follow the day, a picked basis goes into the text, nothing is sent."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from law.vocabulary import State
from tests.browser import serious_findings
from tests.browser.pressing import press_act
from tests.cast import Cast
from tests.walks import walk_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Turn = Callable[[date], None]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, where the live server sees it."""
    return Cast()


def opened(page: Any, label: str) -> Any:
    """Open the dialog of an act on the page of a case."""
    press_act(page.locator("#acts .x-act-group").first, label)
    page.wait_for_selector("#dialog form")
    return page


def test_the_thirty_days_follow_the_day_that_is_typed(cast: Cast, calendar: Turn, page: Any, enter: Any):
    walk = walk_to(cast, State.ISSUED)
    calendar(walk.on)
    opened(enter(page, walk.handler, f"/cases/{walk.case.pk}/"), "送达意见书")
    assert page.locator("#dialog [name=method]").input_value() == ""
    page.locator("#dialog [name=method]").select_option("in_person")
    for name in ("sent_on", "received_on"):
        page.locator(f"#dialog [name={name}]").fill(walk.on.isoformat())
        page.keyboard.press("Tab")
    page.wait_for_selector("#dialog >> text=信访人的30日从")
    assert page.locator("#dialog-frame[open]").count() == 1, "saying it closes nothing"
    assert not serious_findings(page)
    page.locator("#dialog [name=receiver]").fill("老王")
    page.locator("#dialog [type=submit]").click()
    page.wait_for_selector("#toasts >> text=已登记送达")


def test_a_basis_is_picked_from_the_library_into_the_text(cast: Cast, calendar: Turn, page: Any, enter: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    opened(enter(page, walk.handler, f"/cases/{walk.case.pk}/"), "答复诉求")
    text = page.locator("#dialog textarea[name=legal_basis]")
    text.fill("《信访条例》第二十一条")
    page.locator("[data-adds-to] input").fill("复查")
    page.locator(".ts-dropdown .option", has_text="第三十五条").first.click()
    page.wait_for_selector("#dialog >> text=已于2022-04-30失效")
    assert text.input_value() == "《信访条例》第二十一条、《信访工作条例》第三十五条"
    assert not serious_findings(page)
