"""A leader on a phone enters what he did on an owned case; the pages of ownership are readable by all, on a phone and a screen."""

from datetime import timedelta

import pytest

from organizations.today import today
from supervision.campaigns.working import make_campaign
from supervision.contacts.working import add_target, draft_pledge, make_point
from supervision.models import OwnershipSheet, PlanStep
from tests.browser import serious_findings
from tests.browser.office import Office
from tests.cast import Cast
from tests.supervision.ownership.sheets import a_reported, a_sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_leader_accepts_and_enters_a_visit_on_his_phone(cast: Cast, office: Office):
    sheet = a_sheet(cast)
    seat = office.seat("leader", phone=True).go("/supervision/ownership/mine/")
    seat.page.get_by_role("link", name="确认包案").click()
    seat.page.get_by_role("button", name="领导确认包案").click()
    seat.go("/supervision/ownership/mine/").page.get_by_role("link", name="登记进展").click()
    seat.page.select_option("[name=kind]", "visit")
    seat.page.fill("[name=text]", "到村里看了路，约好下周答复")
    seat.page.fill("[name=next_what]", "答复修路日期")
    seat.page.fill("[name=next_on]", (today() + timedelta(days=7)).isoformat())
    assert seat.fits()
    seat.page.get_by_role("button", name="登记包案进展").click()
    seat.page.wait_for_url(f"**{sheet.get_absolute_url()}")
    assert OwnershipSheet.objects.get().progress.count() == 1
    assert PlanStep.objects.get().what == "答复修路日期"
    office.assert_quiet()


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "360"])
def test_the_pages_of_ownership_are_readable_by_all(cast: Cast, office: Office, phone: bool):
    sheet = a_reported(cast)
    campaign = make_campaign("积案化解专项", until=today() + timedelta(days=90), by=cast.supervisor)
    point = make_point(cast.gov, cast.town, leader=cast.leader, phone="0999-12345", by=cast.supervisor)
    pledge = add_target(
        draft_pledge(cast.town, 2026, by=cast.supervisor), what="接访天数", wanted=24, measure="天", by=cast.supervisor
    )
    seat, found = office.seat("coordinator", phone=phone), []
    for address in (
        "/supervision/ownership/",
        "/supervision/ownership/new/",
        sheet.get_absolute_url(),
        f"{sheet.get_absolute_url()}visit/",
        f"/cases/{sheet.case_id}/",
        "/ledgers/ownerships/",
        "/supervision/campaigns/",
        campaign.get_absolute_url(),
        f"{campaign.get_absolute_url()}rule/",
        f"{campaign.get_absolute_url()}numbers/",
        "/supervision/contacts/points/",
        "/supervision/contacts/points/new/",
        point.get_absolute_url(),
        "/supervision/contacts/pledges/",
        pledge.get_absolute_url(),
        "/supervision/contacts/diary/",
    ):
        seat.go(address)
        # As tests/browser/test_axe.py: read on an office screen, on a phone asked whether it fits.
        found += [] if phone else [f"{address}: {line}" for line in serious_findings(seat.page)]
        found += [] if seat.fits() else [f"{address}: wider than the screen"]
    assert not found, "\n".join(found)
    office.assert_quiet()
