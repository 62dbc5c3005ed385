"""Numbers of letters, without gaps: one series a unit, kind of letter and year for the whole house."""

from django.db.models import F

from organizations.models import Unit
from organizations.models.papers import PaperCounter


def next_number(unit: Unit, kind: str, year: int, *, word: str) -> str:
    """Return the next 机关代字〔年〕n号; inside the act's transaction, so that a refused act leaves no gap.

    ``word``: the 文种代字 behind the unit's 机关代字.
    """
    row, _ = PaperCounter.objects.select_for_update().get_or_create(unit=unit, kind=kind, year=year)
    PaperCounter.objects.filter(pk=row.pk).update(last=F("last") + 1)
    prefix = unit.document_prefix or f"{unit.short_name}信"
    return f"{prefix}{word}〔{year}〕{row.last + 1}号"
