"""By which letter an organ answers a demand: an opinion on path six alone, else a letter of its own (Art. 29-32)."""

from calendar import monthrange
from datetime import date

from law.paths import asks_for_a_duty
from law.vocabulary import Kind, Letter, Path

_BY_KIND = {Kind.SUGGESTION: Letter.SUGGESTION_REPLY, Kind.ACCUSATION: Letter.ACCUSATION_REPLY}
# The opinion first: it alone opens a window.
ANSWERS = (
    Letter.HANDLING_OPINION,
    Letter.DUTY_REPLY,
    Letter.PROCEDURE_REPLY,
    Letter.SUGGESTION_REPLY,
    Letter.ACCUSATION_REPLY,
)


def answered_by(kind: Kind | None, path: Path | None) -> Letter:
    """Return the letter that answers a demand; what is not yet determined goes path six, as its clock does."""
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if path in (None, Path.PETITION_PROCEDURE):
        return Letter.HANDLING_OPINION
    return Letter.DUTY_REPLY if asks_for_a_duty(kind, path) else Letter.PROCEDURE_REPLY


def days_of_months(since: date, months: int) -> int:
    """Return how many days so many months are from a day on: to the same day of the month, or to its last one."""
    years, month = divmod(since.month - 1 + months, 12)
    year, month = since.year + years, month + 1
    return (date(year, month, min(since.day, monthrange(year, month)[1])) - since).days
