"""What a petitioner says to an office beside the acts: a question about his case, or that somebody retaliates (Art. 18)."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from cases.places.conditions import at_places
from cases.places.whole_cases import of_whole_case
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.vocabulary import Act
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from organizations.rights import Right


class WordKind(Word):
    """来言的种类."""

    QUESTION = "ask", "询问办理情况"
    RETALIATION = "retaliation", "反映打击报复"


class WordState(Word):
    """来言的状态."""

    OPEN = "open", "待答复"
    ANSWERED = "answered", "已答复"


class CitizenWordQuerySet(ReadableQuerySet[Any]):
    """Questions go to who informs petitioners at their unit; reports of retaliation to who hears them there, and nobody else."""

    def readable_by(self, staff: Staff) -> Self:
        """Return what was said to a person's places about cases that he sees."""
        asked = Q(kind=WordKind.QUESTION) & at_places(staff, Act.NOTIFY, own=Q()) & of_whole_case(staff)
        told = Q(kind=WordKind.RETALIATION) & at_places(staff, Right.HEAR_RETALIATION)
        return self.filter(Mark(self.model._meta.db_table), self.in_sight(staff)).filter(asked | told)


class CitizenWord(Record):
    """One thing said at the portal, sealed; ``form``: the key of its form, so that it is there once."""

    kind = WordField("种类", max_length=20, choices=WordKind.choices())
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="citizen_words")
    party = models.BigIntegerField()
    form = models.UUIDField(unique=True)
    text = SealedTextField("内容")
    said_on = models.DateField("提出日期")
    answer = SealedTextField("答复", default="")
    answered_on = models.DateField("答复日期", null=True)
    answered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = CitizenWordQuerySet.as_manager()

    class Meta:
        verbose_name = "信访人来言"
        indexes = [models.Index(fields=["unit", "state", "said_on", "id"], name="citizen_word_unit")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:citizen_word", args=[self.pk])
