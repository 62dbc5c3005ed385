"""The tree of units."""

from datetime import date

from django.db import models

from kit.word_field import WordField
from organizations.vocabulary import Level, UnitKind


class UnitQuerySet(models.QuerySet["Unit"]):
    """Questions asked of the tree."""

    def below(self, unit: "Unit") -> "UnitQuerySet":
        """Return the unit itself and everything below it, by the prefix index on path."""
        return self.filter(path__startswith=unit.path)

    def valid_on(self, day: date) -> "UnitQuerySet":
        """Return the units that exist on a day."""
        return self.filter(models.Q(valid_to=None) | models.Q(valid_to__gt=day), valid_from__lte=day)


class Unit(models.Model):
    """An organ, office, department, town, village, group, or a body outside (Art. 2).

    ``path`` is "/1/5/23/": the keys from the root to the unit itself, kept by organizations/actions.py.
    ``district`` is the unit's area of district level, empty above it.
    """

    name = models.CharField("全称", max_length=100)
    short_name = models.CharField("简称", max_length=40)
    initials = models.CharField("拼音首字母", max_length=60, default="")
    short_initials = models.CharField("简称首字母", max_length=40, default="")
    kind = WordField("类型", max_length=30, choices=UnitKind.choices())
    level = WordField("层级", max_length=10, choices=Level.choices())
    code = models.CharField("区划代码", max_length=12, default="")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级单位"
    )
    path = models.CharField(max_length=200, default="")
    district = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所属区县"
    )
    document_prefix = models.CharField("机关代字", max_length=20, default="")
    # What its letters say of it; the words a unit is called by in lists and searches are name and short_name.
    legal_name = models.CharField("机关全称", max_length=100, default="")
    seal_line = models.CharField("落款署名", max_length=100, default="")
    contact_person = models.CharField("联系人", max_length=40, default="")
    contact_phone = models.CharField("联系电话", max_length=40, default="")
    address = models.CharField("地址", max_length=200, default="")
    valid_from = models.DateField("设立日期", default=date(1949, 10, 1))
    valid_to = models.DateField("撤销日期", null=True, blank=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="继任单位"
    )

    # Moved, or on the line of what was moved, and what hangs on its place in the tree is not rewritten yet.
    moving = models.BooleanField(default=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "单位"
        ordering = ["path"]
        indexes = [
            models.Index(fields=["path"], opclasses=["varchar_pattern_ops"], name="unit_path_prefix"),
            models.Index(fields=["district", "kind"], name="unit_district_kind"),
            models.Index(fields=["code"], name="unit_code"),
            models.Index(fields=["initials"], opclasses=["varchar_pattern_ops"], name="unit_initials"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def formal_name(self) -> str:
        """Return the name its letters carry: the legal one where it is known."""
        return self.legal_name or self.name

    @property
    def signature(self) -> str:
        """Return what stands above the date of its letters."""
        return self.seal_line or self.formal_name

    @property
    def line(self) -> list[int]:
        """Return the keys from the root to this unit."""
        return [int(key) for key in self.path.strip("/").split("/") if key]

    def holds(self, other: "Unit") -> bool:
        """Tell whether ``other`` is this unit or lies below it."""
        return other.path.startswith(self.path)
