"""The chain of events: append one, verify all, empty a text without breaking it."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from django.utils import timezone

from cases.models import Case, Event, EventText, Leg
from law.vocabulary import Act
from organizations.models import Staff, Unit
from vault.digests import sm3


@dataclass(frozen=True)
class BrokenLink:
    """Where a chain no longer verifies, and why."""

    case_number: str
    sequence: int
    why: str


def append(
    case: Case, act: Act, *, by: Staff | None, unit: Unit | None, on: date, leg: Leg | None = None,
    from_state: str = "", to_state: str = "", article: str = "", facts: dict[str, Any] | None = None, text: str = "",
) -> Event:  # fmt: skip
    """Append one event to a locked case; text goes into its own row, the event keeps a salted commitment."""
    last = case.events.order_by("-sequence").only("sequence", "digest").first()
    salt = secrets.token_hex(16) if text else ""
    event = Event(
        district_id=case.district_id, case=case, sequence=last.sequence + 1 if last else 1, leg=leg, act=act, by=by,
        unit=unit, on=on, at=timezone.now(), from_state=from_state, to_state=to_state, article=article,
        facts=facts or {}, commitment=commitment(salt, text), previous=last.digest if last else "",
    )  # fmt: skip
    event.digest = digest(event)
    event.save(force_insert=True)
    if text:
        EventText.objects.create(event=event, text=text, salt=salt)
    return event


def commitment(salt: str, text: str) -> str:
    """Return the SM3 of salt and text; "" where there is no text."""
    return sm3(f"{salt}\n{text}".encode()) if text else ""


def digest(event: Event) -> str:
    """Return the digest an event must carry: SM3 over its canonical facts and the previous digest."""
    facts = {
        "case": event.case_id, "sequence": event.sequence, "leg": event.leg_id, "act": str(event.act),
        "by": event.by_id, "unit": event.unit_id, "on": event.on.isoformat(),
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "from": str(event.from_state), "to": str(event.to_state), "article": event.article, "facts": event.facts,
        "commitment": event.commitment, "previous": event.previous,
    }  # fmt: skip
    return sm3(json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def first_broken_link(case: Case) -> BrokenLink | None:
    """Walk the chain of one case and return the first link that does not hold, or None."""
    return next(_broken_links(case), None)


def _broken_links(case: Case) -> Iterator[BrokenLink]:
    previous, expected = "", 1
    for event in case.events.select_related("words").order_by("sequence"):
        why = _fault(event, previous, expected)
        if why:
            yield BrokenLink(case.number, event.sequence, why)
        previous, expected = event.digest, event.sequence + 1
    if expected == 1:
        yield BrokenLink(case.number, 0, "没有办理记录")


def _fault(event: Event, previous: str, expected: int) -> str:
    words: EventText | None = getattr(event, "words", None)
    if event.sequence != expected:
        return f"缺少第{expected}条记录"
    if event.previous != previous:
        return "与上一条记录不衔接"
    if event.digest != digest(event):
        return "记录内容与摘要不符"
    if (
        event.commitment
        and words
        and not words.emptied_on
        and commitment(words.salt, words.text) != event.commitment
    ):
        return "文字与承诺值不符"
    return "缺少文字行" if event.commitment and words is None else ""
