"""Pictures of the pages for docs/screenshots/, taken on a demonstration stack by record.py."""

from collections.abc import Callable
from pathlib import Path

from law.vocabulary import Act
from tests.browser.main_path import PETITIONER
from tests.browser.main_path import Path as Walked
from tests.browser.office import Office, Seat

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "screenshots"


def picture(name: str, seat: Seat) -> None:
    """Keep what this screen shows."""
    seat.page.wait_for_load_state("networkidle")
    seat.page.screenshot(path=str(FOLDER / f"{name}.png"))


def office_pages(office: Office, closed: Walked, handling: Walked) -> None:
    """The pages of the office at 1366."""
    crew = closed.crew
    head, handler = crew.departments[0].head, crew.town.handler
    picture("desk-1366", office.seat(head).go("/"))
    picture("list-1366", office.seat(crew.router).go("/cases/"))
    picture("intake-1366", _intake(office.seat(crew.clerk)))
    picture("case-1366", office.seat(handler).go(handling.address))
    office.seat(handler).dialog(Act.ANSWER)
    picture("act-1366", office.seat(handler))
    seat = office.seat(head).go(closed.address)
    seat.page.locator("#documents a", has_text="处理意见书").first.click()
    picture("letter-1366", seat)
    picture("permissions-1366", office.seat(crew.clerk).go("/permissions/"))
    picture("clocks-1366", office.seat(head).go("/clocks/"))
    picture("calculator-1366", office.seat(head).go("/calculator/?code=OBJECTION_5WD&starts_on=2026-09-28"))


def _intake(seat: Seat) -> Seat:
    seat.go("/cases/new/?channel=visit")
    form = seat.page.locator("#intake-form")
    for name, words in PETITIONER.items():
        form.locator(f"[name={name}]").first.fill(words)
    form.locator("[name=subject]").fill("楼道又开始渗水")
    seat.page.wait_for_selector("#hints .x-similar")
    return seat


def phone_pages(office: Office, handling: Walked, log_in: Callable[[Seat, str], Seat]) -> None:
    """A desk and a case on a phone."""
    crew = handling.crew
    picture("desk-360", office.seat(crew.informant).go("/"))
    seat = log_in(office.strange("phone", phone=True), crew.town.head)
    picture("case-360", seat.go(handling.address))
