"""Who passes petitions on to a desk 来件渠道 (superior, mailbox, 12345, congress, court), and under which number of theirs."""

from django.db import models
from django.urls import reverse

from cases.models import Case
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.commission import Owed
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from reception.models.at_the_desk import AtTheDesk, OfADesk


class SenderKind(Word):
    """来件渠道的种类."""

    SUPERIOR = "superior", "上级机关、单位"
    MAILBOX = "mailbox", "领导信箱"
    HOTLINE = "hotline", "12345热线"
    CONGRESS = "congress", "人大、政协"
    COURT = "court", "法院、检察院"
    OTHER = "other", "其他"


class SenderState(Word):
    """来件渠道的状态."""

    ACTIVE = "active", "使用中"
    CLOSED = "closed", "已停用"


class PassedOnState(Word):
    """来件编号的状态."""

    LINKED = "linked", "已对应"
    UNDONE = "undone", "已取消"


class Sender(Record):
    """A body that passes petitions on to this desk; ``source``: what stands in the cases that came from it.

    ``columns``: which header of its lists is which field, where the words of the house do not find it. ``done_words``:
    its words for what is finished, one a line. ``header``: the columns of its last list, in order: our rows go out like that.
    """

    name = models.CharField("名称", max_length=60)
    kind = WordField("种类", max_length=10, choices=SenderKind.choices())
    source = models.CharField("来源", max_length=60)
    owes = WordField("要求上报的内容", max_length=20, choices=Owed.choices(), default="", blank=True)
    columns = models.JSONField("列对应", default=dict)
    header = models.JSONField("表头", default=list)
    done_words = models.CharField("办结的说法", max_length=500, default="")
    compared_on = models.DateField("最近对账", null=True)

    objects = OfADesk.as_manager()

    class Meta:
        verbose_name = "来件渠道"
        constraints = [models.UniqueConstraint(fields=["unit", "source"], name="sender_source_once")]
        indexes = [models.Index(fields=["unit", "state", "name"], name="sender_of_unit")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:sender", args=[self.pk])


class PassedOn(Record):
    """The number that a sender gave a case, what else its list said, and a digest of what it last told.

    By the digest it is seen that the sender tells otherwise.
    """

    sender = models.ForeignKey(Sender, on_delete=models.PROTECT, related_name="passed_on")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="passed_on")
    number = models.CharField("对方编号", max_length=80)
    told = models.CharField(max_length=80, default="")
    remark = SealedTextField("对方记载", default="")
    linked_on = models.DateField("对应日期")
    linked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "来件编号"
        constraints = [
            # Not once a number: a case that its sender must not know of may hold it, too (Art. 30).
            models.UniqueConstraint(
                fields=["sender", "number", "case"],
                condition=models.Q(state=PassedOnState.LINKED.value),
                name="passed_on_once",
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:passed_on", args=[self.pk])
