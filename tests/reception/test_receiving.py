"""At a reception: seats, owners with dates, promises, ratings; nobody complained of."""

from datetime import timedelta
from typing import Any

from cases.actions.inputs import DemandInput, RespondentInput
from cases.models import Promise
from organizations.models.record import RecordNotice
from reception.appointments import receiving, seating
from reception.appointments.reading import named_to_me
from reception.models.day_words import AppointmentState as State
from reception.models.day_words import SeatRole, VisitorRating
from tests.cast import Cast, register
from tests.reception.receptions import a_day, booked
from tests.refusals import refusal


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
