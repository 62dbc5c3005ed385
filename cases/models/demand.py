"""Demands 诉求 and the respondents they name."""

from django.db import models

from cases.models.case import Case
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.matters import Cause
from law.vocabulary import Kind, Outcome, Path
from organizations.models import Staff, Unit


class Demand(models.Model):
    """One numbered demand with its own kind, path, responsible leg and answer (Art. 29-32)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="demands")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, null=True, related_name="demands")
    number = models.PositiveSmallIntegerField("序号")
    kind = WordField("类别", max_length=20, choices=Kind.choices(), default=Kind.APPEAL)
    path = WordField("办理途径", max_length=30, choices=Path.choices(), default="", blank=True)
    text = models.TextField("诉求")
    extract = models.TextField("摘转内容", default="")
    outcome = WordField("结论", max_length=20, choices=Outcome.choices(), default="")
    facts = models.TextField("查明事实", default="")
    opinion = models.TextField("处理意见", default="")
    legal_basis = models.TextField("依据", default="")
    cause = WordField("产生原因", max_length=20, choices=Cause.choices(), default="")
    answered_on = models.DateField("答复日期", null=True)
    # What a leg that gave it back leaves behind for the next one (docs/decisions/0013).
    returns = models.PositiveSmallIntegerField("退回次数", default=0)
    accepted_on = models.DateField("首次受理日期", null=True)
    assigned_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="指定的办理单位"
    )

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "诉求"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="demand_number_once")]
        # Few letters show no request.
        indexes = [models.Index(fields=["case"], condition=models.Q(kind=Kind.NONE), name="demand_no_request")]


class Respondent(models.Model):
    """A unit or person complained of; linked to a unit, to a member of staff, or marked outside.

    ``unit`` alone: the unit itself, or a person of it known only by name. Where a demand it stands
    under is an accusation, the accused-party wall is built from this row (Art. 30).
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="respondents")
    demands = models.ManyToManyField(Demand, related_name="respondents")
    name = SealedTextField("姓名或者名称")
    position = models.CharField("职务", max_length=60, default="")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    outside = models.BooleanField("系统外", default=False)
    accused = models.BooleanField(default=False)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "被反映对象"
        indexes = [
            models.Index(fields=["unit", "case"], condition=models.Q(accused=True), name="respondent_accused_unit"),
            models.Index(fields=["staff", "case"], condition=models.Q(accused=True), name="respondent_accused_staff"),
        ]

    @property
    def linked(self) -> bool:
        """Tell whether it is known whom this row keeps away."""
        return self.outside or self.unit_id is not None or self.staff_id is not None
