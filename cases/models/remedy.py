"""Remedies 复查、复核 of a leg, and the answers that an opinion made anew must not repeat."""

from django.db import models

from cases.models.case import Case
from cases.models.demand import Demand
from cases.models.document import Document
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.remedies import RefusalGround, RemedyDecision, RemedyKind
from law.vocabulary import Channel, Outcome
from organizations.models import Staff, Unit


class Remedy(models.Model):
    """One request for re-examination or review (Art. 35, 36): asked, admitted or refused, drafted, decided.

    ``unit`` decides. ``requested_on`` is the day it was handed in or posted, ``received_on`` the day it reached the
    deciding unit: there its 30 days start. ``against`` is the opinion it disputes.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="remedies")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="remedies")
    kind = WordField("程序", max_length=20, choices=RemedyKind.choices())
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="复查复核机关")
    against = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", verbose_name="不服的意见")
    applicant = SealedTextField("申请人", default="")
    channel = WordField("提出方式", max_length=10, choices=Channel.choices(), default=Channel.LETTER)
    request = models.TextField("请求和理由")
    requested_on = models.DateField("提出日期")
    received_on = models.DateField("收到日期")
    late = models.BooleanField("逾期", default=False)
    late_reason = models.TextField("逾期的正当理由", default="")
    registered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    admitted_on = models.DateField("受理日期", null=True)
    refused_on = models.DateField("不予受理日期", null=True)
    refuse_reason = models.TextField("不予受理的理由", default="")
    refuse_ground = WordField("不予受理的情形", max_length=20, choices=RefusalGround.choices(), default="")
    # A wrong refusal taken back: ``refused_on`` is empty again, ground and reason stay as what was said.
    readmitted_on = models.DateField("恢复受理日期", null=True)
    readmitted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    readmit_reason = models.TextField("恢复受理的理由", default="")
    decision = WordField("结果", max_length=20, choices=RemedyDecision.choices(), default="")
    # What it disputes is revoked as well: only ever together with a change or a remand.
    revoked = models.BooleanField("撤销原意见", default=False)
    remand_days = models.PositiveSmallIntegerField("重新办理的天数", null=True)
    facts = models.TextField("认定的事实", default="")
    opinion = models.TextField("意见", default="")
    legal_basis = models.TextField("依据", default="")
    drafted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    drafted_on = models.DateField("草拟日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField("作出日期", null=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "复查复核"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(decided_on=None, refused_on=None), name="remedy_one_open"
            )
        ]
        indexes = [
            models.Index(
                fields=["unit", "leg"], condition=models.Q(decided_on=None, refused_on=None), name="remedy_open_unit"
            )
        ]

    @property
    def decision_words(self) -> str:
        """Return the decision as an opinion says it: 维持, 变更, 撤销并变更, 撤销并责令重新办理."""
        word = RemedyDecision(self.decision).label if self.decision else ""
        return f"{RemedyDecision.REVOKE.label}并{word}" if self.revoked else word

    @property
    def open(self) -> bool:
        """Tell whether nobody has decided or refused it yet."""
        return self.decided_on is None and self.refused_on is None


class PastAnswer(models.Model):
    """An answer as it stood when its leg had to be handled anew; ``remedy`` where a deciding body remanded it."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="past_answers")
    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="past_answers")
    remedy = models.ForeignKey(Remedy, on_delete=models.CASCADE, null=True, related_name="past_answers")
    outcome = WordField("结论", max_length=20, choices=Outcome.choices(), default="")
    facts = models.TextField("查明事实", default="")
    opinion = models.TextField("处理意见", default="")
    legal_basis = models.TextField("依据", default="")
    answered_on = models.DateField("答复日期", null=True)
    set_aside_on = models.DateField("作废日期")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "原答复"
        ordering = ["id"]
