"""How to send demands on, proposed at the desk and approved by another, here or on paper (Art. 22)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models.case import Case
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.matters import Destination
from law.vocabulary import Act
from law.words import Word
from organizations.models import Staff, Unit


class ProposalState(Word):
    """拟办意见的状态."""

    WAITING = "waiting", "待批准"
    APPROVED = "approved", "已批准"
    RETURNED = "returned", "已退回"
    WITHDRAWN = "withdrawn", "已撤回"


class Proposal(models.Model):
    """拟办意见: which act is proposed for which demands (by number), with all that the act asks for; nothing is done yet.

    Undecided while ``decided_on`` is empty; decided without a yes or no it was withdrawn. ``decided_by`` pressed the
    key; where a leader decided on paper, ``leader`` and ``instructed_on`` say who and when. ``performed_on``: the
    proposed act was done. What is sealed may tell of an accusation.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="proposals")
    act = WordField("拟办理", max_length=30, choices=Act.choices())
    demands = ArrayField(models.PositiveSmallIntegerField())
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="责任单位", db_index=False
    )
    days = models.PositiveSmallIntegerField("反馈期限", null=True)
    destination = WordField("转出去向", max_length=20, choices=Destination.choices(), default="")
    body = models.CharField("接收单位", max_length=200, default="")
    text = SealedTextField("拟办意见")
    reason = SealedTextField("写入文书的理由")
    extract = SealedTextField("摘转内容", default="")
    told_orally = SealedTextField("口头告知去向的情况", default="")
    proposed_on = models.DateField("呈报日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    approved = models.BooleanField("批准", null=True)
    note = SealedTextField("批示", default="")
    decided_on = models.DateField("办结日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    leader = models.CharField("纸上批示的领导", max_length=40, default="")
    instructed_on = models.DateField("纸上批示的日期", null=True)
    performed_on = models.DateField("按批示办理的日期", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "拟办意见"
        ordering = ["id"]
        indexes = [
            # The queue: few rows, however many were decided.
            models.Index(fields=["proposed_on", "id"], condition=models.Q(decided_on=None), name="proposal_waiting")
        ]

    @property
    def state(self) -> ProposalState:
        """Return how it stands."""
        if self.decided_on is None:
            return ProposalState.WAITING
        if self.approved is None:
            return ProposalState.WITHDRAWN
        return ProposalState.APPROVED if self.approved else ProposalState.RETURNED

    @property
    def goes_to(self) -> str:
        """Return the name of whom the demands shall go to."""
        return self.body or (self.unit.name if self.unit else "")

    @property
    def said(self) -> str:
        """Return in one line what is proposed."""
        numbers = "、".join(map(str, self.demands))
        within = f"，{self.days}日内反馈" if self.days else ""
        return f"第{numbers}项诉求{Act(self.act).label}“{self.goes_to}”{within}"
