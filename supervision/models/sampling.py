"""Samples drawn by lot: ledgers compared with files 查账, and the quality of work against a list of defects."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case, Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.vocabulary import Act
from organizations.authority import holdings, stands_at
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right
from supervision.words.orders import Failure, RowResult, SampleKind, SampleState


class SampleQuerySet(RecordQuerySet):
    """Who reads samples: who orders units in the district; what is signed, also who replies for the unit."""

    def readable_by(self, staff: Staff) -> "SampleQuerySet":
        """Return the samples that a person may read; their rows are asked by themselves."""
        districts = {grant.unit.district_id for _, grant in holdings(staff, Act.SUPERVISE)}
        units = [unit.pk for unit in stands_at(staff)] if holdings(staff, Right.REPLY_ORDER) else []
        return self.filter(Q(district__in=districts) | Q(unit__in=units, state=SampleState.SIGNED))


class Sample(Record):
    """Legs of one unit drawn by lot: ``seed`` and ``population`` are kept, so that the draw can be repeated."""

    kind = WordField("种类", max_length=10, choices=SampleKind.choices())
    since = models.DateField("收到日期自")
    until = models.DateField("收到日期至")
    failure = WordField("只抽有这种情形的", max_length=20, choices=Failure.choices(), default="")
    seed = models.BigIntegerField("抽签种子")
    population = models.PositiveIntegerField("总数")
    drawn_on = models.DateField("抽取日期")
    drawn_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField("签字日期", null=True)
    signed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField("说明", default="")

    objects = SampleQuerySet.as_manager()

    class Meta:
        verbose_name = "抽查"
        indexes = [models.Index(fields=["district", "-drawn_on", "-id"], name="sample_district_drawn")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("supervision:sample", args=[self.pk])


class SampleRow(models.Model):
    """One leg of a sample and what was found; seen only by whom its case is seen by."""

    sample = models.ForeignKey(Sample, on_delete=models.CASCADE, related_name="rows")
    place = models.PositiveSmallIntegerField("序号")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="+")
    result = WordField("结果", max_length=10, choices=RowResult.choices(), default="")
    defects = ArrayField(models.CharField(max_length=20), default=list)
    note = models.TextField("说明", default="")
    checked_on = models.DateField("核对日期", null=True)
    checked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "抽查行"
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["sample", "place"], name="sample_row_once")]
