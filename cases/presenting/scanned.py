"""What the phone shows when the QR code of a letter is scanned: which letter, how it stands, what can be recorded."""

from typing import Any

from django.urls import reverse

from cases.models import Document
from cases.openings.letters import on_its_way
from cases.presenting.marks import opening_url
from cases.presenting.papers import letter_url
from cases.reading.case_file import CaseFile
from law.answers import ANSWERS
from law.vocabulary import Act, Letter, ServiceMethod
from organizations.papers.serving import service_words

_OPINIONS = (*ANSWERS, Letter.REEXAM_OPINION, Letter.REVIEW_OPINION)
_AT_DISPATCH = (
    (ServiceMethod.POST, "邮寄发出"),
    (ServiceMethod.IN_PERSON, "当面送达"),
    (ServiceMethod.LEFT_WITH_WITNESS, "留置送达"),
)


def scanned_page(file: CaseFile, document: Document) -> dict[str, Any]:
    """Return the context of cases/scanned.html: facts, services, and big buttons for what is open to this person."""
    facts = [
        {"label": "文书", "value": Letter(document.kind).label, "note": document.number},
        {"label": "出具", "value": document.unit.name, "note": f"{document.issued_on:%Y-%m-%d}"},
        {"label": "信访件", "value": file.case.number, "url": reverse("cases:case", args=[file.case.pk])},
    ]
    return {
        "title": document.number,
        "facts": facts,
        "buttons": buttons(file, document),
        "letter_url": letter_url(document),
        "services": [service_words(service) for service in document.services.all()],
    }


def buttons(file: CaseFile, document: Document) -> list[dict[str, str]]:
    """Return [{label, url, tone}]: sending it while it lies here, receipt or return while it is on its way."""
    if on_its_way(document):
        received = _button(file, document, Act.RECORD_RECEIPT, "已经收到") if document.kind in _OPINIONS else []
        return [*received, *_button(file, document, Act.RECORD_RETURN, "被退回来了")]
    if any(service.returned_on is None for service in document.services.all()):
        return []
    act = Act.SERVE if document.kind in _OPINIONS else Act.NOTIFY
    return [
        button for method, label in _AT_DISPATCH for button in _button(file, document, act, label, method=str(method))
    ]


def attach_url(file: CaseFile, document: Document) -> str:
    """Return the address at which the sealed scan of a letter is attached, "" where that is not open to this person."""
    found = _button(file, document, Act.ATTACH_SCAN, "")
    return found[0]["url"] if found else ""


def _button(file: CaseFile, document: Document, act: Act, label: str, **more: str) -> list[dict[str, str]]:
    found = (o for o in file.openings if o.act is act and o.leg and o.leg.pk == document.leg_id)
    return [
        {"label": label, "url": opening_url(opening, file.case.pk, document=document.pk, **more), "tone": "primary"}
        for opening in found
    ]
