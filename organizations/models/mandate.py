"""Who acts for whom: a deputy while somebody is away, a leader's liaison, a program; always from a day to a day."""

from datetime import date

from django.db import models

from kit.word_field import WordField
from law.words import Word
from organizations.models.staff import Staff


class MandateKind(Word):
    """代办的种类."""

    STAND_IN = "stand_in", "代理人"
    LIAISON = "liaison", "领导联络员"
    PROGRAM = "program", "程序"


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Questions asked of mandates."""

    def in_force(self, day: date) -> "MandateQuerySet":
        """Return the mandates that hold on a day; one that was ended holds no more from that moment on."""
        return self.filter(from_day__lte=day, to_day__gte=day, ended_on=None, person__is_active=True)


class Mandate(models.Model):
    """``hand`` does what ``person`` may do, in his name, from a day to a day; never overwritten, only ended."""

    kind = WordField("种类", max_length=10, choices=MandateKind.choices())
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="mandates", verbose_name="代谁办理")
    hand = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="mandates_held", verbose_name="由谁办理")
    from_day = models.DateField("起")
    to_day = models.DateField("止")
    reason = models.CharField("事由", max_length=100)
    given_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = "代办"
        indexes = [
            models.Index(fields=["hand", "to_day"], name="mandate_hand"),
            models.Index(fields=["person", "to_day"], name="mandate_person"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(person=models.F("hand")), name="mandate_two_people"),
            models.CheckConstraint(condition=models.Q(to_day__gte=models.F("from_day")), name="mandate_days"),
        ]


class MandateDay(models.Model):
    """A day on which a liaison entered something for his leader; empty until the leader confirms it with one tap."""

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="days")
    on = models.DateField("日期")
    confirmed_at = models.DateTimeField("确认时间", null=True)

    class Meta:
        verbose_name = "代办确认"
        constraints = [models.UniqueConstraint(fields=["mandate", "on"], name="mandate_day_once")]
