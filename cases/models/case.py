"""The case 信访件, the matter 信访事项 it belongs to, and the units it has passed through."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Reverse

from cases.sight.querysets import CaseQuerySet
from cases.sight.shelves import ENDED
from kit.word_field import WordField
from law.matters import Tier
from law.vocabulary import Channel, State
from organizations.models import Staff, Term, Unit
from organizations.moments import MomentField

DESK_STATES = (State.REGISTERED, State.PENDING_DECISION, State.VOID_PENDING)


class Matter(models.Model):
    """What it is about: repeats, joint letters and the same thing sent elsewhere attach to one matter."""

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    subject = models.CharField("事项", max_length=200)
    created_at = MomentField()

    class Meta:
        verbose_name = "信访事项"


class Case(models.Model):
    """One registered item. `unit` is the desk that registered it and dispatches its demands.

    `state`, `next_due_on`, `sealed`, `desk_walled`, `unlinked` and `registrar_named` are derived by the acts.
    `received_on` is when the citizen's petition arrived; registration is never refused (Art. 22).
    """

    # No index of their own where one that begins with them is written below: each costs every registration.
    district = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="区县"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name="登记单位")
    number = models.CharField("信访件编号", max_length=40, unique=True)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="cases")
    collection = models.ForeignKey(
        "cases.Collection", on_delete=models.PROTECT, null=True, related_name="cases", verbose_name="人民建议征集"
    )
    channel = WordField("信访形式", max_length=10, choices=Channel.choices())
    received_on = models.DateField("收到日期")
    registered_on = models.DateField("登记日期")
    registered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    subject = models.CharField("事由", max_length=200)
    content = models.TextField("来信内容", default="")
    location = models.CharField("问题发生地", max_length=200, default="")
    category = models.CharField("内容分类", max_length=120, default="")
    # Beside the words, which stay as written: the term of the dictionary, and the division that they name (0031).
    category_term = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="内容分类（字典）"
    )
    division = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="问题属地"
    )
    petitioner_count = models.PositiveIntegerField("信访人数", default=1)
    anonymous = models.BooleanField("匿名", default=False)
    urgent = models.BooleanField("重大紧急", default=False)
    tier = WordField("分级", max_length=10, choices=Tier.choices(), default=Tier.ORDINARY)
    state = WordField("状态", max_length=30, choices=State.choices(), default=State.REGISTERED)
    next_due_on = models.DateField("最近期限", null=True)
    sealed = models.BooleanField(default=False)
    desk_walled = models.BooleanField(default=False)
    # At a desk that is no petition office: an accusation waits for its respondents to be linked (docs/decisions/0021).
    unlinked = models.BooleanField(default=False)
    registrar_named = models.BooleanField(default=False)
    electronic_consent = models.CharField("同意电子送达", max_length=200, default="")
    electronic_consent_on = models.DateField("同意电子送达日期", null=True)
    historic = models.BooleanField("历史导入", default=False)
    source = models.CharField("来源", max_length=60, default="")
    external_number = models.CharField("外部编号", max_length=80, default="")
    # What came with the number, and the case's own key once another case holds it (docs/decisions/0022).
    external_digest = models.CharField(max_length=80, default="")
    number_given_up = models.BigIntegerField(default=0)
    search_terms = ArrayField(models.CharField(max_length=40), default=list)
    last_act_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=0)
    created_at = MomentField()

    # Annotated by the queryset that asks who reads it; not there otherwise.
    sealed_open: bool
    read_by: int
    access_given: bool
    access_alone: bool
    matter_is_shared: bool
    # What a registration has just written with it (cases/actions/new_case.py); not there otherwise.
    new_rows: Any

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "信访件"
        ordering = ["-received_on", "-id"]
        indexes = [
            models.Index(fields=["district", "-received_on", "-id"], name="case_district_received"),
            models.Index(fields=["district", "next_due_on", "id"], name="case_district_due"),
            models.Index(fields=["district", "state", "-received_on", "-id"], name="case_district_state"),
            models.Index(fields=["unit", "-received_on", "-id"], name="case_unit_received"),
            # Few rows each: what the list by deadline merges in, and the daily report.
            models.Index(
                fields=["district", "next_due_on", "id"], condition=models.Q(sealed=True), name="case_district_sealed"
            ),
            models.Index(
                fields=["district", "-received_on", "-id"], condition=models.Q(urgent=True), name="case_district_urgent"
            ),
            models.Index(
                fields=["district", "registered_on"], condition=models.Q(urgent=True), name="case_urgent_registered"
            ),
            models.Index(
                fields=["district", "-received_on", "-id"],
                condition=models.Q(historic=True),
                name="case_district_historic",
            ),
            models.Index(
                fields=["district", "-received_on", "-id"],
                condition=models.Q(unlinked=True),
                name="case_district_unlinked",
            ),
            models.Index(
                fields=["district", "category_term", "-received_on", "-id"],
                condition=models.Q(category_term__isnull=False),
                name="case_district_category",
            ),
            models.Index(
                fields=["district", "division", "-received_on", "-id"],
                condition=models.Q(division__isnull=False),
                name="case_district_division",
            ),
            # What has ended and still owes something, found by what it ended as.
            models.Index(
                fields=["state"],
                condition=models.Q(state__in=ENDED, next_due_on__isnull=False),
                name="case_ended_owing",
            ),
            # Seldom, and asked for by themselves: a filter finds them without walking a list.
            models.Index(fields=["district", "tier"], condition=~models.Q(tier=Tier.ORDINARY), name="case_tier"),
            models.Index(fields=["source"], condition=~models.Q(source=""), name="case_source"),
            models.Index(fields=["external_number"], condition=~models.Q(external_number=""), name="case_external"),
            models.Index(
                fields=["category"],
                opclasses=["varchar_pattern_ops"],
                condition=~models.Q(category=""),
                name="case_category_words",
            ),
            models.Index(
                fields=["location"], condition=models.Q(division=None) & ~models.Q(location=""), name="case_location"
            ),
            # What waits at a desk: few of all cases.
            models.Index(fields=["unit", "state"], condition=models.Q(state__in=DESK_STATES), name="case_desk_unit"),
            models.Index(
                fields=["district", "state"], condition=models.Q(state__in=DESK_STATES), name="case_desk_district"
            ),
            GinIndex(fields=["search_terms"], name="case_search_terms"),
            # Who reads sealed cases alone searches these few, not the terms of all.
            GinIndex(fields=["search_terms"], condition=models.Q(sealed=True), name="case_sealed_terms"),
            # People type the beginning of a number, or its last digits.
            models.Index(
                fields=["number"],
                opclasses=["varchar_pattern_ops"],
                include=["id", "received_on"],
                name="case_number_head",
            ),
            models.Index(OpClass(Reverse("number"), "text_pattern_ops"), name="case_number_tail"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_number", "unit", "number_given_up"],
                condition=~models.Q(external_number=""),
                name="case_external_once_a_unit",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Involvement(models.Model):
    """A unit that this case has been with; written once, when the case first reaches the unit."""

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="involvements", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name = "经手单位"
        constraints = [models.UniqueConstraint(fields=["case", "unit"], name="involvement_once")]
        indexes = [models.Index(fields=["unit", "case"], name="involvement_unit_case")]
