"""Campaigns as one person may read them: the list, one campaign, its cases with who owns each."""

from dataclasses import dataclass

from django.db.models import F

from cases.lists.paging import Order, Page, page_by
from cases.models import Case
from cases.reading.case_file import readable_subject
from cases.sight.querysets import ReadableQuerySet
from organizations.authority import may
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.models import Campaign, CampaignCase, OwnershipSheet, UnmatchedNumber

MOST_CAMPAIGNS = 100
MOST_UNMATCHED = 500
BY_ADDED = Order("added_on", descending=False, label="列入日期")


@dataclass(frozen=True)
class Listed:
    """A case of a campaign, with its latest sheet."""

    row: CampaignCase
    case: Case
    subject: str
    sheet: OwnershipSheet | None


def campaigns(staff: Staff) -> list[Campaign]:
    """Return the campaigns of a person's districts, the newest first."""
    return list(Campaign.objects.readable_by(staff).select_related("unit").order_by("-made_on", "-id")[:MOST_CAMPAIGNS])


def campaign_of(staff: Staff, campaign_id: int) -> Campaign:
    """Return one campaign. Raises Refused not_found."""
    found: Campaign | None = (
        Campaign.objects.readable_by(staff).select_related("unit", "made_by").filter(pk=campaign_id).first()
    )
    if found is None:
        raise record_not_found()
    return found


def cases_in(campaign: Campaign, staff: Staff) -> "ReadableQuerySet[CampaignCase]":
    """Return the cases of a campaign that a person may read whole."""
    return CampaignCase.objects.readable_by(staff).filter(campaign=campaign)


def page_of_cases(campaign: Campaign, staff: Staff, *, after: str = "", before: str = "") -> tuple[list[Listed], Page]:
    """Return a page of a campaign's cases in the order they were taken in. Raises Refused key_broken."""
    rows = cases_in(campaign, staff).select_related("case").annotate(place=F("added_on"))
    page = page_by(BY_ADDED, rows, after=after, before=before)
    owned = OwnershipSheet.objects.readable_by(staff).filter(case__in=[row.case_id for row in page.rows])
    sheets = {sheet.case_id: sheet for sheet in owned.select_related("leader").order_by("made_on", "id")}
    return [Listed(row, row.case, readable_subject(row.case), sheets.get(row.case_id)) for row in page.rows], page


def unmatched_of(campaign: Campaign, staff: Staff) -> list[str]:
    """Return the numbers of the superior's list that no case here has, to who works with that list."""
    if not may(staff, Right.MANAGE_OWNERSHIP, at=campaign.unit):
        return []
    rows = UnmatchedNumber.objects.filter(campaign=campaign)
    return list(rows.values_list("number", flat=True)[:MOST_UNMATCHED])
