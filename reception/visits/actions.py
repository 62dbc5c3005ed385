"""What is done about visits: received with the registration, answered, handed over, put off, listed, rated. Both doors call these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from cases.actions.registration import already_registered, register, standing_of_registrar
from cases.models import Case
from cases.models.party import PartyRole
from kit.files import CheckedFile
from law.admission import check_representatives
from law.errors import Refused
from law.ratings import Score
from law.vocabulary import Channel
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.record_letters.issuing import issue_letter
from organizations.recording import Recorded, recording
from organizations.settings_in_force import setting_on
from organizations.today import today
from reception.hall.actions import use_ticket
from reception.models import AnswerWay, HallVisit, Ticket, VisitorList, VisitRating
from reception.people import fit
from reception.visits import moves
from reception.visits.settings import ANSWER_DAYS, COLLECTIVE_FROM

MOST_PEOPLE = 1000


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
    on, desk = on or today(), standing_of_registrar(by, case.unit)
    lines, answer = people_in(visit.people), visit.answer.strip()
    people = max(case.petitioner_count, len(lines))
    step = moves.ANSWER_AT_ONCE if answer else moves.RECEIVE
    answered: dict[str, Any] = {"answered_on": on, "answered_by": by, "answer": answer, "way": AnswerWay.ON_THE_SPOT}
    row = HallVisit(
        unit=desk,
        state=step.to_state,
        case=case,
        ticket=use_ticket(visit.ticket, desk),
        visited_on=case.received_on,
        people=people,
        representatives=sum(each.role == PartyRole.REPRESENTATIVE for each in case.new_rows.parties),
        collective=people >= setting_on(COLLECTIVE_FROM.key, on, by.unit.district_id),
        first_asked=by,
        owner=fit(visit.owner, desk) if visit.owner else by,
        due_on=_ahead(visit.due_on, on) if visit.due_on else _by_setting(by, on),
        talk=visit.talk.strip(),
        **(answered if answer else {}),
    )
    # In one step: a case that accuses the desk is out of its reach from now on (Art. 30), and so is this row.
    with recording(step, row, by=by, on=on) as made:
        made.facts = {"people": people, "collective": row.collective, "due_on": row.due_on, "way": row.way or None}
        if answer:
            issue_letter(made, moves.ANSWER_NOTICE, unit=desk)
        if lines:
            _list(row, lines, by=by, on=on)


def record_talk(
    row: HallVisit, *, talk: str, representatives: int = 0, by: Staff, seen: int | None = None, on: date | None = None
) -> HallVisit:
    """Write down what was said in the talk, and make the record to be signed; five representatives at most (Art. 20).

    Raises Refused: too_many_representatives, as `recording`.
    """
    with recording(moves.TALK, row, by=by, seen=seen, on=on) as made:
        check_representatives(Channel.VISIT, representatives)
        made.record.talk, made.record.representatives = talk.strip(), representatives
        made.facts = {"representatives": representatives}
        issue_letter(made, moves.TALK_RECORD, unit=made.record.unit)
    return visit_in(made)


def answer_visit(
    row: HallVisit, *, answer: str, way: AnswerWay, by: Staff, seen: int | None = None, on: date | None = None
) -> HallVisit:
    """Write down the answer that visitors were given; one in writing goes with its notice.

    Raises Refused: not_on_the_spot, as `recording`.
    """
    with recording(moves.ANSWER, row, by=by, seen=seen, on=on) as made:
        if AnswerWay(way) is AnswerWay.ON_THE_SPOT and made.on != made.record.visited_on:
            raise Refused("not_on_the_spot", f"{made.record.visited_on}来访，今天已不是当场，请选其他答复方式。")
        _answer(made, answer, AnswerWay(way))
    return visit_in(made)


def _answer(made: Recorded, answer: str, way: AnswerWay) -> None:
    row = made.record
    row.answer, row.way, row.answered_on, row.answered_by = answer.strip(), way, made.on, made.by
    made.facts = {"way": way.value}
    if way.written:
        issue_letter(made, moves.ANSWER_NOTICE, unit=row.unit)


def hand_visit_over(
    row: HallVisit, *, owner: Staff, due_on: date, by: Staff, seen: int | None = None, on: date | None = None
) -> HallVisit:
    """Let somebody else of the desk owe the answer; who was asked first stays written. Raises Refused: person_unfit, due_past."""
    with recording(moves.HAND_OVER, row, by=by, seen=seen, on=on) as made:
        made.record.owner, made.record.due_on = fit(owner, made.record.unit), _ahead(due_on, made.on)
        made.facts = {"who": owner.pk, "due_on": due_on}
    return visit_in(made)


def put_visit_off(
    row: HallVisit, *, due_on: date, by: Staff, seen: int | None = None, on: date | None = None
) -> HallVisit:
    """Name another day for the answer, agreed with the visitor; both days stay in the history. Raises Refused: due_past."""
    with recording(moves.PUT_OFF_STEP, row, by=by, seen=seen, on=on) as made:
        made.facts = {"from_on": made.record.due_on, "due_on": due_on}
        made.record.due_on = _ahead(due_on, made.on)
    return visit_in(made)


def miss_visitor(row: HallVisit, *, by: Staff, seen: int | None = None, on: date | None = None) -> HallVisit:
    """Note that the visitor could not be reached (联系不上); the answer is still owed. Raises Refused as `recording`."""
    with recording(moves.MISS, row, by=by, seen=seen, on=on) as made:
        made.record.tries += 1
        made.facts = {"tries": made.record.tries}
    return visit_in(made)


def list_visitors(
    row: HallVisit,
    *,
    people: str = "",
    uploads: Sequence[CheckedFile] = (),
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> VisitorList:
    """Keep who came together, pasted one a line, or as a photograph; once, by who registered the visit.

    Raises Refused: nothing_listed, not_registrar, listed_already, too_many_people, as `recording`.
    """
    lines = people_in(people)
    if not lines and not uploads:
        raise Refused("nothing_listed", "请粘贴名单，或者附上名单的照片、扫描件。")
    with recording(moves.ADD_LIST, row, by=by, seen=seen, on=on) as made:
        made.record.people = max(made.record.people, len(lines))
        made.facts = {"people": len(lines)}
        return _list(made.record, lines, by=by, on=made.on, uploads=uploads)


def _list(
    row: HallVisit, lines: Sequence[str], *, by: Staff, on: date, uploads: Sequence[CheckedFile] = ()
) -> VisitorList:
    listed = VisitorList(unit=row.unit, visit=row, people="\n".join(lines), count=len(lines))
    with recording(moves.LIST, listed, by=by, on=on) as made:
        made.facts = {"people": len(lines)}
        store_record_files(made.record, uploads, by=by)
    return listed


def read_visitors(listed: VisitorList, *, by: Staff) -> list[str]:
    """Return the people of a list that was read through its own rule, and note who has read it."""
    note(moves.LIST_READ, by=by, at=listed.unit, about=listed)
    return people_in(listed.people)


def rate_visit(
    row: HallVisit, *, score: Score, by: Staff, seen: int | None = None, on: date | None = None
) -> HallVisit:
    """Take a visitor's rating at the counter, by somebody who neither received him nor answers (Art. 21).

    Raises Refused: own_rating, rated_already, as `recording`.
    """
    with recording(moves.RATE, row, by=by, seen=seen, on=on) as made:
        at = {"district_id": made.record.unit.district_id, "unit": made.record.unit}
        VisitRating.objects.create(visit=made.record, score=Score(score), rated_on=made.on, taken_by=by, **at)
    return visit_in(made)


def people_in(text: str) -> list[str]:
    """Return the lines of a pasted list that say something. Raises Refused too_many_people."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_PEOPLE:
        raise Refused("too_many_people", f"名单最多{MOST_PEOPLE}行，现有{len(lines)}行。")
    return lines


def visit_in(made: Recorded) -> HallVisit:
    """Return the visit of a step that was taken."""
    found: HallVisit = made.record
    return found


def _by_setting(by: Staff, on: date) -> date:
    days: int = setting_on(ANSWER_DAYS.key, on, by.unit.district_id)
    return on + timedelta(days=days)


def _ahead(due_on: date, on: date) -> date:
    if due_on < on:
        raise Refused("due_past", f"答复期限{due_on}已经过了，最早是今天{on}。")
    return due_on
