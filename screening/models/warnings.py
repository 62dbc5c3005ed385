"""Early warnings 苗头预警: many people or many reports of one kind at one place within some days."""

from django.db import models
from django.db.models import Q

from kit.word_field import WordField
from organizations.models import Staff, Unit
from organizations.models.record import Record
from screening.models.reports import AtUnitQuerySet
from screening.models.words import DisputeKind, WarningState


class EarlyWarning(Record):
    """One warning at a town: kind and place, how many reports and people, the measure that answered it."""

    village = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="村（社区）")
    kind = WordField("类型", max_length=20, choices=DisputeKind.choices())
    drawn_on = models.DateField("预警日期")
    reports = models.PositiveIntegerField("件数")
    people = models.PositiveIntegerField("人数")
    answer_by = models.DateField("答复期限")
    measure = models.CharField("措施", max_length=500, default="")
    act_by = models.DateField("完成日期", null=True)
    answered_on = models.DateField("答复日期", null=True)
    answered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AtUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "苗头预警"
        constraints = [models.UniqueConstraint(fields=["village", "kind", "drawn_on"], name="early_warning_once")]
        indexes = [
            models.Index(
                fields=["unit", "answer_by", "id"],
                condition=Q(state=WarningState.WAITING.value),
                name="early_warning_open",
            ),
            models.Index(fields=["district", "-drawn_on", "-id"], name="early_warning_drawn"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/screening/warnings/{self.pk}/"
