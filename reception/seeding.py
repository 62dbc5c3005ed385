"""What a test district gets of this room: rows as many as a desk of its size has after years, written past the actions."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db.models import F, Model

from cases.models import Case
from organizations.models import Grant, Staff
from organizations.roles import Role
from reception.models import (
    CallBack,
    CallBackState,
    Comparison,
    Difference,
    DifferenceState,
    Differs,
    Envelope,
    EnvelopeBatch,
    EnvelopeState,
    OriginalsReceipt,
    OriginalsState,
    PassedOn,
    PassedOnState,
    Sender,
    SenderKind,
    SenderState,
    SettledHow,
)
from reception.visits.seeding import seed_visits

# Of so many cases one came through a sender, in an envelope, with a difference, with originals and a call back.
_PASSED_ON, _IN_ENVELOPES, _DIFFERING, _WITH_ORIGINALS = 5, 4, 40, 50
# Of so many of these one still waits.
_WAITS = 25
_SENDERS = (("云河市信访局", SenderKind.SUPERIOR), ("云河区12345热线", SenderKind.HOTLINE))
_IN_A_BATCH, _AT_A_TIME = 25, 2000


def seed(_count: int, on: date) -> int:
    """Write the rows of every desk that has a window clerk; returns how many."""
    grants = Grant.objects.in_force(on).filter(role=Role.WINDOW_CLERK).select_related("staff", "unit__district")
    clerks = {grant.unit_id: (grant.unit, grant.staff) for grant in grants.order_by("-pk")}
    return seed_visits(on) + sum(
        _desk({"unit": unit, "district": unit.district}, by, on) for unit, by in clerks.values()
    )


def _desk(at: dict[str, Any], by: Staff, on: date) -> int:
    cases = Case.objects.filter(unit=at["unit"], sealed=False).order_by("pk")
    if not cases.exists():
        return 0
    senders = [_sender(at, name, kind, on) for name, kind in _SENDERS]
    listed = [_comparison(at, sender, by, on) for sender in senders]
    written = len(senders) + len(listed)
    written += _write(_passed_on(at, cases, senders, by))
    written += _write(_differences(at, cases, listed, by))
    written += _write(_originals(at, cases, by))
    written += _write(_call_backs(at, cases, by))
    return written + _envelopes(at, cases, by)


def _sender(at: dict[str, Any], name: str, kind: SenderKind, on: date) -> Sender:
    row: Sender = Sender.objects.get_or_create(
        unit=at["unit"],
        source=name,
        defaults={**at, "state": SenderState.ACTIVE, "name": name, "kind": kind, "compared_on": on},
    )[0]
    return row


def _comparison(at: dict[str, Any], sender: Sender, by: Staff, on: date) -> Comparison:
    days = {"since": on - timedelta(days=30), "until": on, "made_on": on, "made_by": by}
    row: Comparison = Comparison.objects.create(
        **at, **days, state="made", sender=sender, file_name="清单.xlsx", rows=1000
    )
    return row


def _every(cases: Any, step: int) -> Iterator[tuple[int, Case]]:
    """Every so many-th case, with its number among those."""
    rows = cases.alias(left=F("pk") % step).filter(left=0).only("pk", "received_on")
    return enumerate(rows.iterator(_AT_A_TIME))


def _passed_on(at: dict[str, Any], cases: Any, senders: list[Sender], by: Staff) -> Iterator[PassedOn]:
    for place, case in _every(cases, _PASSED_ON):
        named = {"sender": senders[place % 2], "number": f"S{case.pk}", "case": case}
        yield PassedOn(**at, **named, state=PassedOnState.LINKED, linked_on=case.received_on, linked_by=by)


def _differences(at: dict[str, Any], cases: Any, listed: list[Comparison], by: Staff) -> Iterator[Difference]:
    for place, case in _every(cases, _DIFFERING):
        of = listed[place % 2]
        said = {"what": Differs.STATE, "theirs": "办理中", "ours": "已办结", "found_on": case.received_on}
        row = Difference(**at, **said, sender=of.sender, comparison=of, number=f"S{case.pk}", case=case)
        row.state = DifferenceState.OPEN
        if place % _WAITS:
            row.state, row.how = DifferenceState.SETTLED, SettledHow.TOLD_THEM
            row.settled_on, row.settled_by = case.received_on, by
        yield row


def _originals(at: dict[str, Any], cases: Any, by: Staff) -> Iterator[OriginalsReceipt]:
    for place, case in _every(cases, _WITH_ORIGINALS):
        row = OriginalsReceipt(**at, case=case, items="一、合同（1份）", taken_on=case.received_on, taken_by=by)
        row.state = OriginalsState.HELD
        if place % _WAITS:
            row.state, row.returned_on, row.returned_by = OriginalsState.RETURNED, case.received_on, by
        yield row


def _call_backs(at: dict[str, Any], cases: Any, by: Staff) -> Iterator[CallBack]:
    for place, case in _every(cases, _WITH_ORIGINALS):
        row = CallBack(**at, case=case, who=by, due_on=case.received_on + timedelta(days=2), about="告知办理到哪一步")
        row.state = CallBackState.OPEN
        if place % _WAITS:
            row.state, row.done_on, row.done_by = CallBackState.DONE, row.due_on, by
        yield row


def _envelopes(at: dict[str, Any], cases: Any, by: Staff) -> int:
    written, rows = 0, _every(cases, _IN_ENVELOPES)
    while chunk := list(islice(rows, _IN_A_BATCH)):
        day = chunk[-1][1].received_on
        batch = EnvelopeBatch.objects.create(**at, state="opened", received_on=day, opened_by=by, count=len(chunk))
        written += 1 + _write(_envelope(at, batch, case, by) for _, case in chunk)
    return written


def _envelope(at: dict[str, Any], batch: EnvelopeBatch, case: Case, by: Staff) -> Envelope:
    settled = {"state": EnvelopeState.REGISTERED, "case": case, "settled_on": case.received_on, "settled_by": by}
    return Envelope(
        **at,
        **settled,
        batch=batch,
        number=f"{case.received_on.year}-S{case.pk}",
        received_on=case.received_on,
        kind="ordinary",
    )


def _write(rows: Iterable[Model]) -> int:
    written, made = 0, iter(rows)
    while chunk := list(islice(made, _AT_A_TIME)):
        type(chunk[0])._default_manager.bulk_create(chunk)
        written += len(chunk)
    return written
