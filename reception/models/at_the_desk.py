"""Records of a registering desk: read by who registers there, and one of a case only where all of that case is open."""

from typing import Any, Self

from django.db.models import Q

from cases.places.conditions import at_places
from cases.places.whole_cases import of_whole_case
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from law.vocabulary import Act
from organizations.models import Staff
from organizations.models.record import RecordQuerySet


class AtTheDesk(ReadableQuerySet[Any]):
    """Rows of a desk, each with a way ``case`` to what it became or belongs to."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows of the desks where a person registers; what belongs to a case goes with the case (Art. 30)."""
        return self.filter(
            Mark(self.model._meta.db_table), at_places(staff, Act.REGISTER), Q(case=None) | of_whole_case(staff)
        )


class OfTheDesk(RecordQuerySet):
    """Rows of a desk that belong to no case."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows of the desks where a person registers."""
        return self.filter(at_places(staff, Act.REGISTER))
