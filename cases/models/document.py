"""Documents 文书, their service 送达, and the files that came with a case."""

from django.db import models

from cases.models.case import Case
from cases.models.leg import Leg
from cases.models.letter_template import LetterTemplate
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.papers import SIGNED_BY_HAND, WITHOUT_RED_HEAD
from law.vocabulary import Act, Letter
from organizations.models import Staff
from organizations.models.papers import AnyLetter, AnyService, StoredFile
from organizations.moments import MomentField

CAME_BACK = models.Q(returned_on__isnull=False, sent_again=False)


class Document(AnyLetter):
    """A letter of a case.

    ``wording`` is the edited text it was made from (None: the one that comes with the program), ``names`` the people
    of the case on that day, one a line: masked in it even after the registration was corrected. ``heading``, ``signed_name``,
    ``seal_line`` and ``contact`` are the title, the legal name, the line above the date and whom to ask, as on that day;
    letters from before they were kept have none and show the unit's.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="documents")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="documents")
    kind = WordField("文书", max_length=40, choices=Letter.choices())
    wording = models.ForeignKey(LetterTemplate, on_delete=models.PROTECT, null=True, related_name="+")
    names = SealedTextField("当时的信访人姓名", default="")
    heading = models.CharField("标题", max_length=200, default="")
    signed_name = models.CharField("发文机关", max_length=100, default="")
    seal_line = models.CharField("落款署名", max_length=100, default="")
    contact = models.CharField("联系方式", max_length=400, default="")

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

    @property
    def title(self) -> str:
        """Return what it is and what about; of letters from before that was kept, the word of their kind."""
        return self.heading or Letter(self.kind).label

    @property
    def letterhead(self) -> str:
        """Return the legal name of its unit on that day."""
        return self.signed_name or self.unit.formal_name

    @property
    def signed_by(self) -> str:
        """Return what stands above its date; nobody signs for all who sign at its end by hand."""
        by_hand = self.signed_name and self.kind in SIGNED_BY_HAND
        return "" if by_hand else self.seal_line or self.unit.signature

    @property
    def contact_line(self) -> str:
        """Return whom to ask about it, and where."""
        return self.contact

    @property
    def red_headed(self) -> bool:
        """Tell whether it goes out under the red head of its unit."""
        return not self.signed_name or self.kind not in WITHOUT_RED_HEAD


class Service(AnyService):
    """How a document was served; receipt starts the petitioner's 30 days."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="services")
    # Of a letter that came back: it has been sent once more since.
    sent_again = models.BooleanField(default=False)
    # When the sending, and then the receipt, was written down: what cannot be undone any more (cases/openings/undoing.py).
    recorded_on = models.DateField("登记日期", null=True)
    receipt_recorded_on = models.DateField("收到的登记日期", null=True)
    receipt_recorded_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    # That the last entry is a slip: asked for by one, decided by another.
    undoing_asked_on = models.DateField("申请撤销日期", null=True)
    undoing_asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    undoing_reason = models.CharField("撤销理由", max_length=500, default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "送达"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["document"], condition=CAME_BACK, name="service_came_back"),
            models.Index(fields=["mail_number"], condition=~models.Q(mail_number=""), name="service_mail_number"),
        ]


class UndoneService(AnyService):
    """What was written down of a service by mistake and undone; apart from the services, so that nothing counts it.

    ``undone``: the entry that was a slip, the sending with all that followed it, or the receipt alone.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="undone_services")
    undone = WordField("撤销的登记", max_length=30, choices=Act.choices())
    reason = models.CharField("撤销理由", max_length=500)
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    undone_on = models.DateField("撤销日期")
    undone_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "撤销的送达登记"
        ordering = ["id"]


class Attachment(StoredFile):
    """A file of a case with its SM3 digest; the type is checked by content."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="attachments")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="attachments")
    title = models.CharField("名称", max_length=60, default="")
    file = models.FileField(upload_to="attachments/%Y/%m/")
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = MomentField()

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "附件"
        ordering = ["id"]


class Scan(StoredFile):
    """盖章扫描件: a letter as it was signed and sealed on paper; several are kept, none is replaced or removed."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="scans")
    file = models.FileField(upload_to="scans/%Y/%m/")
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "盖章扫描件"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["document", "sm3"], name="scan_once")]
