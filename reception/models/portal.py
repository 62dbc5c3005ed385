"""What the portal keeps beside a case: query codes 查询码 of its people, how a filing came in, the anchors of a day."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from law.words import Word
from organizations.models import Staff, Unit
from organizations.models.record import Record
from organizations.moments import MomentField
from reception.models.at_the_desk import AtTheDesk


class ContactState(Word):
    """联系方式核对情况."""

    SENT = "sent", "验证码已发出"
    CONFIRMED = "confirmed", "已核对"
    TO_ASK = "to_ask", "待书面核对"
    ASKED = "asked", "已书面核对，待回复"
    ANSWERED = "answered", "已回复"


# What the desk still has to do something about.
CONTACT_WAITS = (ContactState.SENT, ContactState.TO_ASK, ContactState.ASKED)


class QueryCode(models.Model):
    """The code of one person of a case; only its keyed digest, taken with the number of the case, is kept.

    ``party``: the person's key as it was then; ``name_digest`` finds him again after a correction put rows in its place.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="query_codes")
    party = models.BigIntegerField()
    name_digest = models.CharField(max_length=64, default="")
    digest = models.CharField(max_length=64, unique=True)
    issued_at = MomentField()
    issued_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    ended_on = models.DateField("停用日期", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "查询码"


class OnlineFiling(Record):
    """How a petition came in at the portal: under which privacy notice, and whether its way back to him was checked.

    ``form``: the digest of the form's own key, so that one form is one filing. ``code_digest``: of the SMS code.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="online_filing")
    form = models.CharField(max_length=64, unique=True)
    party = models.BigIntegerField()
    notice = models.CharField("隐私告知版本", max_length=20)
    code_digest = models.CharField(max_length=64, default="")
    code_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    filed_on = models.DateField("提交日期")
    filed_at = MomentField()
    guide = models.ForeignKey("reception.GuideRow", on_delete=models.SET_NULL, null=True, related_name="filings")
    asked_on = models.DateField("书面核对日期", null=True)
    answer = SealedTextField("回复", default="")

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "网上信访"
        indexes = [
            models.Index(fields=["unit", "-filed_on", "-id"], name="online_filing_unit"),
            models.Index(
                fields=["unit", "filed_on", "id"],
                condition=Q(state__in=[each.value for each in CONTACT_WAITS]),
                name="online_filing_waits",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:online_filing", args=[self.pk])


class DayAnchor(models.Model):
    """One digest over the first events of all cases that a district registered on a day; published, never changed."""

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    day = models.DateField("日期")
    root = models.CharField(max_length=64)
    number = models.PositiveIntegerField("登记件数")
    made_at = MomentField()

    class Meta:
        verbose_name = "当日登记锚定"
        constraints = [models.UniqueConstraint(fields=["district", "day"], name="day_anchor_once")]
