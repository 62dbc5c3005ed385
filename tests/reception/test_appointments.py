"""Appointments: one place one case, by name with consent, moved, received, followed, rated; a day called off."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from cases.models import Promise
from kit.messages.models import Message
from law.errors import Refused
from law.vocabulary import Kind
from organizations.models import Staff
from organizations.models.record import RecordNotice
from organizations.today import now, today
from reception.appointments import booking, receiving, seating
from reception.appointments.displacing import offer_places
from reception.appointments.profiles import consent, open_profiles, propose_profile, withdraw_profile
from reception.appointments.reading import named_to_me, unbriefed, unconfirmed, untold
from reception.days.actions import attend
from reception.days.cancelling import cancel_day
from reception.models import Appointment, ReceptionDay
from reception.models.day_words import AppointmentKind, Attendance, ReceptionKind, SeatRole, VisitorRating
from reception.models.day_words import AppointmentState as State
from reception.room import ROOM
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import LAO_WANG, Cast, register
from tests.reception.receptions import LATER, a_day, a_rule, booked

OTHER = PartyInput("老赵", address="青石镇")


def refusal(step: Any, *given: Any, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        step(*given, **more)
    return refused.value.code


def test_a_place_is_one_cases_and_a_case_has_one_appointment_ahead(cast: Cast):
    day, case = a_day(cast), register(cast)
    row = booked(cast, case, day)
    assert (row.unit, row.state, row.on) == (cast.bureau, State.BOOKED, day.on)
    assert refusal(booked, cast, register(cast), day) == "slot_taken"
    assert refusal(booked, cast, case, day, 2) == "booked_already"
    assert unbriefed(cast.clerk, day.on - timedelta(days=2)).get() == row
    row = receiving.brief(row, briefing="焦点是排水管道归谁修", by=cast.clerk)
    assert not unbriefed(cast.clerk, day.on).exists()
    booking.withdraw(row, by=cast.clerk)
    assert booked(cast, register(cast), day).slot_id == row.slot_id
    assert refusal(booked, cast, case, day, 2, by=cast.dispatcher) in ("not_found", "slot_unknown")
    assert refusal(booked, cast, case, day, 2, kind=AppointmentKind.WALK_IN) == "walk_in_today"


def test_nobody_books_what_is_not_published_or_over(cast: Cast):
    day = a_day(cast)
    ReceptionDay.objects.filter(pk=day.pk).update(state="planned")
    assert refusal(booked, cast, register(cast), day) == "day_closed"
    ReceptionDay.objects.filter(pk=day.pk).update(state="published")
    assert refusal(booked, cast, register(cast), day, on=day.on + timedelta(days=1)) == "day_closed"


def test_by_name_only_with_the_consent_of_the_person_himself(cast: Cast):
    day, case = a_day(cast), register(cast)
    by_name = {"kind": AppointmentKind.BY_NAME}
    assert refusal(booked, cast, case, day, **by_name) == "profile_unpublished"
    profile = propose_profile(person=cast.leader, title="区长", charge="全面工作", by=cast.bureau_head)
    assert open_profiles() == []
    assert refusal(consent, profile, by=cast.bureau_head) in ("not_permitted", "not_yourself")
    profile = consent(profile, by=cast.leader)
    assert open_profiles()[0]["name"] == "卫区长"
    assert booked(cast, case, day, **by_name).kind == AppointmentKind.BY_NAME
    withdraw_profile(profile, by=cast.leader)
    assert open_profiles() == []


def test_nobody_complained_of_receives_or_is_seated_or_named(cast: Cast):
    day = a_day(cast)
    complained = register(cast, respondents=[RespondentInput("卫区长")])
    assert refusal(booked, cast, complained, day) == "complained_of"
    row = booked(cast, register(cast, respondents=[RespondentInput("何局长"), RespondentInput("村医")]), day)
    seats = {"role": SeatRole.JOINT_STUDY, "by": cast.clerk}
    assert refusal(seating.seat, row, person=cast.farming_head, **seats) == "complained_of"
    assert refusal(seating.seat, row, name="村医", **seats) == "complained_of"
    row = seating.seat(row, person=cast.housing_head, **seats)
    assert refusal(seating.seat, row, person=cast.housing_head, **seats) == "seated_twice"
    row = seating.seat(row, role=SeatRole.LAWYER, name="钱律师", body="云河律师事务所", by=cast.clerk)
    chair, lawyer = row.seats.order_by("pk")
    row = seating.call_seat(row, seat_id=chair.pk, by=cast.clerk)
    assert refusal(seating.seat_came, row, seat_id=lawyer.pk, by=cast.clerk) == "not_yet"
    row = seating.seat_came(row, seat_id=lawyer.pk, by=cast.clerk, on=day.on)
    assert [seat.arrived_at is not None for seat in row.seats.order_by("pk")] == [False, True]


def test_every_demand_leaves_with_a_named_person_and_a_date_and_another_checks(cast: Cast, on_day: Any):
    day = a_day(cast)
    row, on = booked(cast, register(cast), day), day.on
    on_day(on)
    ended = {"reply": "请住建局、镇里分头办", "people": 2, "by": cast.clerk}
    owner = {"level": SeatRole.JOINT_STUDY, "due_on": on + timedelta(days=10), "by": cast.clerk}
    row = receiving.assign(row, demand=1, person=cast.housing_head, what="修路", **owner)
    assert refusal(receiving.track, row, **ended) == "demand_without_owner"
    row = receiving.assign(row, demand=2, person=cast.town_head, what="清淤", **owner)
    row = receiving.promise_there(row, text="春耕前通水", due_on=on + timedelta(days=30), by=cast.clerk)
    promise = Promise.objects.get()
    assert (promise.promiser, promise.by, promise.occasion) == (cast.leader, cast.clerk, "reception")
    row = receiving.track(row, **ended)
    assert (row.state, row.people, row.received_on) == (State.TRACKED, 2, on)
    assert not named_to_me(cast.housing_head, on).exists(), "he cannot read the case: the desk refers it to him"
    assert refusal(receiving.settle, row, by=cast.clerk) == "still_open"
    for each in row.undertakings.all():
        each.done_on, each.done_by = on, cast.router
        each.save()
    assert refusal(receiving.settle, row, by=cast.router) == "own_report"
    assert receiving.settle(row, by=cast.clerk).state == State.SETTLED


def test_whoever_is_named_and_reads_the_case_reports_himself(cast: Cast, on_day: Any):
    day = a_day(cast)
    row = booked(cast, register(cast, demands=[DemandInput("修路")]), day)
    on_day(day.on)
    owner = {"level": SeatRole.COORDINATION, "due_on": day.on, "what": "协调", "by": cast.clerk}
    row = receiving.assign(row, demand=1, person=cast.leader, **owner)
    assert RecordNotice.objects.filter(staff=cast.leader, text__startswith="明确落实人").exists()
    row = receiving.track(row, reply="协调", people=1, by=cast.clerk)
    assert named_to_me(cast.leader, day.on).get() == row
    [task] = row.undertakings.all()
    assert refusal(receiving.report, row, undertaking=task.pk, note="x", by=cast.router) == "nothing_of_yours"
    row = receiving.report(row, undertaking=task.pk, note="已协调资金", by=cast.leader)
    assert not named_to_me(cast.leader, day.on).exists()
    assert receiving.settle(row, by=cast.clerk).state == State.SETTLED


def test_visitors_rate_and_the_receiver_never_takes_it_down(cast: Cast, on_day: Any):
    cast.grant(cast.leader, cast.bureau, *cast.clerk.roles)
    day = a_day(cast)
    row = booked(cast, register(cast), day)
    on_day(day.on)
    row = receiving.answer(row, reply="当场说明了政策", people=1, by=cast.clerk)
    rated = {"rating": VisitorRating.SATISFIED}
    assert refusal(receiving.rate, row, by=cast.leader, **rated) == "own_rating"
    row = receiving.rate(row, by=cast.router, **rated)
    assert refusal(receiving.rate, row, by=cast.clerk, **rated) == "rated_already"


def test_a_day_called_off_offers_everybody_another_place_before_others_and_soon(cast: Cast, on_day: Any):
    rule = a_rule(cast)
    off, other = a_day(cast, rule), a_day(cast, rule, day=today() + LATER + timedelta(days=3))
    first = booked(cast, register(cast), off, 1)
    second = booked(cast, register(cast, parties=[OTHER]), off, 2)
    for number in (1, 2):
        booked(cast, register(cast), other, number)
    on_day(today())
    before = Message.objects.filter(channel="sms").count()
    moment = now()
    cancel_day(off, reason="参加全区防汛会议", by=cast.bureau_head)
    assert Message.objects.filter(channel="sms").count() == before + 1, "who left no number is called by the desk"
    second.refresh_from_db()
    assert untold(cast.clerk, today()).get() == second
    assert refusal(booked, cast, register(cast), other, 3) == "kept_for_others"
    every = ROOM.schedule["offer-places"]["schedule"]
    assert len(every.minute) >= 12, "the worker looks at least every five minutes"
    assert offer_places() == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert [row.state for row in (first, second)] == [State.OFFERED, State.OFFERED]
    assert [row.slot.number for row in (first, second) if row.slot] == [3, 4], "in the order in which they stood"
    assert first.offered_at is not None
    assert first.displaced_at is not None
    assert moment < first.displaced_at < first.offered_at < moment + timedelta(minutes=5)
    assert Message.objects.filter(channel="sms").count() == before + 2
    assert offer_places() == 0
    assert unconfirmed(cast.clerk, today()).count() == 2
    assert booking.accept_offer(first, by=cast.clerk).state == State.BOOKED
    second = booking.note_told(second, by=cast.clerk)
    assert refusal(booking.note_told, second, by=cast.clerk) == "told_already"
    third = a_day(cast, rule, day=today() + LATER + timedelta(days=5))
    assert booking.move(second, slot=third.slots.get(number=1).pk, by=cast.clerk).day == third


def test_whoever_finds_no_place_stays_first_in_line(cast: Cast):
    rule = a_rule(cast)
    off = a_day(cast, rule)
    row = booked(cast, register(cast), off)
    cancel_day(off, reason="出差", by=cast.bureau_head)
    assert offer_places() == 0
    row.refresh_from_db()
    assert row.state == State.DISPLACED
    accused = a_day(cast, rule, day=today() + LATER + timedelta(days=2), name="老张", person=None)
    row.case.respondents.create(name="老张")
    assert offer_places() == 0, "never with somebody complained of"
    a_day(cast, rule, day=today() + LATER + timedelta(days=4))
    assert offer_places() == 1
    row.refresh_from_db()
    assert row.day != accused


def test_walk_ins_take_what_nobody_used(cast: Cast, on_day: Any):
    day = a_day(cast, places=1)
    row = booked(cast, register(cast), day)
    on_day(day.on)
    assert refusal(booked, cast, register(cast), day, kind=AppointmentKind.WALK_IN) == "slot_taken"
    receiving.did_not_come(row, by=cast.clerk)
    assert booked(cast, register(cast), day, kind=AppointmentKind.WALK_IN).slot_id == row.slot_id


def test_with_a_case_one_goes_to_the_village(cast: Cast):
    office, outreach = (
        a_day(cast),
        a_day(cast, kind=ReceptionKind.WITH_CASE, venue="柳湾村村委会", day=today() + LATER * 2),
    )
    case, along = register(cast), {"kind": AppointmentKind.TAKEN_ALONG}
    assert refusal(booked, cast, case, office, **along) == "not_an_outreach"
    assert booked(cast, case, outreach, **along).day.venue == "柳湾村村委会"


def test_an_appointment_of_an_accusation_is_seen_by_whom_its_case_is_seen(cast: Cast):
    day, case = a_day(cast), register(cast)
    row = booked(cast, case, day)
    assert row.may_be_read_by(cast.leader)
    sealed = register(cast, demands=[DemandInput("镇长受贿", Kind.ACCUSATION)], respondents=[RespondentInput("施镇长")])
    hidden = Appointment.objects.create(
        district=cast.area,
        unit=cast.bureau,
        case=sealed,
        day=day,
        slot=day.slots.get(number=3),
        on=day.on,
        state=State.BOOKED,
        kind=AppointmentKind.BOOKED,
        people=1,
        booked_by=cast.clerk,
        booked_on=today(),
    )
    assert not hidden.may_be_read_by(cast.leader)
    assert not row.may_be_read_by(cast.farming_head)


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
    assert call.get(f"/reception/appointments/{key}/").json()["case"] == case.pk
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
