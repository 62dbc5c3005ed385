"""Every page for a suitable role, on an office screen and a phone: readable by all, nothing sideways, whole by keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from cases.actions.access import give_access
from cases.models import Document, HandOff
from cases.models.access import AccessPurpose
from law.vocabulary import Act, State
from organizations.mandates import give_mandate
from organizations.models import Staff
from organizations.models.mandate import MandateKind
from organizations.models.posts import Post
from organizations.posts import fill_post
from organizations.reforms import register_reform
from organizations.today import today
from tests.browser import serious_findings
from tests.browser.office import Office, Seat
from tests.browser.room_pages import reception_pages
from tests.cases.proposals import REFERRAL
from tests.cast import Cast, register
from tests.walks import Walk, walk_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Who works on a phone; of the others' pages the default run asks there only whether they fit, the rest is read at 1366.
ON_PHONES = ("", "town_head", "town_handler", "dispatcher", "informant", "leader")
SIZES = pytest.mark.parametrize(
    ("phone", "whole"),
    [(False, True), (True, False), pytest.param(True, True, marks=pytest.mark.long)],
    ids=["1366", "360", "360-whole"],
)
# Filters that stand on the page, save those that a phone keeps behind 更多条件.
_OUT_OF_SIGHT = """() => [...document.querySelectorAll(".x-filters:not(:has(.x-more)) .x-field")]
  .filter((field) => !field.checkVisibility()).map((field) => field.innerText || field.textContent.trim())"""
DESKS = ("clerk", "router", "town_head", "town_handler", "dispatcher", "informant", "leader", "auditor")


@dataclass
class Files:
    """One case per situation."""

    registered: Walk
    accepted: Walk
    handling: Walk
    signing: Walk
    closed: Walk


@pytest.fixture
def files(cast: Cast) -> Files:
    """Cases on the way, one of them asked of a village."""
    handling = walk_to(cast, State.IN_HANDLING)
    asked = {"unit": cast.village, "instruction": "请到现场看看", "reply_by": handling.on + timedelta(days=3)}
    handling.on_leg(Act.DELEGATE, cast.dispatcher, **asked)
    give_access(
        by=cast.coordinator,
        account=cast.supervisor.username,
        of_unit=cast.town,
        from_day=today(),
        to_day=today(),
        purpose=AccessPurpose.INSPECTION,
        reason="季度检查",
    )
    give_mandate(MandateKind.STAND_IN, cast.router, cast.clerk, today(), today(), "年休假", by=cast.router)
    keep_posts(cast)
    proposed = Walk(cast, register(cast, urgent=True))
    proposed.act(Act.PROPOSE_HANDLING, cast.router, demands=[1, 2], unit=cast.town, **REFERRAL)
    on_the_way = [walk_to(cast, state) for state in (State.ACCEPTED, State.PENDING_SIGN_OFF, State.CLOSED)]
    return Files(Walk(cast, register(cast)), on_the_way[0], handling, on_the_way[1], on_the_way[2])


def keep_posts(cast: Cast) -> None:
    """Somebody responsible at the town, and a town that will be closed."""
    named = {"post": Post.FIRST, "name": "施书记", "position": "党委书记", "phone": "0000-2600001"}
    fill_post(cast.town.pk, by=cast.system_admin, from_day=today(), **named)
    later = today() + timedelta(days=30)
    register_reform(
        cast.other_town, cast.town, effective=later, basis="区机构改革方案", by=cast.system_admin, on=today()
    )


def pages(files: Files) -> Iterator[tuple[str, str]]:
    """Every page as (who, address)."""
    case, letter = (f"/cases/{files.handling.case.pk}/", Document.objects.filter(case=files.closed.case).latest("id"))
    yield from (("", "/login/"), ("", "/login/?next=/cases/"))
    yield from ((who, "/") for who in DESKS)
    yield from (
        ("router", f"/cases/{query}")
        for query in ("", "?q=%E6%9D%91%E5%8F%A3&order=due", "?unit=1&due=overdue", "?state=nonsense")
    )
    yield from (
        ("clerk", "/cases/new/?channel=visit"),
        ("informant", "/cases/new/"),
        ("clerk", f"/cases/{files.registered.case.pk}/receipt/"),
    )
    yield from (("router", f"/cases/{files.registered.case.pk}/"), ("town_head", f"/cases/{files.accepted.case.pk}/"))
    yield from ((who, case) for who in ("town_handler", "dispatcher", "informant", "leader"))
    yield from (("coordinator", f"/cases/{files.closed.case.pk}/"), ("town_head", f"/cases/{files.signing.case.pk}/"))
    yield "coordinator", f"/cases/{files.closed.case.pk}/letters/{letter.pk}/"
    yield "town_handler", f"{case}clocks/{files.handling.leg.clocks.first().pk}/why/"
    yield "router", f"/cases/{files.registered.case.pk}/refer/"
    yield from (("router", "/look-up/"), ("clerk", "/permissions/"), ("clerk", "/permissions/?role=head"))
    yield from (("clerk", "/account/"), ("clerk", "/training/"), ("town_handler", "/mailings/"))
    yield from (("town_handler", "/legal-bases/"), ("system_admin", "/legal-bases/enter/"))
    yield from (("town_head", "/clocks/"), ("system_admin", "/limits/"), ("clerk", "/limits/"))
    yield from (("system_admin", "/messages/?state=all"), ("clerk", "/messages/mine/"))
    yield from (("system_admin", url) for url in ("/settings/", "/settings/SIMILAR_DAYS/", "/calendar/"))
    unit = f"/units/{files.handling.leg.unit_id}/"
    yield from (("system_admin", "/units/"), ("town_head", unit), ("clerk", unit), ("system_admin", unit))
    yield from (("security_admin", "/reforms/"), ("system_admin", "/reforms/new/"))
    # Each for one person: the ledger by the address that finds the first, the print as its reader sees it.
    yield from (("clerk", url) for url in ("/jobs/", "/ledgers/", "/ledgers/registrations/print/", "/import/"))
    yield from (("coordinator", "/access/"), ("auditor", "/journal/"), ("auditor", "/journal/why/"))
    signing = files.signing
    yield from (("supervisor", f"/supervision/{page}") for page in ("visits/?list=all", "visits/lots/", "forecast/"))
    yield "bureau_head", "/approvals/"
    yield from reception_pages(files.registered.case.pk)
    yield from (("town_handler", "/promises/"), ("supervisor", "/promises/figures/"))
    yield "town_head", f"/cases/{signing.case.pk}/legs/{signing.leg.pk}/preview/"
    yield "", "/calculator/?code=OBJECTION_5WD&starts_on=2026-03-06"
    yield from (("clerk", "/cases/999999/"), ("clerk", "/nowhere/"), ("leader", "/cases/new/"), ("auditor", "/cases/"))


def dialogs(files: Files) -> Iterator[tuple[str, Walk, Act]]:
    """Dialogs of every make: with a picker, rows, a long reading, a danger, a secret."""
    yield from (
        ("router", files.registered, act)
        for act in (
            Act.REFER,
            Act.COMMISSION,
            Act.SPLIT,
            Act.CORRECT,
            Act.LINK_RESPONDENT,
            Act.REQUEST_VOID,
            Act.PROPOSE_HANDLING,
        )
    )
    yield from (("town_head", files.accepted, act) for act in (Act.TAKE,))
    yield from (
        ("town_handler", files.handling, act) for act in (Act.ANSWER, Act.RECORD_INQUIRY, Act.DELEGATE, Act.CONSULT)
    )
    yield from (("town_head", files.signing, act) for act in (Act.ISSUE, Act.SEND_BACK))


def sit_down(seat: Seat, who: str) -> None:
    """Change places: this browser is now that person's."""
    seat.page.context.clear_cookies()
    if not who:
        return
    client = Client()
    client.force_login(Staff.objects.get(username=who), backend="django.contrib.auth.backends.ModelBackend")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    seat.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": seat.url}])


def findings(seat: Seat, where: str, *, axe: bool = True) -> list[str]:
    """What axe and the width of the page say against it, and which filters nobody can reach."""
    found = [f"{where}: {line}" for line in serious_findings(seat.page)] if axe else []
    found += [f"{where}: {name} is out of sight" for name in seat.page.evaluate(_OUT_OF_SIGHT)]
    return found if seat.fits() else [*found, f"{where}: wider than the screen"]


@SIZES
def test_every_page_is_readable_by_all(files: Files, office: Office, phone: bool, whole: bool):
    seat, found = office.strange("visitor", phone=phone), []
    for who, address in pages(files):
        sit_down(seat, who)
        found += findings(seat.go(address), f"{who} {address}", axe=whole or who in ON_PHONES)
    assert not found, "\n".join(found)
    office.assert_quiet(but="4")


@SIZES
def test_every_dialog_is_readable_by_all(files: Files, office: Office, phone: bool, whole: bool):
    seat, found = office.strange("visitor", phone=phone), []
    for who, walk, act in dialogs(files):
        sit_down(seat, who)
        seat.go(f"/cases/{walk.case.pk}/").dialog(act)
        found += findings(seat, f"{who} {act}", axe=whole or who in ON_PHONES)
    sit_down(seat, "town_handler")
    seat.go(f"/cases/{files.handling.case.pk}/").page.get_by_label("查看完整信访人信息").click()
    seat.page.wait_for_selector("#dialog form")
    found += findings(seat, "unmask")
    assert not found, "\n".join(found)
    office.assert_quiet()


def test_an_informant_has_one_page_on_the_phone(files: Files, office: Office):
    seat = office.seat("informant", phone=True).from_desk("请到现场看看")
    asked = HandOff.objects.get(case=files.handling.case, to_unit__name="柳湾村")
    assert seat.page.locator(".x-big a").count() == 1
    seat.page.locator(".x-big a").click()
    seat.page.wait_for_selector("#dialog form")
    assert not findings(seat, "report")
    seat.fill(text="路坏了三处。").send()
    asked.refresh_from_db()
    assert asked.reply == "路坏了三处。"
    office.assert_quiet()


def focus(seat: Seat) -> str:
    """The id of what has the focus."""
    return str(seat.page.evaluate("document.activeElement.id"))


def test_the_keyboard_reaches_everything(cast: Cast, office: Office):
    register(cast, demands=[])
    seat = office.seat("router").go("/")
    keys = seat.page.keyboard
    keys.press("Tab")
    assert seat.page.evaluate("document.activeElement.className") == "x-skip"
    keys.press("Enter")
    assert focus(seat) == "main"
    keys.press("/")
    assert focus(seat) == "search"
    keys.type("路/渠?")
    assert seat.page.locator("#search").input_value() == "路/渠?"
    seat.page.locator("#main").focus()
    keys.press("?")
    assert seat.page.locator("#help").is_visible()
    assert not findings(seat, "help")
    keys.press("Escape")
    assert not seat.page.locator("#help").is_visible()
    office.assert_quiet()


def test_escape_leaves_a_dialog_and_returns_to_its_button(cast: Cast, office: Office):
    walk = Walk(cast, register(cast, demands=[]))
    seat = office.seat("router").go(f"/cases/{walk.case.pk}/")
    button = seat.page.locator("#acts .x-act", has_text=Act.REFER.label)
    button.focus()
    seat.page.keyboard.press("Enter")
    seat.page.wait_for_selector("#dialog form")
    for _ in range(12):
        seat.page.keyboard.press("Tab")
        assert seat.page.evaluate(
            "document.activeElement === document.body || document.getElementById('dialog-frame').contains(document.activeElement)"
        )
    seat.page.keyboard.press("Escape")
    seat.page.wait_for_selector("#dialog:empty", state="attached")
    assert button.evaluate("button => button === document.activeElement")
    office.assert_quiet()
