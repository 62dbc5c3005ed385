"""The people of a case; there is no person record across cases."""

from django.db import models

from cases.models.case import Case
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.moments import MomentField


class PartyRole(Word):
    """What a person is in a case."""

    PETITIONER = "petitioner", "信访人"
    REPRESENTATIVE = "representative", "信访代表"
    AGENT = "agent", "代理人"


# Who speaks for the petition: the petitioner, or those whom the others have chosen (Art. 20).
ASKING = (PartyRole.PETITIONER, PartyRole.REPRESENTATIVE)


class IdType(Word):
    """证件类型."""

    ID_CARD = "id_card", "居民身份证"
    HOUSEHOLD = "household", "户口簿"
    PASSPORT = "passport", "护照"
    HK_MACAO_TAIWAN = "hk_macao_taiwan", "港澳台居民证件"
    MILITARY = "military", "军人证件"
    OTHER = "other", "其他"


class Party(models.Model):
    """A petitioner, representative or agent, kept as written; every personal field is sealed.

    Digests look a person up under a keyed SM3, never in the clear. ``mandate`` and its last day are an agent's.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    role = WordField("身份", max_length=20, choices=PartyRole.choices(), default=PartyRole.PETITIONER)
    name = SealedTextField("姓名", default="")
    name_digest = models.CharField(max_length=64, default="", db_index=True)
    pinyin_digest = models.CharField(max_length=64, default="", db_index=True)
    id_type = WordField("证件类型", max_length=20, choices=IdType.choices(), default="", blank=True)
    id_number = SealedTextField("证件号码", default="")
    id_digest = models.CharField(max_length=64, default="", db_index=True)
    phone = SealedTextField("联系电话", default="")
    phone_digest = models.CharField(max_length=64, default="", db_index=True)
    address = SealedTextField("住址", default="")
    unclear = models.CharField("姓名住址不清说明", max_length=100, default="")
    mandate = models.CharField("委托事项和权限", max_length=200, default="", blank=True)
    mandate_until = models.DateField("委托期限至", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "信访人"
        ordering = ["id"]


class PersonLookUp(models.Model):
    """A look-up of a person across cases: who, why, when, how many were found; never whom."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    by_what = models.CharField(max_length=20)
    reason = models.CharField("查询理由", max_length=200)
    found = models.PositiveIntegerField()
    at = MomentField()

    class Meta:
        verbose_name = "按人查询记录"
        indexes = [models.Index(fields=["-at"], name="lookup_at")]
