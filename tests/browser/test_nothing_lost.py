"""What was typed is never lost: not to a colleague who was quicker, a dead network, a session that ran out, a reload."""

import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, Route

from law.vocabulary import Act, State
from tests.browser.conftest import PASSWORD
from tests.browser.office import Office, Pick, Seat
from tests.cast import Cast
from tests.walks import Walk, walk_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "一早到村口看了，路面坏了三处，量了尺寸，拍了照片。"


def at_work(office: Office, who: str, walk: Walk, act: Act, **typed: Any) -> Seat:
    """Bring somebody to a dialog with his words in it."""
    seat = office.seat(who).go(f"/cases/{walk.case.pk}/")
    seat.dialog(act)
    return seat.fill(**typed)


def send_and_hear(seat: Seat, words: str) -> Locator:
    """Send the dialog, wait for these words in it, and return its refusal."""
    seat.page.locator("#dialog [type=submit]").click()
    seat.page.wait_for_selector(f"#dialog [data-refusal] >> text={words}")
    return seat.page.locator("#dialog [data-refusal]")


def typed_text(seat: Seat, name: str = "text") -> str:
    """What stands in a field of the dialog."""
    return seat.page.locator(f"#dialog [name={name}]").input_value()


def handling(cast: Cast) -> Walk:
    """A case in the hands of the town's handler."""
    return walk_to(cast, State.IN_HANDLING)


def test_a_colleague_was_quicker_and_the_second_try_goes_through(cast: Cast, office: Office):
    walk = handling(cast)
    slow = at_work(office, "town_handler", walk, Act.RECORD_INQUIRY, text=WORDS)
    at_work(office, "dispatcher", walk, Act.RECORD_INQUIRY, text="我先到的").send()
    said = send_and_hear(slow, "您填写的内容已保留").inner_text()
    assert re.search(r"调度员孔于\d\d月\d\d日\d\d:\d\d办理了“登记调查情况”", said)
    assert typed_text(slow) == WORDS
    slow.send()
    assert walk.leg.inquiries.filter(text=WORDS).count() == 1
    office.assert_quiet(but="4")


def test_the_step_is_gone_and_the_words_are_still_there(cast: Cast, office: Office):
    walk = walk_to(cast, State.REFERRED)
    slow = at_work(office, "town_head", walk, Act.ACCEPT, handling=WORDS)
    at_work(office, "dispatcher", walk, Act.ACCEPT).send()
    send_and_hear(slow, "调度员孔")
    assert typed_text(slow, "handling") == WORDS
    send_and_hear(slow, "目前状态是“已受理”")
    assert typed_text(slow, "handling") == WORDS
    office.assert_quiet(but="4")


@pytest.mark.parametrize(
    ("trouble", "words"), [("network", "网络中断"), ("restart", "系统正在恢复"), ("mistake", "系统出了问题")]
)
def test_no_answer_or_a_bad_one_takes_nothing_away(cast: Cast, office: Office, trouble: str, words: str):
    walk = handling(cast)
    seat = at_work(office, "town_handler", walk, Act.RECORD_INQUIRY, text=WORDS)
    status = {"restart": 502, "mistake": 500}.get(trouble)

    def fail(route: Route) -> None:
        if status:
            route.fulfill(status=status, body="<!doctype html><title>x</title>", content_type="text/html")
        else:
            route.abort()

    seat.page.route("**/record-inquiry/**", fail)
    said = send_and_hear(seat, words).inner_text()
    assert "您填写的内容还在" in said
    assert typed_text(seat) == WORDS
    seat.page.unroute("**/record-inquiry/**")
    seat.send()
    assert walk.leg.inquiries.filter(text=WORDS).count() == 1
    if status:
        office.assert_quiet(but="5")


def test_a_session_that_ran_out_is_renewed_beside_the_open_dialog(cast: Cast, office: Office):
    walk = handling(cast)
    seat = at_work(office, "town_handler", walk, Act.RECORD_INQUIRY, text=WORDS)
    Session.objects.all().delete()
    send_and_hear(seat, "登录已过期")
    assert typed_text(seat) == WORDS
    beside = Seat(seat.page.context.new_page(), seat.url).log_in("town_handler", PASSWORD)
    beside.page.close()
    seat.send()
    assert walk.leg.inquiries.filter(text=WORDS).count() == 1
    office.assert_quiet(but="4")


def test_a_dialog_closed_by_mistake_opens_with_the_words(cast: Cast, office: Office):
    walk = handling(cast)
    seat = at_work(office, "town_handler", walk, Act.RECORD_INQUIRY, text=WORDS, kind="现场查看")
    seat.page.keyboard.press("Escape")
    seat.page.wait_for_selector("#dialog:empty", state="attached")
    seat.page.reload()
    seat.dialog(Act.RECORD_INQUIRY)
    assert typed_text(seat) == WORDS
    assert typed_text(seat, "kind") == "site_visit"
    assert seat.page.locator("#dialog .x-restored").is_visible()
    seat.send()
    office.assert_quiet()


def test_an_intake_survives_a_reload_with_all_its_rows(cast: Cast, office: Office):
    seat = office.seat("clerk").go("/cases/new/?channel=letter")
    form = seat.page.locator("#intake-form")
    form.locator("[name=subject]").fill("水渠堵塞")
    form.locator("[name=content]").fill(WORDS)
    form.locator("[name=demands-text]").first.fill("清淤")
    seat.tab_to("加一行").page.keyboard.press("Enter")
    seat.type("换水泵")
    seat.page.reload()
    seat.page.wait_for_selector("#intake-form .x-restored")
    typed = form.locator("[name=demands-text]").evaluate_all("all => all.map(one => one.value).filter(Boolean)")
    assert typed == ["清淤", "换水泵"]
    assert form.locator("[name=content]").input_value() == WORDS
    assert form.locator("[name=channel]:checked").input_value() == "letter"
    form.locator("[name=content]").press("Control+Enter")
    seat.page.wait_for_selector("#toasts >> text=已登记，编号")
    assert seat.page.locator("#demands .x-demand").count() == 2
    # The next letter begins with an empty page.
    seat.go("/cases/new/?channel=letter")
    assert form.locator("[name=content]").input_value() == ""
    office.assert_quiet()


def test_a_refused_intake_keeps_everything(cast: Cast, office: Office):
    seat = office.seat("clerk").go("/cases/new/?channel=visit")
    form = seat.page.locator("#intake-form")
    form.locator("[name=parties-name]").first.fill("田守义")
    form.locator("[name=demands-text]").first.fill("清淤")
    form.locator("[name=subject]").press("Control+Enter")
    seat.page.wait_for_selector("#intake-fields .x-refusal >> text=信访内容")
    assert form.locator("[name=parties-name]").first.input_value() == "田守义"
    assert form.locator("[name=demands-text]").first.input_value() == "清淤"
    form.locator("[name=content]").fill(WORDS)
    form.locator("[name=content]").press("Control+Enter")
    seat.page.wait_for_selector("#toasts >> text=已登记，编号")
    office.assert_quiet(but="4")


# The first question for units is answered only when the test says so: long after the person has chosen and gone on.
LATE = """const ask = window.fetch; let first = true;
window.fetch = (...all) => {
  if (!first) return ask(...all);
  first = false;
  return new Promise((done) => { window.letIn = () => ask(...all).then(done); });
};"""


def test_a_list_of_units_that_comes_late_takes_no_key_away(cast: Cast, office: Office):
    walk = handling(cast)
    seat = office.seat("dispatcher")
    seat.page.add_init_script(LATE)
    seat.go(f"/cases/{walk.case.pk}/").dialog(Act.DELEGATE)
    seat.fill(unit=Pick("lwc", "柳湾村"))
    # The picker asks from a timer, which a busy browser may run after the keys and the click.
    seat.page.wait_for_function("window.letIn")
    for again in (False, True):
        # Once while he still stands on the picker, once from the next field.
        if again:
            seat.page.locator("#dialog [name=instruction]").click()
        seat.page.evaluate("window.letIn()")
        seat.page.wait_for_timeout(300)
        assert not seat.page.locator(".ts-dropdown").is_visible()
    seat.page.keyboard.type("请看看路况")
    assert typed_text(seat, "instruction") == "请看看路况"
    assert seat.page.locator("#dialog .ts-control .item").inner_text() == "柳湾村"
    office.assert_quiet()
