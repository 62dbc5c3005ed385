"""What ends a leg by the will of the people: agreements, mediation, withdrawal (Art. 17, 33)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.vocabulary import State
from law.words import Word
from organizations.models import Staff


class SettlementMethod(Word):
    """How an agreement came about (Art. 33)."""

    MEDIATION = "mediation", "调解"
    RECONCILIATION = "reconciliation", "和解"


class Settlement(models.Model):
    """An agreement in writing on the demands of a leg: parties, content, way and time of performance (Art. 33)."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="settlements")
    method = WordField("方式", max_length=20, choices=SettlementMethod.choices())
    parties = models.TextField("当事人")
    content = models.TextField("协议内容")
    performance = models.TextField("履行方式和期限")
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "调解和解"
        ordering = ["id"]


class MediationBody(Word):
    """Who mediates outside the unit."""

    COMMITTEE = "committee", "人民调解委员会"
    JUDICIAL_OFFICE = "judicial_office", "司法所"
    STUDIO = "studio", "个人调解工作室"
    TRADE = "trade", "行业性、专业性调解组织"


class MediationResult(Word):
    """What came of a mediation."""

    REACHED = "reached", "达成一致"
    FAILED = "failed", "未达成一致"


class Mediation(models.Model):
    """A leg referred to a mediation body, and its result; no clock stops for it."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="mediations")
    body = WordField("调解组织类型", max_length=20, choices=MediationBody.choices())
    name = models.CharField("调解组织名称", max_length=100)
    reason = models.TextField("委托事项")
    sent_on = models.DateField("委托日期")
    sent_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    result = WordField("结果", max_length=20, choices=MediationResult.choices(), default="")
    text = models.TextField("调解情况", default="")
    answered_on = models.DateField("回复日期", null=True)
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "委托调解"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(answered_on=None), name="mediation_one_open_per_leg"
            )
        ]


class Withdrawal(models.Model):
    """A withdrawal: asked for, confirmed with the petitioner by somebody outside the unit, perhaps revoked (Art. 17).

    ``from_state`` and ``ended_clocks`` are what a revocation gives back: the clocks run again from their own start.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="withdrawals")
    reason = models.TextField("撤回理由")
    asked_on = models.DateField("申请日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    how = models.TextField("核实情况", default="")
    confirmed_on = models.DateField("核实日期", null=True)
    confirmed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    from_state = WordField(max_length=30, choices=State.choices(), default="")
    ended_clocks = ArrayField(models.BigIntegerField(), default=list)
    revoked_on = models.DateField("反悔日期", null=True)
    revoke_reason = models.TextField("反悔说明", default="")
    revoked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "撤回"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["leg"], condition=models.Q(revoked_on=None), name="withdrawal_one_per_leg")
        ]
