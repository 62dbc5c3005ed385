"""登记来信 with real keys in a real browser: how many, where the text stands, the scan beside it."""

import threading
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from cases.models import Attachment, Case
from organizations.dictionaries import load_dictionaries
from organizations.models import Staff
from reception.devices.simulator import CARD, Helper
from tests.browser import serious_findings
from tests.cast import Cast
from tests.reception.papers import HEIC, pdf
from xinfang.content_policy import policy

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_KEYS = 25


class Keys:
    """A keyboard that counts what is pressed beside the text fields; each letter typed to find something counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += key.count("+") + 1

    def text(self, words: str) -> None:
        """What the letter says is copied, whatever the form: it does not count."""
        self.page.keyboard.insert_text(words)

    def find(self, letters: str, found: str) -> None:
        """Type into a picker until it offers what is meant, and take it."""
        self.page.keyboard.type(letters)
        self.pressed += len(letters)
        expect(self.page.locator(".ts-dropdown:visible .option").first).to_contain_text(found)
        self.press("Enter")


def log_in(page: Page, live_server: Any, staff: Staff) -> None:
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


@pytest.fixture
def town(transactional_db: None) -> Cast:
    """The cast in a database that the browser's server sees."""
    return Cast()


def test_a_plain_letter_takes_few_keys_beside_its_text(page: Page, live_server, town: Cast):
    load_dictionaries()
    log_in(page, live_server, town.clerk)
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name="来信").first.click()
    keys = Keys(page)
    expect(page.locator("#id_content")).to_be_focused()
    box = page.locator("#id_content").bounding_box()
    assert box
    assert box["y"] + box["height"] < 768, "the text is typed above the fold"
    keys.text("水渠堵了半年，庄稼没水浇，多次反映没有人来看。")
    for words in ("水渠堵塞", "老王", "13800001234", "青石镇柳湾村12号", "柳湾村东渠"):
        keys.press("Tab")
        keys.text(words)
    keys.press("Tab")
    keys.find("lw", "柳湾村")
    keys.press("Tab")
    keys.find("cxjs", "城乡建设")
    keys.press("Control+Enter")
    page.wait_for_url("**/cases/*/")
    case = Case.objects.get()
    assert (case.channel, case.subject, case.division) == ("letter", "水渠堵塞", town.village)
    assert case.category_term_id
    assert case.parties.get().address == "青石镇柳湾村12号"
    assert keys.pressed <= MOST_KEYS, keys.pressed


def test_the_scan_stands_beside_the_text_and_goes_with_it(page: Page, live_server, town: Cast):
    log_in(page, live_server, town.clerk)
    page.goto(f"{live_server.url}/reception/letters/new/")
    assert serious_findings(page) == []
    assert not page.locator("[name='parties-mandate']").first.is_visible()
    page.set_input_files(
        "#id_attachments",
        [
            {"name": "来信.pdf", "mimeType": "application/pdf", "buffer": pdf(2)},
            {"name": "照片.heic", "mimeType": "image/heic", "buffer": HEIC},
        ],
    )
    expect(page.locator(".x-scan-page img")).to_have_count(3)
    text, scan = page.locator("#id_content").bounding_box(), page.locator(".x-scan-page").first.bounding_box()
    assert text
    assert scan
    assert scan["x"] > text["x"] + text["width"], "beside, not below"
    page.get_by_role("button", name="放大").click()
    assert page.locator(".x-scan-page").first.bounding_box()["width"] > scan["width"]
    upright = page.locator(".x-scan-frame").first.bounding_box()
    page.locator("[data-view=turn]").first.click()
    lying = page.locator(".x-scan-frame").first.bounding_box()
    assert (upright["height"] > upright["width"], lying["height"] < lying["width"]) == (True, True)
    assert serious_findings(page) == []
    page.check("#ask-agent")
    expect(page.locator("[name='parties-mandate']").first).to_be_visible()
    page.fill("#id_content", "水渠堵了半年。")
    page.get_by_role("button", name="登记", exact=True).click()
    page.wait_for_url("**/cases/*/")
    assert sorted(Attachment.objects.values_list("name", flat=True)) == ["来信.pdf", "照片.heic"]


def test_an_informant_registers_a_letter_on_a_phone(phone: Page, live_server, town: Cast):
    log_in(phone, live_server, town.informant)
    phone.goto(f"{live_server.url}/reception/letters/new/")
    assert not phone.evaluate("document.documentElement.scrollWidth > window.innerWidth"), "nothing runs off the screen"
    assert serious_findings(phone) == []
    phone.fill("#id_content", "路灯不亮。")
    phone.get_by_role("button", name="登记", exact=True).click()
    phone.wait_for_url("**/cases/*/")
    assert Case.objects.get().unit == town.town


def test_the_card_fills_fields_and_the_camera_adds_a_page(page: Page, live_server, town: Cast, settings):
    server = Helper(0, live_server.url, lambda _lines: None)
    settings.DEVICE_HELPER = server.url
    settings.CONTENT_SECURITY_POLICY = policy(settings.DEVICE_HELPER)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        log_in(page, live_server, town.clerk)
        page.goto(f"{live_server.url}/reception/letters/new/")
        page.get_by_role("button", name="读身份证").click()
        expect(page.locator("#id_parties-0-name")).to_have_value(CARD["name"])
        expect(page.locator("#id_parties-0-id_number")).to_be_visible()
        assert page.input_value("#id_parties-0-id_number") == CARD["id_number"]
        assert page.input_value("#id_parties-0-id_type") == "id_card"
        page.get_by_role("button", name="高拍仪拍照").click()
        expect(page.locator(".x-scan-page img")).to_have_count(1)
        page.get_by_role("button", name="高拍仪拍照").click()
        expect(page.locator(".x-scan-page img")).to_have_count(2)
        page.wait_for_load_state("networkidle")
    finally:
        server.shutdown()
        server.server_close()
