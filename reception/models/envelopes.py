"""The opening register 拆封登记: what came by post, envelope by envelope, before anybody has read it (Art. 22)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from reception.models.at_the_desk import AtTheDesk, OfTheDesk


class EnvelopeState(Word):
    """来信信封的状态."""

    OPENED = "opened", "待登记"
    REGISTERED = "registered", "已登记"
    SET_ASIDE = "set_aside", "不作登记"


class EnvelopeKind(Word):
    """邮件种类."""

    ORDINARY = "ordinary", "平信"
    REGISTERED = "registered", "挂号信"
    EXPRESS = "express", "快递"
    DROPPED = "dropped", "信箱投递"
    HANDED_IN = "handed_in", "当面递交"


class NoPetition(Word):
    """不作登记的原因: what came in the envelope is no petition."""

    ASTRAY = "astray", "误投，已退回邮局或者转交收件人"
    OFFICIAL = "official", "公文，已转收发室"
    ADVERTISING = "advertising", "广告、宣传品"
    EMPTY = "empty", "空信封"
    RETURN_SLIP = "return_slip", "邮件回执、退件，已按送达登记"


class EnvelopeBatch(Record):
    """What was opened together: the day, who opened it and who stood by; its envelopes bear numbers in one series a year."""

    received_on = models.DateField("收到日期")
    opened_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    witness = models.CharField("在场人", max_length=60, default="")
    count = models.PositiveIntegerField("封数")

    objects = OfTheDesk.as_manager()

    class Meta:
        verbose_name = "拆封登记"
        indexes = [models.Index(fields=["unit", "-received_on", "-id"], name="batch_received")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:batch", args=[self.pk])


class Envelope(Record):
    """One envelope: its number, what stands on it, and what became of it: a case, or why it is no petition."""

    batch = models.ForeignKey(EnvelopeBatch, on_delete=models.CASCADE, related_name="envelopes")
    number = models.CharField("信封号", max_length=20)
    kind = WordField("邮件种类", max_length=15, choices=EnvelopeKind.choices())
    received_on = models.DateField("收到日期")
    postmarked_on = models.DateField("邮戳日期", null=True)
    mail_number = models.CharField("邮件号", max_length=40, default="")
    sender = SealedTextField("寄信人", default="")
    sender_address = SealedTextField("寄信地址", default="")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="envelopes")
    why = WordField("不作登记的原因", max_length=15, choices=NoPetition.choices(), default="", blank=True)
    remark = models.CharField("说明", max_length=200, default="")
    recognised = SealedTextField("识别的文字", default="")
    settled_on = models.DateField("登记日期", null=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "来信信封"
        indexes = [
            models.Index(fields=["unit", "state", "received_on", "id"], name="envelope_waiting"),
            models.Index(fields=["unit", "-received_on", "-id"], name="envelope_received"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="envelope_number_once"),
            models.CheckConstraint(
                condition=Q(state=EnvelopeState.REGISTERED.value, case__isnull=False)
                | Q(case=None) & ~Q(state=EnvelopeState.REGISTERED.value),
                name="envelope_registered_has_its_case",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:envelope", args=[self.pk])
