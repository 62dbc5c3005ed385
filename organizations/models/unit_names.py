"""What a unit is also called: names it had, and names people use."""

from django.db import models

from kit.word_field import WordField
from organizations.models.units import Unit
from organizations.vocabulary import NameKind


class UnitName(models.Model):
    """A name by which a unit is found besides its own; letters never carry it."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="other_names", verbose_name="单位")
    kind = WordField("种类", max_length=10, choices=NameKind.choices())
    name = models.CharField("名称", max_length=100)
    initials = models.CharField("拼音首字母", max_length=60)
    used_from = models.DateField("启用日期", null=True, blank=True)
    used_to = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        verbose_name = "单位别名"
        ordering = ["unit", "kind", "name"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="unit_name_once")]

    def __str__(self) -> str:
        return self.name
