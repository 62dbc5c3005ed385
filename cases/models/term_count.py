"""How many cases hold a search term: a list of what was searched for begins with what is rare."""

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import Value
from django.db.models.functions import Right

from organizations.models import Unit


class TermCount(models.Model):
    """About how many cases of a district hold a term in their open text; the empty term counts the cases themselves.

    Written by cases/record/counting_terms.py alone: what came today is not in it, and what was corrected is as it was.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    sealed = models.BooleanField()
    term = models.CharField(max_length=40)
    cases = models.BigIntegerField()

    class Meta:
        verbose_name = "词频"
        constraints = [models.UniqueConstraint(fields=["term", "district", "sealed"], name="term_count_once")]
        indexes = [
            # Which terms begin, and which end, with a character.
            models.Index(OpClass("term", "varchar_pattern_ops"), name="term_count_begins"),
            models.Index(Right("term", Value(1)), name="term_count_ends"),
        ]


class TermsCounted(models.Model):
    """Up to which case the terms are counted, and on which day that was; one row."""

    up_to = models.BigIntegerField(default=0)
    on = models.DateField(null=True)

    class Meta:
        verbose_name = "词频统计进度"
