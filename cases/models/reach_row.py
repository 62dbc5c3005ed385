"""Reach rows 查看范围: which unit may see which case, kept beside the cases so that a list begins with its own rows."""

from django.db import models
from django.db.models import Q

from cases.models.case import Case
from cases.sight.shelves import Shelf
from organizations.models import Staff, Unit


class ReachRow(models.Model):
    """A case within the sight of one unit, with what the lists of cases are ordered by (docs/decisions/0040).

    ``unit`` is on the line of a unit that has had the case; empty: the row of the district's sealed desk. ``own``: it
    has had the case itself. ``open_above``: whoever may see what lies below the unit sees the case, too.
    ``only_for``: until it is linked whom it accuses, its registrar alone. What the wall closes to a unit has no row
    (Art. 30). Written by cases/sight/keeping.py alone.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reach_rows", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    only_for = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    own = models.BooleanField()
    open_above = models.BooleanField()
    shelf = models.PositiveSmallIntegerField(choices=Shelf.choices)
    sealed = models.BooleanField()
    received_on = models.DateField()
    next_due_on = models.DateField(null=True)

    class Meta:
        db_table = "cases_reach"
        verbose_name = "查看范围"
        constraints = [
            models.UniqueConstraint(fields=["case", "unit", "only_for"], nulls_distinct=False, name="reach_once")
        ]
        indexes = [
            # Every list by the day of receipt: what a unit sees on one shelf lies together, newest first.
            models.Index(fields=["unit", "shelf", "-received_on", "-case"], name="reach_received"),
            # By deadline the sealed ones by themselves: not everybody may know what is due in them.
            models.Index(
                fields=["unit", "sealed", "next_due_on", "case"],
                condition=Q(next_due_on__isnull=False),
                name="reach_due",
            ),
            models.Index(
                fields=["district", "shelf", "-received_on", "-case"], condition=Q(unit=None), name="reach_sealed_desk"
            ),
        ]
