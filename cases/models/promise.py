"""承诺: who promised a petitioner what by which day, what became of it, and the draw by which kept ones are visited."""

from django.db import models
from django.db.models import Q

from cases.models.case import Case
from cases.models.clock import Clock
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.promises import Evidence, Occasion, PromiseState, TellWay, VisitResult
from organizations.models import Staff, Unit

UNDONE = Q(kept_on=None, withdrawn_on=None, lapsed_on=None)


class PromiseDraw(models.Model):
    """承诺回访抽签: of those recorded as kept in a month of a district; ``seed`` and ``share`` (percent) draw the same ones again."""

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    month = models.DateField("月份")
    seed = models.BigIntegerField("种子")
    share = models.PositiveSmallIntegerField("比例")
    kept = models.PositiveIntegerField("兑现数")
    drawn_on = models.DateField("抽签日期")

    class Meta:
        verbose_name = "承诺回访抽签"
        ordering = ["-month", "district"]
        constraints = [models.UniqueConstraint(fields=["district", "month"], name="promise_draw_once_a_month")]


class Promise(models.Model):
    """One promise. ``by`` wrote it down; ``leg``: the one of its unit, so that it is sealed with it.

    ``first_due_on`` never changes: figures go by it. ``kept_by`` is empty where the petitioner confirmed himself.
    ``told_to`` names a person, and the words may: sealed.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="promises")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="承诺单位", db_index=False)
    promiser = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", verbose_name="承诺人", db_index=False
    )
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    occasion = WordField("承诺场合", max_length=12, choices=Occasion.choices())
    text = SealedTextField("承诺内容")
    told_to = SealedTextField("告知对象", default="")
    told_way = WordField("告知方式", max_length=12, choices=TellWay.choices())
    promised_on = models.DateField("承诺日期")
    first_due_on = models.DateField("最初承诺的完成日期")
    due_on = models.DateField("承诺的完成日期")
    clock = models.OneToOneField(Clock, on_delete=models.CASCADE, related_name="promise")
    kept_on = models.DateField("兑现日期", null=True)
    kept_recorded_on = models.DateField("确认日期", null=True)
    kept_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    evidence = WordField("兑现依据", max_length=12, choices=Evidence.choices(), default="")
    kept_note = SealedTextField("信访人的话、证明材料", default="")
    withdrawn_on = models.DateField("撤回日期", null=True)
    withdrawn_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    withdrawn_reason = SealedTextField("撤回理由", default="")
    lapsed_on = models.DateField("随件终止日期", null=True)
    draw = models.ForeignKey(PromiseDraw, on_delete=models.PROTECT, null=True, related_name="promises", db_index=False)
    visited_on = models.DateField("回访日期", null=True)
    visited_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    visit_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    visit_result = WordField("回访结果", max_length=12, choices=VisitResult.choices(), default="")
    visit_note = SealedTextField("回访情况", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "承诺"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["promiser", "due_on"], condition=UNDONE, name="promise_owed_by"),
            models.Index(fields=["unit", "due_on"], condition=UNDONE, name="promise_owed_at"),
            models.Index(fields=["district", "kept_recorded_on"], name="promise_kept"),
            models.Index(fields=["district", "promised_on"], name="promise_made"),
            models.Index(fields=["district", "first_due_on"], name="promise_first_due"),
            # Few: drawn, and not visited yet.
            models.Index(
                fields=["district", "id"], condition=Q(draw__isnull=False, visited_on=None), name="promise_to_visit"
            ),
        ]

    @property
    def state(self) -> PromiseState:
        """Return how it stands; what a voided case takes with it is neither kept nor withdrawn."""
        if self.kept_on:
            return PromiseState.KEPT
        if self.withdrawn_on:
            return PromiseState.WITHDRAWN
        return PromiseState.ENDED if self.lapsed_on else PromiseState.OPEN

    @property
    def open(self) -> bool:
        """Tell whether it has still to be kept."""
        return self.state is PromiseState.OPEN


class PromiseChange(models.Model):
    """承诺改期: another day, with the reason that the petitioner was told."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="changes")
    old_due_on = models.DateField("原完成日期")
    new_due_on = models.DateField("新完成日期")
    reason = SealedTextField("理由")
    told_way = WordField("告知方式", max_length=12, choices=TellWay.choices())
    changed_on = models.DateField("改期日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "承诺改期"
        ordering = ["id"]
