"""Tiers: simple at once, ordinary by limit, difficult upward; the simplified procedure is a place's own, and off."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.clocks import explain_clock
from cases.models import Case
from law.matters import Tier
from law.vocabulary import Act, Channel, Duty, State
from organizations.limits import add_limits, legal_limits
from tests.cases.accusing import letter
from tests.cases.api.both_doors import DOORS
from tests.cases.api.conftest import Turn
from tests.cast import START, Cast, register
from tests.walks import Walk, clock, code, walk_to


def switch_on(cast: Cast, **more: Any) -> None:
    """The simplified procedure, from before the first act."""
    given = {"name": "某省2026", "valid_from": START, "basis": "《某省信访条例》第二十三条", "days": {}}
    add_limits(**{**given, "simplified": True, **more}, by=cast.system_admin, on=START - timedelta(days=1))


def triage(walk: Walk, tier: Tier, *, later: int = 0) -> None:
    walk.act(Act.TRIAGE, walk.cast.router, later=later, tier=tier, reason="事实清楚")


@DOORS
def test_a_case_is_ordinary_until_somebody_says_otherwise(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.REGISTERED)
    calendar(walk.on)
    assert walk.case.tier == Tier.ORDINARY
    assert door(cast.router, Act.TRIAGE, walk, tier="difficult", reason="牵涉三个部门")[0] == "done"
    assert Case.objects.get(pk=walk.case.pk).tier == Tier.DIFFICULT
    refused = door(cast.router, Act.TRIAGE, walk, tier="difficult", reason="又一次")
    assert refused == ("tier_same", "本件已经定为“提级办”，不需要再定。", "第二十二条第一款")


def test_without_the_setting_a_simple_case_runs_the_clocks_of_any_other(cast: Cast):
    walk = walk_to(cast, State.ACCEPTED)
    before = list(walk.case.clocks.values_list("id", "due_on"))
    triage(walk, Tier.SIMPLE)
    assert list(walk.case.clocks.values_list("id", "due_on")) == before


def test_a_simple_case_has_ten_working_days_counted_from_its_acceptance(cast: Cast):
    switch_on(cast)
    walk = walk_to(cast, State.ACCEPTED)
    sixty = clock(walk.case, Duty.HANDLE_60D)
    legal = sixty.due_on
    triage(walk, Tier.SIMPLE)
    sixty.refresh_from_db()
    assert sixty.starts_on == walk.leg.accepted_on == date(2026, 3, 5)
    assert (sixty.due_on, sixty.rule_version) == (date(2026, 3, 19), "某省2026")
    assert explain_clock(sixty).due_on == sixty.due_on == walk.refresh().leg.next_due_on == walk.case.next_due_on
    assert "10个工作日" in explain_clock(sixty).reason
    assert str(legal) in explain_clock(sixty).reason
    assert code(walk.on_leg, Act.ASK_EXTENSION, cast.town_head, days=5, reason="x") == "not_permitted"
    walk.on_leg(Act.TAKE, cast.town_head, handler=cast.town_handler)
    assert code(walk.on_leg, Act.ASK_EXTENSION, cast.town_handler, days=5, reason="x") == "simple_unextended"
    triage(walk, Tier.ORDINARY, later=3)
    sixty.refresh_from_db()
    assert (sixty.starts_on, sixty.due_on) == (date(2026, 3, 5), legal)
    assert walk.leg.next_due_on == legal


def test_what_is_simple_at_the_desk_is_sent_on_and_accepted_in_three_working_days(cast: Cast):
    switch_on(cast)
    walk = Walk(cast, register(cast))
    triage(walk, Tier.SIMPLE)
    assert clock(walk.case, Duty.DISPATCH_15D).due_on == date(2026, 3, 5)
    walk.act(Act.REFER, cast.router, later=1, unit=cast.town, demands=[1, 2], reason="属地")
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).due_on == date(2026, 3, 6)
    walk.on_leg(Act.ACCEPT, cast.town_head, later=1)
    assert clock(walk.case, Duty.HANDLE_60D).due_on == date(2026, 3, 18)


def test_the_simplified_procedure_never_gives_more_time_than_the_regulation(cast: Cast):
    switch_on(cast, simple_dispatch_days=60)
    walk = Walk(cast, register(cast))
    triage(walk, Tier.SIMPLE)
    assert clock(walk.case, Duty.DISPATCH_15D).due_on == START + timedelta(days=15)


def test_nobody_is_late_because_a_case_is_called_simple_today(cast: Cast):
    switch_on(cast)
    walk = walk_to(cast, State.ACCEPTED)
    legal = clock(walk.case, Duty.HANDLE_60D).due_on
    triage(walk, Tier.SIMPLE, later=30)
    assert clock(walk.case, Duty.HANDLE_60D).due_on == legal
    assert clock(walk.case, Duty.HANDLE_60D).simple_days is None


def test_an_accusation_or_an_urgent_case_is_never_simple(cast: Cast):
    urgent = Walk(cast, register(cast, urgent=True))
    given = {"tier": Tier.SIMPLE, "reason": "x"}
    assert code(urgent.act, Act.TRIAGE, cast.router, **given) == "simple_unfit"
    accused = Walk(cast, letter(cast))
    assert code(accused.act, Act.TRIAGE, cast.router, **given) == "simple_unfit"


def test_triage_wants_a_reason_and_the_right_person(cast: Cast):
    walk = walk_to(cast, State.ACCEPTED)
    given = {"tier": Tier.DIFFICULT, "reason": " "}
    assert code(walk.act, Act.TRIAGE, cast.router, **given) == "reason_missing"
    assert code(walk.act, Act.TRIAGE, cast.clerk, **{**given, "reason": "x"}) == "not_permitted"
    walk.act(Act.TRIAGE, cast.town_head, **{**given, "reason": "牵涉多家"})
    event = walk.case.events.get(act=Act.TRIAGE)
    assert (event.facts["tier_before"], event.facts["tier"]) == ("ordinary", "difficult")


@DOORS
@pytest.mark.parametrize("ground", ["NA_BYPASS_LEVEL"])
def test_a_local_ground_is_refused_by_name_until_a_place_switches_it_on(
    cast: Cast, calendar: Turn, door: Any, ground: str
):
    typed = {"ground": ground, "reason": "越级走访", "where": "青石镇信访办"}
    walk = walk_to(cast, State.REFERRED, channel=Channel.VISIT)
    calendar(walk.on)
    said, message, article = door(cast.town_head, Act.NOT_ACCEPT, walk, **typed)
    assert (said, article) == ("ground_not_granted", "地方规定")
    assert "越级走访" not in message.partition("”")[2]
    assert "期限标准“2022”没有启用" in message
    switch_on(cast, simplified=False, ground_bypass_level=True)
    assert door(cast.town_head, Act.NOT_ACCEPT, walk, **typed)[0] == "done"
    assert door(cast.coordinator, Act.APPROVE_EXIT, walk)[0] == "done"
    assert "依据：《某省信访条例》第二十三条" in walk.refresh().leg.documents.get(kind="non_acceptance_notice").content


def test_a_letter_bypasses_nobody(cast: Cast):
    switch_on(cast, ground_bypass_level=True)
    walk = walk_to(cast, State.REFERRED)
    given = {"ground": "NA_BYPASS_LEVEL", "reason": "x", "where": "y"}
    assert code(walk.on_leg, Act.NOT_ACCEPT, cast.town_head, **given) == "ground_unfit"


def test_a_lapsed_window_ends_a_matter_only_by_local_law(cast: Cast):
    walk = Walk(cast, register(cast))
    given = {"demands": [1, 2], "ground": "NLA_WINDOW_LAPSED", "reason": "没有申请复查", "earlier": "青政信〔2025〕3号"}
    assert code(walk.act, Act.NO_LONGER_ACCEPT, cast.bureau_head, **given) == "ground_not_granted"
    switch_on(cast, ground_window_lapsed=True)
    walk.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **given)
    walk.leg = walk.case.legs.get()
    walk.on_leg(Act.APPROVE_EXIT, cast.coordinator)
    letter = walk.case.documents.get(kind="no_longer_accepted_notice").content
    assert "没有在期限内申请复查、复核" in letter
    assert "《某省信访条例》第二十三条" in letter


def test_forms_offer_a_local_ground_only_where_it_is_in_use(cast: Cast, client, calendar: Turn):
    walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    client.force_login(cast.town_head)
    address = f"/cases/{walk.case.pk}/not-accept/?leg={walk.leg.pk}"
    assert "NA_BYPASS_LEVEL" not in client.get(address).content.decode()
    switch_on(cast, ground_bypass_level=True)
    assert "NA_BYPASS_LEVEL" in client.get(address).content.decode()


def test_the_list_and_the_api_tell_and_filter_by_tier(cast: Cast, client):
    hard, plain = Walk(cast, register(cast)), Walk(cast, register(cast))
    triage(hard, Tier.DIFFICULT)
    client.force_login(cast.router)
    page = client.get("/cases/?tier=difficult").content.decode()
    assert hard.case.number in page
    assert plain.case.number not in page
    assert "提级办" in client.get(f"/cases/{hard.case.pk}/").content.decode()


def test_the_dialog_of_a_simple_case_says_the_sooner_dates(cast: Cast, client, calendar: Turn):
    switch_on(cast)
    walk = Walk(cast, register(cast))
    triage(walk, Tier.SIMPLE)
    calendar(walk.on)
    client.force_login(cast.router)
    assert "2026年3月5日书面告知信访人" in client.get(f"/cases/{walk.case.pk}/refer/").content.decode()
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="属地")
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    client.force_login(cast.town_head)
    dialog = client.get(f"/cases/{walk.case.pk}/accept/?leg={walk.leg.pk}").content.decode()
    assert "2026年3月16日办结（简易办理）" in dialog


def test_the_limits_page_shows_and_takes_the_local_rules(cast: Cast, client):
    client.force_login(cast.system_admin)
    assert "引导到有权处理的机关提出：<strong>未启用" in client.get("/limits/").content.decode()
    typed = {
        "name": "某省2099",
        "valid_from": "2099-01-01",
        "basis": "条例",
        "simplified": "on",
        "simple_conclude_days": "7",
    }
    assert client.post("/limits/", {**typed, "simple_conclude_days": "0"}).status_code == 422
    assert client.post("/limits/", typed).status_code == 302
    local = legal_limits().on(date(2099, 1, 1)).local
    assert (local.simple[Duty.HANDLE_60D], local.simple[Duty.DISPATCH_15D], local.grounds) == (7, 3, frozenset())
