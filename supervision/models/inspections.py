"""Inspections 督查 by teams across units, and external monitors: a mandate, its days, and the dated access that it gives (Art. 38)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from kit.word_field import WordField
from law.vocabulary import Act
from organizations.authority import holdings, stands_at
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right
from supervision.words.orders import InspectionKind, InspectionState


class InspectionQuerySet(RecordQuerySet):
    """Who reads inspections: who orders units in the district, who sent the team, the team, and once reported the unit."""

    def readable_by(self, staff: Staff) -> "InspectionQuerySet":
        """Return the inspections that a person may read."""
        held = holdings(staff, Act.SUPERVISE)
        districts = {grant.unit.district_id for _, grant in held if grant.unit.district_id}
        units = [unit.pk for unit in stands_at(staff)] if holdings(staff, Right.REPLY_ORDER) else []
        told = Q(unit__in=units, state=InspectionState.REPORTED)
        team = InspectionMember.objects.filter(staff=staff).values("inspection")
        return self.filter(Q(district__in=districts) | Q(made_by=staff) | Q(pk__in=team) | told)


class Inspection(Record):
    """One inspection of a unit (or the work of external monitors there): why, from when to when, by whom, what came of it."""

    kind = WordField("种类", max_length=10, choices=InspectionKind.choices())
    mandate = models.TextField("督查事项和依据")
    from_day = models.DateField("自")
    to_day = models.DateField("至")
    made_on = models.DateField("组织日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    report = models.TextField("督查情况和反馈意见", default="")
    reported_on = models.DateField("反馈日期", null=True)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = "督查"
        indexes = [models.Index(fields=["district", "-made_on", "-id"], name="inspection_district_made")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("supervision:inspection", args=[self.pk])


class InspectionMember(models.Model):
    """One member of a team; ``access``: the key of the dated access that the mandate gives him."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="members")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    access = models.BigIntegerField()

    class Meta:
        verbose_name = "督查组成员"
        constraints = [models.UniqueConstraint(fields=["inspection", "staff"], name="inspection_member_once")]
