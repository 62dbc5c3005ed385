"""Consultations 咨询登记: what was asked and answered in three fields, no clock of the law; some are looked at by another."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from reception.models.at_the_desk import AtTheDesk
from reception.models.hall import Ticket


class ConsultationState(Word):
    """咨询登记的状态."""

    OPEN = "open", "办理中"
    DONE = "done", "已办完"
    REGISTERED = "registered", "已登记为信访件"


class Service(Word):
    """服务事项."""

    EXPLAINED = "explained", "解释件"
    AT_ONCE = "at_once", "即办件"
    PROMISED = "promised", "承诺件"
    ON_BEHALF = "on_behalf", "代办件"
    JOINT = "joint", "联办件"


class Verdict(Word):
    """咨询抽查的结论."""

    SOUND = "sound", "属于咨询"
    PETITION = "petition", "应当登记为信访件"


class Consultation(Record):
    """One consultation: what was asked, the answer, which kind of service; who was asked first, who sees to it by when.

    ``drawn_on``: the day on which the weekly draw took it; then ``checked_by``, who had no part in it, says whether it was one.
    """

    ticket = models.OneToOneField(Ticket, on_delete=models.PROTECT, null=True, related_name="consultation")
    asked_on = models.DateField("咨询日期")
    about = SealedTextField("咨询事项")
    answer = SealedTextField("答复", default="")
    service = WordField("服务方式", max_length=15, choices=Service.choices())
    first_asked = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    due_on = models.DateField("办理期限")
    done_on = models.DateField("办完日期", null=True)
    tries = models.PositiveSmallIntegerField("联系不上次数", default=0)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="consultations")
    drawn_on = models.DateField("抽查日期", null=True)
    verdict = WordField("抽查结论", max_length=10, choices=Verdict.choices(), default="", blank=True)
    checked_on = models.DateField("核对日期", null=True)
    checked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "咨询登记"
        indexes = [
            models.Index(
                fields=["unit", "due_on", "id"],
                condition=Q(state=ConsultationState.OPEN.value),
                name="consultation_open",
            ),
            models.Index(fields=["unit", "-asked_on", "-id"], name="consultation_asked"),
            models.Index(
                fields=["unit", "drawn_on", "id"],
                condition=Q(drawn_on__isnull=False, verdict=""),
                name="consultation_to_check",
            ),
            models.Index(
                fields=["unit", "id"],
                condition=Q(verdict=Verdict.PETITION.value, case=None),
                name="consultation_to_register",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ConsultationState.REGISTERED.value, case__isnull=False)
                | Q(case=None) & ~Q(state=ConsultationState.REGISTERED.value),
                name="consultation_registered_has_its_case",
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:consultation", args=[self.pk])


class ConsultationDraw(models.Model):
    """The draw of a week at a desk: the seed and of how many, so that anybody can draw again."""

    unit = models.ForeignKey("organizations.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    week = models.DateField("所抽的一周（星期一）")
    seed = models.BigIntegerField("随机种子")
    share = models.PositiveSmallIntegerField("抽取比例")
    of = models.PositiveIntegerField("共多少条")
    drawn = models.PositiveIntegerField("抽取多少条")
    drawn_on = models.DateField("抽取日期")

    class Meta:
        verbose_name = "咨询抽查"
        constraints = [models.UniqueConstraint(fields=["unit", "week"], name="consultation_draw_once")]
