"""交账: on a day the owner of each open order accounts for it; who did not goes to the joint conference."""

from django.db import models

from kit.word_field import WordField
from organizations.models import Staff
from organizations.models.record import Record
from supervision.models.findings import OfCaseQuerySet
from supervision.models.orders import SupervisionOrder
from supervision.words.orders import Account


class OrderAccount(Record):
    """One order of which the unit has to account on ``due_on``; a new limit that is asked for changes none by itself."""

    order = models.ForeignKey(SupervisionOrder, on_delete=models.CASCADE, related_name="accounts")
    due_on = models.DateField("交账日期")
    called_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    said = WordField("交账内容", max_length=10, choices=Account.choices(), default="")
    text = models.TextField("说明", default="")
    wanted = models.DateField("申请的期限", null=True)
    given_on = models.DateField("交账时间", null=True)
    given_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "交账"
        ordering = ["due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["order", "due_on"], name="order_account_once")]
        indexes = [models.Index(fields=["district", "-due_on", "-id"], name="account_district_due")]

    def get_absolute_url(self) -> str:
        """Return the address of the page of its order."""
        return self.order.get_absolute_url()
