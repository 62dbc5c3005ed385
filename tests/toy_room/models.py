"""The record of the toy room: a note to a unit, which the unit answers."""

from django.db import models
from django.db.models import Q

from organizations.authority import holdings, stands_at
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right


class NoteQuerySet(RecordQuerySet):
    """Who reads notes: who wrote one, and who sees cases at the unit it went to."""

    def readable_by(self, staff: Staff) -> "NoteQuerySet":
        """Return the notes that a person may read."""
        units = [unit.pk for unit in stands_at(staff)] if holdings(staff, Right.SEE) else []
        return self.filter(Q(written_by=staff) | Q(unit__in=units))


class ToyNote(Record):
    """A note to a unit."""

    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=200)
    answer = models.CharField(max_length=200, default="")

    objects = NoteQuerySet.as_manager()

    class Meta:
        app_label = "toy_room"
        verbose_name = "督办便函"

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/toy/notes/{self.pk}/"
