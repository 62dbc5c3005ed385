"""The chain of events: append one, empty a text without breaking it, verify one chain or all in one pass."""

import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from cases.models import Case, Event, EventText, Party
from cases.record.facts import assert_declared
from kit.sealed_fields import ciphertext, opened
from law.vocabulary import Act
from organizations.mandates import note_entered
from organizations.models import Staff, Unit
from organizations.today import now
from vault.digests import sm3
from vault.sealing import SealBroken

CHUNK = 2000
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True)
class BrokenLink:
    """Where a chain no longer verifies, and why."""

    case_number: str
    sequence: int
    why: str


@dataclass
class Verified:
    """What a pass has seen: how many chains and events, and the first broken link of each broken chain."""

    cases: int = 0
    events: int = 0
    broken: list[BrokenLink] = field(default_factory=list)


def append(case: Case, act: Act, *, by: Staff | Party | None, on: date, **said: Any) -> Event:
    """Append one event to a locked case; text goes into its own row, the event keeps a salted commitment.

    ``said``: what `event_after` takes.
    """
    last = case.events.order_by("-sequence").only("case", "sequence", "digest").first()
    event, words = event_after(last, case, act, by=by, on=on, **said)
    event.save(force_insert=True)
    for each in words:
        each.save(force_insert=True)
    note_entered(by if isinstance(by, Staff) else None, on)
    return event


def event_after(
    last: Event | None,
    case: Case,
    act: Act,
    *,
    facts: dict[str, Any] | None = None,
    text: str = "",
    key: int | None = None,
    **said: Any,
) -> tuple[Event, list[EventText]]:
    """Return the unsaved next event of a case after its ``last`` one, and the row of its words where there are some.

    ``key``: its own, where both are written together. ``said``: by, unit, on, leg, from_state, to_state, article.
    """
    salt = secrets.token_hex(16) if text else ""
    event = _next_event(last, salt=salt, text=text, case=case, act=act, facts=facts or {}, pk=key, **said)
    return event, [EventText(event=event, text=text, salt=salt)] if text else []


def append_to_each(
    cases: Sequence[tuple[Case, Unit]],
    act: Act,
    *,
    by: Staff | None,
    on: date,
    article: str,
    facts: dict[str, Any],
    text: str,
) -> list[Event]:
    """Append the same event to many locked cases, each at its unit; the number of queries does not grow with them."""
    newest = Event.objects.filter(case__in=[case for case, _ in cases]).order_by("case_id", "-sequence")
    last = {event.case_id: event for event in newest.distinct("case_id")}
    salts = [secrets.token_hex(16) for _ in cases]
    rows = [
        _next_event(
            last.get(case.pk),
            salt=salt,
            text=text,
            case=case,
            act=act,
            by=by,
            unit=unit,
            on=on,
            from_state=case.state,
            to_state=case.state,
            article=article,
            facts=facts,
        )
        for (case, unit), salt in zip(cases, salts, strict=True)
    ]
    Event.objects.bulk_create(rows)
    words = (EventText(event=row, text=text, salt=salt) for row, salt in zip(rows, salts, strict=True))
    EventText.objects.bulk_create(words)
    note_entered(by, on)
    return rows


def _next_event(
    last: Event | None, *, salt: str, text: str, case: Case, by: Staff | Party | None, **said: Any
) -> Event:
    assert_declared(said["act"], said["facts"])
    if isinstance(by, Party):
        said["party"], by = by.pk, None
    elif by is not None and by.hand is not None:
        said["for_whom"], by = by, by.hand
    event = Event(
        district_id=case.district_id,
        case=case,
        by=by,
        sequence=last.sequence + 1 if last else 1,
        at=now(),
        commitment=commitment(salt, text),
        previous=last.digest if last else "",
        **said,
    )
    event.digest = digest(event)
    return event


def commitment(salt: str, text: str) -> str:
    """Return the SM3 of salt and text; "" where there is no text."""
    return sm3(f"{salt}\n{text}".encode()) if text else ""


def digest(event: Event) -> str:
    """Return the digest an event must carry: SM3 over its canonical facts and the previous digest."""
    facts = {
        "case": event.case_id,
        "sequence": event.sequence,
        "leg": event.leg_id,
        "act": str(event.act),
        "by": event.by_id,
        "unit": event.unit_id,
        "on": event.on.isoformat(),
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "from": str(event.from_state),
        "to": str(event.to_state),
        "article": event.article,
        "facts": event.facts,
        "commitment": event.commitment,
        "previous": event.previous,
    }
    if event.payload > 1:
        facts |= {"for": event.for_whom_id, "payload": event.payload}
    # Whatever the number says: nobody puts a party into an event of before.
    if event.payload > 2 or event.party is not None:
        facts |= {"party": event.party}
    return sm3(_CANONICAL(facts).encode())


def empty_words(event: Event, on: date) -> None:
    """Empty the words of an event and their salt, as the law may demand; the chain still verifies."""
    EventText.objects.filter(event=event).update(text="", salt="", emptied_on=on)


def verify_chains(cases: QuerySet[Case] | None = None) -> Verified:
    """Walk the chains of these cases (of all, where none are given) and return what was found.

    Two queries whatever the size; the events come through a server-side cursor in one snapshot.
    """
    seen = Verified()
    chosen = Case.objects.all() if cases is None else cases
    with transaction.atomic():
        for chain in _chains(_events(cases)):
            seen.cases += 1
            seen.events += chain.events
            seen.broken += chain.broken[:1]
        for number in chosen.filter(events=None).order_by("id").values_list("number", flat=True):
            seen.cases += 1
            seen.broken.append(BrokenLink(number, 0, "没有办理记录"))
    return seen


def _events(cases: QuerySet[Case] | None) -> Iterator[Event]:
    rows = Event.objects.all() if cases is None else Event.objects.filter(case__in=cases)
    # The words are read as they lie in the database: one that no longer opens is a finding, not a crash.
    rows = rows.order_by("case_id", "sequence").annotate(
        number=F("case__number"),
        acts=F("case__version"),
        words_of=F("words__event_id"),
        sealed_words=ciphertext("words__text"),
        salt=F("words__salt"),
        emptied_on=F("words__emptied_on"),
    )
    return rows.iterator(chunk_size=CHUNK)


def _chains(events: Iterator[Any]) -> Iterator[Verified]:
    """Return one finding per case; the events come ordered by case and sequence, with what `_rows` annotates."""
    chain, last = Verified(), None
    for event in events:
        if last is not None and last.case_id != event.case_id:
            yield _ended(chain, last)
            chain, last = Verified(), None
        why = _fault(event, last)
        if why:
            chain.broken.append(BrokenLink(event.number, event.sequence, why))
        chain.events += 1
        last = event
    if last is not None:
        yield _ended(chain, last)


def _ended(chain: Verified, last: Any) -> Verified:
    # Every act adds one to the case's version: a chain cut off at its end is shorter than that.
    if last.sequence < last.acts:
        chain.broken.append(BrokenLink(last.number, last.sequence + 1, "末尾的记录缺失"))
    return chain


def _fault(event: Event, last: Event | None) -> str:
    expected = last.sequence + 1 if last else 1
    if event.sequence != expected:
        return f"缺少第{expected}条记录"
    if event.previous != (last.digest if last else ""):
        return "与上一条记录不衔接"
    if event.digest != digest(event):
        return "记录内容与摘要不符"
    return _fault_of_words(event)


def _fault_of_words(event: Any) -> str:
    if event.words_of is None:
        return "缺少文字行" if event.commitment else ""
    try:
        text = opened(EventText, "text", event.sealed_words)
    except SealBroken:
        return "文字无法解密"
    if not text and event.emptied_on:
        return ""
    return "" if commitment(event.salt, text) == event.commitment else "文字与承诺值不符"
