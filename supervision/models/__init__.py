"""The records of the supervision room."""

from supervision.models.owned_dates import OwnedDate, owned_dates, owner_of, owners_of
from supervision.models.ownership import Guarantee, OwnershipSheet, OwnerTerm
from supervision.models.ownership_work import LimitChange, PlanStep, Progress, ReturnVisit

__all__ = [
    "Guarantee",
    "LimitChange",
    "OwnedDate",
    "OwnerTerm",
    "OwnershipSheet",
    "PlanStep",
    "Progress",
    "ReturnVisit",
    "owned_dates",
    "owner_of",
    "owners_of",
]
