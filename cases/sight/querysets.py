"""The only way to a case is `visible_to`, the only way to what hangs on it is `readable_by`."""

from typing import Any, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, OuterRef, Q, Subquery, Value

from cases.sight.accesses import accesses_of, by_access
from cases.sight.each import each_has
from cases.sight.hanging import hanging_of
from cases.sight.mark import EXPLAINED, OWN, PUBLISHED, WALL, Mark, is_marked
from cases.sight.predicate import by_roles, sealed_open, walled, within
from cases.sight.reach import InSight, NotClosed, Sight, above, rows_answer, sight_of
from cases.sight.words import Words
from organizations.models import Staff

_C = TypeVar("_C", bound=models.Model, covariant=True)
# A condition that no row fulfils.
NOTHING = Q(pk__in=())


class CaseQuerySet(models.QuerySet[_C]):
    """Questions asked of cases."""

    def visible_to(self, staff: Staff) -> Self:
        """Return the cases within a person's reach, less those that accuse them or a unit over them, or that
        they were recused from (Art. 28, 30).
        """
        if not rows_answer(staff):
            return self.visible_by_records(staff)
        reach, given = reach_by_rows(staff), by_access(accesses_of(staff))
        # What an access opens has no row of his: there every wall is asked.
        return self._open_to(reach | given, staff, whole=bool(given)) if reach or given else self.none()

    def visible_by_records(self, staff: Staff) -> Self:
        """Return the same from the records themselves: what the auditor asks, and who stands where a unit is being moved."""
        return self._reached(within(staff), staff)

    def along(self, held: Q, staff: Staff) -> Self:
        """Return the cases joined to the reach rows of one range (cases/sight/ranges.py), less what walls close to him."""
        return self._open_to(held, staff)

    def opened_by(self, given: Q, staff: Staff) -> Self:
        """Return the cases that these dated accesses of a person open to him, less what walls close to him."""
        return self._open_to(given, staff, whole=True)

    def workable_by(self, staff: Staff) -> Self:
        """Return the cases that a person sees by his roles: a dated access lets him read, and do nothing."""
        if not rows_answer(staff):
            return self._reached(by_roles(staff), staff)
        reach = reach_by_rows(staff)
        return self._open_to(reach, staff) if reach else self.none()

    def readable_by(self, staff: Staff) -> Self:
        """Return the cases visible to a person, each with ``sealed_open`` and ``read_by``: what hangs on them is read with it."""
        return self.visible_to(staff).with_sealed_open(staff).annotate(read_by=Value(staff.pk))

    def for_the_auditor(self) -> Self:
        """Mark what is asked to explain the predicate: that a case is there and who reaches it, none of its words."""
        return self.filter(Mark(self.model._meta.db_table, EXPLAINED))

    def own_of(self, party: models.Model) -> Self:
        """Return the case of one of its people (cases/places/actors.py); what hangs on it is read by `own_of` too."""
        return self.filter(Mark(self.model._meta.db_table, OWN), parties=party.pk)

    def closed_to(self, staff: Staff) -> Self:
        """Return the cases that accuse a person or a unit over him, or that he keeps out of (Art. 28, 30)."""
        return self.filter(walled(staff))

    def with_sealed_open(self, staff: Staff) -> Self:
        """Annotate ``sealed_open``: may this person read the accusing part of the case?

        For who was given something to read for a time also ``access_given``: does that open this case to him, and
        ``access_alone``: does nothing else?
        """
        rows, given = self.annotate(sealed_open=_truth(sealed_open(staff))), by_access(accesses_of(staff))
        if not given:
            return rows
        return rows.annotate(access_given=_truth(given), access_alone=_truth(~(_by_roles(staff) or NOTHING)))

    def _open_to(self, reach: Q, staff: Staff, *, whole: bool = False) -> Self:
        seen = self.filter(_mark(self.model), reach, no_wall(staff, whole=whole))
        # Whoever acts for somebody still keeps out of what accuses himself.
        return seen.filter(no_wall(staff.hand, whole=True)) if staff.hand else seen

    def _reached(self, reach: Q, staff: Staff) -> Self:
        if not reach:
            return self.none()
        seen = self.filter(_mark(self.model), reach).exclude(walled(staff))
        # Whoever acts for somebody still keeps out of what accuses himself.
        return seen.exclude(walled(staff.hand)) if staff.hand else seen

    def holding(self, words: str) -> Self:
        """Return the cases whose number begins or ends with the words, or whose open text holds all of them.

        Each case is asked; how a list finds them quickly says cases/lists/searching.py.
        """
        return self.filter(Words(words).held())


class ReadableQuerySet(models.QuerySet[_C]):
    """Questions asked of what hangs on a case."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows of visible cases that are no part of the sealed one, or for whom it is open (Art. 30)."""
        return self.filter(_mark(self.model), self.in_sight(staff))

    def in_sight(self, staff: Staff) -> Q:
        """Return the same as a condition: for rows of which some have no case, and then a rule of their own."""
        return self._of(apps.get_model("cases", "Case")._default_manager.visible_to(staff), staff)

    def read_under(self, cases: CaseQuerySet[Any], staff: Staff) -> Self:
        """Return the readable rows to prefetch for visible cases: the parents were asked for, so only the part is asked."""
        assert cases.query.is_empty() or is_marked(cases.query.where), (
            "what hangs on cases is fetched with cases that came through visible_to"
        )
        return self.filter(_mark(self.model), self._of(cases.model._default_manager.all(), staff))

    def _of(self, cases: CaseQuerySet[Any], staff: Staff) -> Q:
        at = hanging_of(_name(self.model))
        cases = cases.filter(pk=OuterRef(at.case))
        if not at.every:
            opened = sealed_open(staff)
            if at.part:
                part = _held_by_its_leg() if at.by_leg else ExpressionWrapper(OuterRef(at.part), output_field=at.field)
                cases, opened = cases.alias(part=part), opened | at.clear("part")
            cases = cases.filter(opened)
        return each_has(cases)

    def read_with(self, case: models.Model) -> Self:
        """Return the rows of one case that came through Case.readable_by, by the same rule without asking it again."""
        read, at = vars(case), hanging_of(_name(self.model))
        assert "read_by" in read, "what hangs on a case is read with a case that was read by somebody"
        rows = self.filter(_mark(self.model), **{at.case: case.pk})
        return rows if read["sealed_open"] else rows.clear()

    def for_the_wall(self) -> Self:
        """Mark what the wall asks to refuse an act, or to know that a reason was given: it counts, and no row of it is shown."""
        return self.filter(Mark(self.model._meta.db_table, WALL))

    def for_everybody(self) -> Self:
        """Mark what an act has made public: rows that are written for readers without an account."""
        return self.filter(Mark(self.model._meta.db_table, PUBLISHED))

    def for_its_holder(self) -> Self:
        """Mark what is asked by a secret that only one person has: whose it is, told nobody else (Art. 21)."""
        return self.filter(Mark(self.model._meta.db_table, OWN))

    def own_of(self, party: Any) -> Self:
        """Return what one of the people of a case may read of it: of a sealed one no part that accuses (Art. 21, 30)."""
        rows = self.for_its_holder().filter(**{hanging_of(_name(self.model)).case: party.case_id})
        return rows.clear() if party.case.sealed else rows

    def clear(self) -> Self:
        """Return the rows that every reader of their case may read: of no leg that holds or held an accusation."""
        return self.filter(hanging_of(_name(self.model)).clear())


def reach_by_rows(staff: Staff) -> Q:
    """Return a person's reach by his roles, asked of the reach rows; an empty condition where he reaches nothing."""
    sight = sight_of(staff)
    return Q(InSight(sight)) if sight else Q()


def only_open(sight: Sight) -> Q:
    """Return the joined reach rows that are for everybody at their unit, or for this person alone."""
    return Q(reach_rows__only_for=None) | Q(reach_rows__only_for=sight.staff)


def no_wall(staff: Staff, *, whole: bool = False) -> Q:
    """Return that no wall closes a case to a person, beside those that the rows leave out; ``whole``: every wall."""
    return Q(NotClosed(staff.pk, above(staff) if whole else sight_of(staff).walls))


def _by_roles(staff: Staff) -> Q:
    return reach_by_rows(staff) if rows_answer(staff) else by_roles(staff)


def _held_by_its_leg() -> Subquery:
    """Whether the leg of the row at hand held an accusation; looked up where it matters, instead of joined to every row."""
    legs = apps.get_model("cases", "Leg")._default_manager.filter(pk=OuterRef(OuterRef("leg")))
    return Subquery(legs.values("held_accusation")[:1])


def _truth(condition: Q) -> "ExpressionWrapper[Any]":
    return ExpressionWrapper(condition, output_field=BooleanField())


def _name(model: type[models.Model]) -> str:
    return str(model._meta.model_name)


def _mark(model: type[models.Model]) -> Mark:
    return Mark(model._meta.db_table)
