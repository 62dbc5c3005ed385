"""An envelope as lists, its page and its slip show it."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import mark_safe

from kit.days import day_words
from kit.masking import mask_address, mask_name
from reception.envelopes.barcodes import barcode_svg
from reception.models import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition

_TONES = {EnvelopeState.OPENED: "new", EnvelopeState.REGISTERED: "closed", EnvelopeState.SET_ASIDE: "stopped"}
COLUMNS = [
    {"label": "信封号", "kind": "short"},
    {"label": "收到日期", "kind": "date"},
    {"label": "邮件", "kind": "middle"},
    {"label": "寄信人", "kind": "short"},
    {"label": "登记", "kind": "wide"},
]
BATCH_COLUMNS = [
    {"label": "收到日期", "kind": "date"},
    {"label": "封数", "kind": "num"},
    {"label": "拆封", "kind": "middle"},
]


def state_badge(envelope: Envelope) -> dict[str, str]:
    """Return the state of an envelope, as the tag draws it."""
    state = EnvelopeState(envelope.state)
    return {"label": state.label, "tone": _TONES[state]}


def envelope_line(envelope: Envelope) -> dict[str, Any]:
    """Return an envelope as components/lines.html draws it; who wrote is masked in lists."""
    mail = " ".join(filter(None, [EnvelopeKind(envelope.kind).label, envelope.mail_number]))
    cells = [
        {"label": "信封号", "text": envelope.number},
        {"label": "收到日期", "text": f"{envelope.received_on:%Y-%m-%d}"},
        {"label": "邮件", "text": mail},
        {"label": "寄信人", "text": mask_name(envelope.sender)},
        {"label": "登记", "text": _became(envelope)},
    ]
    return {"url": envelope.get_absolute_url(), "cells": cells}


def _became(envelope: Envelope) -> str:
    if envelope.case:
        return f"{envelope.case.number}"
    if envelope.why:
        return f"{NoPetition(envelope.why).label}{f'（{envelope.remark}）' if envelope.remark else ''}"
    return EnvelopeState(envelope.state).label


def envelope_facts(envelope: Envelope) -> list[dict[str, Any]]:
    """Return what is known of an envelope, as components/definitions.html draws it."""
    by = f"{envelope.settled_by.name}，{day_words(envelope.settled_on)}" if envelope.settled_by else ""
    facts = [
        ("信封号", envelope.number),
        ("收到日期", day_words(envelope.received_on)),
        ("邮件种类", EnvelopeKind(envelope.kind).label),
        ("挂号、快递号", envelope.mail_number),
        ("邮戳日期", day_words(envelope.postmarked_on) if envelope.postmarked_on else ""),
        ("寄信人", mask_name(envelope.sender)),
        ("寄信地址", mask_address(envelope.sender_address)),
        ("不作登记的原因", _became(envelope) if envelope.why else ""),
        ("登记人", by),
    ]
    found: list[dict[str, Any]] = [{"label": label, "value": value} for label, value in facts if value]
    if envelope.case:
        case_url = reverse("cases:case", args=[envelope.case_id])
        found.append({"label": "信访件", "value": envelope.case.number, "url": case_url})
    return found


def batch_line(batch: EnvelopeBatch) -> dict[str, Any]:
    """Return a batch as components/lines.html draws it."""
    cells = [
        {"label": "收到日期", "text": f"{batch.received_on:%Y-%m-%d}"},
        {"label": "封数", "text": str(batch.count), "kind": "num"},
        {"label": "拆封", "text": opened_by(batch)},
    ]
    return {"url": batch.get_absolute_url(), "cells": cells}


def opened_by(batch: EnvelopeBatch) -> str:
    """Say who opened a batch, and who stood by."""
    return f"{batch.opened_by.name}{f'，在场人{batch.witness}' if batch.witness else ''}"


def slip(envelope: Envelope) -> dict[str, Any]:
    """Return the slip of an envelope: its number in bars and digits, the day; no name."""
    return {
        "number": envelope.number,
        # Made here of digits and dashes only.
        "bars": mark_safe(barcode_svg(envelope.number)),  # noqa: S308
        "received_on": envelope.received_on,
        "kind": EnvelopeKind(envelope.kind).label,
        "unit": envelope.unit.short_name,
    }
