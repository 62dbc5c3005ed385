"""Unfinished forms, kept on the server so that nothing typed is lost."""

from django.db import models

from kit.sealed_fields import SealedTextField
from organizations.models import Staff
from organizations.moments import MomentField


class Draft(models.Model):
    """What one person has typed into one form: sealed JSON; gone once the form went through."""

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=60)
    title = models.CharField(max_length=100, default="")
    data = SealedTextField()
    updated_at = MomentField()

    class Meta:
        verbose_name = "草稿"
        ordering = ["-updated_at"]
        constraints = [models.UniqueConstraint(fields=["staff", "form"], name="draft_once")]
