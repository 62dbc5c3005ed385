"""What a village informant or a consulted unit sees: what was asked, by whom, until when, and one big button."""

from datetime import date
from typing import Any

from cases.models import HandOff
from cases.presenting.heading import heading
from cases.presenting.marks import opening_url
from cases.reading.case_file import CaseFile
from law.nearness import tone, words
from law.vocabulary import Act, Movement

_ASKED = dict.fromkeys(Movement, "转来{}") | {
    Movement.DELEGATE: "请{}核查",
    Movement.CONSULT: "征求{}的意见",
    Movement.CO_HANDLE: "请{}协办",
    Movement.GUIDANCE: "向{}请示",
}


def asked_page(file: CaseFile, on: date) -> dict[str, Any]:
    """Return the context of cases/asked.html: each request with its demands; nothing else of the case."""
    requests = [_request(hand_off, file, on) for hand_off in file.hand_offs]
    requests.sort(key=lambda request: bool(request["replied_on"]))
    return {**heading(file), "requests": requests}


def _request(hand_off: HandOff, file: CaseFile, on: date) -> dict[str, Any]:
    own = [o for o in file.openings if o.hand_off and o.hand_off.pk == hand_off.pk]
    opening = next((o for o in own if o.act is not Act.DEFER_REPLY), None)
    delay = next((o for o in own if o.act is Act.DEFER_REPLY), None)
    due = hand_off.reply_by
    return {
        "asked": _ASKED[Movement(hand_off.movement)].format(hand_off.to_unit.name),
        "from": hand_off.from_unit.name if hand_off.from_unit else "",
        "sent_by": hand_off.sent_by.name if hand_off.sent_by else "",
        "received_on": hand_off.received_on,
        "words": hand_off.reason,
        "due_on": due,
        "chip": {"tone": tone(due, on), "words": words(due, on)} if due and not hand_off.replied_on else None,
        "proposal": hand_off.proposal,
        "delay_url": opening_url(delay, file.case.pk) if delay else "",
        "deferred_on": hand_off.deferred_on,
        "reply": hand_off.reply,
        "replied_on": hand_off.replied_on,
        "replied_by": hand_off.replied_by.name if hand_off.replied_by else "",
        "demands": [
            {"number": view.demand.number, "text": view.text}
            for view in file.demands
            if view.demand.leg_id == hand_off.leg_id
        ],
        "url": opening_url(opening, file.case.pk) if opening else "",
        "label": opening.act.label if opening else "",
    }
