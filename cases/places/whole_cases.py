"""The cases of which a person may read everything: what a record of a room says of a case is said to nobody else."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from cases.models import Case
from cases.sight.each import each_has
from cases.sight.predicate import sealed_open
from cases.sight.querysets import CaseQuerySet
from organizations.models import Staff


def whole_to(staff: Staff) -> CaseQuerySet[Case]:
    """Return the cases that a person sees and whose accusing part, where there is one, is open to him (Art. 30)."""
    return Case.objects.visible_to(staff).filter(sealed_open(staff))


def of_whole_case(staff: Staff, field: str = "case") -> Q:
    """Return that the case which a row names is wholly open to a person; asked of each row at hand."""
    return each_has(whole_to(staff).filter(pk=OuterRef(field)))


def all_whole(staff: Staff, rows: QuerySet[Any]) -> Q:
    """Return that there is none of these rows, each of a case, whose case is not wholly open to a person."""
    return ~each_has(rows.exclude(of_whole_case(staff)))
