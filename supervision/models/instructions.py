"""Leaders' instructions 领导批示: a case or a few submitted with a digest, and what the leader wrote on it (Art. 38)."""

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q

from cases.models import Case
from cases.places.conditions import at_places
from cases.places.whole_cases import all_whole
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right
from supervision.words.instructions import SubmissionState


class SubmissionQuerySet(RecordQuerySet):
    """Questions asked of what is submitted to leaders."""

    def readable_by(self, staff: Staff) -> Self:
        """Return what was submitted to a person or by his unit, or what he checks; only where all its cases are open to him."""
        mine = Q(leader=staff) | Q(submitted_by=staff)
        mine |= at_places(staff, Right.SUBMIT_TO_LEADER) | at_places(staff, Right.CHECK_TASKS)
        links: Any = SubmittedCase.objects.filter(submission=OuterRef("pk"))
        return self.filter(mine, all_whole(staff, links))


class Submission(Record):
    """呈阅件: what a leader shall read, what is asked of him, and what he wrote.

    ``entered_by`` recorded the instruction: the leader himself, his liaison, or the desk from the paper that came back.
    ``on_paper``: it was written on the printed sheet.
    """

    leader = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="呈阅领导")
    digest = SealedTextField("要点")
    asks = SealedTextField("拟办建议", default="")
    submitted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="呈阅人")
    submitted_on = models.DateField("呈阅日期")
    instruction = SealedTextField("批示", default="")
    instructed_on = models.DateField("批示日期", null=True)
    entered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="录入人")
    entered_on = models.DateField("录入日期", null=True)
    on_paper = models.BooleanField("纸上批示", default=False)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "呈阅件"
        ordering = ["-submitted_on", "-id"]
        indexes = [
            models.Index(
                fields=["leader", "submitted_on", "id"],
                condition=Q(state=SubmissionState.SUBMITTED.value),
                name="submission_waiting",
            ),
            models.Index(fields=["unit", "-submitted_on", "-id"], name="submission_unit"),
            models.Index(fields=["district", "-submitted_on", "-id"], name="submission_district"),
            models.Index(fields=["leader", "-submitted_on", "-id"], name="submission_leader"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/instructions/{self.pk}/"


class SubmittedCase(models.Model):
    """One case of a submission."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="cases")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="submissions")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "呈阅的信访件"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["submission", "case"], name="submitted_case_once")]
