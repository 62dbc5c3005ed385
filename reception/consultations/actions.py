"""What is done about consultations: entered, done, handed over, registered as a petition, drawn and checked. Both doors call these."""

import secrets
from datetime import date, timedelta

from django.db import transaction

from cases.actions.promise_draws import drawn_keys
from cases.actions.registration import standing_of_registrar
from cases.models import Case
from law.errors import Refused
from organizations.journal.noting import note
from organizations.models import Staff, Unit
from organizations.record_letters.issuing import issue_letter
from organizations.recording import Recorded, recording
from organizations.settings_in_force import setting_on
from organizations.today import today
from reception.consultations import moves
from reception.consultations.settings import DAYS, SHARE
from reception.hall.actions import use_ticket
from reception.models import Consultation, ConsultationDraw, Service, Ticket, Verdict
from reception.people import fit

_BITS, _WEEK = 62, timedelta(days=7)
# What is explained is done by being explained.
_NEEDS_ANSWER = (Service.EXPLAINED,)


def consult(
    *, about: str, service: Service, answer: str = "", ticket: Ticket | None = None, by: Staff, on: date | None = None
) -> Consultation:
    """Enter what somebody asked; who was asked first sees to it. No clock of the law: any complaint is registered instead.

    Raises Refused: not_permitted, answer_missing, ticket_used.
    """
    on, desk, service = on or today(), standing_of_registrar(by), Service(service)
    if service in _NEEDS_ANSWER and not answer.strip():
        raise Refused("answer_missing", "解释件当场答复，请写明答复；现在答复不了的，选其他服务方式。")
    days: int = setting_on(DAYS[service].key, on, by.unit.district_id)
    done = {"answer": answer.strip(), "done_on": on} if answer.strip() else {}
    step = moves.ANSWER_AT_ONCE if done else moves.ASK
    with transaction.atomic():
        row = Consultation(
            unit=desk,
            state=step.to_state,
            ticket=use_ticket(ticket, desk),
            asked_on=on,
            about=about.strip(),
            service=service,
            first_asked=by,
            owner=by,
            due_on=on + timedelta(days=days),
            **done,
        )
        with recording(step, row, by=by, on=on) as made:
            made.facts = {"service": service.value, "due_on": row.due_on}
    return row


def finish_consultation(
    row: Consultation, *, answer: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Consultation:
    """Write down what became of it. Raises Refused as `recording`."""
    with recording(moves.FINISH, row, by=by, seen=seen, on=on) as made:
        made.record.answer, made.record.done_on = answer.strip(), made.on
    return consultation_in(made)


def hand_consultation_over(
    row: Consultation, *, owner: Staff, by: Staff, seen: int | None = None, on: date | None = None
) -> Consultation:
    """Let somebody else of the desk see to it; the day stays. Raises Refused: person_unfit, as `recording`."""
    with recording(moves.HAND_OVER, row, by=by, seen=seen, on=on) as made:
        made.record.owner = fit(owner, made.record.unit)
        made.facts = {"who": owner.pk}
    return consultation_in(made)


def miss_consultation(row: Consultation, *, by: Staff, seen: int | None = None, on: date | None = None) -> Consultation:
    """Note that who asked could not be reached (联系不上). Raises Refused as `recording`."""
    with recording(moves.MISS, row, by=by, seen=seen, on=on) as made:
        made.record.tries += 1
        made.facts = {"tries": made.record.tries}
    return consultation_in(made)


def inform_once(
    row: Consultation, *, text: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Consultation:
    """Give in writing, at one time, what is needed and where to go (一次性告知单). Raises Refused as `recording`."""
    with recording(moves.INFORM, row, by=by, seen=seen, on=on) as made:
        issue_letter(made, moves.ONCE_NOTICE, unit=made.record.unit, text=text.strip(), by=by.name)
    return consultation_in(made)


def settle_consultation(row: Consultation, case: Case, *, by: Staff, on: date | None = None) -> Consultation:
    """Write down which case a consultation became, inside the transaction of the registration. Raises Refused as `recording`."""
    with recording(moves.REGISTER, row, by=by, on=on) as made:
        made.record.case = case
        made.facts = {"case": case.pk}
    return consultation_in(made)


def check_consultation(
    row: Consultation, *, verdict: Verdict, by: Staff, seen: int | None = None, on: date | None = None
) -> Consultation:
    """Say of one that was drawn whether it was a consultation; by who had no part in it.

    Raises Refused: not_drawn, checked_already, own_consultation, as `recording`.
    """
    with recording(moves.CHECK, row, by=by, seen=seen, on=on) as made:
        made.record.verdict, made.record.checked_by, made.record.checked_on = Verdict(verdict), by, made.on
        made.facts = {"verdict": made.record.verdict.value}
    return consultation_in(made)


def draw_consultations(on: date) -> int:
    """Draw of last week's consultations, at every desk that has not drawn yet, so many in a hundred; how many. Safe twice and late."""
    week = on - timedelta(days=on.weekday()) - _WEEK
    rows = Consultation.objects.filter(asked_on__gte=week, asked_on__lt=week + _WEEK, case=None)
    done = ConsultationDraw.objects.filter(week=week).values("unit")
    desks = Unit.objects.filter(pk__in=rows.exclude(unit__in=done).values("unit")).order_by("pk")
    return sum(_draw(desk, week, list(rows.filter(unit=desk).values_list("pk", flat=True)), on) for desk in desks)


def _draw(desk: Unit, week: date, keys: list[int], on: date) -> int:
    share, seed = setting_on(SHARE.key, on, desk.district_id), secrets.randbits(_BITS)
    chosen = drawn_keys(keys, seed=seed, share=share)
    said = {"seed": seed, "share": share, "of": len(keys), "drawn": len(chosen), "drawn_on": on}
    with transaction.atomic():
        _, made = ConsultationDraw.objects.get_or_create(unit=desk, week=week, defaults=said)
        if not made:
            return 0
        Consultation.objects.filter(pk__in=chosen).update(drawn_on=on)
        note(moves.DRAWN, at=desk, week=week, of=len(keys), drawn=len(chosen))
    return len(chosen)


def consultation_in(made: Recorded) -> Consultation:
    """Return the consultation of a step that was taken."""
    found: Consultation = made.record
    return found
