"""The pages of screening on an office screen and a phone: a zero report in three taps, readable by all, nothing sideways."""

from datetime import timedelta
from uuid import uuid4

import pytest

from organizations.today import today
from organizations.vocabulary import UnitKind
from screening.disputes import passing
from screening.disputes.filing import file_dispute
from screening.grid.warning import draw_warnings
from screening.models import EarlyWarning, Report
from screening.rounds.themes import draw_up_theme
from tests.browser.office import Office
from tests.cast import Cast
from tests.screening.scenes import round_of, said, zero

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def addresses(cast: Cast) -> list[tuple[str, str]]:
    """Every page of screening as (who, address)."""
    day = today()
    for back in range(14, -1, -1):
        week = day - timedelta(days=7 * back)
        round_ = round_of(cast, day=week)
        if back % 4:
            zero(cast, round_, on=week)
    rows = [
        file_dispute(cast.village, said(people=4 + 8 * place), client_id=uuid4(), by=cast.informant, on=day)
        for place in range(3)
    ]
    passing.escalate(rows[0], reason="要协调上游放水", by=cast.informant, on=day)
    draw_warnings(day)
    asked = {"kinds": [UnitKind.VILLAGE], "questions": ["有没有堵塞的渠段"], "why": "防汛通知"}
    theme = draw_up_theme(by=cast.coordinator, title="汛期水利", from_day=day, to_day=day, on=day, **asked)
    report = Report.objects.latest("pk")
    warning = EarlyWarning.objects.get()
    return [
        ("informant", "/screening/"),
        ("informant", f"/screening/disputes/new/?unit={cast.village.pk}"),
        ("informant", f"/screening/disputes/to-the-sealed-desk/?unit={cast.village.pk}"),
        ("informant", f"/screening/rounds/{round_.pk}/units/{cast.village.pk}/"),
        ("informant", report.get_absolute_url()),
        ("informant", "/screening/disputes/?list=all"),
        ("dispatcher", rows[0].get_absolute_url()),
        ("dispatcher", f"{rows[1].get_absolute_url()}judge/"),
        ("dispatcher", "/screening/grid/"),
        ("dispatcher", "/screening/sheet/"),
        ("dispatcher", "/screening/disputes/sheet/"),
        ("dispatcher", warning.get_absolute_url()),
        ("coordinator", "/screening/grid/"),
        ("coordinator", "/screening/themes/new/"),
        ("coordinator", theme.get_absolute_url()),
        ("coordinator", "/ledgers/screening/"),
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "360"])
def test_every_page_of_screening_is_readable_by_all(addresses: list[tuple[str, str]], office: Office, phone: bool):
    office.assert_readable(addresses, phone=phone)


def test_a_zero_report_is_three_taps_from_opening_on_a_phone(cast: Cast, office: Office):
    round_of(cast, day=today())
    seat = office.seat("informant", phone=True)
    seat.go("/")
    seat.page.get_by_role("link", name="排查待填报").first.tap()
    seat.page.get_by_role("button", name="本期无情况").tap()
    seat.page.wait_for_selector("text=零报告")
    report = Report.objects.get()
    assert (report.zero, report.reported_by, report.groups[0]["nothing"]) == (True, cast.informant, True)
    office.assert_quiet()
