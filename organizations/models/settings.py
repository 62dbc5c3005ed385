"""Settings of a house or district: versions in force from a day, never changed; the newest of a day holds."""

from django.db import models

from organizations.models.staff import Staff
from organizations.models.units import Unit


class SettingVersion(models.Model):
    """One value of one setting from a day on, with who set it and why; ``district`` empty: for the whole house.

    Append-only (a trigger refuses the rest). ``key`` is that of a `kit.rooms.Setting`; days of the calendar stand here
    too, under a key of their own (organizations/calendar_days.py).
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="区县")
    key = models.CharField("参数", max_length=40)
    value = models.JSONField("取值")
    valid_from = models.DateField("生效日期")
    why = models.CharField("理由", max_length=200)
    set_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="设置人")
    set_at = models.DateTimeField("设置时间")

    class Meta:
        verbose_name = "参数取值"
        ordering = ["key", "valid_from", "id"]
        indexes = [models.Index(fields=["key", "district", "-valid_from", "-id"], name="setting_in_force")]
