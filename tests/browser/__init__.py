"""Pages in a real browser: Debian's chromium, Chinese fonts from a wheel, no complaint left unseen.

A test takes `page` (1366×768) or `phone` (360 px). When it ends, any error of the console, of a script or of the
content security policy fails it; a test that provokes one on purpose removes it from `page.complaints`.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir></fontconfig>
"""


def chromium_path() -> str:
    """Return the browser's program; fails the test with advice when there is none."""
    for name in (os.environ.get("CHROMIUM_PATH"), "chromium", "chromium-browser", "google-chrome"):
        if name and (found := shutil.which(name)):
            return found
    pytest.fail("no chromium: apt-get install chromium, or set CHROMIUM_PATH, or run ./test --quick")


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """A browser with Chinese fonts, its font list in this folder."""
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=Path(str(pylopdf_fonts_zh_cn.sans_path())).parent), encoding="utf-8")
    environment: dict[str, str | float | bool] = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS, env=environment)
        yield started
        started.close()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for the whole session."""
    # Playwright's synchronous interface runs an event loop in this thread, which Django would refuse to work beside.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with chromium(tmp_path_factory.mktemp("fonts")) as started:
        yield started


# A violation of the policy is told to the page's own scripts first; the console may leave some of them out.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"""


# A request that the page itself gave up for a newer one (hx-sync) is no fault. What else ends a request says so in a
# line of its own beside "afterRequest".
GIVEN_UP = ("htmx:sendAbort", "htmx:afterRequest")


def listen(page: Page) -> list[str]:
    """Return a list that fills with what the browser complains about on this page."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(GIVEN_UP):
            complaints.append(message.text)

    page.add_init_script(TELL_VIOLATIONS)
    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.complaints = complaints  # type: ignore[attr-defined]
    return complaints


def open_page(browser: Browser, **options: Any) -> Iterator[Page]:
    """Give a page of its own context and fail on what the browser complained about."""
    context: BrowserContext = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", **options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    complaints = listen(page)
    yield page
    context.close()
    assert not complaints, "the browser complained:\n" + "\n".join(complaints)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on an office screen of 1366×768."""
    yield from open_page(browser, viewport={"width": 1366, "height": 768})


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, 360 px wide."""
    yield from open_page(browser, viewport={"width": 360, "height": 740}, has_touch=True)


def serious_findings(page: Page) -> list[str]:
    """Return axe-core's serious and critical findings on the page, one line each, so that a test shows them all."""
    # Evaluated through the debugging protocol, so the page's content security policy stays as it is.
    page.evaluate((ROOT / "var" / "test_assets" / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("() => axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [
        f"{finding['id']} ({finding['impact']}): {finding['help']}: {node['html'][:400]}"
        for finding in result["violations"]
        if finding["impact"] in {"serious", "critical"}
        for node in finding["nodes"]
    ]
