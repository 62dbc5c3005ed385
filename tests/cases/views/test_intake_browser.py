"""登记 with real keys in a real browser: by keyboard, interrupted, refused, logged out; nothing typed is lost."""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from cases.models import Attachment, Case, Draft
from organizations.models import Staff
from tests.browser import serious_findings
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def log_in(page: Page, live_server: Any, staff: Staff) -> None:
    """Give the browser a session of this person."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


@pytest.fixture
def town(transactional_db: None) -> Cast:
    """The cast in a database that the browser's server sees."""
    return Cast()


def fill(page: Page) -> None:
    """Type 老王's petition."""
    page.fill("#id_parties-0-name", "老王")
    page.fill("#id_parties-0-phone", "13800001234")
    page.fill("#id_subject", "水渠堵塞")
    page.fill("#id_content", "水渠堵了半年，庄稼没水浇。")


def test_a_clerk_registers_with_a_file_and_two_demands_by_keyboard(page: Page, live_server, town: Cast):
    log_in(page, live_server, town.clerk)
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name="来访", exact=True).first.click()
    expect(page.locator("#id_content")).to_be_focused()
    assert serious_findings(page) == []
    fill(page)
    page.locator("#field-demands textarea").first.fill("疏通水渠")
    page.locator("#field-demands").get_by_role("button", name="加一行").click()
    page.locator("#field-demands textarea").nth(1).fill("赔偿庄稼")
    page.set_input_files(
        "#id_attachments", {"name": "照片.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 x"}
    )
    page.fill("#id_content", "")
    page.focus("#id_subject")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("还没有登记")
    assert page.input_value("#id_parties-0-phone") == "13800001234"
    assert page.evaluate("document.querySelector('#id_attachments').files.length") == 1, (
        "the chosen file is still chosen"
    )
    page.fill("#id_content", "水渠堵了半年，庄稼没水浇。")
    page.complaints.clear()  # type: ignore[attr-defined]  # the browser reports the 422
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/cases/*/")
    case = Case.objects.get()
    expect(page.locator("#toasts")).to_contain_text(case.number)
    assert case.demands.count() == 2
    assert Attachment.objects.get().name == "照片.pdf"


def test_a_draft_comes_back_after_a_reload_and_from_the_desk(page: Page, live_server, town: Cast):
    log_in(page, live_server, town.clerk)
    page.goto(f"{live_server.url}/cases/new/?channel=letter")
    fill(page)
    page.reload()
    expect(page.locator("#id_content")).to_have_value("水渠堵了半年，庄稼没水浇。")
    page.get_by_role("button", name="保存草稿").click()
    expect(page.locator("#draft-state")).to_contain_text("草稿已保存")
    assert Draft.objects.get().title == "来信：水渠堵塞"
    page.evaluate("sessionStorage.clear()")
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name="来信：水渠堵塞").click()
    expect(page.locator("#id_parties-0-phone")).to_have_value("13800001234")
    page.get_by_role("button", name="登记", exact=True).click()
    page.wait_for_url("**/cases/*/")
    assert Draft.objects.count() == 0


def test_a_half_typed_form_is_kept_by_itself_and_hinted_at(page: Page, live_server, town: Cast):
    log_in(page, live_server, town.clerk)
    page.clock.install()
    page.goto(f"{live_server.url}/cases/new/?channel=visit")
    page.fill("#id_parties-0-phone", "12")
    page.fill("#id_petitioner_count", "-1")
    page.clock.run_for(21_000)
    expect(page.locator("#draft-state")).to_contain_text("草稿已保存")
    expect(page.locator("#hints")).to_contain_text("不像手机号")
    assert Draft.objects.get().title == "来访：还没写内容"
    page.wait_for_load_state("networkidle")


def test_a_session_that_ends_while_typing_costs_nothing(page: Page, live_server, town: Cast):
    log_in(page, live_server, town.clerk)
    page.goto(f"{live_server.url}/cases/new/?channel=call")
    fill(page)
    address = page.url
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.locator("#intake-form [data-refusal-slot]")).to_contain_text("登录已过期")
    assert page.input_value("#id_content") == "水渠堵了半年，庄稼没水浇。"
    log_in(page, live_server, town.clerk)
    page.goto(address)
    expect(page.locator("#id_content")).to_have_value("水渠堵了半年，庄稼没水浇。")
    page.get_by_role("button", name="登记", exact=True).click()
    page.wait_for_url("**/cases/*/")
    assert Case.objects.count() == 1


def test_earlier_cases_appear_while_typing(page: Page, live_server, town: Cast):
    log_in(page, live_server, town.clerk)
    for _ in range(2):
        page.goto(f"{live_server.url}/cases/new/?channel=visit")
        fill(page)
        if Case.objects.exists():
            break
        page.get_by_role("button", name="登记", exact=True).click()
        page.wait_for_url("**/cases/*/")
    expect(page.locator("#hints")).to_contain_text("信访人相同")
    expect(page.locator("#hints")).to_contain_text(Case.objects.get().number)


def test_an_informant_registers_on_a_phone_for_the_town(phone: Page, live_server, town: Cast):
    log_in(phone, live_server, town.informant)
    phone.goto(f"{live_server.url}/")
    assert serious_findings(phone) == []
    phone.get_by_role("link", name="来电").click()
    fill(phone)
    assert not phone.evaluate("document.documentElement.scrollWidth > window.innerWidth"), "nothing runs off the screen"
    assert serious_findings(phone) == []
    phone.get_by_role("button", name="登记", exact=True).click()
    phone.wait_for_url("**/cases/*/")
    assert Case.objects.get().unit == town.town
