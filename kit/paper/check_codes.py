"""The check code of a letter: on its paper beside the number, never the query code of a petitioner."""

from django.conf import settings

from kit.paper.papers import Paper
from kit.sealed_fields import digest_of
from vault.digests import sm3

CODE_LENGTH = 32


def check_code(paper: Paper) -> str:
    """Return the keyed SM3 digest of a letter's unit, number, date and words, as 32 hexadecimal digits.

    Written once when the letter is made: it stays when the keys are rotated.
    """
    words = sm3(paper.content.encode())
    named = f"{paper.unit_id}|{paper.kind}|{paper.number}|{paper.issued_on.isoformat()}|{words}"
    return digest_of(named)[:CODE_LENGTH]


def printed_code(code: str) -> str:
    """Return a check code as people read it out: eight groups of four."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4)).upper()


def typed_code(text: str) -> str:
    """Return the check code in what was scanned or typed: an address, groups of four, large or small letters."""
    last = text.strip().split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return "".join(ch for ch in last.lower() if ch in "0123456789abcdef")[:CODE_LENGTH]


def qr_text(paper: Paper) -> str:
    """Return what the QR code of a letter holds: its number and check code, behind the site's address if it has one."""
    if not paper.check_code:
        return ""
    return f"{settings.XINFANG_SITE}/s/{paper.check_code}?n={paper.number}"
