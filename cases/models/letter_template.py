"""The words of letters, as the system administrator edits them: every version is kept."""

from django.db import models

from organizations.models import Staff
from organizations.moments import MomentField


class LetterTemplate(models.Model):
    """One version of the words of a kind of letter; never changed, only followed by the next.

    In force: the highest version whose ``valid_from`` has come; without one, the words of templates/letters.
    """

    kind = models.CharField("文书", max_length=40)
    version = models.PositiveSmallIntegerField("版本")
    body = models.TextField("正文")
    valid_from = models.DateField("启用日期")
    created_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    created_at = MomentField()

    class Meta:
        verbose_name = "文书模板"
        ordering = ["kind", "-version"]
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="letter_template_version_once")]
