"""The outbox: one row a message, one row an attempt; nothing is deleted because it failed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kit.messages.words import STUCK, Channel, Result, State, Why
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField


class Message(models.Model):
    """One message to one recipient: a member of staff, an address, or a member of staff at an address.

    ``about``: the key of what it tells of, for `Reason.may_know`. ``district``: whose administrators answer for it.
    ``once``: two messages never share one that is not empty. ``tries`` counts attempts, ``pauses`` those that were put
    off since it was queued, or sent again by a person. ``claimed_until``: a worker holds it. ``sender``: who is told where
    it does not arrive.
    """

    channel = WordField("方式", max_length=20, choices=Channel.choices())
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="收件人"
    )
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="发送人",
    )
    address = SealedTextField("地址", default="")
    subject = SealedTextField("标题", default="")
    text = SealedTextField("内容")
    url = models.CharField("链接", max_length=200, default="")
    reason = models.CharField("事由", max_length=40)
    about = models.BigIntegerField("对象编号", null=True)
    district = models.BigIntegerField("区县", null=True)
    once = models.CharField("只发一次", max_length=120, default="")
    state = WordField("状态", max_length=20, choices=State.choices(), default=State.WAITING)
    why = WordField("原因", max_length=20, choices=Why.choices(), default="")
    queued_at = models.DateTimeField("时间")
    due_at = models.DateTimeField("何时发送")
    tries = models.PositiveSmallIntegerField("次数", default=0)
    pauses = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField("送达时间", null=True)

    class Meta:
        verbose_name = "消息"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["channel", "due_at", "id"], name="outbox_due", condition=Q(state=State.WAITING)),
            models.Index(fields=["district", "-id"], name="outbox_stuck", condition=Q(state__in=STUCK)),
            models.Index(fields=["district", "state", "-id"], name="outbox_state"),
            models.Index(fields=["district", "-id"], name="outbox_district"),
            models.Index(fields=["staff", "-id"], name="outbox_of_staff", condition=Q(channel=Channel.PRODUCT)),
        ]
        constraints = [models.UniqueConstraint(fields=["once"], condition=~Q(once=""), name="outbox_once")]


class Attempt(models.Model):
    """One attempt to send a message; ``reference`` is our number for it, by which a channel reports on it later.

    ``result`` is "" while it is under way, and for good where the worker died.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField("第几次")
    reference = models.CharField(max_length=32, unique=True)
    began_at = models.DateTimeField("时间")
    ended_at = models.DateTimeField(null=True)
    result = WordField("结果", max_length=20, choices=Result.choices(), default="")
    why = WordField("原因", max_length=20, choices=Why.choices(), default="")

    class Meta:
        verbose_name = "发送记录"
        ordering = ["message_id", "number"]
        constraints = [models.UniqueConstraint(fields=["message", "number"], name="outbox_attempt_once")]


class Report(models.Model):
    """What a channel reported on an attempt, the first time it said so; ``counted``: it changed the message."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="reports")
    result = WordField("结果", max_length=20, choices=Result.choices())
    at = models.DateTimeField("时间")
    counted = models.BooleanField("改变了状态")

    class Meta:
        verbose_name = "回执"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["attempt", "result"], name="outbox_report_once")]
