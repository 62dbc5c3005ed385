"""Forms to print: records and blanks that are sent to nobody, drawn from the case file as one person may read it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.models import Document, Leg
from cases.openings.remedies import undisputable
from cases.printing.approval_slip import approval_slip, slip_rows
from cases.printing.paper_rows import (
    Drawn,
    coordination_minutes,
    extension_approval,
    investigation_report,
    registration_form,
    remedy_request,
    service_receipt,
)
from cases.reading.case_file import CaseFile
from cases.sight.out_of_reach import not_found
from kit.days import day_words
from kit.paper.pdf import sheets_pdf
from law.remedies import COURSES, RemedyKind
from law.vocabulary import Movement
from law.words import Word
from organizations.models import Staff

_TOGETHER = (Movement.CO_HANDLE, Movement.CONSULT)


class PaperForm(Word):
    """表单."""

    REGISTRATION_FORM = "registration_form", "信访事项登记表"
    SERVICE_RECEIPT = "service_receipt", "送达回证"
    REEXAM_REQUEST = "reexam_request", "复查申请书"
    REVIEW_REQUEST = "review_request", "复核申请书"
    EXTENSION_APPROVAL = "extension_approval", "延长办理期限审批表"
    INVESTIGATION_REPORT = "investigation_report", "调查报告"
    COORDINATION_MINUTES = "coordination_minutes", "协调会议纪要"
    APPROVAL_SLIP = "approval_slip", "信访事项呈批单"


# These name the people of the case; the others are of the work alone. The receipt goes with the letter it is for.
_NAMING = (PaperForm.REGISTRATION_FORM, PaperForm.REEXAM_REQUEST, PaperForm.REVIEW_REQUEST, PaperForm.APPROVAL_SLIP)


@dataclass(frozen=True)
class Printable:
    """One form that can be printed now: of the case, of a leg, or of a letter."""

    form: PaperForm
    leg: Leg | None = None
    document: Document | None = None

    @property
    def names(self) -> bool:
        """Tell whether the form names the people of the case."""
        return self.form in _NAMING

    @property
    def of(self) -> str:
        """Return whose form it is, for the list."""
        if self.document:
            return f"{self.document.get_kind_display()} {self.document.number}"
        return self.leg.unit.name if self.leg else ""


def _has_evidence(leg: Leg, _by: Staff) -> bool:
    replied = any(h.replied_on and h.movement != Movement.REMEDY for h in leg.hand_offs.all())
    return bool(leg.inquiries.all()) or bool(leg.assessments.all()) or replied


def _was_coordinated(leg: Leg, _by: Staff) -> bool:
    met = any(h.movement in _TOGETHER and h.replied_on for h in leg.hand_offs.all())
    return met or any(each.above_the_sender and each.decided_on for each in leg.objections.all())


def _disputable(kind: RemedyKind) -> Callable[[Leg, Staff], bool]:
    return lambda leg, _by: undisputable(leg, COURSES[kind]) is None


_OF_LEG: dict[PaperForm, Callable[[Leg, Staff], bool]] = {
    PaperForm.REEXAM_REQUEST: _disputable(RemedyKind.REEXAMINATION),
    PaperForm.REVIEW_REQUEST: _disputable(RemedyKind.REVIEW),
    PaperForm.EXTENSION_APPROVAL: lambda leg, _by: bool(leg.extensions.all()),
    PaperForm.INVESTIGATION_REPORT: _has_evidence,
    PaperForm.COORDINATION_MINUTES: _was_coordinated,
}
_DRAW_REQUEST = {PaperForm.REEXAM_REQUEST: RemedyKind.REEXAMINATION, PaperForm.REVIEW_REQUEST: RemedyKind.REVIEW}
_DRAW_LEG: dict[PaperForm, Callable[[CaseFile, Leg], Drawn]] = {
    PaperForm.EXTENSION_APPROVAL: extension_approval,
    PaperForm.INVESTIGATION_REPORT: investigation_report,
    PaperForm.COORDINATION_MINUTES: coordination_minutes,
}


def printable_forms(file: CaseFile, by: Staff) -> list[Printable]:
    """Return the forms that a person who reads the file itself can print of it now; no query is made."""
    return list(_printable(file, by)) if file.whole else []


def _printable(file: CaseFile, by: Staff) -> Iterator[Printable]:
    yield Printable(PaperForm.REGISTRATION_FORM)
    if slip_rows(file, by):
        yield Printable(PaperForm.APPROVAL_SLIP)
    for leg in file.legs:
        for form, open_on in _OF_LEG.items():
            if open_on(leg, by):
                yield Printable(form, leg=leg)
    for document in file.documents:
        yield Printable(PaperForm.SERVICE_RECEIPT, document=document)


def form_asked(
    file: CaseFile, by: Staff, form: str, *, leg_id: int | None = None, document_id: int | None = None
) -> Printable:
    """Return the form that was asked for. Raises Refused not_found: also where there is nothing to print."""
    forms = printable_forms(file, by)
    found = next((each for each in forms if _asked(each, form, leg_id, document_id)), None)
    if found is None:
        raise not_found()
    return found


def form_pdf(file: CaseFile, form: Printable, on: date, *, names: bool) -> tuple[str, bytes]:
    """Return the name and the PDF of a form; without ``names`` those of people are masked. Raises Refused glyph_missing."""
    name = f"{form.form.label}{file.case.number}"
    return name, sheets_pdf([_sheet(file, form, on, names=names)], title=name, dated=on)


def _asked(each: Printable, form: str, leg_id: int | None, document_id: int | None) -> bool:
    leg = each.leg.pk if each.leg else None
    document = each.document.pk if each.document else None
    return (each.form, leg, document) == (form, leg_id, document_id)


def _sheet(file: CaseFile, what: Printable, on: date, *, names: bool) -> dict[str, Any]:
    if what.document:
        drawn = service_receipt(file, what.document, names=names)
    elif what.leg and what.form in _DRAW_REQUEST:
        drawn = remedy_request(file, what.leg, _DRAW_REQUEST[what.form], names=names)
    elif what.leg:
        drawn = _DRAW_LEG[what.form](file, what.leg)
    elif what.form is PaperForm.APPROVAL_SLIP:
        drawn = approval_slip(file, names=names)
    else:
        drawn = registration_form(file, names=names)
    return {
        "layout": "form-1",
        "title": what.form.label,
        "number": file.case.number,
        "rows": drawn.rows,
        "signed": drawn.signed,
        "note": drawn.note,
        "printed_on": day_words(on),
    }
