"""Originals 原件 that a petitioner leaves with the office: what, from whom, and when they went back (材料收据)."""

from django.db import models
from django.urls import reverse

from cases.models import Case
from kit.sealed_fields import SealedTextField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from reception.models.at_the_desk import AtTheDesk


class OriginalsState(Word):
    """原件的状态."""

    HELD = "held", "保管中"
    RETURNED = "returned", "已退还"


class OriginalsReceipt(Record):
    """What was taken in on one day, line by line as on the receipt, and to whom it was given back."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="originals")
    items = SealedTextField("材料清单")
    handed_by = SealedTextField("递交人", default="")
    taken_on = models.DateField("收件日期")
    taken_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    returned_on = models.DateField("退还日期", null=True)
    returned_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    returned_to = SealedTextField("领取人", default="")

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "材料收据"
        indexes = [models.Index(fields=["unit", "state", "taken_on", "id"], name="originals_held")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:originals", args=[self.pk])
