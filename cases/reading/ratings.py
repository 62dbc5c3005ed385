"""Who reads a single rating, and how it reads: the office. A unit learns of its own only as monthly figures of five and more."""

from cases.models import Leg, Rating
from cases.openings.rating import stands_there
from cases.places.actors import said_by
from cases.reading.proceeding import Proceeding, ProceedingKind, said
from law.ratings import Rated
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff, Unit


def reads_rating(by: Staff, row: Rating, office: Unit) -> bool:
    """Tell whether a person reads one rating: who may write one down at the office, and not of his own unit's answer."""
    return may(by, Act.RATE, at=office) and (row.rated == Rated.OFFICE or not stands_there(by, row.unit))


def rating_line(leg: Leg, row: Rating) -> Proceeding:
    """Return the line of a rating."""
    status = f"{row.get_rated_display()}“{row.unit.name}”：{row.get_score_display()}"
    details = said(("文书", row.document.number), ("评价方式", row.get_way_display()), ("信访人的话", row.words))
    return Proceeding(ProceedingKind.RATING, leg.pk, leg.unit.name, row.on, said_by(row.by), status, row.on, details)
