"""Disputes 矛盾纠纷: what happened between whom and where, who works on it, what came of it; no record of people."""

from typing import Self

from django.db import models
from django.db.models import Q

from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.matters import Tier
from organizations.models import Staff, Unit
from organizations.models.record import Record, RecordQuerySet
from organizations.reach_of_right import held_over
from organizations.roles import Right
from screening.models.rounds import Round
from screening.models.words import DisputeKind, DisputeOutcome, DisputeSource, DisputeState, Grade, Settler


class DisputeQuerySet(RecordQuerySet):
    """Who reads disputes: where they were found and who works on them, within the reach of reading."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the disputes found or worked on at the units within a person's reach."""
        here = held_over(staff, Right.READ_SCREENING, "unit") | held_over(staff, Right.READ_SCREENING, "found_at")
        return self.filter(here)

    def under_way(self) -> Self:
        """Return the disputes that are not finished."""
        return self.exclude(state__in=(DisputeState.CLOSED, DisputeState.TURNED))


class Dispute(Record):
    """One dispute; its unit is who answers for it now (责任单位), ``found_at`` where it was found.

    ``names``: only where the work needs them; emptied 24 months after the dispute was closed. ``reasons``: the codes of
    the rules that gave its grade. ``repeat_of``: the earlier dispute that this one is again.
    """

    number = models.CharField("编号", max_length=30, unique=True, null=True)
    client_id = models.UUIDField(unique=True)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, null=True, related_name="disputes", verbose_name="期次")
    found_at = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="排查单位")
    group = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="组")
    spot = models.CharField("地点", max_length=100, default="")
    found_on = models.DateField("排查日期")
    found_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", verbose_name="填报人", db_index=False
    )
    kind = WordField("类型", max_length=20, choices=DisputeKind.choices())
    source = WordField("来源", max_length=10, choices=DisputeSource.choices())
    households = models.PositiveIntegerField("户数", default=0)
    people = models.PositiveIntegerField("人数")
    names = SealedTextField("当事人", default="")
    names_deleted_on = models.DateField("姓名删除日期", null=True)
    facts = models.TextField("主要情况")
    hurt = models.BooleanField("有人受伤", default=False)
    at_risk = models.BooleanField("有现实危险", default=False)
    grade = WordField("事情等级", max_length=10, choices=Grade.choices())
    reasons = models.JSONField("等级的理由", default=list)
    tier = WordField("办理分级", max_length=10, choices=Tier.choices())
    settler = WordField("化解层级", max_length=10, choices=Settler.choices())
    due_on = models.DateField("时限")
    person = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="责任人", db_index=False
    )
    measures = models.TextField("已采取的措施", default="")
    help_needed = models.CharField("需要的帮助", max_length=300, default="")
    repeat_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="repeats", verbose_name="再次发生"
    )
    mediation_body = models.CharField("调解组织", max_length=100, default="")
    agreement = models.TextField("调解协议", default="")
    outcome = WordField("结果", max_length=12, choices=DisputeOutcome.choices(), default="")
    settled_on = models.DateField("结果日期", null=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    unresolved_why = models.CharField("未化解原因", max_length=300, default="")
    visited_on = models.DateField("回访日期", null=True)
    visited_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    visit_said = models.CharField("回访情况", max_length=300, default="")
    closed_on = models.DateField("销账日期", null=True)
    closed_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="销账人", db_index=False
    )

    objects = DisputeQuerySet.as_manager()

    class Meta:
        verbose_name = "矛盾纠纷"
        indexes = [
            models.Index(fields=["district", "-found_on", "-id"], name="dispute_found"),
            models.Index(fields=["found_at", "-found_on", "-id"], name="dispute_of_village"),
            models.Index(
                fields=["unit", "due_on", "id"], condition=~Q(state__in=("closed", "turned")), name="dispute_open_due"
            ),
            models.Index(
                fields=["closed_on"],
                condition=Q(closed_on__isnull=False, names_deleted_on=None),
                name="dispute_names_kept",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/screening/disputes/{self.pk}/"
