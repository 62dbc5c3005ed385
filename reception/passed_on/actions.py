"""What others passed on: registered by the one registration, under their number, with the report that they want (Art. 22)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from cases.actions.external_numbers import stored
from cases.actions.from_above import misfit
from cases.actions.inputs import FromAbove
from cases.actions.registration import already_registered, register
from cases.models import Case
from law.commission import Owed
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import recording
from organizations.today import today
from reception.models import PassedOn, PassedOnState, Sender, SenderState
from reception.passed_on.moves import LINK, UNLINK


@dataclass(frozen=True)
class PassedOnInput:
    """What a sender says beside the petition: its number, the day of its letter, by when it wants a report."""

    number: str
    dated_on: date | None = None
    report_by: date | None = None
    letter: str = ""


def commission_by(sender: Sender, given: PassedOnInput) -> FromAbove | None:
    """Return what a sender commissions by passing on: a report by its day; None where it wants none (Art. 22)."""
    if not sender.owes and not given.report_by:
        return None
    owes = Owed(sender.owes) if sender.owes else Owed.RESULT
    return FromAbove(None, sender.name, given.letter or given.number, given.dated_on, given.report_by, owes)


def register_passed_on(
    sender: Sender, given: PassedOnInput, *, by: Staff, on: date | None = None, **typed: Any
) -> Case:
    """Register what a sender passed on, under its number; the same number twice with the same words is one case.

    Raises Refused as `register`, and number_known, sender_closed.
    """
    if known := passed_on_before(sender, given, by=by, **typed):
        return known
    with transaction.atomic():
        case = register(by=by, on=on, **typed, **_by_sender(sender, given))
        link_number(sender, case, given.number, by=by, on=on)
    return case


def passed_on_before(sender: Sender, given: PassedOnInput, *, by: Staff, **typed: Any) -> Case | None:
    """Return the case that the same sending has become already. Raises Refused as `already_registered`."""
    return already_registered(by=by, **typed, **_by_sender(sender, given))


def _by_sender(sender: Sender, given: PassedOnInput) -> dict[str, Any]:
    named = {"source": sender.source, "external_number": given.number, "unit": sender.unit}
    return {**named, "from_above": commission_by(sender, given)}


def fitting(sender: Sender, given: PassedOnInput, received_on: date) -> tuple[PassedOnInput, str]:
    """Return what a list says of days, and why a day of it was left out: no line is refused for a day that cannot be right."""
    above = commission_by(sender, given)
    refused = misfit(above, received_on) if above else None
    if refused is None:
        return given, ""
    return PassedOnInput(given.number, letter=given.letter), f"没有起上报期限：{refused.message}"


def link_number(
    sender: Sender, case: Case, number: str, *, by: Staff, told: str = "", remark: str = "", on: date | None = None
) -> PassedOn:
    """Write down which number a sender gave a case. ``told``: the digest of its words.

    Raises Refused: number_known, sender_closed, number_missing, as `recording`.
    """
    number, on = number.strip(), on or today()
    if not number:
        raise Refused("number_missing", "请写明对方的编号，对账时按编号核对。")
    with transaction.atomic():
        # Two people at once give the same number: the second one sees what the first has written.
        locked = Sender.objects.select_for_update().get(pk=sender.pk)
        if locked.state != SenderState.ACTIVE:
            raise Refused("sender_closed", f"“{locked.name}”已经停用，不能再登记它的来件。")
        _assert_free(locked, case, number, by)
        row = PassedOn(unit=sender.unit, sender=sender, case=case, number=number, remark=remark, linked_on=on)
        row.linked_by, row.told = by, stored(told) if told else ""
        with recording(LINK, row, by=by, on=on) as made:
            made.facts = {"case": case.pk, "sender": sender.pk}
    return row


def unlink_number(
    row: PassedOn, *, reason: str, by: Staff, seen: int | None = None, on: date | None = None
) -> PassedOn:
    """Take back which case a number stands for: the next list says again that we have none. Raises Refused as `recording`."""
    with recording(UNLINK, row, by=by, seen=seen, on=on) as made:
        made.record.remark = "\n".join(filter(None, [made.record.remark, f"取消理由：{reason.strip()}"]))
        made.facts = {"case": made.record.case_id}
    found: PassedOn = made.record
    return found


def _assert_free(sender: Sender, case: Case, number: str, by: Staff) -> None:
    """A number stands for one case, as far as this person may know (Art. 30)."""
    held = PassedOn.objects.filter(sender=sender, number=number, state=PassedOnState.LINKED)
    seen = Case.objects.visible_to(by).filter(pk__in=held.values("case")).exclude(pk=case.pk).first()
    if seen is not None or held.filter(case=case).exists():
        known = seen or case
        raise Refused("number_known", f"“{sender.name}”的编号“{number}”已经对应{known.number}，请核对。")
