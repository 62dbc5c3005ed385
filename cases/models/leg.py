"""Legs 办理环节, the hand-offs between units, and the work done inside a leg."""

from django.db import models

from cases.models.case import Case
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.vocabulary import Movement, State
from law.words import Word
from organizations.models import Staff, Unit

# Where somebody still has something to do: written out, so that PostgreSQL sees that a question asks for no more.
OPEN_STATES = (
    State.REFERRED,
    State.COMMISSIONED,
    State.RECEIVED,
    State.OBJECTION_PENDING,
    State.EXIT_PENDING,
    State.ACCEPTED,
    State.IN_HANDLING,
    State.PENDING_SIGN_OFF,
    State.ISSUED,
    State.ANSWERED,
    State.REEXAMINING,
    State.REEXAM_DECIDED,
    State.REVIEWING,
    State.REVIEW_DECIDED,
    State.NOT_ACCEPTED,
    State.NO_LONGER_ACCEPTED,
    State.DIVERTED,
    State.TRANSFERRED_OUT,
    # The petitioner may come back.
    State.WITHDRAWN,
)
# Where the report of a commissioned unit waits to be taken: written out like the others.
REPORTED_STATES = (
    State.ANSWERED,
    State.REEXAMINING,
    State.REEXAM_DECIDED,
    State.REVIEWING,
    State.REVIEW_DECIDED,
    State.NOT_ACCEPTED,
    State.DIVERTED,
)
ASKED_MOVEMENTS = (Movement.DELEGATE, Movement.CONSULT, Movement.CO_HANDLE, Movement.GUIDANCE)


class Leg(models.Model):
    """One responsible unit answering one or more demands of a case.

    ``first_unit`` and ``first_handler`` (首办) are written once, at the first acceptance and first taking.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="legs")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="legs", verbose_name="责任单位")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="来自单位")
    movement = WordField("来件方式", max_length=20, choices=Movement.choices())
    state = WordField("状态", max_length=30, choices=State.choices())
    received_on = models.DateField("收到日期")
    opened_at = models.DateTimeField("签收时间", null=True)
    opened_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    report_required = models.BooleanField("要求办结报告", default=False)
    reports_rejected = models.PositiveSmallIntegerField("被退回的办结报告", default=0)
    # The commissioning party took the last report (Art. 22); one that was sent back is not taken.
    report_accepted_on = models.DateField("办结报告采用日期", null=True)
    accepted_on = models.DateField("受理日期", null=True)
    handler = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="legs", verbose_name="承办人")
    first_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    first_handler = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    issued_on = models.DateField("签发日期", null=True)
    issued_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField("办结日期", null=True)
    closed_on = models.DateField("结案日期", null=True)
    next_due_on = models.DateField("最近期限", null=True)
    # It holds or held an accusation, or was given back where one stands: what it held nobody can tell later. Never unset.
    held_accusation = models.BooleanField(default=False)
    # Demands that ended otherwise than the rest left that leg for this one (Art. 31).
    apart_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    version = models.PositiveIntegerField(default=0)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "办理环节"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["district", "unit", "state", "next_due_on"], name="leg_unit_state_due"),
            models.Index(fields=["handler", "state", "next_due_on"], name="leg_handler_state_due"),
            # The work that is open, by unit and by what is due first; few of all legs.
            models.Index(fields=["unit", "state"], condition=models.Q(state__in=OPEN_STATES), name="leg_live_unit"),
            models.Index(
                fields=["district", "state"], condition=models.Q(state__in=OPEN_STATES), name="leg_live_district"
            ),
            models.Index(
                fields=["unit", "next_due_on"], condition=models.Q(next_due_on__isnull=False), name="leg_unit_due"
            ),
            models.Index(
                fields=["district", "next_due_on"],
                condition=models.Q(next_due_on__isnull=False),
                name="leg_district_due",
            ),
            # Few of those that were answered: what was commissioned, and nobody took the report of yet.
            models.Index(
                fields=["from_unit"],
                condition=models.Q(report_required=True, report_accepted_on=None, state__in=REPORTED_STATES),
                name="leg_report_waits",
            ),
        ]


class HandOff(models.Model):
    """One movement of a leg between units, or work asked of another unit beside it (下派, 征求意见)."""

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hand_offs")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="hand_offs")
    movement = WordField("流转方式", max_length=20, choices=Movement.choices())
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sent_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    sent_on = models.DateField("送出日期")
    received_on = models.DateField("收到日期")
    reason = models.TextField("理由", default="")
    legal_basis = models.CharField("依据", max_length=100, default="")
    reply_by = models.DateField("请于此日前回复", null=True)
    proposal = models.TextField("拟办意见", default="")
    deferred_on = models.DateField("说明须请示上级的日期", null=True)
    reply = models.TextField("回复", default="")
    replied_on = models.DateField("回复日期", null=True)
    replied_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "流转"
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["to_unit", "movement"],
                condition=models.Q(replied_on=None, movement__in=ASKED_MOVEMENTS),
                name="handoff_waiting",
            ),
            models.Index(fields=["district", "case", "id"], name="handoff_case"),
        ]


class InquiryKind(Word):
    """What was done to find out the facts."""

    HEARD_PETITIONER = "heard_petitioner", "听取信访人陈述"
    INTERVIEW = "interview", "询问有关人员"
    SITE_VISIT = "site_visit", "现场查看"
    RECORDS = "records", "查阅资料"
    PUBLIC_ANSWER = "public_answer", "公开答复会"
    OTHER = "other", "其他调查"


class Inquiry(models.Model):
    """A step of the investigation (Art. 31, item six)."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="inquiries")
    kind = WordField("方式", max_length=20, choices=InquiryKind.choices())
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=100, default="")
    text = models.TextField("情况记录")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "调查记录"
        ordering = ["on", "id"]


class Assessment(models.Model):
    """The town's judgement on what the village found (三级联动: village investigates, town assesses)."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="assessments")
    on = models.DateField("日期")
    text = models.TextField("研判意见")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "研判"
        ordering = ["on", "id"]
