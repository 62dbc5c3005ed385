"""Documents 文书 with their numbers, their service 送达, and the files that came with a case."""

from django.db import models

from cases.models.case import Case
from cases.models.leg import Leg
from cases.models.letter_template import LetterTemplate
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from law.vocabulary import Letter, ServiceMethod
from organizations.models import Staff, Unit
from organizations.moments import MomentField


class DocumentCounter(models.Model):
    """The last number given out per unit, kind and year: numbers without gaps."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40, choices=Letter.choices())
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "文号"
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "year"], name="counter_once")]


class Document(models.Model):
    """A letter, numbered 机关代字〔年〕n号; what it says was fixed when it was made.

    ``layout`` is the version of the sheet it is drawn on (cases/printing/templates), ``wording`` the edited text it
    was made from (None: the one that comes with the program), ``check_code`` the keyed digest in its QR code, ``names``
    the people of the case on that day, one a line: masked in it even after the registration was corrected.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="documents")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="documents")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("文书", max_length=40, choices=Letter.choices())
    number = models.CharField("文号", max_length=60)
    content = SealedTextField()
    issued_on = models.DateField("日期")
    issued_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    layout = models.PositiveSmallIntegerField("版式", default=1)
    wording = models.ForeignKey(LetterTemplate, on_delete=models.PROTECT, null=True, related_name="+")
    check_code = models.CharField("核验码", max_length=32, default="")
    names = SealedTextField("当时的信访人姓名", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "文书"
        ordering = ["id"]
        indexes = [models.Index(fields=["unit", "issued_on", "id"], name="document_of_a_day")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind", "number"], name="document_number_once"),
            models.UniqueConstraint(
                fields=["check_code"], condition=~models.Q(check_code=""), name="document_check_code_once"
            ),
        ]


class Service(models.Model):
    """How and when a document was sent, received or returned 退件; receipt starts the petitioner's 30 days.

    ``received_on`` of an announcement is the day by law, and may lie ahead.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="services")
    method = models.CharField("送达方式", max_length=20, choices=ServiceMethod.choices())
    sent_on = models.DateField("发出日期")
    received_on = models.DateField("收到日期", null=True)
    receiver = SealedTextField("签收人", default="")
    witness = SealedTextField("见证人", default="")
    returned_on = models.DateField("退回日期", null=True)
    returned_reason = models.CharField("退回原因", max_length=200, default="")
    note = models.CharField("说明", max_length=200, default="")
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "送达"
        ordering = ["id"]


class Attachment(models.Model):
    """A file of a case with its SM3 digest; the type is checked by content."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="attachments")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="attachments")
    title = models.CharField("名称", max_length=60, default="")
    name = models.CharField("文件名", max_length=120)
    file = models.FileField(upload_to="attachments/%Y/%m/")
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sm3 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = MomentField()

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "附件"
        ordering = ["id"]


class Scan(models.Model):
    """盖章扫描件: a letter as it was signed and sealed on paper; several are kept, none is replaced or removed."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="scans")
    name = models.CharField("文件名", max_length=120)
    file = models.FileField(upload_to="scans/%Y/%m/")
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sm3 = models.CharField(max_length=64)
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "盖章扫描件"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["document", "sm3"], name="scan_once")]
