"""What follows from an order: recommendations with their uptake, and leads on who is to answer for it (Art. 40)."""

from django.db import models
from django.db.models import Q

from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.models.record import Record
from organizations.roles import Right
from supervision.models.findings import OfCaseQuerySet
from supervision.models.orders import SupervisionOrder
from supervision.words.orders import AdviceKind, Uptake


class AdviceQuerySet(OfCaseQuerySet):  # type: ignore[override]
    """Who reads recommendations: who reads the case; that somebody be held to account, only who orders units."""

    def readable_by(self, staff: Staff) -> "AdviceQuerySet":
        """Return the recommendations that a person may read."""
        rows = super().readable_by(staff)
        return rows if holdings(staff, Act.SUPERVISE) else rows.exclude(kind=AdviceKind.LIABILITY)


class Advice(Record):
    """A recommendation to improve work, to amend a policy, or to hold somebody to account; ``addressee`` answers in writing."""

    order = models.ForeignKey(SupervisionOrder, on_delete=models.CASCADE, related_name="advice")
    kind = WordField("类型", max_length=20, choices=AdviceKind.choices())
    addressee = models.CharField("建议对象", max_length=100)
    number = models.CharField("建议书文号", max_length=80)
    text = models.TextField("建议")
    made_on = models.DateField("提出日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    uptake = WordField("采纳情况", max_length=20, choices=Uptake.choices(), default="")
    uptake_on = models.DateField("书面反馈日期", null=True)
    uptake_text = models.TextField("反馈内容", default="")

    objects = AdviceQuerySet.as_manager()

    class Meta:
        verbose_name = "督办建议"
        ordering = ["id"]

    def get_absolute_url(self) -> str:
        """Return the address of the page of its order."""
        return self.order.get_absolute_url()


class LeadQuerySet(OfCaseQuerySet):  # type: ignore[override]
    """Who reads leads: who handed one over, and who orders units and keeps what is sealed."""

    def readable_by(self, staff: Staff) -> "LeadQuerySet":
        """Return the leads that a person may read, of cases that he sees."""
        keeps = holdings(staff, Act.SUPERVISE) and holdings(staff, Right.SEE_SEALED)
        rows = super().readable_by(staff)
        return rows if keeps else rows.filter(Q(handed_by__in=staff.both))


class Lead(Record):
    """A lead on who is to answer for what went wrong, handed to discipline inspection against receipt; its words are sealed."""

    order = models.ForeignKey(SupervisionOrder, on_delete=models.CASCADE, related_name="leads")
    body = models.CharField("移送机关", max_length=100)
    text = SealedTextField("线索")
    handed_on = models.DateField("移送日期")
    handed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    receipt = models.CharField("回执文号", max_length=80, default="")
    receipt_on = models.DateField("回执日期", null=True)
    receiver = models.CharField("接收人", max_length=40, default="")

    objects = LeadQuerySet.as_manager()

    class Meta:
        verbose_name = "责任线索"
        ordering = ["id"]

    def get_absolute_url(self) -> str:
        """Return the address of the page of its order."""
        return self.order.get_absolute_url()
