"""The one clock: an injected day holds for deeds, rights, notices and moments alike, as the training date does."""

import threading
from datetime import date, timedelta

import pytest
from django.test import override_settings
from django.utils.timezone import localtime

from cases.models import Event, FollowUp, Notice
from cases.record.follow_ups import do_follow_up
from organizations.models import Grant
from organizations.people import forget_grants, grant
from organizations.roles import Role
from organizations.today import move_ahead, now, on_the_day, today
from tests.cast import Cast, register

DAY = date(2026, 3, 4)


def test_moments_of_an_injected_day_follow_one_another_and_stay_in_it():
    with on_the_day(DAY):
        moments = [now() for _ in range(60_000)]
        assert today() == DAY
    assert moments == sorted(set(moments))
    assert {localtime(moment).date() for moment in (moments[0], moments[-1])} == {DAY}


def test_an_injected_day_holds_in_every_thread_and_ends():
    real, seen = today(), []
    with on_the_day(DAY):
        with on_the_day(DAY + timedelta(days=1)):
            thread = threading.Thread(target=lambda: seen.append(today()))
            thread.start()
            thread.join()
        assert today() == DAY
    assert seen == [DAY + timedelta(days=1)]
    assert today() == real


def test_deeds_follow_ups_and_notices_carry_the_injected_day(cast: Cast):
    with on_the_day(DAY):
        case = register(cast, on=None, received_on=DAY)
        do_follow_up(FollowUp.objects.get().pk)
    event, notices = Event.objects.get(case=case), Notice.objects.all()
    moments = [event.at, case.created_at, FollowUp.objects.get().done_at, *(each.created_at for each in notices)]
    assert len(moments) > 3
    assert event.on == DAY
    assert {localtime(moment).date() for moment in moments} == {DAY}


@override_settings(TRAINING=True)
@pytest.mark.django_db
def test_a_role_runs_out_on_the_training_date(cast: Cast):
    given = Grant.objects.get(staff=cast.router)
    Grant.objects.filter(pk=given.pk).update(valid_to=today() + timedelta(days=2))
    forget_grants(cast.router)
    assert Role.ROUTER in cast.router.roles
    move_ahead(3)
    forget_grants(cast.router)
    assert cast.router.roles == frozenset()
    again = grant(Role.ROUTER, cast.router, cast.bureau, by=cast.system_admin)
    assert again.given_on == again.valid_from == today()
