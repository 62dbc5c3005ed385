"""The draft of a leg before it is submitted and signed: what it still lacks, and where to read it as a letter."""

from typing import Any

from cases.models import Leg
from cases.openings.missing import missing_in_draft
from cases.reading.case_file import CaseFile
from kit.addresses import address_of
from law.vocabulary import Act

_SIGNING = (Act.SUBMIT, Act.ISSUE)


def draft_beside(file: CaseFile, act: Act, leg: Leg | None) -> dict[str, Any]:
    """Return {preview_url, missing} for the dialogs of submitting and signing; nothing for others."""
    return _draft(file, leg) if act in _SIGNING and leg else {}


def draft_of_group(file: CaseFile, leg: Leg) -> dict[str, Any]:
    """Return the same for whoever may submit or sign a leg now, or only lacks something for it."""
    able = {each.act for each in (*file.openings, *file.closed) if each.leg == leg}
    return _draft(file, leg) if able & set(_SIGNING) else {}


def _draft(file: CaseFile, leg: Leg) -> dict[str, Any]:
    return {
        "preview_url": address_of("cases:preview", file.case.pk, leg.pk),
        "missing": missing_in_draft(file.case, leg),
    }
