"""What happens at a reception: answered on the spot, or every demand has a named person and a date (Art. 18, 27). Both doors call these."""

from datetime import date

from cases.actions.promising import promise
from cases.models import Demand
from law.errors import Refused
from law.promises import Occasion, TellWay
from organizations.models import Staff
from organizations.recording import recording
from reception.appointments.booking import appointment_in
from reception.appointments.moves import ANSWER, ASSIGN, BRIEF, NO_SHOW, PROMISE, RATE, REPORT, SETTLE, TRACK
from reception.appointments.walls import complained_of
from reception.models import Appointment, Undertaking
from reception.models.day_words import ARTICLE, SeatRole, VisitorRating


def brief(
    row: Appointment, *, briefing: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """Write what the receiver should know beside the file 接访要情. Raises Refused as `recording`."""
    with recording(BRIEF, row, by=by, seen=seen, on=on) as made:
        made.record.briefing, made.record.briefed_on = briefing.strip(), made.on
    return appointment_in(made)


def assign(
    row: Appointment,
    *,
    demand: int,
    person: Staff,
    what: str,
    due_on: date,
    level: SeatRole,
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> Appointment:
    """Name who does what for a demand by which day. Raises Refused: not_found, due_past, complained_of, as `recording`."""
    with recording(ASSIGN, row, by=by, seen=seen, on=on) as made:
        found = Demand.objects.readable_by(by).filter(case=made.record.case_id, number=demand).first()
        if found is None:
            raise Refused("not_found", f"本件没有第{demand}项诉求。")
        if due_on < made.on:
            raise Refused("due_past", f"时限{due_on}已经过了，最早是今天{made.on}。")
        if refusal := complained_of(made.record.case, person, person.name):
            raise refusal
        Undertaking.objects.create(
            appointment=made.record, demand=found, level=level, what=what.strip(), person=person, due_on=due_on
        )
        made.facts = {"who": person.pk, "due_on": due_on}
    return appointment_in(made)


def promise_there(
    row: Appointment, *, text: str, due_on: date, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """Write down what the receiver promised, as a promise of the case with its clock (Art. 27).

    Raises Refused: receiver_without_account, as `recording` and `promise`.
    """
    with recording(PROMISE, row, by=by, seen=seen, on=on) as made:
        receiver = made.record.day.person
        if receiver is None:
            raise Refused("receiver_without_account", "接访人没有账号，请以登记人所在单位的名义在信访件页面登记承诺。")
        promise(
            made.record.case_id,
            by=by,
            promiser=receiver,
            text=text,
            due_on=due_on,
            occasion=Occasion.RECEPTION,
            told_way=TellWay.FACE,
            on=made.on,
        )
        made.facts = {"due_on": due_on}
    return appointment_in(made)


def answer(
    row: Appointment, *, reply: str, people: int, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """Write down what was answered on the spot. Raises Refused: not_yet, as `recording`."""
    with recording(ANSWER, row, by=by, seen=seen, on=on) as made:
        _received(made.record, reply, people, made.on)
    return appointment_in(made)


def track(
    row: Appointment, *, reply: str, people: int, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """End a reception whose demands are followed: each has an owner and a date 件件有答复.

    Raises Refused: demand_without_owner, as `recording`.
    """
    with recording(TRACK, row, by=by, seen=seen, on=on) as made:
        owned = set(made.record.undertakings.values_list("demand", flat=True))
        demands = Demand.objects.readable_by(by).filter(case=made.record.case_id).order_by("number")
        without = [str(each.number) for each in demands if each.pk not in owned]
        if without:
            text = f"第{'、'.join(without)}项诉求还没有落实人和时限，先“明确落实人”，再转跟踪办理。"
            raise Refused("demand_without_owner", text, ARTICLE)
        _received(made.record, reply, people, made.on)
        made.facts = {"owners": made.record.undertakings.count()}
    return appointment_in(made)


def did_not_come(row: Appointment, *, by: Staff, seen: int | None = None, on: date | None = None) -> Appointment:
    """Write down that nobody came; the place is free for who is there. Raises Refused: not_yet, as `recording`."""
    with recording(NO_SHOW, row, by=by, seen=seen, on=on) as made:
        pass
    return appointment_in(made)


def report(
    row: Appointment, *, undertaking: int, note: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """Report what one was named to do. Raises Refused: nothing_of_yours, as `recording`."""
    with recording(REPORT, row, by=by, seen=seen, on=on) as made:
        rows = made.record.undertakings.filter(pk=undertaking, person=by, done_on=None)
        found: Undertaking | None = rows.first()
        if found is None:
            raise Refused("nothing_of_yours", "没有这个事项，或者它不是交给您的、已经报告过了。")
        found.done_on, found.done_by, found.done_note = made.on, by.hand or by, note.strip()
        found.save(update_fields=["done_on", "done_by", "done_note"])
    return appointment_in(made)


def settle(row: Appointment, *, by: Staff, seen: int | None = None, on: date | None = None) -> Appointment:
    """Confirm, as another person, that all is done. Raises Refused: still_open, own_report, as `recording`."""
    with recording(SETTLE, row, by=by, seen=seen, on=on) as made:
        made.record.settled_on = made.on
    return appointment_in(made)


def rate(
    row: Appointment, *, rating: VisitorRating, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """Take down how the visitor rates the reception; never by the receiver. Raises Refused: rated_already, own_rating."""
    with recording(RATE, row, by=by, seen=seen, on=on) as made:
        made.record.rating, made.record.rated_on, made.record.rated_by = rating, made.on, by
    return appointment_in(made)


def _received(row: Appointment, reply: str, people: int, on: date) -> None:
    row.reply, row.people, row.received_on = reply.strip(), people, on
