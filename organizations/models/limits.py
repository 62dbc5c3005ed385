"""Stricter local limits: dated versions of the Regulation's periods, never edited once they stand."""

from django.db import models

from organizations.models.staff import Staff


class LimitVersion(models.Model):
    """One version of the local limits, in force from a day until the next one; ``days`` holds days per duty.

    A clock keeps the name of the version that it began under.
    """

    name = models.CharField("版本", max_length=20, unique=True)
    valid_from = models.DateField("施行日期", unique=True)
    basis = models.CharField("依据", max_length=200)
    roll_agency = models.BooleanField("机关期限末日顺延", default=False)
    days = models.JSONField("各项天数", default=dict)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "期限标准"
        ordering = ["valid_from"]

    def __str__(self) -> str:
        return self.name
