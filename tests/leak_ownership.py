"""Ownership in the leak scene: an open case and a sealed one, each owned, worked on and in a campaign, with its own words."""

from datetime import timedelta
from typing import Any

from organizations.today import today
from supervision.campaigns.working import gather_by_numbers, make_campaign
from supervision.models.ownership_words import GuaranteeKind, ProgressKind
from supervision.ownership.making import accept, make_sheet
from supervision.ownership.working import add_step, enter_progress, set_guarantee, set_scheme
from tests.cast import Cast

# Who owns the case, and who is to settle it.
_OWNED = {"A": ("leader", "housing_head"), "E": ("inspector", "inspector")}


def plant_ownership(cast: Cast, planted: dict[str, Any]) -> None:
    """Let two cases be owned; whatever is written on their sheets says the words of the case."""
    day = today()
    campaign = make_campaign("积案专项", until=day + timedelta(days=90), by=cast.coordinator)
    for letter, (leader, settlement) in _OWNED.items():
        case, owner = planted[letter].case, getattr(cast, leader)
        words = "，".join([*planted[letter].words, *planted[letter].sealed])
        sheet = make_sheet(
            case.number,
            leader=leader,
            procedure="router",
            coordination="bureau_head",
            settlement=settlement,
            until=day + timedelta(days=60),
            by=cast.coordinator,
        )
        sheet = accept(sheet, by=owner)
        sheet = set_scheme(sheet, scheme=f"方案：{words}", by=owner)
        sheet = set_guarantee(sheet, kind=GuaranteeKind.SOLVE, requirement=f"要求：{words}", by=owner)
        sheet = add_step(sheet, what=f"步骤：{words}", due_on=day + timedelta(days=9), by=owner)
        enter_progress(sheet, kind=ProgressKind.VISIT, text=f"进展：{words}", by=owner)
        gather_by_numbers(campaign, numbers=[case.number], by=cast.coordinator)
