"""Shifts: what is open is counted by the house, the receiver confirms; notes of facts; both doors."""

from organizations.models.record import RecordNotice
from organizations.today import today
from reception.hall.actions import take_ticket
from reception.models import DutyNote, ShiftHandover, WindowKind
from reception.shifts.actions import give_shift, take_shift
from reception.shifts.reading import to_take
from reception.visits.receiving import VisitInput, register_visit
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.refusals import refusal


def test_a_shift_is_handed_over_with_what_is_open_and_taken_by_the_other(cast: Cast):
    take_ticket(kind=WindowKind.RECEPTION, by=cast.clerk)
    register_visit(by=cast.clerk, visit=VisitInput(), received_on=today(), content="路灯不亮。")
    row = give_shift(given_to=cast.router, remarks="3号窗口打印机待修", by=cast.clerk)
    assert row.counts == {"waiting": 1, "visits": 1, "consultations": 0, "letters": 0, "calls": 0, "originals": 0}
    assert RecordNotice.objects.filter(staff=cast.router).count() == 1
    assert list(to_take(cast.router, today())) == [row]
    assert refusal(take_shift, row, by=cast.clerk) == "not_receiver"
    assert take_shift(row, by=cast.router).taken_on == today()
    assert refusal(take_shift, row, by=cast.router) == "wrong_state"
    assert refusal(give_shift, given_to=cast.clerk, by=cast.clerk) == "same_person"
    assert refusal(give_shift, given_to=cast.supervisor, by=cast.clerk) == "person_unfit"


def test_pages_of_the_day(cast: Cast):
    client = client_of(cast.clerk)
    given = client.post("/reception/handovers/new/", {"given_to": str(cast.router.pk)})
    row = ShiftHandover.objects.get()
    assert given["Location"] == row.get_absolute_url()
    assert client_of(cast.router).post(f"{row.get_absolute_url()}take/", {}).status_code == 302
    assert "已接班" in client.get("/reception/handovers/").content.decode()
    note = {"kind": "ambulance", "happened_on": today().isoformat(), "happened_at": "09:30", "facts": "有人晕倒。"}
    assert client.post("/reception/duty-notes/new/", {**note, "happened_at": "九点"}).status_code == 422
    assert client.post("/reception/duty-notes/new/", note).status_code == 302
    made = DutyNote.objects.get()
    assert "呼叫急救" in client.get("/reception/duty-notes/").content.decode()
    assert client.get(made.get_absolute_url()).status_code == 200
    for address in ("/reception/handovers/", "/reception/duty-notes/"):
        assert client_of(cast.supervisor).get(address).status_code == 403
    for address in (row.get_absolute_url(), made.get_absolute_url()):
        assert client_of(cast.dispatcher).get(address).status_code == 404


def test_programs_hand_over_and_note(cast: Cast):
    row = Caller(cast.clerk).post("/reception/handovers/", {"given_to": cast.router.pk}).json()
    taken = Caller(cast.router).post(f"/reception/handovers/{row['id']}/take/", {})
    assert taken.json()["state"] == "taken"
    note = {"kind": "police", "happened_on": today().isoformat(), "happened_at": "09:30", "facts": "拾到钱包，已移交。"}
    assert Caller(cast.clerk).post("/reception/duty-notes/", note).status_code == 201
    assert Caller(cast.router).get("/reception/duty-notes/").json()["results"][0]["kind"] == "police"
    assert Caller(cast.dispatcher).get("/reception/handovers/").json()["results"] == []
