"""Contact points 挂点联系, pledges 责任状 with their half-year check, and lines of the diary 民情日记."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from kit.word_field import WordField
from law.words import Word
from organizations.authority import holdings, stands_at
from organizations.models import Staff, Unit
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Reach, Right


class ContactState(Word):
    """挂点联系的状态."""

    STANDS = "stands", "在联系"
    ENDED = "ended", "已结束"


class PledgeState(Word):
    """责任状的状态."""

    DRAFTED = "drafted", "待签订"
    SIGNED = "signed", "已签订"


class OfTheDistrict(RecordQuerySet):
    """Rows that name officials and no case: whoever works in the district reads them."""

    def readable_by(self, staff: Staff) -> "OfTheDistrict":
        """Return the rows of the districts where a person stands with a role."""
        if not staff.is_active or not staff.grants_in_force:
            return self.none()
        return self.filter(district__in={unit.district_id for unit in stands_at(staff)})


class ContactPoint(Record):
    """A leader, or a department, that keeps in touch with a town; a leader of a town, with a village. ``unit``: whose it is."""

    leader = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="联系领导"
    )
    place = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="联系的镇村")
    phone = models.CharField("公布的电话", max_length=40, default="")
    duties = models.CharField("联系职责", max_length=200, default="")
    from_day = models.DateField("起")
    ended_on = models.DateField("止", null=True)

    objects = OfTheDistrict.as_manager()

    class Meta:
        verbose_name = "挂点联系"
        indexes = [models.Index(fields=["district", "place", "id"], name="contact_point_place")]
        constraints = [
            models.UniqueConstraint(
                fields=["leader", "place"], condition=Q(ended_on=None), name="contact_point_leader_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "place"], condition=Q(ended_on=None, leader=None), name="contact_point_unit_once"
            ),
        ]

    @property
    def who(self) -> str:
        """Return who keeps in touch: a leader with his post, else the department."""
        if self.leader is None:
            return self.unit.name
        return f"{self.leader.name} {self.leader.position}".strip()

    def get_absolute_url(self) -> str:
        """Return the address of its card."""
        return reverse("supervision:contact_card", args=[self.pk])


class Pledge(Record):
    """责任状: what a unit undertakes for a year, signed by its head, checked at half time by another."""

    year = models.PositiveSmallIntegerField("年度")
    drafted_on = models.DateField("起草日期")
    signed_on = models.DateField("签订日期", null=True)
    signed_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="签订人"
    )

    objects = OfTheDistrict.as_manager()

    class Meta:
        verbose_name = "责任状"
        indexes = [models.Index(fields=["district", "-year", "unit"], name="pledge_district")]
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="pledge_once_a_year")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("supervision:pledge", args=[self.pk])


class PledgeTarget(models.Model):
    """One quantified target of a pledge: a duty of officials, with what was reached at half time."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="targets")
    what = models.CharField("指标", max_length=100)
    wanted = models.PositiveIntegerField("目标值")
    measure = models.CharField("单位", max_length=10)
    reached = models.PositiveIntegerField("半年完成值", null=True)
    remark = models.CharField("检查情况", max_length=200, default="")
    checked_on = models.DateField("检查日期", null=True)
    checked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        verbose_name = "责任状指标"
        ordering = ["id"]


class DiarySource(Word):
    """民情日记一行的来处."""

    OWN = "own", "本人记"
    VISIT = "visit", "走访"
    DISPUTE = "dispute", "调处纠纷"


class DiaryQuerySet(RecordQuerySet):
    """Who reads a diary: its writer, and who keeps the contact points of his unit."""

    def readable_by(self, staff: Staff) -> "DiaryQuerySet":
        """Return the lines that a person may read."""
        read = Q(official=staff)
        for reach, grant in holdings(staff, Right.KEEP_CONTACT_POINTS):
            whole = reach is Reach.ALL
            read |= Q(district=grant.unit.district_id) if whole else Q(unit=grant.unit_id)
        return self.filter(read)


class DiaryLine(Record):
    """A line of an official's diary of what people told him; never counted, never ranked, about no person."""

    official = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    on = models.DateField("日期")
    source = WordField("来处", max_length=10, choices=DiarySource.choices())
    place = models.CharField("镇村", max_length=60, default="")
    text = models.TextField("内容")

    objects = DiaryQuerySet.as_manager()

    class Meta:
        verbose_name = "民情日记"
        indexes = [models.Index(fields=["official", "-on", "-id"], name="diary_official")]
