"""The records of the supervision room."""

from supervision.models.instructions import Submission, SubmissionState, SubmittedCase
from supervision.models.tasks import Task, TaskSource, TaskState, due_tasks

__all__ = ["Submission", "SubmissionState", "SubmittedCase", "Task", "TaskSource", "TaskState", "due_tasks"]
