"""What is done about visits that were received: talked, answered, handed over, put off, rated. Both doors call these."""

from datetime import date

from law.admission import check_representatives
from law.errors import Refused
from law.ratings import Score
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.record_letters.issuing import issue_letter
from organizations.recording import Recorded, recording
from reception.models import AnswerWay, HallVisit, VisitRating
from reception.people import fit
from reception.visits import moves
from reception.visits.receiving import ahead


def record_talk(
    row: HallVisit,
    *,
    talk: str,
    representatives: int | None = None,
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> HallVisit:
    """Write down what was said in the talk, and make the record to be signed; five representatives at most (Art. 20).

    ``representatives`` None: as many as were registered.

    Raises Refused: too_many_representatives, as `recording`.
    """
    with recording(moves.TALK, row, by=by, seen=seen, on=on) as made:
        talking = made.record.representatives if representatives is None else representatives
        check_representatives(Channel.VISIT, talking)
        made.record.talk, made.record.representatives = talk.strip(), talking
        made.facts = {"representatives": talking}
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
        if not made.record.may_be_read_by(fit(owner, made.record.unit)):
            raise Refused("person_unfit", f"“{owner.name}”不能查看这件信访件，请另选一位。")
        made.record.owner, made.record.due_on = owner, ahead(due_on, made.on)
        made.facts = {"who": owner.pk, "due_on": due_on}
    return visit_in(made)


def put_visit_off(
    row: HallVisit, *, due_on: date, by: Staff, seen: int | None = None, on: date | None = None
) -> HallVisit:
    """Name another day for the answer, agreed with the visitor; both days stay in the history. Raises Refused: due_past."""
    with recording(moves.PUT_OFF_STEP, row, by=by, seen=seen, on=on) as made:
        made.facts = {"from_on": made.record.due_on, "due_on": due_on}
        made.record.due_on = ahead(due_on, made.on)
    return visit_in(made)


def miss_visitor(row: HallVisit, *, by: Staff, seen: int | None = None, on: date | None = None) -> HallVisit:
    """Note that the visitor could not be reached (联系不上); the answer is still owed. Raises Refused as `recording`."""
    with recording(moves.MISS, row, by=by, seen=seen, on=on) as made:
        made.record.tries += 1
        made.facts = {"tries": made.record.tries}
    return visit_in(made)


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


def visit_in(made: Recorded) -> HallVisit:
    """Return the visit of a step that was taken."""
    found: HallVisit = made.record
    return found
