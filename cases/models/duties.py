"""What is weighed before, checked at, and followed after an answer: risk, the four duties, execution, relief (Art. 27, 32, 37)."""

from django.db import models

from cases.models.demand import Demand
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff


class RiskLevel(Word):
    """How hard an unwelcome decision may fall."""

    LOW = "low", "低"
    MIDDLE = "middle", "中"
    HIGH = "high", "高"


class RiskAssessment(models.Model):
    """What was weighed before an unwelcome decision; about the decision, never a mark on the petitioner."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="risk_assessments")
    level = WordField("风险等级", max_length=10, choices=RiskLevel.choices())
    reasons = models.TextField("评估理由")
    plan = models.TextField("解释疏导预案")
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "信访风险评估"
        ordering = ["id"]


class DutiesCheck(models.Model):
    """The four duties of Art. 27, each with what was done or why it does not arise (三到位一处理)."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="duties_checks")
    solved = models.TextField("诉求合理的解决问题到位")
    explained = models.TextField("诉求无理的思想教育到位")
    helped = models.TextField("生活困难的帮扶救助到位")
    lawful = models.TextField("行为违法的依法处理")
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "三到位一处理"
        ordering = ["id"]


class Execution(models.Model):
    """How far a supported demand was carried out (Art. 32, para 2); done once ``done_on`` is set."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="executions")
    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="executions")
    progress = models.TextField("执行情况")
    done_on = models.DateField("完成日期", null=True)
    on = models.DateField("登记日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "执行情况"
        ordering = ["id"]


class ReliefKind(Word):
    """What help the petitioner is led to (Art. 37, para 2)."""

    SOCIAL = "social", "社会救助"
    JUDICIAL = "judicial", "司法救助"


class Relief(models.Model):
    """A petitioner in need led to relief: which, by whom, and what came of it (Art. 37, para 2)."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="reliefs")
    kind = WordField("救助类型", max_length=10, choices=ReliefKind.choices())
    body = models.CharField("救助单位", max_length=100)
    reason = models.TextField("困难情况")
    result = models.TextField("救助结果", default="")
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "引导救助"
        ordering = ["id"]
