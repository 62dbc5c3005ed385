"""Whether what an answer cites was in force, said before it is kept (Art. 32)."""

from datetime import date

from cases.forms.base import ActForm
from cases.models import Leg
from cases.reading.case_file import CaseFile
from cases.reading.legal_bases import unfit_citations


def citing(_file: CaseFile, _leg: Leg, form: ActForm, on: date) -> list[str]:
    """Which laws that are cited so far are not valid today; it warns, and refuses nothing."""
    return unfit_citations(form.by, str(form["legal_basis"].value() or ""), on)
