"""Return visits 回访: lots that are drawn, a visit to a petitioner, the calls before it, what the unit is told of it."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from cases.models import Case, Leg
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from organizations.authority import stands_at
from organizations.models import Staff, Unit
from organizations.models.record import Record, RecordQuerySet
from organizations.reach_of_right import held_over
from organizations.roles import Right
from supervision.models.visit_words import (
    CallOutcome,
    FeedbackState,
    Reopening,
    VisitResult,
    VisitRule,
    VisitState,
    VisitWay,
)

# Where somebody still has to visit: written out, so that PostgreSQL sees that a question asks for no more.
OPEN_VISITS = (VisitState.DRAWN, VisitState.ASSIGNED, VisitState.AGREED)


class LotQuerySet(RecordQuerySet):
    """Who reads lots: who arranges visits there."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the lots of units at which a person arranges visits."""
        return self.filter(held_over(staff, Right.ARRANGE_VISITS, "unit"))


class VisitLot(Record):
    """One drawing 抽取批次: the rule, the seed, what it was drawn from, how many were wanted.

    With the seed and its pool (`LotPool`) the drawing can be done again and must give the same.
    """

    rule = WordField("抽取范围", max_length=20, choices=VisitRule.choices())
    since = models.DateField("期间自", null=True)
    until = models.DateField("期间至", null=True)
    of_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="责任单位")
    size = models.PositiveSmallIntegerField("抽取件数")
    seed = models.CharField("随机种子", max_length=32)
    fitting = models.PositiveIntegerField("符合范围的件数")
    drawn_on = models.DateField("抽取日期")
    drawn_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="抽取人")

    objects = LotQuerySet.as_manager()

    class Meta:
        verbose_name = "回访批次"
        indexes = [models.Index(fields=["district", "-drawn_on", "-id"], name="visit_lot_drawn")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/visits/lots/{self.pk}/"


class LotPool(models.Model):
    """The keys of all legs that fitted the rule of a lot when it was drawn; the journal keeps their digest.

    In a table of its own: it is long, and read only to draw again.
    """

    lot = models.OneToOneField(VisitLot, on_delete=models.CASCADE, primary_key=True, related_name="pool")
    legs = ArrayField(models.BigIntegerField())

    class Meta:
        verbose_name = "回访抽取范围"


class VisitQuerySet(ReadableQuerySet["FollowUpVisit"]):
    """Who reads visits: who arranges them, and who was asked to make one; never the unit that handled the case."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the visits to cases that a person sees, that are not sealed, and that are his to arrange or to make."""
        mine = Q(assignee=staff) | held_over(staff, Right.ARRANGE_VISITS, "unit")
        handling = [unit.pk for unit in stands_at(staff)]
        return super().readable_by(staff).filter(mine, case__sealed=False).exclude(leg__unit__in=handling)


class FollowUpVisit(Record):
    """A visit to the petitioner of one leg, by somebody who had no part in handling it. ``unit``: whose visit it is.

    Texts are sealed: they may tell of people. ``result`` and ``words`` are read by the office alone.
    """

    lot = models.ForeignKey(VisitLot, on_delete=models.PROTECT, related_name="visits")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="follow_up_visits")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="follow_up_visits")
    answered = models.BooleanField("抽取时已经办结")
    drawn_on = models.DateField("抽取日期")
    assignee = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="回访人"
    )
    agreed_for = models.DateField("约定日期", null=True)
    visited_on = models.DateField("回访日期", null=True)
    visited_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    way = WordField("回访方式", max_length=10, choices=VisitWay.choices(), default="")
    result = WordField("回访结果", max_length=10, choices=VisitResult.choices(), default="")
    promised = SealedTextField("答复或者承诺了什么", default="")
    done = SealedTextField("已经落实的", default="")
    missing = SealedTextField("还缺什么", default="")
    words = SealedTextField("信访人的话", default="")
    dropped_why = SealedTextField("不再回访的理由", default="")
    reopening = WordField("建议重新办理", max_length=10, choices=Reopening.choices(), default="")
    reopening_why = SealedTextField("建议重新办理的理由", default="")
    reopening_said = SealedTextField("对建议的决定", default="")
    reopening_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "回访"
        indexes = [
            models.Index(fields=["district", "-drawn_on", "-id"], name="visit_drawn"),
            models.Index(fields=["district", "state", "-drawn_on", "-id"], name="visit_state_drawn"),
            models.Index(fields=["assignee", "state"], condition=Q(state__in=OPEN_VISITS), name="visit_to_make"),
            models.Index(
                fields=["district", "-drawn_on", "-id"],
                condition=Q(reopening=Reopening.PROPOSED),
                name="visit_reopening",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["leg"], condition=Q(state__in=OPEN_VISITS), name="visit_one_open_per_leg")
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/visits/{self.pk}/"


class CallQuerySet(ReadableQuerySet["VisitCall"]):
    """Who reads the calls of a visit: who reads the visit."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the calls of the visits that a person may read."""
        visits = FollowUpVisit.objects.readable_by(staff).values("pk")
        return super().readable_by(staff).filter(visit__in=visits)


class VisitCall(models.Model):
    """One call to agree on a visit: reached, not reached, declined; no number and no whereabouts."""

    visit = models.ForeignKey(FollowUpVisit, on_delete=models.CASCADE, related_name="calls")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    outcome = WordField("联系结果", max_length=15, choices=CallOutcome.choices())
    agreed_for = models.DateField("约定日期", null=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = "回访联系"
        ordering = ["id"]


class FeedbackQuerySet(ReadableQuerySet["VisitFeedback"]):
    """Who reads feedback: the unit that it is for, and who arranges visits."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the feedback on cases that a person sees, to his unit or arranged by him."""
        units = [unit.pk for unit in stands_at(staff)]
        mine = Q(unit__in=units) | held_over(staff, Right.ARRANGE_VISITS, "visit__unit") | Q(visit__assignee=staff)
        return super().readable_by(staff).filter(mine, case__sealed=False)


class VisitFeedback(Record):
    """What a unit is told after a visit: only what helps it; how it was rated stays with the office. ``unit``: to whom."""

    visit = models.OneToOneField(FollowUpVisit, on_delete=models.CASCADE, related_name="feedback")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="+", db_index=False)
    text = SealedTextField("反馈内容")
    sent_on = models.DateField("反馈日期")
    reply_by = models.DateField("请于此日前回复", null=True)
    reply = SealedTextField("回复", default="")
    replied_on = models.DateField("回复日期", null=True)
    replied_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    checked_on = models.DateField("核对日期", null=True)
    returned_why = SealedTextField("退回的理由", default="")

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = "回访反馈"
        indexes = [
            models.Index(fields=["unit", "sent_on"], condition=Q(state=FeedbackState.SENT), name="visit_feedback_unit"),
            models.Index(
                fields=["district", "replied_on"],
                condition=Q(state=FeedbackState.REPLIED),
                name="visit_feedback_replied",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/visits/feedback/{self.pk}/"
