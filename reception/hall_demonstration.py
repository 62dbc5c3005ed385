"""What the demonstration shows of the hall, and what its people do on each day of a simulation: no case is registered for it."""

from datetime import date, time, timedelta
from functools import partial
from random import Random
from typing import Any

from cases.models import Case
from law.ratings import Score
from law.vocabulary import Channel
from organizations.models import Staff, Unit
from organizations.roles import Role
from organizations.simulated import World
from reception.consultations.actions import consult, finish_consultation
from reception.hall.actions import call_next, finish_ticket, open_window, serve_ticket, set_up_window, take_ticket
from reception.models import (
    AnswerWay,
    Consultation,
    ConsultationState,
    HallVisit,
    HallWindow,
    NoteKind,
    Service,
    Ticket,
    VisitState,
    WindowKind,
    WindowState,
)
from reception.shifts.actions import give_shift, note_event
from reception.visits.actions import answer_visit, rate_visit
from reception.visits.receiving import receive_registered

_LATER = timedelta(days=3)
_WINDOWS = (("1号窗口", WindowKind.RECEPTION), ("2号窗口", WindowKind.ADVICE))
_ASKED = ("申请低保要带什么材料？", "公租房的申请在哪里办？")


def show_hall(clerk: Staff, other: Staff | None, day: date, world: World) -> None:
    """Make it once: windows, numbers that wait, a consultation, a visit with its answer, a note, a handover."""
    _serve(clerk, day, world)
    for _ in range(2):
        world.attempt("hall.ticket", partial(take_ticket, kind=WindowKind.RECEPTION, by=clerk, on=day))
    _consult(clerk, day, world, _ASKED[0])
    for place, case in enumerate(_not_received(clerk.unit, 2)):
        said = {"answer": "已说明办理途径和期限。"} if place == 0 else {"due_on": day + _LATER}
        world.attempt("hall.visit", partial(receive_registered, case.pk, by=clerk, on=day, **said))
    fact: dict[str, Any] = {
        "kind": NoteKind.EQUIPMENT,
        "happened_on": day,
        "happened_at": time(9, 30),
        "facts": "叫号屏断电，已报修。",
    }
    world.attempt("hall.note", partial(note_event, by=clerk, on=day, **fact))
    if other:
        world.attempt("hall.shift", partial(give_shift, given_to=other, by=clerk, on=day))


def live_in_hall(day: date, random: Random, world: World) -> int:
    """Serve who comes, write receptions down, answer what is owed; returns how many deeds."""
    clerks = world.holding(Role.WINDOW_CLERK)
    if not clerks:
        return 0
    by, before = clerks[0], sum(world.done.values())
    _serve(by, day, world)
    _consult(by, day, world, random.choice(_ASKED))
    for case in _not_received(by.unit, 3):
        world.attempt("hall.visit", partial(receive_registered, case.pk, by=by, on=day, due_on=day + _LATER))
    for row in _owed(world, day):
        answer = partial(answer_visit, row, answer="已告知办理进展。", way=AnswerWay.CALL, by=row.owner, on=day)
        if world.attempt("hall.answer", answer) and len(clerks) > 1:
            score = random.choice(list(Score))
            world.attempt("hall.rate", partial(rate_visit, row, score=score, by=clerks[1], on=day))
    waiting = Consultation.objects.filter(district=world.area, state=ConsultationState.OPEN, due_on__lte=day)
    for asked in waiting.select_related("unit", "owner").order_by("pk"):
        done = partial(finish_consultation, asked, answer="已代为查询。", by=asked.owner, on=day)
        world.attempt("hall.finish", done)
    return sum(world.done.values()) - before


def _serve(by: Staff, day: date, world: World) -> None:
    """One number from taking to done at the first window, which is set up and opened where it is not."""
    for name, kind in _WINDOWS:
        if not HallWindow.objects.filter(unit=by.unit, name=name).exists():
            world.attempt("hall.window", partial(set_up_window, name=name, kind=kind, by=by, on=day))
    window = HallWindow.objects.select_related("unit").filter(unit=by.unit, name=_WINDOWS[0][0]).first()
    if window is None:
        return
    if window.state == WindowState.CLOSED:
        world.attempt("hall.open", partial(open_window, window, by=by, on=day))
        window.refresh_from_db()

    def served() -> Ticket:
        take_ticket(kind=WindowKind(window.kind), by=by, on=day)
        return finish_ticket(serve_ticket(call_next(window, by=by, on=day), by=by, on=day), by=by, on=day)

    world.attempt("hall.served", served)


def _consult(by: Staff, day: date, world: World, about: str) -> None:
    world.attempt("hall.consult", partial(consult, about=about, service=Service.PROMISED, by=by, on=day))


def _not_received(unit: Unit, most: int) -> list[Case]:
    rows = Case.objects.filter(unit=unit, channel=Channel.VISIT, sealed=False, historic=False, hall_visits=None)
    return list(rows.order_by("-pk")[:most])


def _owed(world: World, day: date) -> list[HallVisit]:
    rows = HallVisit.objects.filter(district=world.area, state=VisitState.OPEN, due_on__lte=day, case__sealed=False)
    return list(rows.select_related("unit", "case", "owner").order_by("pk"))
