"""Appointments: one place one case, by name with consent, moved, walk-ins; a day called off."""

from datetime import timedelta
from typing import Any

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from kit.messages.models import Message
from law.vocabulary import Kind
from organizations.today import now, today
from reception.appointments import booking, receiving
from reception.appointments.displacing import offer_places
from reception.appointments.profiles import consent, open_profiles, propose_profile, withdraw_profile
from reception.appointments.reading import unbriefed, unconfirmed, untold
from reception.days.cancelling import cancel_day
from reception.models import Appointment, ReceptionDay
from reception.models.day_words import AppointmentKind, ReceptionKind
from reception.models.day_words import AppointmentState as State
from reception.room import ROOM
from tests.cast import Cast, register
from tests.reception.receptions import LATER, a_day, a_rule, booked
from tests.refusals import refusal

OTHER = PartyInput("老赵", address="青石镇")


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
