"""A petitioner on a telephone without scripts: files, reads his receipt, looks his case up; with scripts a double click is one filing."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from cases.models import Case
from tests.browser import serious_findings
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 360, "height": 740}


def filled(page: Page, cast: Cast) -> None:
    """Fill the form in as somebody with a thumb does."""
    page.goto("/portal/file/")
    for name, value in (("name", "老王"), ("address", "柳湾村12号"), ("content", "村口的路坏了。")):
        page.fill(f"[name={name}]", value)
    page.select_option("[name=desk]", str(cast.bureau.pk))
    for name, value in (("filed_as", "himself"), ("kind", "appeal")):
        page.check(f"[name={name}][value={value}]")
    page.check("[name=agreed]")


def test_filing_and_looking_up_without_scripts_on_a_phone(browser: Browser, live_server: Any, cast: Cast):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, base_url=live_server.url)
    page = context.new_page()
    filled(page, cast)
    page.click(".p-send")
    number, code = (page.locator(".p-strong").nth(place).inner_text() for place in (0, 1))
    page.goto("/portal/look-up/")
    page.fill("[name=number]", number)
    page.fill("[name=code]", code)
    page.click("main button[type=submit]")
    assert page.url.endswith("/portal/case/")
    assert "已登记待分流" in page.content()
    context.close()


def test_a_double_click_is_one_filing_and_the_receipt_is_readable_by_all(
    browser: Browser, live_server: Any, cast: Cast
):
    context = browser.new_context(viewport=PHONE, base_url=live_server.url)
    page = context.new_page()
    filled(page, cast)
    page.dblclick(".p-send")
    page.wait_for_selector(".p-receipt")
    assert Case.objects.count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert serious_findings(page) == []
    context.close()
