"""Who is responsible at a unit for petition work: 第一责任人, 分管领导, 信访专干, each from a day to a day."""

from datetime import date

from django.db import models

from kit.word_field import WordField
from law.words import Word
from organizations.models.staff import Staff
from organizations.models.units import Unit


class Post(Word):
    """岗位 of a unit in petition work."""

    FIRST = "first", "第一责任人"
    IN_CHARGE = "in_charge", "分管领导"
    OFFICER = "officer", "信访专干"


class UnitPostQuerySet(models.QuerySet["UnitPost"]):
    """Questions asked of posts."""

    def held_on(self, day: date) -> "UnitPostQuerySet":
        """Return the posts as they are filled on a day, both ends included."""
        return self.filter(models.Q(to_day=None) | models.Q(to_day__gte=day), from_day__lte=day)


class UnitPost(models.Model):
    """Who holds a post of a unit: never overwritten, a later holder ends the earlier one.

    ``name`` as it is written; ``staff`` where that person has an account.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    post = WordField("岗位", max_length=20, choices=Post.choices())
    name = models.CharField("姓名", max_length=40)
    position = models.CharField("职务", max_length=40, default="")
    phone = models.CharField("联系电话", max_length=40, default="")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="账号")
    from_day = models.DateField("起")
    to_day = models.DateField("止", null=True)
    set_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = UnitPostQuerySet.as_manager()

    class Meta:
        verbose_name = "岗位"
        ordering = ["-from_day", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "post"], condition=models.Q(to_day=None), name="unit_post_one_holder"
            ),
            models.CheckConstraint(
                condition=models.Q(to_day=None) | models.Q(to_day__gte=models.F("from_day")), name="unit_post_days"
            ),
        ]
