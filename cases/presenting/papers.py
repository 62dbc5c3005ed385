"""Letters with their service records, and the files of a case."""

from typing import Any

from django.urls import reverse

from cases.models import Document
from cases.reading.case_file import CaseFile
from kit.stored_files import size_words
from law.vocabulary import Letter
from organizations.papers.serving import service_words


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
            "size": size_words(each.size),
            "sm3": each.sm3,
            "on": each.on,
        }
        for each in document.scans.all()
    ]


def letter_url(document: Document) -> str:
    """Return the address of a letter's page."""
    return reverse("cases:letter", args=[document.case_id, document.pk])


def attachment_lines(file: CaseFile) -> list[dict[str, Any]]:
    """Return the files that came with the case, with their size and digest."""
    return [
        {
            "url": reverse("cases:attachment", args=[each.pk]),
            "name": f"{each.title}（{each.name}）" if each.title else each.name,
            "size": size_words(each.size),
            "type": each.content_type,
            "sm3": each.sm3,
            "added_at": each.added_at,
        }
        for each in file.attachments
    ]
