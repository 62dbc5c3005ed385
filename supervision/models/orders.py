"""Orders 督办, and what the joint conference decided about them (Art. 39, 40)."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case, Leg
from kit.word_field import WordField
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.models.record import Record, RecordQuerySet
from supervision.models.findings import Finding, OfCaseQuerySet
from supervision.words.orders import (
    CheckResult,
    ExplainedHow,
    Failure,
    MeasureKind,
    OrderMethod,
    OrderSource,
    OrderState,
)

# Where the unit still owes a reply.
OWED_STATES = (OrderState.ISSUED, OrderState.RECEIVED, OrderState.RETURNED)


class SupervisionOrder(Record):
    """One order to a unit about a leg of a case: ``unit`` is the one that has to reply.

    ``first_reply_on`` is written once: a first reply that came late stays late, whatever is replied afterwards.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="orders", db_index=False)
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="orders")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, null=True, related_name="orders")
    number = models.CharField("督办号", max_length=80)
    failure = WordField("情形", max_length=20, choices=Failure.choices())
    source = WordField("来源", max_length=20, choices=OrderSource.choices())
    committee = models.CharField("对口的工作委员会", max_length=60, default="")
    method = WordField("方式", max_length=20, choices=OrderMethod.choices())
    text = models.TextField("督办要求")
    reply_by = models.DateField("应反馈日期")
    issued_by_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="发出单位")
    made_on = models.DateField("发出日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="经办人")
    signed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="签发人")
    received_on = models.DateField("签收日期", null=True)
    received_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    reply = models.TextField("反馈情况", default="")
    reply_number = models.CharField("反馈文号", max_length=80, default="")
    first_reply_on = models.DateField("首次反馈日期", null=True)
    replied_on = models.DateField("反馈日期", null=True)
    replied_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    result = WordField("核查结论", max_length=20, choices=CheckResult.choices(), default="")
    check_text = models.TextField("核查情况", default="")
    checked_on = models.DateField("核查日期", null=True)
    checked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    rectification = models.TextField("整改情况", default="")
    rectified_on = models.DateField("整改日期", null=True)
    further = models.TextField("进一步处理的建议", default="")
    further_on = models.DateField("提请日期", null=True)
    explained_on = models.DateField("向信访人说明的日期", null=True)
    explained_how = WordField("说明方式", max_length=20, choices=ExplainedHow.choices(), default="")
    closed_on = models.DateField("销号日期", null=True)
    closed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "督办件"
        indexes = [
            models.Index(fields=["district", "-made_on", "-id"], name="order_district_made"),
            models.Index(fields=["unit", "state", "reply_by"], name="order_unit_state"),
            models.Index(fields=["case", "id"], name="order_case"),
            # What is not closed: few of all.
            models.Index(
                fields=["district", "state", "reply_by"], condition=~Q(state=OrderState.CLOSED), name="order_open"
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("supervision:order", args=[self.pk])

    def days_late(self, on: date) -> int:
        """Return by how many days the first reply was late, or is late today."""
        return max(0, ((self.first_reply_on or on) - self.reply_by).days)


class DecisionQuerySet(RecordQuerySet):
    """Who reads decisions of the joint conference: who orders units in the district, and who reads a measure of one."""

    def readable_by(self, staff: Staff) -> "DecisionQuerySet":
        """Return the decisions that a person may read: they name no case, their measures do."""
        districts = {grant.unit.district_id for _, grant in holdings(staff, Act.SUPERVISE)}
        measures = Measure.objects.readable_by(staff).values("decision")
        return self.filter(Q(district__in=districts) | Q(pk__in=measures))


class ConferenceDecision(Record):
    """A decision of the joint conference as it was recorded: when, under which number, with its file (Art. 39).

    ``unit`` is the office that keeps it; a room of meetings may link the meeting at which it was taken.
    """

    held_on = models.DateField("会议日期")
    number = models.CharField("决定文号", max_length=80)
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "联席会议决定"
        ordering = ["-held_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["district", "number"], name="conference_decision_once")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("supervision:decision", args=[self.pk])


class Measure(Record):
    """What the joint conference decided on about an order: a talk, a circular, a listing, a limit (Art. 39, para 3)."""

    order = models.ForeignKey(SupervisionOrder, on_delete=models.CASCADE, related_name="measures")
    decision = models.ForeignKey(ConferenceDecision, on_delete=models.PROTECT, related_name="measures")
    kind = WordField("措施", max_length=20, choices=MeasureKind.choices())
    text = models.TextField("要求")
    due_on = models.DateField("完成期限", null=True)
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    done_on = models.DateField("落实日期", null=True)
    done = models.TextField("落实情况", default="")

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "联席会议措施"
        ordering = ["id"]

    def get_absolute_url(self) -> str:
        """Return the address of the page of its order."""
        return self.order.get_absolute_url()
