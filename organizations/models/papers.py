"""What letters, their service and stored files have in common, of cases and of the records of rooms; and the numbers."""

from django.db import models

from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.vocabulary import ServiceMethod
from organizations.models.staff import Staff
from organizations.models.units import Unit


class PaperCounter(models.Model):
    """The last number given out per unit, kind of letter and year: numbers without gaps, one series for the whole house."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "文号"
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "year"], name="paper_counter_once")]


class AnyLetter(models.Model):
    """A letter, numbered 机关代字〔年〕n号; what it says was fixed when it was made.

    ``layout`` is the version of the sheet it is drawn on (kit/paper/templates), ``check_code`` the keyed digest in its
    QR code.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.CharField("文号", max_length=60)
    content = SealedTextField()
    issued_on = models.DateField("日期")
    issued_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    layout = models.PositiveSmallIntegerField("版式", default=1)
    check_code = models.CharField("核验码", max_length=32, default="")

    class Meta:
        abstract = True

    @property
    def letterhead(self) -> str:
        """Return the legal name in its head."""
        return self.unit.formal_name

    @property
    def signed_by(self) -> str:
        """Return what stands above its date."""
        return self.unit.signature

    @property
    def contact_line(self) -> str:
        """Return whom to ask about it, and where."""
        return contact_words(self.unit.contact_person, self.unit.contact_phone, self.unit.address)

    @property
    def red_headed(self) -> bool:
        """Tell whether it goes out under the red head of its unit."""
        return True


def contact_words(person: str, phone: str, address: str) -> str:
    """Return whom to ask at a unit, as the line below the date of its letters says it; "" where nothing is known."""
    known = (("联系人", person), ("联系电话", phone), ("地址", address))
    return "，".join(f"{word}：{said}" for word, said in known if said)


class AnyService(models.Model):
    """How and when a letter was sent, received or returned 退件.

    ``received_on`` of an announcement is the day by law, and may lie ahead. ``mail_number``: the post's own number.
    """

    method = WordField("送达方式", max_length=20, choices=ServiceMethod.choices())
    sent_on = models.DateField("发出日期")
    mail_number = models.CharField("邮件号码", max_length=40, default="")
    received_on = models.DateField("收到日期", null=True)
    receiver = SealedTextField("签收人", default="")
    witness = SealedTextField("见证人", default="")
    returned_on = models.DateField("退回日期", null=True)
    returned_reason = models.CharField("退回原因", max_length=200, default="")
    note = models.CharField("说明", max_length=200, default="")
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class StoredFile(models.Model):
    """A file with its SM3 digest; the type is checked by content. Where it lies its own model says (``file``)."""

    name = models.CharField("文件名", max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sm3 = models.CharField(max_length=64)

    class Meta:
        abstract = True
