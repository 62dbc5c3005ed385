"""What proves that the petitioner was answered: the letters he was sent, each with how it reached him."""

from cases.models import Case, Document
from law.remedies import OPINIONS
from law.service import EXIT_NOTICES
from law.vocabulary import Letter
from organizations.papers.serving import service_words

_ANSWERS = (*OPINIONS, Letter.MEDIATION_AGREEMENT, *EXIT_NOTICES)


def receipt_lines(case: Case) -> list[str]:
    """Return a line a letter that answers the petitioner: its name, its number, how and when it reached him, the oldest first."""
    letters = case.documents.filter(kind__in=_ANSWERS).prefetch_related("services").order_by("pk")
    return [f"《{letter.title}》（{letter.number}）：{_how(letter)}" for letter in letters]


def _how(letter: Document) -> str:
    return "；".join(service_words(each) for each in letter.services.all()) or "尚未送达"
