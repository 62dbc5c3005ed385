"""A leader's liaison: what he enters waits for the leader's one tap."""

from typing import Any

import pytest
from django.test import Client

from cases.doors.table import ACTIONS
from law.errors import Refused
from law.vocabulary import Act, State
from organizations.mandates import acting_for, confirm_day
from organizations.models import JournalEntry, Staff
from organizations.models.mandate import MandateKind
from organizations.roles import Role
from tests.cast import Cast, register
from tests.standing_in import stand_in
from tests.walks import walk_to

pytestmark = pytest.mark.usefixtures("no_broker")


def client_of(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_liaisons_day_is_confirmed_by_the_leader_with_one_tap(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    liaison = cast.hire("联络员", cast.gov)
    given = stand_in(cast.leader, liaison, kind=MandateKind.LIAISON)
    person = acting_for(liaison, given.pk)
    ACTIONS[Act.REMIND](walk.case.pk, by=person, on=walk.on, leg_id=walk.leg.pk, text="请抓紧")

    def marked() -> bool:
        events = leader.get(f"/api/v1/cases/{walk.case.pk}/").json()["events"]
        return any(each["unconfirmed"] for each in events if each["act"] == "remind")

    leader, mark = client_of(cast.leader), f"联络员（代{cast.leader.name}，尚未确认）"
    assert mark in leader.get(f"/cases/{walk.case.pk}/").content.decode()
    assert marked()
    assert "1天待确认" in leader.get("/").content.decode()
    with pytest.raises(Refused):
        confirm_day(given.pk, walk.on, by=person)
    for _ in range(2):
        answer = leader.post(f"/account/mandates/{given.pk}/confirm/", {"on": walk.on}, follow=True)
        assert "已确认" in answer.content.decode()
    assert not marked()
    assert mark not in leader.get(f"/cases/{walk.case.pk}/").content.decode()
    assert "待确认" not in leader.get("/").content.decode()
    assert JournalEntry.objects.filter(verb="mandate.confirmed").count() == 1
    assert leader.post(f"/account/mandates/{given.pk}/confirm/", {"on": "soon"}).status_code == 422


def test_what_a_liaison_registers_waits_for_his_leader_too(cast: Cast):
    liaison = cast.hire("联络员", cast.gov)
    cast.grant(cast.leader, cast.gov, Role.WINDOW_CLERK)
    given = stand_in(cast.leader, liaison, kind=MandateKind.LIAISON)
    register(cast, by=acting_for(liaison, given.pk))
    assert [(day.mandate_id, day.confirmed_at) for day in given.days.all()] == [(given.pk, None)]
