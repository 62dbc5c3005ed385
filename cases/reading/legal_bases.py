"""The library of legal bases: what comes with the program and what a district keeps, searched, and held against what is cited."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from cases.models import LegalBasis
from law.bases import Basis, Level, citations, fault_of, same_law, shipped
from organizations.models import Staff

MOST = 20
_MOST_WORDS = 5


def bases_for(staff: Staff, words: str, *, on: date, most: int = MOST) -> list[Basis]:
    """Return the bases in which all of the words stand, those valid on a day first; one query.

    Titles and articles before texts.
    """
    asked = words.replace("\x00", "").replace("《", " ").replace("》", " ").split()[:_MOST_WORDS]
    kept = _kept(staff).filter(*(_holding(word[:40]) for word in asked))
    rows = [*(row for row in shipped() if all(_holds(row, word) for word in asked)), *map(basis_of, kept[: most * 5])]
    return sorted(rows, key=lambda row: (not row.valid_on(on), not _named(row, asked)))[:most]


def unfit_citations(staff: Staff, text: str, on: date) -> list[str]:
    """Return, in sentences, which of the laws that a text cites were not valid on a day; what nobody keeps is not judged."""
    cited = citations(text)
    if not cited:
        return []
    titles = {title for name, _ in cited for title in same_law(name)}
    known = [row for row in shipped() if row.title in titles]
    known += map(basis_of, _kept(staff).filter(title__in=titles))
    return [said for title, article in cited if (said := fault_of(title, article, known, on))]


def basis_of(row: LegalBasis) -> Basis:
    """Return what a row says."""
    return Basis(row.title, row.article, row.text, Level(row.level), row.valid_from, row.valid_to)


def _kept(staff: Staff) -> "QuerySet[LegalBasis]":
    """Return what the person's district keeps, and the house."""
    return LegalBasis.objects.filter(Q(district=staff.unit.district_id) | Q(district=None))


def _holding(word: str) -> Q:
    return Q(title__icontains=word) | Q(article__icontains=word) | Q(text__icontains=word)


def _holds(row: Basis, word: str) -> bool:
    return any(word in part for part in (row.title, row.article, row.text))


def _named(row: Basis, words: Iterable[str]) -> bool:
    return all(word in row.cited for word in words)
