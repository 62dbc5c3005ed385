"""Missing material 补正: told once and completely, in writing, and no clock stops; agents with mandate and expiry."""

from datetime import timedelta

import pytest
from django.test import Client

from cases.actions.inputs import PartyInput
from cases.models.party import PartyRole
from cases.reading.read import read_case
from law.errors import Refused
from law.vocabulary import Act, Duty, Letter, ServiceMethod, State
from tests.cast import LAO_WANG, START, Cast, register
from tests.walks import Walk, clock, code, refer, walk_to

MISSING = "身份证明\n承包合同"


def test_what_is_missing_is_told_in_one_letter_and_stops_no_clock(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    before = list(walk.case.clocks.values_list("id", "due_on", "met_on", "paused_days"))
    walk.on_leg(Act.REQUEST_MATERIAL, cast.town_handler, missing=MISSING)
    assert walk.leg
    letter = walk.leg.documents.get(kind=Letter.MATERIAL_REQUEST)
    assert "1．身份证明" in letter.content
    assert "2．承包合同" in letter.content
    assert "期限照常计算" in letter.content
    walk.on_leg(Act.NOTIFY, cast.town_handler, method=ServiceMethod.POST)
    walk.on_leg(Act.RECORD_MATERIAL, cast.town_handler, later=3, received="承包合同复印件")
    assert list(walk.case.clocks.values_list("id", "due_on", "met_on", "paused_days")) == before


def test_before_acceptance_its_service_does_not_meet_the_duty_to_inform(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.REQUEST_MATERIAL, cast.town_head, missing=MISSING)
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.POST)
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).running
    assert walk.leg
    assert walk.leg.state == State.REFERRED


def test_a_second_request_needs_new_facts(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    ask = (walk.on_leg, Act.REQUEST_MATERIAL, cast.town_handler)
    walk.on_leg(Act.REQUEST_MATERIAL, cast.town_handler, missing=MISSING)
    assert code(*ask, missing="照片") == "material_asked"
    walk.on_leg(Act.RECORD_MATERIAL, cast.town_handler, later=2, received="齐了")
    with pytest.raises(Refused, match="应当一次告知") as refused:
        walk.on_leg(Act.REQUEST_MATERIAL, cast.town_handler, missing="照片")
    assert refused.value.code == "material_asked_before"
    walk.on_leg(Act.REQUEST_MATERIAL, cast.town_handler, missing="照片", new_facts="邻居另有说法")


def test_what_came_in_is_recorded_on_a_possible_day_and_once(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    record = (walk.on_leg, Act.RECORD_MATERIAL, cast.town_handler)
    assert code(*record, received="x") == "nothing_asked"
    walk.on_leg(Act.REQUEST_MATERIAL, cast.town_handler, missing=MISSING)
    for days in (-1, 1):
        assert code(*record, received="x", received_on=walk.on + timedelta(days=days)) == "date_unfit"
    walk.on_leg(Act.RECORD_MATERIAL, cast.town_handler, received="齐了")
    assert code(*record, received="x") == "nothing_asked"


def agent(name: str, days: int) -> PartyInput:
    return PartyInput(name, role=PartyRole.AGENT, mandate="代为陈述", mandate_until=START + timedelta(days=days))


def test_an_expired_mandate_is_marked_and_three_agents_are_kept(cast: Cast):
    case = register(cast, parties=[LAO_WANG, agent("律师钱", 10), agent("律师孙", 30), agent("律师李", 30)])
    file = read_case(case.pk, by=cast.clerk, on=START + timedelta(days=11))
    assert [party.expired for party in file.parties] == [False, True, False, False]
    assert file.parties[1].mandate == "代为陈述"


def test_a_letter_is_written_to_the_petitioner_and_not_to_his_agent(cast: Cast):
    alone, helped = (
        register(cast, parties=[agent("律师钱", 10)]),
        register(cast, parties=[LAO_WANG, agent("律师孙", 30)]),
    )
    for case, said in ((alone, "信访人律师钱反映"), (helped, "信访人老王反映")):
        walk = Walk(cast, case)
        refer(walk)
        assert said in walk.leg.documents.get(kind=Letter.REFERRAL_LETTER).content


def test_the_page_marks_expired_and_surplus_agents(cast: Cast):
    case = register(cast, parties=[agent("律师钱", -1), agent("律师孙", 9), agent("律师李", 9)], received_on=START)
    client = Client()
    client.force_login(cast.clerk, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/cases/{case.pk}/").content.decode()
    assert "已过期" in page
    assert "登记了3名代理人，一般不超过2名" in page
