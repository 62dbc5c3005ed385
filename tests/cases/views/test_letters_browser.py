"""Letters in a real browser: the page with its files, a day's letters, the phone behind the QR code, the editor."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from law.vocabulary import Act, State
from tests.browser import serious_findings
from tests.cases.uploads import JPEG
from tests.cast import Cast
from tests.walks import walk_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Turn = Callable[[date], None]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, where the live server sees it."""
    return Cast()


def test_the_pages_of_letters_are_sound(cast: Cast, page: Any, enter: Any):
    walk = walk_to(cast, State.ANSWERED)
    letter = walk.case.documents.get(kind="handling_opinion")
    for staff, path in (
        (cast.town_head, f"/cases/{walk.case.pk}/letters/{letter.pk}/"),
        (cast.town_head, f"/letters/?on={letter.issued_on}"),
        (cast.town_head, "/s/"),
        (cast.system_admin, "/letter-templates/"),
        (cast.system_admin, "/letter-templates/handling_opinion/"),
    ):
        enter(page, staff, path)
        assert page.locator("h1").inner_text(), path
        assert not serious_findings(page), path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_a_returned_letter_is_recorded_on_a_phone(cast: Cast, calendar: Turn, phone: Any, enter: Any):
    walk = walk_to(cast, State.ANSWERED)
    calendar(walk.on)
    letter = walk.case.documents.get(kind="handling_opinion")
    enter(phone, cast.town_handler, f"/s/{letter.check_code}")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert not serious_findings(phone)
    phone.get_by_role("link", name="被退回来了").click()
    phone.locator("[name=reason]").fill("查无此人")
    assert not serious_findings(phone)
    phone.locator("main [type=submit]").click()
    phone.wait_for_selector("text=已登记退件")
    assert letter.services.get().returned_reason == "查无此人"
    assert walk.case.events.order_by("-sequence").first().act == Act.RECORD_RETURN


def test_a_sealed_scan_is_attached_from_a_phone(cast: Cast, calendar: Turn, phone: Any, enter: Any):
    """The camera's picture of the sealed paper goes from the letter's page through the dialog to the letter."""
    walk = walk_to(cast, State.ANSWERED)
    calendar(walk.on)
    letter = walk.case.documents.get(kind="handling_opinion")
    enter(phone, cast.town_handler, f"/cases/{walk.case.pk}/letters/{letter.pk}/")
    phone.get_by_role("link", name="附上盖章扫描件").click()
    assert not serious_findings(phone)
    picture = {"name": "盖章.jpg", "mimeType": "image/jpeg", "buffer": JPEG}
    phone.locator("[name=uploads]").set_input_files([picture])
    phone.locator("main [type=submit]").click()
    phone.wait_for_selector("text=扫描件已附上")
    assert letter.scans.get().content_type == "image/jpeg"
    enter(phone, cast.town_handler, f"/cases/{walk.case.pk}/letters/{letter.pk}/")
    assert phone.get_by_role("link", name="盖章.jpg").count() == 1
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_one_key_opens_the_names_of_a_letter_on_a_phone(
    cast: Cast, on_day: Turn, phone: Any, page: Any, enter: Any, tmp_path: Path
):
    """The handler presses one key and reads the names; whoever only reads writes down why, also for the PDF."""
    walk = walk_to(cast, State.ANSWERED)
    on_day(walk.on)
    letter = walk.case.documents.get(kind="handling_opinion")
    address = f"/cases/{walk.case.pk}/letters/{letter.pk}/"
    enter(phone, cast.town_handler, address)
    assert "老*：" in phone.locator(".x-letter").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert not serious_findings(phone)
    phone.screenshot(path=tmp_path / "key.png")
    phone.get_by_role("button", name="当面核对").click()
    phone.wait_for_selector(".x-letter >> text=老王：")
    assert phone.locator(".x-ask").count() == 0
    enter(page, cast.dispatcher, address)
    page.screenshot(path=tmp_path / "key-1366.png")
    enter(phone, cast.coordinator, f"/cases/{walk.case.pk}/letters/{letter.pk}.pdf")
    phone.screenshot(path=tmp_path / "asked.png")
    enter(page, cast.coordinator, address)
    page.screenshot(path=tmp_path / "typed-1366.png")
    enter(page, cast.town_head, f"/cases/{walk.case.pk}/")
    page.locator(".x-case-lead .x-masked button").click()
    page.wait_for_selector("#dialog .x-keys")
    page.screenshot(path=tmp_path / "dialog-1366.png")
    enter(page, cast.coordinator, f"/cases/{walk.case.pk}/letters/{letter.pk}.pdf")
    assert not serious_findings(page)
    page.screenshot(path=tmp_path / "asked-1366.png")
    page.locator("[name=reason]").fill("群众来电询问")
    with page.expect_response(lambda answer: answer.headers.get("content-type") == "application/pdf"):
        page.get_by_role("button", name="查看姓名").click(no_wait_after=True)
    reasons = walk.case.events.filter(act=Act.UNMASK).order_by("sequence").values_list("words__pk", flat=True)
    assert len(reasons) == 2
