"""The hall: numbers called in their order, one at a window; periods that nobody changes; what is told of waiting, and its error."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from organizations.today import now, today
from reception.hall import actions
from reception.hall.actions import call_next, open_window, set_up_window, take_ticket
from reception.hall.reading import times_of_day
from reception.hall.waiting import expected_wait
from reception.models import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import typed
from tests.cast import Cast
from tests.refusals import refusal

KIND = WindowKind.RECEPTION


def window(cast: Cast, name: str = "1号窗口") -> HallWindow:
    return open_window(set_up_window(name=name, kind=KIND, by=cast.clerk), by=cast.clerk)


def served(cast: Cast, minutes: int, *, told: int | None = None, waited: int = 0) -> None:
    """A number that was served so long, after waiting so long, with what was told."""
    begin = now() - timedelta(days=1)
    row = take_ticket(kind=KIND, by=cast.clerk)
    Ticket.objects.filter(pk=row.pk).update(state="done", taken_at=begin, expected=told)
    at: dict[str, Any] = {"ticket": row, "unit": cast.bureau, "kind": KIND}
    called = begin + timedelta(minutes=waited)
    TicketPeriod.objects.create(**at, what=TicketState.WAITING, began_at=begin, ended_at=called)
    done = called + timedelta(minutes=minutes)
    TicketPeriod.objects.create(**at, what=TicketState.SERVING, began_at=called, ended_at=done)


def test_who_goes_first_is_called_first_then_who_has_waited_longest(cast: Cast):
    first, second = (take_ticket(kind=KIND, by=cast.clerk) for _ in range(2))
    old = take_ticket(kind=KIND, people=3, first=True, by=cast.clerk)
    other = take_ticket(kind=WindowKind.LEGAL, by=cast.clerk)
    assert [row.number for row in (first, second, old, other)] == ["A001", "A002", "A003", "D001"]
    at = window(cast)
    called = call_next(at, by=cast.clerk)
    assert (called, called.state, called.clerk) == (old, "called", cast.clerk)
    assert refusal(call_next, at, by=cast.clerk) == "window_busy"
    row = actions.finish_ticket(actions.serve_ticket(called, by=cast.clerk), by=cast.clerk)
    assert call_next(at, by=cast.clerk) == first
    actions.hold_ticket(Ticket.objects.get(pk=first.pk), by=cast.clerk)
    assert call_next(at, by=cast.clerk) == second
    assert [each.what for each in TicketPeriod.objects.filter(ticket=row).order_by("id")] == [
        "waiting",
        "called",
        "serving",
    ]


def test_a_number_put_aside_keeps_its_place_and_one_who_left_is_gone(cast: Cast):
    first, second = (take_ticket(kind=KIND, by=cast.clerk) for _ in range(2))
    at = window(cast)
    actions.hold_ticket(call_next(at, by=cast.clerk), by=cast.clerk)
    actions.resume_ticket(Ticket.objects.get(pk=first.pk), by=cast.clerk)
    again = call_next(at, by=cast.clerk)
    assert again == first
    actions.leave_ticket(again, by=cast.clerk)
    assert call_next(at, by=cast.clerk) == second
    assert refusal(actions.close_window, at, by=cast.clerk) == "still_serving"
    actions.finish_ticket(actions.serve_ticket(Ticket.objects.get(pk=second.pk), by=cast.clerk), by=cast.clerk)
    assert refusal(call_next, at, by=cast.clerk) == "nobody_waiting"
    closed = actions.close_window(at, by=cast.clerk)
    assert (closed.state, closed.clerk) == ("closed", None)
    assert refusal(actions.call_ticket, first, window=closed, by=cast.clerk) == "window_closed"


def test_two_windows_have_two_numbers_and_a_window_has_one_name(cast: Cast):
    take_ticket(kind=KIND, by=cast.clerk), take_ticket(kind=KIND, by=cast.clerk)
    one, two = (call_next(window(cast, name), by=cast.clerk) for name in ("1号窗口", "2号窗口"))
    assert one.number != two.number
    assert refusal(set_up_window, name="1号窗口", kind=KIND, by=cast.clerk) == "window_twice"
    held = actions.hold_ticket(one, by=cast.clerk)
    assert refusal(actions.call_ticket, held, window=two.window, by=cast.clerk) == "window_busy"


def test_the_database_keeps_periods_as_they_were(cast: Cast):
    served(cast, 10)
    for change in ("UPDATE reception_ticketperiod SET ended_at = now()", "DELETE FROM reception_ticketperiod"):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)


def test_waiting_is_told_from_what_was_served_with_the_error_of_what_was_told(cast: Cast):
    window(cast)
    for _ in range(4):
        served(cast, 10)
    assert expected_wait(cast.bureau, KIND).minutes is None, "four are too few"
    served(cast, 10)
    assert expected_wait(cast.bureau, KIND).minutes == 0, "a window is free"
    for _ in range(2):
        take_ticket(kind=KIND, by=cast.clerk)
    told = expected_wait(cast.bureau, KIND)
    assert (told.ahead, told.minutes, told.error) == (2, 20, None)
    assert "误差还没有记录" in told.words
    for waited in (10, 20, 30, 25, 15):
        served(cast, 10, told=20, waited=waited)
    told = expected_wait(cast.bureau, KIND)
    assert (told.minutes, told.error, told.told) == (20, 6, 5)
    assert "平均误差6分钟" in told.words
    assert times_of_day(cast.clerk, today())["reception"]["served"] == 10


def test_pages_of_the_hall(cast: Cast):
    client = client_of(cast.clerk)
    answer = client.post("/reception/windows/new/", {"name": "1号窗口", "kind": "reception"})
    at = HallWindow.objects.get()
    assert answer["Location"] == at.get_absolute_url()
    assert client.post(f"{at.get_absolute_url()}open/", {}).status_code == 302
    assert client.post("/reception/tickets/new/", {"kind": "", "people": "1"}).status_code == 422
    made = client.post("/reception/tickets/new/", {"kind": "reception", "people": "2"})
    row = Ticket.objects.get()
    assert made["Location"] == row.get_absolute_url()
    assert client.post(f"{at.get_absolute_url()}next/", {"seen": "1"}).status_code == 302
    assert row.get_absolute_url() in client.get(at.get_absolute_url()).content.decode()
    page = client.get(row.get_absolute_url()).content.decode()
    assert "文书与送达" not in page
    assert f"/reception/visits/new/?ticket={row.pk}" in page
    screen = client.get("/reception/hall/screen/").content.decode()
    assert "A001" in screen
    for what in ("now", "held", "today", "all"):
        assert client.get(f"/reception/hall/?list={what}").status_code == 200
    assert client_of(cast.supervisor).get("/reception/hall/").status_code == 403
    assert client_of(cast.dispatcher).get(row.get_absolute_url()).status_code == 404


def test_a_number_becomes_one_visit(cast: Cast):
    client, row = client_of(cast.clerk), take_ticket(kind=KIND, people=3, by=cast.clerk)
    page = client.get(f"/reception/visits/new/?ticket={row.pk}", follow=True)
    form = page.context["form"]
    assert (form["page_ticket"].value(), form["petitioner_count"].value()) == (row.pk, 3)
    assert client.post("/reception/visits/new/", typed(page_ticket=row.pk)).status_code == 302
    again = client.post("/reception/visits/new/", typed(page_ticket=row.pk))
    assert again.status_code == 422
    text = again.content.decode()
    assert "水渠堵了半年" in text
    assert 'name="page_ticket"' not in text


def test_the_hall_costs_the_same_however_many_wait(cast: Cast):
    def cost() -> int:
        client = client_of(cast.clerk)
        client.get("/reception/hall/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/reception/hall/").status_code == 200
        return len(queries)

    window(cast)
    take_ticket(kind=KIND, by=cast.clerk)
    few = cost()
    for _ in range(12):
        take_ticket(kind=KIND, by=cast.clerk)
    assert cost() == few


def test_programs_give_numbers(cast: Cast):
    call = Caller(cast.clerk)
    at = call.post("/reception/windows/", {"name": "1号窗口", "kind": "reception"}).json()
    assert call.post(f"/reception/windows/{at['id']}/open/", {}).json()["clerk"] == cast.clerk.name
    row = call.post("/reception/tickets/", {"kind": "reception", "people": 1}).json()
    [told] = [each for each in call.get("/reception/tickets/waiting/").json() if each["kind"] == "reception"]
    assert (told["ahead"], told["minutes"]) == (1, None)
    assert call.post(f"/reception/windows/{at['id']}/next/", {}).status_code == 200
    assert call.post(f"/reception/tickets/{row['id']}/serve/", {}).json()["state"] == "serving"
    assert call.get("/reception/tickets/?list=today").json()["results"][0]["window"] == "1号窗口"
    assert Caller(cast.dispatcher).get(f"/reception/tickets/{row['id']}/").status_code == 404
