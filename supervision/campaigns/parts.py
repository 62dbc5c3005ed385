"""What campaigns add to the room, part by part."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry
from organizations.roles import Right
from supervision.campaigns.gathering import SETTINGS
from supervision.campaigns.working import VERBS

__all__ = ["HANGING", "NAV", "RECORDS", "SETTINGS", "VERBS"]

HANGING = {"campaigncase": Hanging("case")}
RECORDS = ("supervision.campaign",)
NAV = (
    Entry(
        "积案专项",
        "supervision:campaigns",
        "list",
        needs=(Right.SEE, Right.SEE_SEALED),
        group="包案化解",
        also=(
            "supervision:campaign",
            "supervision:campaign_new",
            "supervision:campaign_rule",
            "supervision:campaign_numbers",
        ),
    ),
)
