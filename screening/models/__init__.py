"""The records of the screening room."""

from screening.models.disputes import Dispute
from screening.models.hand_offs import DisputeCase, DisputeHandOff, Judgement
from screening.models.reports import GridApproval, Report, ZeroDoubt
from screening.models.rounds import REPORTING, Round, Theme, is_there
from screening.models.warnings import EarlyWarning

__all__ = [
    "REPORTING",
    "Dispute",
    "DisputeCase",
    "DisputeHandOff",
    "EarlyWarning",
    "GridApproval",
    "Judgement",
    "Report",
    "Round",
    "Theme",
    "ZeroDoubt",
    "is_there",
]
