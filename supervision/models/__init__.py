"""The records of the supervision room."""

from supervision.models.campaigns import Campaign, CampaignCase, UnmatchedNumber
from supervision.models.contacts import ContactPoint, DiaryLine, Pledge, PledgeTarget
from supervision.models.owned_dates import OwnedDate, owned_dates, owner_of, owners_of
from supervision.models.ownership import Guarantee, OwnershipSheet, OwnerTerm
from supervision.models.ownership_work import LimitChange, PlanStep, Progress, ReturnVisit

__all__ = [
    "Campaign",
    "CampaignCase",
    "ContactPoint",
    "DiaryLine",
    "Guarantee",
    "LimitChange",
    "OwnedDate",
    "OwnerTerm",
    "OwnershipSheet",
    "PlanStep",
    "Pledge",
    "PledgeTarget",
    "Progress",
    "ReturnVisit",
    "UnmatchedNumber",
    "owned_dates",
    "owner_of",
    "owners_of",
]
