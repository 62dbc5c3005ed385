"""Letters as files, of cases and of records: as PDF or Word, each noted in the journal."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

from kit.paper.pdf import letters_pdf
from kit.paper.word import CONTENT_TYPE, letter_docx
from kit.web import file_answer
from organizations.journal.noting import note
from organizations.journal.verbs import LETTER_SAVED
from organizations.models import Staff

PDF = "application/pdf"


def pdf_answer(letters: Sequence[Any], name: str, staff: Staff) -> HttpResponse:
    """Return letters (kit.paper.papers.Paper, each a row) as one PDF to look at and print; note who printed them."""
    about = letters[0] if len(letters) == 1 else None
    note(LETTER_SAVED, by=staff, about=about, letters=len(letters), format="pdf")
    return file_answer(letters_pdf(letters), PDF, f"{name}.pdf", saved=False)


def word_answer(letter: Any, staff: Staff) -> HttpResponse:
    """Return a letter as a Word file to save, and note who saved it."""
    note(LETTER_SAVED, by=staff, about=letter, letters=1, format="docx")
    return file_answer(letter_docx(letter), CONTENT_TYPE, f"{letter.number}.docx", saved=True)
