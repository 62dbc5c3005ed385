"""Tasks 任务: what a unit has to do by when, from a leader's instruction or the resolution of a meeting (Art. 38)."""

from typing import Self

from django.db import models
from django.db.models import Q

from cases.models import Case
from cases.places.conditions import at_places
from cases.places.whole_cases import of_whole_case
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from organizations.models import Staff
from organizations.models.record import Record
from organizations.roles import Right
from supervision.words.tasks import TaskSource, TaskState

OPEN_TASK = (TaskState.GIVEN, TaskState.RECEIVED)
UNFINISHED = (*OPEN_TASK, TaskState.REPORTED)


class TaskQuerySet(ReadableQuerySet["Task"]):
    """Questions asked of tasks."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the tasks of a person's units, and those he gives or checks; one of a case only where all of it is open."""
        mine = at_places(staff, Right.DO_TASKS) | at_places(staff, Right.GIVE_TASKS)
        mine |= at_places(staff, Right.CHECK_TASKS) | Q(given_by=staff)
        return self.filter(Mark(self.model._meta.db_table), mine, Q(case=None) | of_whole_case(staff))

    def from_record(self, record: Record) -> Self:
        """Return the tasks that come from one record."""
        return self.filter(source=record._meta.label_lower, source_key=record.pk)

    def open(self) -> Self:
        """Return what a unit still has to report."""
        return self.filter(state__in=OPEN_TASK)


class Task(Record):
    """One unit, one thing to do, one day. ``source`` and ``source_key``: the label and key of the record it comes from.

    ``report`` is the last one; what was sent back before stands in the history. Who gave it never confirms it, nor
    does who reports.
    """

    source = WordField("来源", max_length=40, choices=TaskSource.choices())
    source_key = models.BigIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="tasks", verbose_name="信访件")
    what = SealedTextField("任务内容")
    due_on = models.DateField("时限")
    given_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="下达人")
    given_on = models.DateField("下达日期")
    received_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="签收人")
    received_on = models.DateField("签收日期", null=True)
    report = SealedTextField("反馈", default="")
    reported_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="反馈人")
    reported_on = models.DateField("反馈日期", null=True)
    checked = SealedTextField("核实意见", default="")
    checked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="核实人")
    checked_on = models.DateField("核实日期", null=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "任务"
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["source", "source_key", "id"], name="task_of_record"),
            models.Index(fields=["unit", "due_on", "id"], name="task_unit_due"),
            models.Index(fields=["district", "due_on", "id"], name="task_district_due"),
            models.Index(
                fields=["district", "due_on", "id"],
                condition=Q(state__in=[state.value for state in UNFINISHED]),
                name="task_unfinished",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/tasks/{self.pk}/"
