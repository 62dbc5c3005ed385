"""What citizens have typed and not sent (kept only where they asked for it), and what others have typed for them."""

from django.db import models
from django.urls import reverse

from cases.models import Case
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from organizations.moments import MomentField
from reception.models.at_the_desk import AtTheDesk


class PortalDraft(models.Model):
    """A half-typed form, sealed; found by its code alone, of which a digest is kept; purged when it was sent, or after its days."""

    digest = models.CharField(max_length=64, unique=True)
    typed = SealedTextField("内容")
    keep_until = models.DateField("保存到", db_index=True)
    kept_at = MomentField()

    class Meta:
        verbose_name = "门户草稿"


class ReadBack(Word):
    """How what was written for somebody was confirmed by him."""

    ALOUD = "aloud", "已宣读，本人确认无误"
    READ = "read", "本人看过，确认无误"
    INTERPRETED = "interpreted", "经手语、民族语言或者方言翻译宣读，本人确认无误"


class AssistedFiling(Record):
    """A petition written for somebody who cannot do it himself: who helped, and how it was read back and confirmed."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="assisted_filing")
    helper = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    read_back = WordField("确认方式", max_length=20, choices=ReadBack.choices())
    witness = SealedTextField("在场人", default="")
    filed_on = models.DateField("代写日期")

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "代写信访事项"
        indexes = [models.Index(fields=["unit", "-filed_on", "-id"], name="assisted_filing_unit")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:assisted_filing", args=[self.pk])
