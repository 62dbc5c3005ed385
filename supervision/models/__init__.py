"""The records of the supervision room."""

from supervision.models.accounts import OrderAccount
from supervision.models.advice import Advice, Lead
from supervision.models.campaigns import Campaign, CampaignCase, UnmatchedNumber
from supervision.models.congress import CongressRemark, CongressReport
from supervision.models.contacts import ContactPoint, DiaryLine, Pledge, PledgeTarget
from supervision.models.findings import Finding
from supervision.models.forecasts import ClockForecast
from supervision.models.inspections import Inspection, InspectionMember
from supervision.models.instructions import Submission, SubmittedCase
from supervision.models.livelihood import LivelihoodProject, PublicityCampaign
from supervision.models.meetings import AgendaCase, Invitation, Meeting, Minutes
from supervision.models.orders import ConferenceDecision, Measure, SupervisionOrder
from supervision.models.owners import owner_of, owners_of
from supervision.models.ownership import Guarantee, OwnershipSheet, OwnerTerm
from supervision.models.ownership_work import LimitChange, PlanStep, Progress, ReturnVisit
from supervision.models.relief import Assistance, ReliefFund
from supervision.models.sampling import Sample, SampleRow
from supervision.models.tasks import Task
from supervision.models.visits import FollowUpVisit, LotPool, VisitCall, VisitFeedback, VisitLot
from supervision.models.warnings import Alert, AlertRun, AlertSilence, AlertWatch, Turn
from supervision.words.congress import ReportedTo, ReportState
from supervision.words.instructions import SubmissionState
from supervision.words.meetings import Difficulty, MeetingKind, MeetingState
from supervision.words.tasks import TaskSource, TaskState

__all__ = [
    "Advice",
    "AgendaCase",
    "Alert",
    "AlertRun",
    "AlertSilence",
    "AlertWatch",
    "Assistance",
    "Campaign",
    "CampaignCase",
    "ClockForecast",
    "ConferenceDecision",
    "CongressRemark",
    "CongressReport",
    "ContactPoint",
    "DiaryLine",
    "Difficulty",
    "Finding",
    "FollowUpVisit",
    "Guarantee",
    "Inspection",
    "InspectionMember",
    "Invitation",
    "Lead",
    "LimitChange",
    "LivelihoodProject",
    "LotPool",
    "Measure",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Minutes",
    "OrderAccount",
    "OwnerTerm",
    "OwnershipSheet",
    "PlanStep",
    "Pledge",
    "PledgeTarget",
    "Progress",
    "PublicityCampaign",
    "ReliefFund",
    "ReportState",
    "ReportedTo",
    "ReturnVisit",
    "Sample",
    "SampleRow",
    "Submission",
    "SubmissionState",
    "SubmittedCase",
    "SupervisionOrder",
    "Task",
    "TaskSource",
    "TaskState",
    "Turn",
    "UnmatchedNumber",
    "VisitCall",
    "VisitFeedback",
    "VisitLot",
    "owner_of",
    "owners_of",
]
