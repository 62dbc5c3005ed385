"""机构改革: a unit that is closed on a day, and the one that goes on exercising its powers (Art. 24, para 2)."""

from datetime import date

from django.db import models

from organizations.models.staff import Staff
from organizations.models.units import Unit


class ReformQuerySet(models.QuerySet["Reform"]):
    """Questions asked of reforms."""

    def open(self) -> "ReformQuerySet":
        """Return what was neither taken back nor carried out to the end."""
        return self.filter(cancelled_on=None, done_on=None)

    def due(self, day: date) -> "ReformQuerySet":
        """Return what a second officer approved, whose day has come and that is not carried out to the end."""
        return self.open().filter(approved_by__isnull=False, on__lte=day)


class Reform(models.Model):
    """``unit`` is closed on the day ``on`` and ``successor`` takes over; registered by one officer, approved by another.

    ``taken_on``: accounts and walls have gone over. ``last_case``: up to this key its cases have followed; a worker that
    is stopped goes on behind it. ``moved`` and ``withheld``: how many cases followed, and how many must not (Art. 30).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reforms", verbose_name="撤销的单位")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="承接单位")
    on = models.DateField("生效日期")
    basis = models.CharField("依据", max_length=200)
    registered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    registered_on = models.DateField("登记日期")
    approved_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField("核准日期", null=True)
    cancelled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    cancelled_on = models.DateField("撤回日期", null=True)
    taken_on = models.DateField("人员移交日期", null=True)
    last_case = models.BigIntegerField(default=0)
    moved = models.PositiveIntegerField("移交的信访件", default=0)
    withheld = models.PositiveIntegerField("不得移交的信访件", default=0)
    done_on = models.DateField("完成日期", null=True)

    objects = ReformQuerySet.as_manager()

    class Meta:
        verbose_name = "机构改革"
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=models.Q(cancelled_on=None), name="reform_once_a_unit"),
            models.CheckConstraint(condition=~models.Q(unit=models.F("successor")), name="reform_two_units"),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("registered_by")),
                name="reform_two_officers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} → {self.successor.name}"

    @property
    def standing(self) -> str:
        """Say where it stands."""
        if self.cancelled_on:
            return "已撤回"
        if self.done_on:
            return "已完成"
        if self.taken_on:
            return "正在移交"
        return "已核准，到期执行" if self.approved_by_id else "待核准"
