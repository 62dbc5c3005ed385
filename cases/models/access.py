"""Dated access 临时查阅: who may read one case, or those of a unit, from a day to a day, for a reason."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from cases.models.case import Case
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff, Unit


class AccessPurpose(Word):
    """What an access is for."""

    INSPECTION = "inspection", "督查检查"
    OWNERSHIP = "ownership", "领导包案"
    MONITORING = "monitoring", "外部监督"
    LEGAL_ADVICE = "legal_advice", "法律咨询"


class Standing(Word):
    """Where an access stands on a day."""

    AHEAD = "ahead", "尚未开始"
    IN_FORCE = "in_force", "生效中"
    OVER = "over", "已到期"
    REVOKED = "revoked", "已收回"


class AccessQuerySet(ReadableQuerySet["DatedAccess"]):
    """Questions asked of accesses."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the accesses to cases that a person sees, and those to the cases of a unit, which name no case."""
        seen = apps.get_model("cases", "Case")._default_manager.visible_to(staff).filter(pk=OuterRef("case"))
        return self.filter(Mark(self.model._meta.db_table), Q(case=None) | Q(Exists(seen)))

    def read_with(self, case: models.Model) -> Self:
        """Return the accesses to a case that came through Case.readable_by, and those to the cases of a unit."""
        assert "read_by" in vars(case), "what hangs on a case is read with a case that was read by somebody"
        return self.filter(Mark(self.model._meta.db_table), Q(case=None) | Q(case=case.pk))

    def in_force(self, day: date) -> Self:
        """Return the accesses that count on a day: begun, not over, not revoked."""
        return self.standing(day).filter(from_day__lte=day)

    def standing(self, day: date) -> Self:
        """Return the accesses that count on a day, or will."""
        return self.filter(revoked_at=None, to_day__gte=day)

    def of_reader(self, staff: Staff, seeing_at: list[int]) -> Self:
        """Return the accesses of a person, and those of the units at which he may see cases; never what he gave himself."""
        return self.filter(Q(to_staff=staff) | Q(to_unit__in=seeing_at)).exclude(given_by=staff)


class DatedAccess(models.Model):
    """Reading only, given by one person to another, or to all at a unit who may see cases there.

    What is read: one case, or every case that has reached a unit, without those that accuse somebody. ``sealed_too``:
    the one case stays readable when it accuses somebody, its open part only. Never edited: it runs out or is revoked.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="区县")
    to_staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="查阅人员")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="查阅单位")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="accesses")
    of_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="经手单位")
    sealed_too = models.BooleanField(default=False)
    from_day = models.DateField("开始日期")
    to_day = models.DateField("截止日期")
    purpose = WordField("用途", max_length=20, choices=AccessPurpose.choices())
    reason = SealedTextField("理由")
    given_on = models.DateField("给予日期")
    given_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="给予人")
    revoked_at = models.DateTimeField("收回时间", null=True)
    revoked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    revoke_reason = SealedTextField("收回理由", default="")

    objects = AccessQuerySet.as_manager()

    class Meta:
        verbose_name = "临时查阅"
        ordering = ["-given_on", "-id"]
        indexes = [
            models.Index(fields=["to_staff", "to_day"], condition=Q(revoked_at=None), name="access_staff_standing"),
            models.Index(fields=["to_unit", "to_day"], condition=Q(revoked_at=None), name="access_unit_standing"),
            models.Index(fields=["district", "-given_on", "-id"], name="access_district_given"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_staff=None, to_unit__isnull=False) | Q(to_staff__isnull=False, to_unit=None),
                name="access_one_reader",
            ),
            models.CheckConstraint(
                condition=Q(case=None, of_unit__isnull=False, sealed_too=False) | Q(case__isnull=False, of_unit=None),
                name="access_one_thing",
            ),
            models.CheckConstraint(condition=Q(to_day__gte=F("from_day")), name="access_days_in_order"),
            models.CheckConstraint(
                condition=Q(to_staff=None) | ~Q(to_staff=F("given_by")), name="access_not_to_oneself"
            ),
        ]

    def stands(self, day: date) -> Standing:
        """Return where this access stands on a day."""
        if self.revoked_at:
            return Standing.REVOKED
        if day > self.to_day:
            return Standing.OVER
        return Standing.AHEAD if day < self.from_day else Standing.IN_FORCE
