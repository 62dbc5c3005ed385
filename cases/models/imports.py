"""Runs of the import of other systems' cases."""

from django.db import models

from organizations.models import Staff
from organizations.moments import MomentField


class ImportRun(models.Model):
    """One import of one file: exact totals; a run can be repeated, known rows stay as they are."""

    file_name = models.CharField(max_length=200)
    source = models.CharField(max_length=60)
    mode = models.CharField(max_length=10)
    started_at = MomentField()
    finished_at = models.DateTimeField(null=True)
    read = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "导入"
