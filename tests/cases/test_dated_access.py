"""Dated access: reading for a time, under wall and recusal, and nothing more."""

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.actions.access import MOST_DAYS, give_access, revoke_access
from cases.doors.table import ACTIONS
from cases.models import Case, DatedAccess, Involvement, Recusal, Respondent
from cases.models.access import AccessPurpose, Standing
from cases.reading.read import read_case
from cases.reading.why_seen import why_seen
from law.vocabulary import Act, State
from organizations import today as clock
from organizations.models import JournalEntry, Staff
from organizations.roles import OFFICERS, Role
from tests.addresses import client_of
from tests.cast import Cast
from tests.leak_scene import Scene
from tests.leak_table import EVERY, KNOWS
from tests.walks import code, walk_to

TODAY = clock.today()
WHY: dict[str, Any] = {
    "from_day": TODAY,
    "to_day": TODAY + timedelta(days=6),
    "purpose": AccessPurpose.INSPECTION,
    "reason": "年度督查",
}


def fresh(person: Staff) -> Staff:
    return Staff.objects.get(pk=person.pk)


def sees(person: Staff) -> set[int]:
    return set(Case.objects.visible_to(fresh(person)).values_list("pk", flat=True))


def give(by: Staff, **asked: Any) -> DatedAccess:
    return give_access(by=fresh(by), **{**WHY, **asked})


@pytest.fixture
def monitor(cast: Cast) -> Staff:
    """Somebody with an account at the government and no role at all."""
    return cast.hire("monitor", cast.gov)


def test_one_case_is_read_from_its_day_to_its_day_and_not_a_day_longer(
    scene: Scene, monitor: Staff, monkeypatch: pytest.MonkeyPatch
):
    case, cast = scene.planted["A"].case, scene.cast
    row = give(cast.coordinator, account="monitor", number=case.number, from_day=TODAY + timedelta(days=1))
    assert row.stands(TODAY) is Standing.AHEAD and sees(monitor) == set()
    for day, opened in ((1, {case.pk}), (6, {case.pk}), (7, set())):
        monkeypatch.setattr("cases.sight.accesses.today", lambda day=day: TODAY + timedelta(days=day))
        assert sees(monitor) == opened, day


def test_revoked_it_ends_at_the_next_request_on_a_page_and_by_a_token(scene: Scene, monitor: Staff):
    case, cast = scene.planted["A"].case, scene.cast
    Staff.objects.filter(pk=monitor.pk).update(password=made_password())
    row = give(cast.coordinator, account="monitor", number=case.number)
    page, key = client_of(fresh(monitor)), token(monitor)
    assert page.get(f"/cases/{case.pk}/").status_code == 200
    assert asked_by(key, f"/api/v1/cases/{case.pk}/").status_code == 200
    assert case.number in asked_by(key, "/api/v1/cases/").content.decode()
    revoke_access(row.pk, by=fresh(cast.coordinator), reason="督查结束")
    assert page.get(f"/cases/{case.pk}/").status_code == 404
    assert asked_by(key, f"/api/v1/cases/{case.pk}/").status_code == 404
    assert case.number not in asked_by(key, "/api/v1/cases/").content.decode()
    assert code(revoke_access, row.pk, by=fresh(cast.coordinator), reason="再收一次") == "access_ended_already"


def made_password() -> str:
    from django.contrib.auth.hashers import make_password

    return make_password("kite-over-the-river-7")


def token(staff: Staff) -> str:
    answer = Client().post(
        "/api/v1/auth/login/", {"username": staff.username, "password": "kite-over-the-river-7"}, "application/json"
    )
    return str(answer.json()["token"])


def asked_by(key: str, url: str) -> Any:
    return Client().get(url, headers={"Authorization": f"Bearer {key}"})
