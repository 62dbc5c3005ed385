"""Legal bases 法律依据: what an answer can cite, an article a row, with the days between which it was valid."""

from django.db import models

from kit.word_field import WordField
from law.bases import Level
from organizations.models import Staff, Unit
from organizations.moments import MomentField


class LegalBasis(models.Model):
    """One article of a law as a district keeps it (no ``district``: for the whole house); anybody may read it.

    A later wording of the same article is a row of its own, with another ``valid_from``.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField("名称", max_length=100)
    article = models.CharField("条款", max_length=40)
    text = models.TextField("条文", default="")
    level = WordField("层级", max_length=20, choices=Level.choices())
    valid_from = models.DateField("施行日期")
    valid_to = models.DateField("失效日期", null=True)
    kept_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    kept_at = MomentField()

    class Meta:
        verbose_name = "法律依据"
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "title", "article", "valid_from"],
                name="legal_basis_wording_once",
                nulls_distinct=False,
            )
        ]
