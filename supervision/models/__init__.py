"""The records of the supervision room."""

from supervision.models.congress import CongressRemark, CongressReport
from supervision.models.forecasts import ClockForecast
from supervision.models.instructions import Submission, SubmittedCase
from supervision.models.livelihood import LivelihoodProject, PublicityCampaign
from supervision.models.meetings import AgendaCase, Invitation, Meeting, Minutes
from supervision.models.relief import Assistance, ReliefFund
from supervision.models.tasks import Task, due_tasks
from supervision.models.visits import LotPool, ReturnVisit, VisitCall, VisitFeedback, VisitLot
from supervision.words.congress import ReportedTo, ReportState
from supervision.words.instructions import SubmissionState
from supervision.words.meetings import Difficulty, MeetingKind, MeetingState
from supervision.words.tasks import TaskSource, TaskState

__all__ = [
    "AgendaCase",
    "Assistance",
    "ClockForecast",
    "CongressRemark",
    "CongressReport",
    "Difficulty",
    "Invitation",
    "LivelihoodProject",
    "LotPool",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Minutes",
    "PublicityCampaign",
    "ReliefFund",
    "ReportState",
    "ReportedTo",
    "ReturnVisit",
    "Submission",
    "SubmissionState",
    "SubmittedCase",
    "Task",
    "TaskSource",
    "TaskState",
    "VisitCall",
    "VisitFeedback",
    "VisitLot",
    "due_tasks",
]
