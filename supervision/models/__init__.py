"""The records of the supervision room."""

from supervision.models.congress import CongressRemark, CongressReport
from supervision.models.instructions import Submission, SubmittedCase
from supervision.models.meetings import AgendaCase, Invitation, Meeting, Minutes
from supervision.models.tasks import Task, due_tasks
from supervision.words.congress import ReportedTo, ReportState
from supervision.words.instructions import SubmissionState
from supervision.words.meetings import Difficulty, MeetingKind, MeetingState
from supervision.words.tasks import TaskSource, TaskState

__all__ = [
    "AgendaCase",
    "CongressRemark",
    "CongressReport",
    "Difficulty",
    "Invitation",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Minutes",
    "ReportState",
    "ReportedTo",
    "Submission",
    "SubmissionState",
    "SubmittedCase",
    "Task",
    "TaskSource",
    "TaskState",
    "due_tasks",
]
