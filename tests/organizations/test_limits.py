"""Stricter local limits: dated, versioned, never reaching back, never against the petitioner."""

from datetime import date, timedelta

import pytest

from cases.clocks import explain_clock
from law.deadlines import RULES_2022
from law.errors import Refused
from law.vocabulary import Act, Duty
from organizations.limits import add_limits, legal_limits
from organizations.models import LimitVersion
from tests.cast import START, Cast, register
from tests.walks import Walk, clock, walk_to

LATER = START + timedelta(days=10)


def stricter(cast: Cast, **changes: object) -> LimitVersion:
    given: dict = {
        "name": "某省2026",
        "valid_from": LATER,
        "basis": "《某省信访条例》第二十三条",
        "days": {Duty.HANDLE_60D: 30},
    }
    return add_limits(**{**given, **changes}, by=cast.system_admin, on=START)


def test_a_version_holds_from_its_day_on_and_not_before(cast: Cast):
    stricter(cast)
    limits = legal_limits()
    assert limits.on(LATER - timedelta(days=1)) is RULES_2022
    assert limits.on(LATER).overrides == {Duty.HANDLE_60D: 30}
    assert limits.of("某省2026").version == "某省2026"
    assert limits.of("2022") is RULES_2022


def test_each_clock_keeps_the_version_it_ran_under(cast: Cast):
    before = walk_to(cast, "accepted")
    stricter(cast)
    after = Walk(cast, register(cast))
    after.on = LATER
    after.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="属地")
    after.go_on_at(cast.town, cast.town_head, cast.town_handler)
    after.on_leg(Act.ACCEPT, cast.town_head)
    old, new = clock(before.case, Duty.HANDLE_60D), clock(after.case, Duty.HANDLE_60D)
    assert (old.rule_version, new.rule_version) == ("2022", "某省2026")
    assert new.due_on == LATER + timedelta(days=30)
    assert (explain_clock(old).due_on, explain_clock(new).due_on) == (old.due_on, new.due_on)
    assert old.due_on == old.starts_on + timedelta(days=60)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"valid_from": START}, "limits_retroactive"),
        ({"days": {Duty.HANDLE_60D: 61}}, "days_too_many"),
        ({"days": {Duty.REEXAM_REQ_30D: 20}}, "window_fixed"),
        ({"name": "2022"}, "limits_taken"),
    ],
)
def test_a_version_that_is_laxer_late_or_against_the_petitioner_is_refused(cast: Cast, changes, code):
    with pytest.raises(Refused) as refused:
        stricter(cast, **changes)
    assert refused.value.code == code
    assert not LimitVersion.objects.exists()


def test_no_two_versions_begin_on_one_day(cast: Cast):
    stricter(cast)
    with pytest.raises(Refused) as refused:
        stricter(cast, name="另一个")
    assert refused.value.code == "limits_taken"


def test_only_the_system_administrator_adds_a_version(cast: Cast, client):
    client.force_login(cast.router)
    typed = {"name": "某省2027", "valid_from": "2099-01-01", "basis": "条例", "HANDLE_60D": "30"}
    assert client.post("/limits/", typed).status_code == 403
    client.force_login(cast.system_admin)
    assert client.post("/limits/", {**typed, "HANDLE_60D": "90"}).status_code == 422
    assert client.post("/limits/", typed).status_code == 302
    page = client.get("/limits/").content.decode()
    assert "某省2027" in page
    assert LimitVersion.objects.get().days == {"HANDLE_60D": 30}
    assert date(2099, 1, 1) == LimitVersion.objects.get().valid_from
