"""Stricter local limits: dated versions of the Regulation's periods, never edited once they stand."""

from django.db import models

from organizations.models.staff import Staff
from organizations.moments import MomentField


class LimitVersion(models.Model):
    """One version of the local limits, in force from a day until the next one; ``days`` holds days per duty.

    The two grounds are local law (Beijing, Shandong, Zhejiang), the simplified procedure a trial measure: both are off
    unless ``basis`` names what they rest on. A clock keeps the name of the version that it began under.
    """

    name = models.CharField("版本", max_length=20, unique=True)
    valid_from = models.DateField("施行日期", unique=True)
    basis = models.CharField("依据", max_length=200)
    roll_agency = models.BooleanField("机关期限末日顺延", default=False)
    days = models.JSONField("各项天数", default=dict)
    ground_window_lapsed = models.BooleanField("地方规定：逾期未申请复查复核的不再受理", default=False)
    ground_bypass_level = models.BooleanField("地方规定：越级走访的不予受理", default=False)
    simplified = models.BooleanField("简易办理", default=False)
    simple_dispatch_days = models.PositiveSmallIntegerField("简易分流（个工作日）", default=3)
    simple_accept_days = models.PositiveSmallIntegerField("简易告知受理（个工作日）", default=3)
    simple_conclude_days = models.PositiveSmallIntegerField("简易办结（个工作日）", default=10)
    reply_days = models.PositiveSmallIntegerField("协办、征求意见的回复（个工作日）", default=5)
    superior_days = models.PositiveSmallIntegerField("须请示上级的另加（个工作日）", default=3)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    added_at = MomentField()

    class Meta:
        verbose_name = "期限标准"
        ordering = ["valid_from"]

    def __str__(self) -> str:
        return self.name
