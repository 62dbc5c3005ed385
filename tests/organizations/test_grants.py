"""Grants are history: one open row a person, role and unit, and none overwritten."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command

from law.errors import Refused
from organizations.models import Grant
from organizations.people import approve, end_grant, grant
from organizations.roles import Role
from tests.organizations.conftest import District, as_person


def test_given_again_is_a_new_row_and_the_past_has_its_answer(district: District):
    system, security = district.people[Role.SYSTEM_ADMIN], district.people[Role.SECURITY_ADMIN]
    person, unit = district.people[Role.HANDLER], district["水务局"]
    first = Grant.objects.get(staff=person, role=Role.HANDLER)
    end_grant(first, system, "借调")
    assert not Grant.objects.in_force(first.ended_on).filter(pk=first.pk).exists()
    assert Grant.objects.stood_on(first.ended_on).filter(pk=first.pk).exists()
    assert not Grant.objects.stood_on(first.ended_on + timedelta(days=1)).filter(pk=first.pk).exists()
    assert not Grant.objects.stood_on(first.approved_on - timedelta(days=1)).filter(pk=first.pk).exists()
    again = grant(Role.HANDLER, person, unit, by=system)
    assert again.pk != first.pk
    assert not Grant.objects.in_force(first.ended_on).filter(pk=again.pk).exists()
    approve(again, by=security)
    assert Grant.objects.in_force(first.ended_on).filter(pk=again.pk).exists()


def test_ended_ends_with_the_next_request(district: District):
    router = district.people[Role.ROUTER]
    client = as_person(router)
    assert client.get("/cases/").status_code == 200
    end_grant(Grant.objects.get(staff=router), district.people[Role.SECURITY_ADMIN], "调离")
    assert client.get("/cases/").status_code == 403


def test_who_may_end_one_and_what_is_asked(district: District):
    given = Grant.objects.get(staff=district.people[Role.ROUTER])
    system = district.people[Role.SYSTEM_ADMIN]
    own = Grant.objects.get(staff=system)
    for target, by, reason, code in (
        (given, district.people[Role.HEAD], "x", "not_permitted"),
        (own, system, "x", "own_grant"),
        (given, system, " ", "reason_missing"),
    ):
        with pytest.raises(Refused) as refused:
            end_grant(target, by, reason)
        assert refused.value.code == code
    end_grant(given, system, "调离")
    with pytest.raises(Refused) as refused:
        end_grant(given, system, "调离")
    assert refused.value.code == "grant_ended"


def test_the_command_ends_one(district: District, capsys: Any):
    router, system = district.people[Role.ROUTER], district.people[Role.SYSTEM_ADMIN]
    call_command("end_grant", router.username, "--role=router", f"--by={system.username}", "--reason=调离")
    assert "立即生效" in capsys.readouterr().out
    with pytest.raises(Exception, match="没有角色"):
        call_command("end_grant", router.username, "--role=router", f"--by={system.username}", "--reason=调离")
