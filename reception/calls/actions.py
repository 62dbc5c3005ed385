"""What is done about calls: planned, tried, made, given up; recordings entered and erased. Both doors call these."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from cases.actions.registration import already_registered, desk_of, register
from cases.models import Case
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.recording import Recorded, recording
from organizations.settings_in_force import setting_on
from organizations.today import today
from reception.calls.moves import CALL, ERASE, GIVE_UP, MISS, PASS_ON, PLAN, RECORD
from reception.calls.settings import RECORDING_DAYS
from reception.models import CallBack, CallRecording
from reception.on_case import whole_case
from reception.people import fit


@dataclass(frozen=True)
class CallInput:
    """What is known of a call beside what the caller said: when he is called back, by whom; the recording, if any."""

    callback_on: date | None = None
    callback_who: Staff | None = None
    callback_about: str = ""
    recording_number: str = ""
    recording_told: bool = False


def register_call(*, by: Staff, call: CallInput, **typed: Any) -> Case:
    """Register what a caller said by the one registration, with his call back and the recording.

    The same sending twice gives the same case. Raises Refused as `register` and `write_call`.
    """
    typed |= {"channel": Channel.CALL}
    if known := already_registered(by=by, **typed):
        return known
    with transaction.atomic():
        case = register(by=by, **typed)
        write_call(case, call, by=by, on=typed.get("on"))
    return case


def write_call(case: Case, call: CallInput, *, by: Staff, on: date | None = None) -> None:
    """Write what belongs to a call beside its case, inside the transaction of the registration.

    Raises Refused: notice_missing, callback_incomplete, due_past, as `recording`.
    """
    if call.recording_number.strip():
        _record(case, number=call.recording_number, told=call.recording_told, by=by, on=on or today())
    if call.callback_on or call.callback_who or call.callback_about.strip():
        if call.callback_on is None or call.callback_who is None:
            raise Refused("callback_incomplete", "约定回电的，请写明哪一天、由谁回电。")
        about = call.callback_about.strip() or "答复来电人"
        _plan(case, who=call.callback_who, due_on=call.callback_on, about=about, by=by, on=on or today())


def plan_call_back(
    case_id: int, *, who: Staff, due_on: date, about: str, by: Staff, on: date | None = None
) -> CallBack:
    """Say who calls the petitioner back by which day. Raises Refused: not_found, not_permitted, due_past, person_unfit."""
    return _plan(whole_case(by, case_id), who=who, due_on=due_on, about=about, by=by, on=on or today())


def _plan(case: Case, *, who: Staff, due_on: date, about: str, by: Staff, on: date) -> CallBack:
    """The case may be out of reach of its registrar by now (Art. 30): what he agreed on is written down all the same."""
    desk = desk_of(by)
    _assert_ahead(due_on, on)
    row = CallBack(unit=desk, case=case, who=fit(who, desk), due_on=due_on, about=about.strip())
    with recording(PLAN, row, by=by, on=on) as made:
        made.facts = {"who": who.pk, "due_on": due_on}
    return row


def miss_call(row: CallBack, *, due_on: date, by: Staff, seen: int | None = None, on: date | None = None) -> CallBack:
    """Nobody answered: it is tried again by another day. Raises Refused: due_past, as `recording`."""
    with recording(MISS, row, by=by, seen=seen, on=on) as made:
        _assert_ahead(due_on, made.on)
        made.record.tries += 1
        made.record.due_on = due_on
        made.facts = {"due_on": due_on}
    return call_back_in(made)


def pass_call_on(
    row: CallBack, *, who: Staff, due_on: date, by: Staff, seen: int | None = None, on: date | None = None
) -> CallBack:
    """Let somebody else of the desk call. Raises Refused: due_past, person_unfit, as `recording`."""
    with recording(PASS_ON, row, by=by, seen=seen, on=on) as made:
        _assert_ahead(due_on, made.on)
        made.record.who, made.record.due_on = fit(who, made.record.unit), due_on
        made.facts = {"who": who.pk, "due_on": due_on}
    return call_back_in(made)


def call_back(row: CallBack, *, outcome: str, by: Staff, seen: int | None = None, on: date | None = None) -> CallBack:
    """Write down what was said when the petitioner was called. Raises Refused as `recording`."""
    with recording(CALL, row, by=by, seen=seen, on=on) as made:
        _finish(made, outcome)
    return call_back_in(made)


def give_call_up(
    row: CallBack, *, outcome: str, by: Staff, seen: int | None = None, on: date | None = None
) -> CallBack:
    """Give up calling who was never reached, with what else was tried. Raises Refused: never_called, as `recording`."""
    with recording(GIVE_UP, row, by=by, seen=seen, on=on) as made:
        _finish(made, outcome)
        made.facts = {"tries": made.record.tries}
    return call_back_in(made)


def enter_recording(case_id: int, *, number: str, told: bool, by: Staff, on: date | None = None) -> CallRecording:
    """Enter a recording by its number in the telephone system; until when it is kept follows from the setting of the day.

    Raises Refused: not_found, not_permitted, notice_missing, recording_twice.
    """
    return _record(whole_case(by, case_id), number=number, told=told, by=by, on=on or today())


def _record(case: Case, *, number: str, told: bool, by: Staff, on: date) -> CallRecording:
    if not told:
        raise Refused("notice_missing", "没有事先告知来电人通话录音的，不得登记、使用这段录音，请在电话系统里删除。")
    days = setting_on(RECORDING_DAYS.key, on, by.unit.district_id)
    row = CallRecording(
        unit=desk_of(by),
        case=case,
        number=number.strip(),
        recorded_on=on,
        keep_until=on + timedelta(days=days),
        entered_by=by,
    )
    try:
        with transaction.atomic(), recording(RECORD, row, by=by, on=on) as made:
            made.facts = {"keep_until": row.keep_until}
    except IntegrityError as twice:
        if "recording_number_once" not in str(twice):
            raise
        raise Refused("recording_twice", f"录音编号“{row.number}”已经登记过，请核对。") from twice
    return row


def erase_recording(row: CallRecording, *, by: Staff, seen: int | None = None, on: date | None = None) -> CallRecording:
    """Write down that a recording was erased in the telephone system, after its time. Raises Refused: still_kept."""
    with recording(ERASE, row, by=by, seen=seen, on=on) as made:
        made.record.erased_on, made.record.erased_by = made.on, by
    found: CallRecording = made.record
    return found


def _assert_ahead(due_on: date, on: date) -> None:
    if due_on < on:
        raise Refused("due_past", f"回电日期{due_on}已经过了，最早是今天{on}。")


def _finish(made: Recorded, outcome: str) -> None:
    made.record.outcome = outcome.strip()
    made.record.done_on, made.record.done_by = made.on, made.by


def call_back_in(made: Recorded) -> CallBack:
    """Return the call back of a step that was taken."""
    found: CallBack = made.record
    return found
