"""Visits 来访 that were received: what was said, the answer or its owner and date; the list of people; the rating."""

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q
from django.urls import reverse

from cases.models import Case, Leg
from cases.places.conditions import at_places
from cases.places.whole_cases import of_whole_case
from cases.sight.each import each_has
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.ratings import Score
from law.vocabulary import Act
from law.words import Word
from organizations.models import Staff, Unit
from organizations.models.record import Record
from reception.models.hall import Ticket


class VisitState(Word):
    """来访的答复状态."""

    OPEN = "open", "待答复"
    ANSWERED = "answered", "已答复"


class AnswerWay(Word):
    """答复方式."""

    ON_THE_SPOT = "on_the_spot", "当场书面答复"
    WRITTEN = "written", "书面答复"
    IN_PERSON = "in_person", "当面答复"
    CALL = "call", "电话答复"

    @property
    def written(self) -> bool:
        """Tell whether a notice goes with it."""
        return self in (AnswerWay.ON_THE_SPOT, AnswerWay.WRITTEN)


def _handled_by(staff: Staff) -> Q:
    return each_has(Leg.objects.filter(case=OuterRef("case"), handler=staff))


class HallVisitQuerySet(ReadableQuerySet[Any]):
    """Who reads visits: the desk that received them, who owes the answer, who handles the case; each only if all of the case is open to him."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the visits that a person may read (Art. 30)."""
        mine = at_places(staff, Act.REGISTER) | Q(owner=staff) | _handled_by(staff)
        return self.filter(Mark(self.model._meta.db_table), mine, of_whole_case(staff))


class HallVisit(Record):
    """One visit 批次 of so many people 人次; the case it became was registered like every other.

    ``first_asked`` is the 首问责任人 and never changes; ``owner`` owes the answer by ``due_on``. ``unit``: whose desk received it.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hall_visits")
    ticket = models.OneToOneField(Ticket, on_delete=models.PROTECT, null=True, related_name="visit")
    visited_on = models.DateField("来访日期")
    people = models.PositiveIntegerField("人次")
    representatives = models.PositiveSmallIntegerField("代表人数", default=0)
    collective = models.BooleanField("集体访", default=False)
    first_asked = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    due_on = models.DateField("答复期限")
    talk = SealedTextField("接谈要点", default="")
    answer = SealedTextField("答复内容", default="")
    way = WordField("答复方式", max_length=15, choices=AnswerWay.choices(), default="", blank=True)
    answered_on = models.DateField("答复日期", null=True)
    answered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    tries = models.PositiveSmallIntegerField("联系不上次数", default=0)

    objects = HallVisitQuerySet.as_manager()

    class Meta:
        verbose_name = "来访"
        indexes = [
            models.Index(
                fields=["unit", "due_on", "id"], condition=Q(state=VisitState.OPEN.value), name="hall_visit_open"
            ),
            models.Index(
                fields=["owner", "due_on", "id"], condition=Q(state=VisitState.OPEN.value), name="hall_visit_owed"
            ),
            models.Index(fields=["unit", "-visited_on", "-id"], name="hall_visit_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case"], name="hall_visit_once_a_case"),
            models.CheckConstraint(
                condition=Q(state=VisitState.OPEN.value, answered_on=None)
                | Q(state=VisitState.ANSWERED.value, answered_on__isnull=False),
                name="hall_visit_answered_has_its_day",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:hall_visit", args=[self.pk])


class VisitorListQuerySet(ReadableQuerySet[Any]):
    """Who reads lists of people: who registered the visit, and who handles its case; nobody else, whatever he reads of the visit."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the lists that a person may read."""
        handled = each_has(Leg.objects.filter(case=OuterRef("visit__case"), handler=staff))
        mine = Q(visit__first_asked=staff) | handled
        return self.filter(Mark(self.model._meta.db_table), mine, of_whole_case(staff, "visit__case"))

    def read_with(self, case: models.Model) -> Self:
        """A list is never read along with its case."""
        return self.none()


class VisitorList(Record):
    """The people who came together, one a line, sealed as one text: no row a person, so that nobody can be searched for."""

    visit = models.OneToOneField(HallVisit, on_delete=models.PROTECT, related_name="visitors")
    people = SealedTextField("名单")
    count = models.PositiveSmallIntegerField("人数")

    objects = VisitorListQuerySet.as_manager()

    class Meta:
        verbose_name = "来访人员名单"

    def get_absolute_url(self) -> str:
        """Return the address of the page that shows it."""
        return reverse("reception:visitors", args=[self.visit_id])


class VisitRatingQuerySet(ReadableQuerySet[Any]):
    """Ratings are read as figures of a month alone; what goes into them are those of the desk (Art. 30)."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the ratings of the desks where a person registers, of cases that are wholly open to him."""
        return self.filter(
            Mark(self.model._meta.db_table), at_places(staff, Act.REGISTER), of_whole_case(staff, "visit__case")
        )


class VisitRating(models.Model):
    """How one visitor was served, in his own word; taken by somebody who neither received him nor answered."""

    visit = models.OneToOneField(HallVisit, on_delete=models.PROTECT, related_name="rating")
    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    score = WordField("评价", max_length=10, choices=Score.choices())
    rated_on = models.DateField("评价日期")
    taken_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = VisitRatingQuerySet.as_manager()

    class Meta:
        verbose_name = "来访评价"
        indexes = [models.Index(fields=["unit", "rated_on"], name="visit_rating_month")]
