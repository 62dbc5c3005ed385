"""Letters with their service records, and the files of a case."""

from typing import Any

from django.urls import reverse

from cases.models import Document, Service
from cases.reading.case_file import CaseFile
from kit.days import day_words
from kit.masking import mask_name
from law.vocabulary import Letter, ServiceMethod

_KIB = 1024


def document_lines(file: CaseFile) -> list[dict[str, Any]]:
    """Return the letters of the file, newest first, each with its address and how it was served."""
    return [
        {
            "kind": Letter(document.kind).label,
            "number": document.number,
            "unit": document.unit.name,
            "issued_on": document.issued_on,
            "url": letter_url(document),
            "services": [service_words(service) for service in document.services.all()] + corrected(document),
            "scans": scan_lines(document),
        }
        for document in sorted(file.documents, key=lambda document: -document.pk)
    ]


def corrected(document: Document) -> list[str]:
    """Say by which sheets a letter was corrected; its own words stay as they went out."""
    return [f"已更正，见更正单{each.sheet.number}" for each in document.corrections.all()]


def scan_lines(document: Document) -> list[dict[str, Any]]:
    """Return the sealed scans of a letter, with their size and digest."""
    return [
        {
            "url": reverse("cases:scan_file", args=[document.case_id, document.pk, each.pk]),
            "name": each.name,
            "size": _size(each.size),
            "sm3": each.sm3,
            "on": each.on,
        }
        for each in document.scans.all()
    ]


def letter_url(document: Document) -> str:
    """Return the address of a letter's page."""
    return reverse("cases:letter", args=[document.case_id, document.pk])


def service_words(service: Service) -> str:
    """Say in one sentence how a letter was served; who signed is masked."""
    parts = [
        ServiceMethod(service.method).label,
        f"{day_words(service.sent_on)}发出",
        _arrived(service),
        f"签收人{mask_name(service.receiver)}" if service.receiver else "",
        f"见证人{mask_name(service.witness)}" if service.witness else "",
        service.note,
    ]
    return "，".join(filter(None, parts))


def _arrived(service: Service) -> str:
    if service.returned_on:
        return f"{day_words(service.returned_on)}退回（{service.returned_reason}）"
    if service.received_on is None:
        return "尚未登记收到日期"
    by_law = service.method == ServiceMethod.ANNOUNCEMENT
    return f"{day_words(service.received_on)}视为送达" if by_law else f"{day_words(service.received_on)}收到"


def letter_page(document: Document) -> dict[str, Any]:
    """Return a letter as components/letter.html draws it: addressee, paragraphs, who signs and when."""
    return {
        "title": Letter(document.kind).label,
        "number": document.number,
        **letter_parts(document.content),
        "signed_by": document.unit.name,
        "signed_on": document.issued_on,
    }


def letter_parts(content: str) -> dict[str, Any]:
    """Return {to, paragraphs} of a letter's words: a first line that ends in a colon is the addressee."""
    lines = [line.strip() for line in content.splitlines() if line.strip()]
    to = lines.pop(0).removesuffix("：") if lines and lines[0].endswith("：") else ""
    return {"to": to, "paragraphs": lines}


def attachment_lines(file: CaseFile) -> list[dict[str, Any]]:
    """Return the files that came with the case, with their size and digest."""
    return [
        {
            "url": reverse("cases:attachment", args=[each.pk]),
            "name": f"{each.title}（{each.name}）" if each.title else each.name,
            "size": _size(each.size),
            "type": each.content_type,
            "sm3": each.sm3,
            "added_at": each.added_at,
        }
        for each in file.attachments
    ]


def _size(count: int) -> str:
    return f"{count / _KIB / _KIB:.1f} MB" if count >= _KIB * _KIB else f"{max(count // _KIB, 1)} KB"
