"""What was suggested at a registration, and whether it was followed; never about the person."""

from django.db import models
from django.db.models import Q

from cases.models import Case
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff, Term, Unit
from organizations.moments import MomentField


class HintKind(Word):
    """建议的事项."""

    CATEGORY = "category", "内容分类"
    REPEAT = "repeat", "同一事项"
    KIND = "kind", "诉求类别"
    PATH = "path", "办理途径"
    UNIT = "unit", "责任单位"
    TIER = "tier", "分级"


class Hint(models.Model):
    """One hint beside one form: the term, the case of the same matter, or the choice (``value``), that stood first on the screen.

    ``form`` is the request key of the registration page, by which the registered case is found afterwards, or names the
    ``case`` on whose page it stood; ``followed`` stays empty until that is known. No word of the text is kept. What became a sealed case is forgotten.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    form = models.CharField(max_length=40)
    kind = WordField("事项", max_length=10, choices=HintKind.choices())
    term = models.ForeignKey(Term, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    other = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    # A word of the house, or the key of a unit.
    value = models.CharField("建议", max_length=30, default="")
    learned = models.BooleanField("由已登记的件学得", default=False)
    shown_on = models.DateField("提示日期")
    shown_to = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="hints")
    followed = models.BooleanField("采用", null=True)
    made_at = MomentField()

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "提示记录"
        constraints = [models.UniqueConstraint(fields=["form", "kind", "shown_to"], name="hint_once_a_form")]
        indexes = [
            models.Index(fields=["shown_on"], condition=Q(followed=None), name="hint_open"),
            models.Index(fields=["district", "shown_on"], condition=Q(followed__isnull=False), name="hint_known"),
        ]
