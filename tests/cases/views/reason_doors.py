"""Papers with names at their doors: their addresses, what they say, and which reasons the chain holds."""

import io
from typing import Any

from django.test import Client
from docx import Document as Word

from cases.models import Document
from law.vocabulary import Act, Letter
from organizations.models import Staff
from tests.walks import Walk

KEYS = ("联系", "送达", "当面核对")


def letter(walk: Walk, kind: Letter = Letter.HANDLING_OPINION) -> Document:
    found: Document = walk.case.documents.get(kind=kind)
    return found


def page_of(walk: Walk, kind: Letter = Letter.HANDLING_OPINION) -> str:
    return f"/cases/{walk.case.pk}/letters/{letter(walk, kind).pk}/"


def file_of(walk: Walk, ending: str = "pdf", kind: Letter = Letter.HANDLING_OPINION) -> str:
    return f"/cases/{walk.case.pk}/letters/{letter(walk, kind).pk}.{ending}"


def doors(walk: Walk) -> dict[str, str]:
    """Every address that gives the opinion's names as a file."""
    pk, issued = letter(walk).pk, letter(walk).issued_on.isoformat()
    return {
        "pdf": file_of(walk),
        "docx": file_of(walk, "docx"),
        "receipt of service": f"/cases/{walk.case.pk}/forms/service_receipt.pdf?document={pk}",
        "registration form": f"/cases/{walk.case.pk}/forms/registration_form.pdf",
        "day": f"/letters/day.pdf?on={issued}",
    }


def said(answer: Any) -> str:
    """The words of an answer, of a Word file too."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        return "\n".join(paragraph.text for paragraph in Word(io.BytesIO(content)).paragraphs)
    return str(content.decode("utf-8", "replace"))


def looks(walk: Walk, by: Staff | None = None) -> list[tuple[str, str]]:
    """Who gave which reason, in order."""
    events = walk.case.events.filter(act=Act.UNMASK).order_by("sequence").select_related("by", "words")
    return [(event.by.username, event.words.text) for event in events if by in (None, event.by)]


def come_back(client: Client, address: str, **reason: str) -> Any:
    """Send a reason to the page that asked and follow it back to the same address."""
    answer = client.post(address, reason)
    assert (answer.status_code, answer["Location"]) == (302, address), said(answer)[:300]
    return client.get(address)
