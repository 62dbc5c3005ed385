"""Case ownership 包案: one sheet a case with its leader and three named duties; whoever reads the whole case reads it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cases.models import Case
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from organizations.models import Staff
from organizations.models.record import Record
from supervision.models.ownership_words import OPEN, GuaranteeKind, NamedDuty, SheetState, Wording

_OPEN = Q(state__in=OPEN)


class OwnershipSheet(Record):
    """Who owns a case until it is struck off; ``unit`` is where the leader leads.

    ``first_until`` and ``first_leader`` never change: a later date or another person does not mend a figure. 办结
    (``concluded_on``), 化解 (``resolved_on``) and 息访 (``settled_on``, by the petitioner's own signed statement) are three facts.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="ownerships", verbose_name="信访件")
    leader = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name="包案领导"
    )
    first_leader = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name="原包案领导"
    )
    procedure = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="程序推进人")
    coordination = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="调查处理协调人")
    settlement = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="实质解决责任人")
    wording = WordField("提法", max_length=20, choices=Wording.choices())
    until = models.DateField("时限")
    first_until = models.DateField("最初时限")
    made_on = models.DateField("确定包案日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    accepted_on = models.DateField("领导确认日期", null=True)
    scheme = models.TextField("化解方案", default="")
    concluded_on = models.DateField("办结", null=True)
    resolved_on = models.DateField("化解", null=True)
    settled_on = models.DateField("息访", null=True)
    opinion = models.TextField("信访人意见", default="")
    reported_on = models.DateField("申请销号日期", null=True)
    closed_on = models.DateField("销号日期", null=True)
    closed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "包案"
        indexes = [
            models.Index(fields=["district", "until", "id"], condition=_OPEN, name="ownership_open"),
            models.Index(fields=["district", "until", "id"], name="ownership_until"),
            models.Index(fields=["district", "made_on", "id"], name="ownership_made"),
            models.Index(fields=["leader", "until"], condition=_OPEN, name="ownership_leader"),
            models.Index(fields=["first_leader"], name="ownership_first_leader"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=_OPEN, name="ownership_one_open"),
            models.CheckConstraint(
                condition=~Q(procedure=F("coordination"))
                & ~Q(procedure=F("settlement"))
                & ~Q(coordination=F("settlement")),
                name="ownership_three_people",
            ),
        ]

    @property
    def people(self) -> frozenset[int]:
        """Return the keys of the leader and the three with a named duty."""
        return frozenset({self.leader_id, self.procedure_id, self.coordination_id, self.settlement_id})

    @property
    def is_open(self) -> bool:
        """Tell whether the case is still owned."""
        return self.state in OPEN

    @property
    def state_label(self) -> str:
        """Return its state in words."""
        return SheetState(self.state).label

    def whose(self, duty: NamedDuty) -> Staff:
        """Return the person of a named duty."""
        found: Staff = getattr(self, duty.value)
        return found

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("supervision:ownership", args=[self.pk])


class OwnerTerm(models.Model):
    """From when to when a leader owns a case; the first stays in the figures, the last has no end."""

    sheet = models.ForeignKey(OwnershipSheet, on_delete=models.CASCADE, related_name="terms")
    leader = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="owner_terms")
    from_on = models.DateField("起")
    to_on = models.DateField("止", null=True)
    reason = models.CharField("交接原因", max_length=200, default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "包案领导任期"
        ordering = ["from_on", "id"]
        constraints = [models.UniqueConstraint(fields=["sheet"], condition=Q(to_on=None), name="owner_term_one_open")]


class Guarantee(models.Model):
    """One of the five guarantees 五包 of a sheet: what it asks for, until when, of whom."""

    sheet = models.ForeignKey(OwnershipSheet, on_delete=models.CASCADE, related_name="guarantees")
    kind = WordField("五包", max_length=10, choices=GuaranteeKind.choices())
    requirement = models.CharField("要求", max_length=200)
    due_on = models.DateField("时限")
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="责任人")
    done_on = models.DateField("完成日期", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "五包"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["sheet", "kind"], name="guarantee_once")]
