"""对账: a list of theirs against ours, and the differences that a named person settles."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from reception.models.at_the_desk import AtTheDesk, OfADesk
from reception.models.senders import Sender


class Differs(Word):
    """不一致的事项."""

    THEIRS_ONLY = "theirs_only", "他有我无"
    OURS_ONLY = "ours_only", "我有他无"
    STATE = "state", "状态不符"
    RECEIVED_ON = "received_on", "收到日期不符"
    REPORT_BY = "report_by", "上报日期不符"
    CONTENT = "content", "内容有变"


class DifferenceState(Word):
    """不一致的状态."""

    OPEN = "open", "待处理"
    SETTLED = "settled", "已处理"
    AGREED = "agreed", "已经一致"


class SettledHow(Word):
    """怎样处理的."""

    REGISTERED = "registered", "已登记"
    LINKED = "linked", "已对应我方信访件"
    TAKEN = "taken", "按对方更正"
    TOLD_THEM = "told_them", "我方无误，已请对方更正"
    COUNTED_OTHERWISE = "counted_otherwise", "口径不同，不需更正"
    NOT_OURS = "not_ours", "不属本单位，已告知对方"


class Comparison(Record):
    """One list of a sender that was held against ours: which days it covers, how many rows it has; no row is kept here."""

    sender = models.ForeignKey(Sender, on_delete=models.PROTECT, related_name="comparisons")
    since = models.DateField("清单起日")
    until = models.DateField("清单止日")
    file_name = models.CharField("文件", max_length=200)
    rows = models.PositiveIntegerField("行数")
    unread = models.PositiveIntegerField("读不出的行", default=0)
    made_on = models.DateField("对账日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = OfADesk.as_manager()

    class Meta:
        verbose_name = "对账"
        indexes = [models.Index(fields=["sender", "-made_on", "-id"], name="comparison_made")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:comparison", args=[self.pk])


class Difference(Record):
    """What a list of a sender says otherwise than we do; the next list renews it, or finds that both agree by now.

    ``theirs``, ``ours``: a day or a word for a state. ``row``: their line, sealed, so that nobody types it again; emptied
    once it is settled.
    """

    sender = models.ForeignKey(Sender, on_delete=models.PROTECT, related_name="differences")
    comparison = models.ForeignKey(Comparison, on_delete=models.PROTECT, related_name="differences")
    what = WordField("不一致的事项", max_length=15, choices=Differs.choices())
    number = models.CharField("对方编号", max_length=80)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="differences")
    theirs = models.CharField("对方", max_length=100, default="")
    ours = models.CharField("我方", max_length=100, default="")
    row = SealedTextField(default="")
    found_on = models.DateField("发现日期")
    how = WordField("怎样处理", max_length=20, choices=SettledHow.choices(), default="", blank=True)
    note = SealedTextField("说明", default="")
    settled_on = models.DateField("处理日期", null=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "对账差异"
        indexes = [
            models.Index(
                fields=["unit", "found_on", "id"], condition=Q(state=DifferenceState.OPEN.value), name="difference_open"
            ),
            models.Index(fields=["unit", "-found_on", "-id"], name="difference_found"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "number"],
                condition=Q(what=Differs.THEIRS_ONLY.value, case=None),
                name="difference_theirs_once",
            ),
            models.UniqueConstraint(
                fields=["sender", "number", "case", "what"],
                condition=~Q(what=Differs.THEIRS_ONLY.value),
                name="difference_once",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:difference", args=[self.pk])
