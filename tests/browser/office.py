"""People at their screens: everybody with a browser of his own, doing acts through the dialogs as the office does."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from law.vocabulary import Act
from tests.browser import listen, serious_findings
from tests.browser.pressing import press_act

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 360, "height": 740}
# What browser and htmx themselves say of an answer that the page has shown: expected where a test provokes one.
ANSWERED = re.compile(r"(?:responded with a status of|Response Status Error Code) (\d)\d\d")


@dataclass(frozen=True)
class Pick:
    """A unit to find by typing, and the name to choose then."""

    typed: str
    name: str


@dataclass(frozen=True)
class Explained:
    """A clock as its page explains it: its last day and how many days were told."""

    name: str
    due_on: date
    told: int


class Seat:
    """One member of staff before one browser."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def log_in(self, username: str, password: str) -> Self:
        """Come in by the login page."""
        self.page.goto(f"{self.url}/login/")
        self.page.fill("[name=username]", username)
        self.page.fill("[name=password]", password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"{self.url}/")
        return self

    def go(self, path: str) -> Self:
        """Open an address of the product."""
        self.page.goto(f"{self.url}{path}")
        return self

    def search(self, words: str) -> Self:
        """Find a case by the keyboard alone: / to the search box, j to the first line, Enter."""
        self.go("/")
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("#cases .x-row-link")
        self.page.locator("#main").focus()
        self.page.keyboard.press("j")
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/cases/*/")
        return self

    def from_desk(self, words: str) -> Self:
        """Open what waits on the desk."""
        self.go("/")
        self.page.locator("#content li", has_text=words).locator(".x-row-link").first.click()
        self.page.wait_for_url("**/cases/*/")
        return self

    @property
    def today(self) -> date:
        """The date that the banner of a training stack names."""
        words = self.page.locator(".x-banner-training").first.inner_text()
        return date(*map(int, re.search(r"(\d+)年(\d+)月(\d+)日", words).groups()))

    @property
    def number(self) -> str:
        """The number of the case on the screen."""
        return self.page.locator(".x-case-lead .x-copy span").first.inner_text()

    @property
    def state(self) -> str:
        """The state of the case on the screen."""
        return self.page.locator(".x-case-lead .x-state").first.inner_text().strip()

    def offered(self) -> list[str]:
        """The acts that the case page offers."""
        return [words.strip() for words in self.page.locator("#acts .x-act").all_text_contents()]

    def dialog(self, act: Act) -> Locator:
        """Open the dialog of an act from the case page."""
        press_act(self.page.locator("#acts"), act.label)
        self.page.wait_for_selector("#dialog form")
        return self.page.locator("#dialog")

    def act(self, act: Act, **typed: Any) -> Self:
        """Do an act through its dialog and come back to the case; a refusal fails the test with its words."""
        self.dialog(act)
        return self.fill(**typed).send()

    def fill(self, **typed: Any) -> Self:
        """Fill the open dialog: text, the words of an option, True to tick all, or a Pick."""
        for name, value in typed.items():
            self._fill(self.page.locator(f"#dialog [name={name}]"), value)
        return self

    def _fill(self, field: Locator, value: Any) -> None:
        if isinstance(value, Pick):
            self._pick(value)
        elif isinstance(value, bool):
            for box in field.all():
                box.set_checked(value)
        elif isinstance(value, int):
            field.nth(value - 1).check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(field.locator("option", has_text=value).first.get_attribute("value"))
        else:
            field.fill(value)

    def _pick(self, unit: Pick) -> None:
        self.page.locator("#dialog .ts-control").first.click()
        self.page.keyboard.type(unit.typed)
        self.page.locator(".ts-dropdown .option", has_text=unit.name).first.click()

    def send(self) -> Self:
        """Send the open dialog and wait for the page that follows."""
        said = self.page.locator("#dialog .x-refusal, #dialog .x-error")
        self.page.locator("#dialog [type=submit]").click()
        self.page.wait_for_selector("#dialog:empty", state="attached")
        assert not said.count(), said.all_inner_texts()
        self.page.wait_for_selector("#toasts [data-toast]")
        return self

    def why(self, told: set[str] | None = None) -> list[Explained]:
        """Unfold 为什么是这一天？ of the first clock on the screen, and of all whose address was not told yet."""
        told = set() if told is None else told
        clocks = self.page.locator("#clocks > .x-panel-body > .x-clock")
        why = clocks.locator("details").evaluate_all("all => all.map(one => one.dataset.why)")
        wanted = [index for index, address in enumerate(why) if index == 0 or address not in told]
        told.update(why)
        return [self._explained(clocks.nth(index)) for index in wanted]

    def _explained(self, clock: Locator) -> Explained:
        clock.locator("summary").click()
        due = clock.locator(".x-clock-left time").get_attribute("datetime") or ""
        clock.locator(f".x-day-due time[datetime='{due}']").wait_for(state="attached")
        reasons = [words.strip() for words in clock.locator(".x-day-why").all_inner_texts()]
        assert all(reasons), "a day without its reason"
        name = clock.locator(".x-clock-name").inner_text().split("·")[0].strip()
        return Explained(name, date.fromisoformat(due), len(reasons))

    def tab_to(self, mark: str) -> Self:
        """Press Tab until the field of this name, or the button with these words, has the focus."""
        here = "(mark) => { const at = document.activeElement; return at.name === mark || (at.tagName === 'BUTTON' && at.innerText.includes(mark)); }"
        for _ in range(120):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(here, mark):
                return self
        raise AssertionError(f"the keyboard does not reach {mark}")

    def type(self, words: str) -> Self:
        """Type into whatever has the focus."""
        self.page.keyboard.type(words)
        return self

    def fits(self) -> bool:
        """Tell whether nothing sticks out sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


class Office:
    """The seats of one test; whatever their browsers complained about is told at the end."""

    def __init__(self, browser: Browser, url: str, password: str) -> None:
        self.browser, self.url, self.password = browser, url, password
        self.seats: dict[str, Seat] = {}
        self.contexts: list[BrowserContext] = []
        self.complaints: dict[str, list[str]] = {}

    def seat(self, username: str, *, phone: bool = False) -> Seat:
        """Return the seat of a member of staff, who logs in when first needed."""
        if username not in self.seats:
            self.seats[username] = self.strange(username, phone=phone).log_in(username, self.password)
        return self.seats[username]

    def strange(self, name: str, *, phone: bool = False) -> Seat:
        """Return a seat where nobody has logged in yet."""
        size = PHONE if phone else DESKTOP
        context = self.browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport=size, has_touch=phone)
        context.set_default_timeout(20_000)
        self.contexts.append(context)
        page = context.new_page()
        self.complaints[name] = listen(page)
        return Seat(page, self.url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for context in self.contexts:
            context.close()

    def assert_readable(self, addresses: Iterable[tuple[str, str]], *, phone: bool) -> None:
        """Fail on a page, as (who, address), that not all can read: read on an office screen, on a phone asked whether it fits."""
        found: list[str] = []
        for who, address in addresses:
            seat = self.seat(who, phone=phone)
            seat.go(address)
            found += [] if phone else [f"{who} {address}: {line}" for line in serious_findings(seat.page)]
            found += [] if seat.fits() else [f"{who} {address}: wider than the screen"]
        assert not found, "\n".join(found)
        self.assert_quiet()

    def assert_quiet(self, *, but: str = "") -> None:
        """Fail on anything that a console, a script or the policy complained about; ``but="4"``: not on provoked 4xx."""
        said = [f"{who}: {line}" for who, lines in self.complaints.items() for line in lines]
        heard = [line for line in said if not ((at := ANSWERED.search(line)) and at[1] == but)]
        assert not heard, "the browser complained:\n" + "\n".join(heard)
