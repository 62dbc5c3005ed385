"""Receiving visits: with the one registration, or a visit that came in by another door; answered at once, or owed by a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from cases.actions.registration import already_registered, register, standing_of_registrar
from cases.models import Case, Party
from cases.models.party import PartyRole
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.record_letters.issuing import issue_letter
from organizations.recording import recording
from organizations.settings_in_force import setting_on
from organizations.today import today
from reception.hall.actions import use_ticket
from reception.models import AnswerWay, HallVisit, Ticket
from reception.on_case import whole_case
from reception.people import fit
from reception.visits import moves
from reception.visits.settings import ANSWER_DAYS
from reception.visits.visitors import is_collective, keep_list, people_in


@dataclass(frozen=True)
class VisitInput:
    """What is known of a visit beside its case: the talk, the answer on the spot, else who answers by when; who came.

    ``people``: a list as it was pasted, one person a line. ``ticket``: the number with which they waited.
    """

    talk: str = ""
    answer: str = ""
    owner: Staff | None = None
    due_on: date | None = None
    people: str = ""
    ticket: Ticket | None = None


def register_visit(*, by: Staff, visit: VisitInput, **typed: Any) -> Case:
    """Register what visitors said by the one registration, with the record of their reception.

    The same sending twice gives the same case. Raises Refused as `register` and `receive_visit`.
    """
    typed |= {"channel": Channel.VISIT}
    if known := already_registered(by=by, **typed):
        return known
    with transaction.atomic():
        case = register(by=by, **typed)
        receive_visit(case, visit, by=by, on=typed.get("on"))
    return case


def receive_visit(case: Case, visit: VisitInput, *, by: Staff, on: date | None = None) -> None:
    """Write down the reception of a visit, inside the transaction of its registration; whoever registers is asked first.

    What is not answered at once gets an owner and a date, said or by the setting of the day (件件有答复).
    Raises Refused: due_past, person_unfit, too_many_people, ticket_used, as `recording`.
    """
    if "new_rows" not in vars(case):
        # The same sending was registered by another worker meanwhile, with its reception.
        return
    representatives = sum(each.role == PartyRole.REPRESENTATIVE for each in case.new_rows.parties)
    _receive(case, visit, representatives, by=by, on=on or today())


def receive_registered(
    case_id: int,
    *,
    talk: str = "",
    answer: str = "",
    owner: Staff | None = None,
    due_on: date | None = None,
    people: str = "",
    by: Staff,
    on: date | None = None,
) -> HallVisit:
    """Write down the reception of a visit that was registered by another door: each case of a visit has one.

    Raises Refused: not_found, not_permitted, not_a_visit, received_already, and as `receive_visit`.
    """
    case = whole_case(by, case_id)
    if case.channel != Channel.VISIT:
        raise Refused("not_a_visit", "只有来访登记的信访件登记接待。")
    parties = Party.objects.readable_by(by).filter(case=case, role=PartyRole.REPRESENTATIVE)
    visit = VisitInput(talk=talk, answer=answer, owner=owner, due_on=due_on, people=people)
    try:
        with transaction.atomic():
            return _receive(case, visit, parties.count(), by=by, on=on or today())
    except IntegrityError as twice:
        if "hall_visit_once_a_case" not in str(twice):
            raise
        raise Refused("received_already", f"信访件{case.number}已经登记过接待。") from twice


def _receive(case: Case, visit: VisitInput, representatives: int, *, by: Staff, on: date) -> HallVisit:
    desk = standing_of_registrar(by, case.unit)
    lines, answer = people_in(visit.people), visit.answer.strip()
    people = max(case.petitioner_count, len(lines))
    step = moves.ANSWER_AT_ONCE if answer else moves.RECEIVE
    way = AnswerWay.ON_THE_SPOT if case.received_on == on else AnswerWay.WRITTEN
    answered: dict[str, Any] = {"answered_on": on, "answered_by": by, "answer": answer, "way": way}
    row = HallVisit(
        unit=desk,
        state=step.to_state,
        case=case,
        ticket=use_ticket(visit.ticket, desk),
        visited_on=case.received_on,
        people=people,
        representatives=representatives,
        collective=is_collective(people, case.received_on, by.unit.district_id),
        first_asked=by,
        owner=fit(visit.owner, desk) if visit.owner else by,
        due_on=ahead(visit.due_on, on) if visit.due_on else _by_setting(by, on),
        talk=visit.talk.strip(),
        **(answered if answer else {}),
    )
    # In one step: a case that accuses the desk is out of its reach from now on (Art. 30), and so is this row.
    with recording(step, row, by=by, on=on) as made:
        made.facts = {"people": people, "collective": row.collective, "due_on": row.due_on, "way": row.way or None}
        if answer:
            issue_letter(made, moves.ANSWER_NOTICE, unit=desk)
        if lines:
            keep_list(row, lines, by=by, on=on)
    return row


def _by_setting(by: Staff, on: date) -> date:
    days: int = setting_on(ANSWER_DAYS.key, on, by.unit.district_id)
    return on + timedelta(days=days)


def ahead(due_on: date, on: date) -> date:
    """Return a day of answer that has not passed. Raises Refused due_past."""
    if due_on < on:
        raise Refused("due_past", f"答复期限{due_on}已经过了，最早是今天{on}。")
    return due_on
