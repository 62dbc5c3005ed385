"""The yearly assessment 考核: a scheme with items, one result a unit, its scores, the rows behind them, objections (Art. 39, para 1).

Units and their duties only: nothing here names a person who is assessed.
"""

from decimal import Decimal
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from cases.models import Case
from cases.places.conditions import at_places
from cases.places.whole_cases import of_whole_case
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula, PublishedTo, ResultState, SchemeState

TOLD = (SchemeState.OPEN, SchemeState.PUBLISHED)


def _assesses(staff: Staff, unit: str) -> Q:
    return at_places(staff, Right.ASSESS, unit) | at_places(staff, Right.DECIDE_ASSESSMENT, unit)


class SchemeQuerySet(RecordQuerySet):
    """Who reads a scheme: who assesses at its unit, and once the figures stand, the units that it assesses."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the schemes that a person may read."""
        mine: Any = AssessmentResult.objects.filter(at_places(staff, Right.OBJECT_ASSESSMENT)).values("scheme")
        return self.filter(_assesses(staff, "unit") | Q(state__in=TOLD, pk__in=mine))


class AssessmentScheme(Record):
    """What is assessed in a year of one group of units; ``unit`` assesses. Once published nothing of it changes."""

    title = models.CharField("名称", max_length=100)
    year = models.PositiveSmallIntegerField("年度")
    group = WordField("考核对象", max_length=15, choices=AssessedGroup.choices())
    made_on = models.DateField("拟定日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    fixed_on = models.DateField("定稿日期", null=True)
    fixed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    objections_until = models.DateField("异议截止日期", null=True)
    published_on = models.DateField("公布日期", null=True)
    published_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    published_to = WordField("公布范围", max_length=10, choices=PublishedTo.choices(), default="")

    objects = SchemeQuerySet.as_manager()

    class Meta:
        verbose_name = "考核"
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "group"], name="assessment_once_a_year"),
            models.CheckConstraint(
                condition=Q(published_by=None) | ~Q(published_by=F("fixed_by")), name="assessment_by_two"
            ),
        ]
        indexes = [models.Index(fields=["district", "-made_on", "-id"], name="assessment_made")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/assessment/{self.pk}/"


class AssessmentItem(models.Model):
    """One duty with its weight; without ``formula`` a person scores it, on the ``evidence`` that it names."""

    scheme = models.ForeignKey(AssessmentScheme, on_delete=models.CASCADE, related_name="items")
    title = models.CharField("考核内容", max_length=100)
    duty = WordField("职责", max_length=15, choices=AssessedDuty.choices())
    formula = WordField("算式", max_length=20, choices=Formula.choices(), default="")
    weight = models.PositiveSmallIntegerField("分值")
    evidence = models.CharField("依据的材料", max_length=200, default="")

    class Meta:
        verbose_name = "考核内容"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "formula"], condition=~Q(formula=""), name="assessment_formula_once"
            )
        ]


class ResultQuerySet(RecordQuerySet):
    """Who reads a unit's result: who assesses, the unit itself once the figures stand, others as far as it was published."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the results that a person may read."""
        own = at_places(staff, Right.OBJECT_ASSESSMENT)
        among: Any = AssessmentResult.objects.filter(own).values("scheme")
        for_all = Q(state=ResultState.PUBLISHED, scheme__published_to=PublishedTo.ALL, scheme__in=among)
        return self.filter(_assesses(staff, "scheme__unit") | (own & ~Q(state=ResultState.DRAFT)) | for_all)


class AssessmentResult(Record):
    """What came of one unit; ``unit`` is the one that is assessed. ``commended_for``: by decision, for its duties."""

    scheme = models.ForeignKey(AssessmentScheme, on_delete=models.CASCADE, related_name="results")
    fixed_on = models.DateField("定稿日期", null=True)
    commended_for = models.CharField("表扬事由", max_length=500, default="")
    commended_number = models.CharField("表扬文号", max_length=80, default="")
    commended_on = models.DateField("表扬日期", null=True)
    commended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = "考核结果"
        constraints = [models.UniqueConstraint(fields=["scheme", "unit"], name="assessment_result_once")]
        indexes = [
            models.Index(fields=["district", "fixed_on", "id"], name="assessment_result_fixed"),
            models.Index(
                fields=["district"], condition=Q(state=ResultState.OBJECTED.value), name="assessment_objected"
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/assessment/results/{self.pk}/"


class AssessmentScore(models.Model):
    """One item of one unit: ``good`` of ``owed`` by formula, or points by a person with what he saw.

    ``points`` is empty where nothing was owed, or the item does not fit the unit: that is not nought. ``settled``: what
    the second person decided on an objection; the figure and the rows behind it stay.
    """

    result = models.ForeignKey(AssessmentResult, on_delete=models.CASCADE, related_name="scores")
    item = models.ForeignKey(AssessmentItem, on_delete=models.CASCADE, related_name="scores")
    owed = models.PositiveIntegerField("应办", null=True)
    good = models.PositiveIntegerField("按要求办理", null=True)
    points = models.DecimalField("得分", max_digits=6, decimal_places=2, null=True)
    seen = models.CharField("评分依据", max_length=500, default="")
    scored_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    scored_on = models.DateField("评分日期", null=True)
    settled = models.DecimalField("异议后核定的得分", max_digits=6, decimal_places=2, null=True)

    class Meta:
        verbose_name = "考核得分"
        ordering = ["item"]
        constraints = [models.UniqueConstraint(fields=["result", "item"], name="assessment_score_once")]

    @property
    def final(self) -> Decimal | None:
        """Return the points that count: what was decided on an objection comes before what was scored."""
        return self.points if self.settled is None else self.settled


class FactQuerySet(ReadableQuerySet["AssessmentFact"]):
    """Who reads a row behind a figure: who may read all of the case that it names."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows that name no case, and those whose case is wholly open to a person."""
        return self.filter(Mark(self.model._meta.db_table), Q(case=None) | of_whole_case(staff))


class AssessmentFact(models.Model):
    """One row behind a figure, written when the figures are fixed and never again: what was owed by when, and done or not.

    ``key``: the row of the formula's own table. Whatever is edited there later, this one says what was counted.
    """

    score = models.ForeignKey(AssessmentScore, on_delete=models.CASCADE, related_name="facts", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, related_name="+")
    key = models.BigIntegerField()
    what = models.CharField("应办的事", max_length=100)
    due_on = models.DateField("应办日期")
    done_on = models.DateField("办理日期", null=True)
    good = models.BooleanField("按要求")

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "考核依据"
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["score", "due_on", "id"], name="assessment_fact_of_score")]


class AssessmentObjection(models.Model):
    """What a unit said against one score, and what another than who scored it decided."""

    score = models.ForeignKey(AssessmentScore, on_delete=models.CASCADE, related_name="objections", db_index=False)
    text = models.CharField("异议", max_length=1000)
    raised_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    raised_on = models.DateField("提出日期")
    upheld = models.BooleanField("采纳", null=True)
    said = models.CharField("核实意见", max_length=1000, default="")
    answered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    answered_on = models.DateField("核定日期", null=True)

    class Meta:
        verbose_name = "考核异议"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["score"], name="assessment_objection_once"),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("raised_by")), name="assessment_objection_by_two"
            ),
        ]
