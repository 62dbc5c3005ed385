"""研判单: the open disputes of a town, what is due first, each with what was decided of it last."""

from datetime import date

from django.db.models import F, Q

from cases.lists.paging import Page, page_by
from organizations.models import Staff, Unit
from screening.disputes.reading import ALONG, BY_DUE
from screening.models import Dispute, Judgement
from screening.models.words import DisputeState

_OPEN = (DisputeState.OPEN, DisputeState.PASSED)


def page_of_sheet(staff: Staff, town: Unit, *, after: str = "", before: str = "", size: int = 100) -> Page:
    """Return a page of the open disputes found in a town or worked on there. Raises Refused: key_broken, one_direction."""
    here = Q(found_at__path__startswith=town.path) | Q(unit=town)
    rows = Dispute.objects.readable_by(staff).filter(here, state__in=_OPEN).select_related(*ALONG)
    return page_by(BY_DUE, rows.annotate(place=F("due_on")), after=after, before=before, size=size)


def ways_of(keys: list[int]) -> dict[int, tuple[date, str]]:
    """Return when and what was decided last of disputes that were read through their rule, by their keys."""
    rows = Judgement.objects.filter(dispute__in=keys).order_by("dispute", "-on", "-id").distinct("dispute")
    return {key: (on, way) for key, on, way in rows.values_list("dispute", "on", "way")}
