"""Reports to the people's congress and the consultative conference, what they remark, and our replies (Art. 38, 39)."""

from typing import Self

from django.db import models

from cases.places.conditions import at_places
from kit.word_field import WordField
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right
from supervision.words.congress import ReportedTo


class CongressReportQuerySet(RecordQuerySet):
    """Questions asked of such reports."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the reports of a person's units, and of his district for who checks what units do; no case is in them."""
        return self.filter(at_places(staff, Right.CONVENE) | at_places(staff, Right.CHECK_TASKS))


class CongressReport(Record):
    """One report; it tells of the work, of no single case and no person."""

    to = WordField("报告的机关", max_length=20, choices=ReportedTo.choices())
    title = models.CharField("题目", max_length=100)
    content = models.TextField("报告内容")
    reported_on = models.DateField("报告日期")
    reported_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="报告登记人")

    objects = CongressReportQuerySet.as_manager()

    class Meta:
        verbose_name = "向人大政协的报告"
        ordering = ["-reported_on", "-id"]
        indexes = [models.Index(fields=["district", "-reported_on", "-id"], name="congress_district_on")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/congress/{self.pk}/"


class CongressRemark(models.Model):
    """What they said to a report, and what we replied by when."""

    report = models.ForeignKey(CongressReport, on_delete=models.CASCADE, related_name="remarks")
    text = models.TextField("审议、协商意见")
    remarked_on = models.DateField("提出日期")
    due_on = models.DateField("回复时限")
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="登记人")
    reply = models.TextField("回复", default="")
    replied_on = models.DateField("回复日期", null=True)
    replied_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="回复登记人"
    )

    class Meta:
        verbose_name = "审议、协商意见"
        ordering = ["id"]
