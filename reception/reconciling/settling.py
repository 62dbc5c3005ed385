"""What becomes of a difference: registered from their line, matched with a case of ours, taken over, or explained; by whom."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from cases.actions.correcting import correct
from cases.actions.external_numbers import stored
from cases.actions.one_by_one import one_by_one
from cases.actions.upward import record_commission_above, record_superior_change
from cases.models import Case
from cases.openings.upward import commission_above
from law.commission import SuperiorChangeKind
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import Move, Recorded, recording
from organizations.today import today
from reception.models import Comparison, Difference, DifferenceState, Differs, PassedOn, PassedOnState, SettledHow
from reception.on_case import whole_case
from reception.passed_on.actions import PassedOnInput, commission_by, fitting, link_number, register_passed_on
from reception.reconciling.kept_lines import commission_in, opened, registration_of, told_by
from reception.reconciling.moves import LINK, REGISTER, SETTLE, TAKE

MOST_AT_ONCE = 100


def register_theirs(row: Difference, *, by: Staff, seen: int | None = None, on: date | None = None) -> Case:
    """Register a petition from their line: nothing is typed again. A day that cannot be right starts no clock.

    Raises Refused: not_found, not_permitted, wrong_state, not_theirs_only, no_words, and as `register_passed_on`.
    """
    with _settling(REGISTER, row, SettledHow.REGISTERED, by=by, seen=seen, on=on) as made:
        found, said = made.record, opened(made.record.row)
        typed = registration_of(said, found.unit)
        above = commission_in(said)
        days = PassedOnInput(found.number, above.dated_on, _day(said.get("report_by")), above.number)
        given, left_out = fitting(found.sender, days, typed["received_on"])
        case = register_passed_on(found.sender, given, by=by, on=made.on, **typed)
        _write_what_was_told(found, case, said, left_out)
        _matched(made, case)
    return case


def link_theirs(
    row: Difference, *, number: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Difference:
    """Say which case of ours their line is, by our number; a report that they want is recorded beside.

    Raises Refused: not_found, not_permitted, wrong_state, not_theirs_only, number_known.
    """
    with _settling(LINK, row, SettledHow.LINKED, by=by, seen=seen, on=on) as made:
        found, said = made.record, opened(made.record.row)
        case = _numbered(by, number)
        digest = told_by(said) if said else ""
        link_number(found.sender, case, found.number, by=by, told=digest, remark=_notes(said), on=made.on)
        _matched(made, case)
    return difference_in(made)


def take_theirs(row: Difference, *, by: Staff, seen: int | None = None, on: date | None = None) -> Difference:
    """Put a case right as they say: its words by a correction, the day of the report by the change that another confirms (Art. 22).

    Raises Refused: not_takeable, and as `correct`, `record_superior_change`, `record_commission_above`.
    """
    with _settling(TAKE, row, SettledHow.TAKEN, by=by, seen=seen, on=on) as made:
        if made.record.what == Differs.CONTENT:
            _correct(made)
        else:
            _move_day(made)
        made.facts = {"case": made.record.case_id}
    return difference_in(made)


def settle(
    row: Difference, *, how: SettledHow, note: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Difference:
    """Say why a difference stays: they were told, it is counted otherwise, it is not ours. Raises Refused as `recording`."""
    with _settling(SETTLE, row, how, by=by, seen=seen, on=on) as made:
        made.record.note = note.strip()
        if made.record.what == Differs.CONTENT:
            _remember(made.record)
        made.facts = {"how": how.value}
    return difference_in(made)


def register_all(
    comparison: Comparison, *, by: Staff, on: date | None = None
) -> list[tuple[Difference, Refused | None]]:
    """Register every petition that they have and we have not, up to a hundred, each for itself; return each with why not."""
    rows = Difference.objects.readable_by(by).filter(
        comparison=comparison, state=DifferenceState.OPEN, what=Differs.THEIRS_ONLY
    )
    # Sealed lines are not asked for their words by the database.
    worded = [row for row in rows.select_related("unit", "sender").order_by("id") if row.row]
    return one_by_one(worded[:MOST_AT_ONCE], lambda row: register_theirs(row, by=by, on=on))


@contextmanager
def _settling(
    move: Move, row: Difference, how: SettledHow, *, by: Staff, seen: int | None, on: date | None
) -> Iterator[Recorded]:
    """Take the last step of a difference: who settled it how is kept, their line is not."""
    with recording(move, row, by=by, seen=seen, on=on or today()) as made:
        yield made
        made.record.how, made.record.settled_by, made.record.settled_on = how, by, made.on
        made.record.row = ""


def _matched(made: Recorded, case: Case) -> None:
    made.record.case = case
    made.facts = {"case": case.pk}


def _write_what_was_told(row: Difference, case: Case, said: dict[str, Any], left_out: str) -> None:
    digest, remark = stored(told_by(said)), "\n".join(filter(None, [_notes(said), left_out]))
    PassedOn.objects.filter(sender=row.sender, number=row.number, case=case).update(told=digest, remark=remark)


def _notes(said: dict[str, Any]) -> str:
    return "\n".join(said.get("notes", ()))


def _remember(row: Difference) -> None:
    """What was looked at once is not shown again until they say otherwise once more."""
    linked = PassedOn.objects.filter(sender=row.sender, number=row.number, case=row.case, state=PassedOnState.LINKED)
    linked.update(told=stored(told_by(opened(row.row))))


def _correct(made: Recorded) -> None:
    row, said = made.record, opened(made.record.row)
    changes = {name: said[name] for name in ("subject", "content") if said[name] != getattr(row.case, name)}
    if changes:
        correct(
            row.case_id, by=made.by, reason=f"对账：{row.sender.name}更正（编号{row.number}）", on=made.on, **changes
        )
    _remember(row)


def _move_day(made: Recorded) -> None:
    row = made.record
    day, reason = date.fromisoformat(row.theirs), f"对账：{row.sender.name}清单所列（编号{row.number}）"
    found = commission_above(row.case)
    if found is not None and found.open:
        record_superior_change(
            row.case_id,
            by=made.by,
            kind=SuperiorChangeKind.NEW_DAY,
            number=found.number or row.number,
            reason=reason,
            new_due_on=day,
            on=made.on,
        )
        return
    above = commission_by(row.sender, PassedOnInput(row.number, report_by=day))
    assert above, "a day is named"
    record_commission_above(row.case_id, by=made.by, from_above=above, on=made.on)


def _numbered(by: Staff, number: str) -> Case:
    found = Case.objects.visible_to(by).filter(number=number.strip()).first()
    if found is None:
        raise Refused("not_found", f"没有编号为“{number.strip()[:40]}”的信访件，或者不在您的查看范围内。")
    return whole_case(by, found.pk)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def difference_in(made: Recorded) -> Difference:
    """Return the difference of a step that was taken."""
    found: Difference = made.record
    return found
