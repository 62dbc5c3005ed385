"""How a letter was served: what a way of serving needs, which days fit, and the sentence that says it (law/service.py)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kit.days import day_words
from kit.masking import mask_name
from law.errors import Refused
from law.service import assert_servable, deemed_received_on
from law.vocabulary import ServiceMethod
from organizations.models.papers import AnyService

_SENT_FIRST = (ServiceMethod.POST, ServiceMethod.ELECTRONIC, ServiceMethod.ANNOUNCEMENT)


@dataclass(frozen=True, kw_only=True)
class Serving:
    """How, when, and who signed, as it was typed. ``consent``: how the addressee agreed to electronic service."""

    method: ServiceMethod
    sent_on: date | None = None
    mail_number: str = ""
    received_on: date | None = None
    receiver: str = ""
    witness: str = ""
    consent: str = ""
    note: str = ""


def served(how: Serving, *, issued_on: date, on: date) -> dict[str, Any]:
    """Return the columns of a service: sent today where no day is said, received as the way of serving says.

    Raises Refused: consent_missing, witness_missing, receipt_computed, date_unfit.
    """
    assert_servable(how.method, witness=how.witness, consent=how.consent, received_on=how.received_on)
    sent_on = how.sent_on or on
    received_on = how.received_on if how.received_on or how.method in _SENT_FIRST else sent_on
    assert_day_fits(sent_on, earliest=issued_on, on=on)
    if received_on:
        assert_day_fits(received_on, earliest=sent_on, on=on)
    return {
        "method": how.method,
        "sent_on": sent_on,
        "mail_number": written_number(how.mail_number),
        "received_on": received_on or deemed_received_on(how.method, sent_on),
        "receiver": how.receiver,
        "witness": how.witness,
        "note": how.note,
    }


def written_number(typed: str) -> str:
    """Return the number of a piece of mail as it is kept and looked for: capitals, no spaces."""
    return "".join(typed.split()).upper()


def assert_day_fits(day: date, *, earliest: date, on: date) -> None:
    """Refuse a day before what it follows, or ahead. Raises Refused date_unfit."""
    if not earliest <= day <= on:
        raise Refused("date_unfit", f"日期{day}应在{earliest}与今天{on}之间，请核对。", "第三十五条")


def service_words(service: AnyService) -> str:
    """Say in one sentence how a letter was served; who signed is masked."""
    parts = [
        ServiceMethod(service.method).label,
        f"{day_words(service.sent_on)}发出",
        f"邮件号码{service.mail_number}" if service.mail_number else "",
        _arrived(service),
        f"签收人{mask_name(service.receiver)}" if service.receiver else "",
        f"见证人{mask_name(service.witness)}" if service.witness else "",
        service.note,
    ]
    return "，".join(filter(None, parts))


def _arrived(service: AnyService) -> str:
    if service.returned_on:
        return f"{day_words(service.returned_on)}退回（{service.returned_reason}）"
    if service.received_on is None:
        return "尚未登记收到日期"
    by_law = service.method == ServiceMethod.ANNOUNCEMENT
    return f"{day_words(service.received_on)}视为送达" if by_law else f"{day_words(service.received_on)}收到"
