"""Appointments: their pages, programs, ledger; what lists cost."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organizations.models import Staff
from organizations.today import today
from reception.appointments import receiving
from reception.days.actions import attend
from reception.models.day_words import Attendance
from reception.room import ROOM
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import LAO_WANG, Cast, register
from tests.reception.receptions import LATER, a_day, a_rule, booked


def test_the_ledger_counts_a_day_from_its_appointments(cast: Cast, on_day: Any, django_assert_num_queries: Any):
    day = a_day(cast)
    rows = [booked(cast, register(cast), day, number) for number in (1, 2)]
    on_day(day.on)
    receiving.answer(rows[0], reply="说明", people=3, by=cast.clerk)
    receiving.did_not_come(rows[1], by=cast.clerk)
    attend(day, attendance=Attendance.SELF, by=cast.bureau_head)
    missed = {"attendance": Attendance.NOBODY, "by": cast.bureau_head}
    cells = client_of(cast.bureau_head).get("/ledgers/receptions/").content.decode()
    assert "领导接访统计表" in cells
    [ledger] = ROOM.ledgers
    for later in (1, 2, 3):
        attend(a_day(cast, day.rule, day.on, day=day.on + timedelta(days=later)), **missed, on=day.on + LATER)
    reader = fresh(cast.bureau_head)
    with django_assert_num_queries(6):
        lines = ledger.lines(list(ledger.rows(reader, {}).order_by("on")), reader, day.on)
    line = lines[0]
    told = [column.read(line) for column in ledger.columns][6:]
    assert told == [1, 0, 1, 3, 1, 0, 0, "不足5件"]
    figures = [figure.rows(reader, day.on).count() for figure in ROOM.figures if figure.label.startswith("接访：")]
    assert figures == [1, 0, 1, 1, 0, 0], "held, short, batches, answered, tracked, settled"


def fresh(person: Staff) -> Staff:
    return Staff.objects.get(pk=person.pk)


def test_pages_of_appointments(cast: Cast, django_assert_max_num_queries: Any):
    day, case, client = a_day(cast), register(cast, parties=[LAO_WANG]), client_of(cast.clerk)
    new = f"/reception/cases/{case.pk}/appointments/new/"
    assert client.post(new, {}).status_code == 422
    sent = {"slot": str(day.slots.get(number=1).pk), "kind": "booked", "people": "1"}
    url = client.post(new, sent)["Location"]
    assert client.post(f"{url}brief/", {"briefing": "焦点是经费"}).status_code == 302
    page = client.get(f"{url}briefing/").content.decode()
    assert "焦点是经费" in page
    assert "修好村口的路" in page
    assert "老王" not in page
    assert url in client.get(f"/cases/{case.pk}/").content.decode()
    for what in ("ahead", "past"):
        assert case.number in client.get(f"/reception/appointments/?list={what}").content.decode()
    with django_assert_max_num_queries(16):
        client.get("/reception/appointments/")
    assert case.number in client_of(cast.leader).get("/reception/appointments/").content.decode()
    assert client_of(cast.farming_head).get(url).status_code == 404
    for step in ("seat", "call", "move", "told", "withdraw", "rate"):
        assert client.get(f"{url}{step}/").status_code in (200, 409, 422), step
    assert client.get(day.get_absolute_url()).content.decode().count(case.number) == 1


def test_programs_book_and_step(cast: Cast):
    day, case, call = a_day(cast), register(cast), Caller(cast.clerk)
    body = {"slot": day.slots.get(number=1).pk, "kind": "booked", "people": 1}
    made = call.post(f"/reception/cases/{case.pk}/appointments/", body)
    assert made.status_code == 201, made.content
    again = call.post(f"/reception/cases/{register(cast).pk}/appointments/", body)
    assert again.json()["code"] in ("slot_taken", "input_invalid")
    key = made.json()["id"]
    assert call.post(f"/reception/appointments/{key}/brief/", {"briefing": "x"}).json()["briefed_on"]
    assert call.post(f"/reception/appointments/{key}/answer/", {"reply": "x", "people": 1}).json()["code"] == "not_yet"
    seat = {"role": "lawyer", "name": "钱律师"}
    assert call.post(f"/reception/appointments/{key}/seat/", seat).status_code == 200
    file = call.get(f"/reception/appointments/{key}/").json()
    assert (file["appointment"]["case"], file["briefing"], file["undertakings"]) == (case.pk, "x", [])
    assert [each["name"] for each in file["seats"]] == ["钱律师"]
    assert call.get("/reception/appointments/").json()["results"][0]["id"] == key
    assert call.get("/reception/receivers/").json()["results"] == []


def test_lists_cost_the_same_however_many_rows(cast: Cast):
    rule = a_rule(cast)
    booked(cast, register(cast), a_day(cast, rule))
    client = client_of(cast.clerk)
    lists = ("/reception/days/", "/reception/appointments/")
    once = [asked(client, url) for url in lists]
    for more in range(1, 4):
        booked(cast, register(cast), a_day(cast, rule, day=today() + LATER + timedelta(days=more)))
    assert [asked(client, url) for url in lists] == once


def asked(client: Client, url: str) -> int:
    """How many statements a page costs, once the session is warm."""
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)
