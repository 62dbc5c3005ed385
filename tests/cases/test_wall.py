"""The accused-party wall (Art. 30): a letter that asks for land and accuses the village head, from all sides."""

import pytest

from cases.actions.inputs import RespondentInput
from cases.doors.table import ACTIONS
from cases.models import Case
from law.errors import Refused
from law.vocabulary import Act, State
from organizations.roles import Role
from tests.cases.accusing import ASKS, OFFICERS, letter, reads_sealed, refer_land, refusal, seeing, sees
from tests.cast import START, Cast, register
from tests.walks import follow, take


def test_before_anything_is_linked_the_desk_sees_and_nothing_leaves_it(cast: Cast):
    case = letter(cast, link=False)
    assert case.sealed
    assert seeing(cast, case) == {"clerk", "router", "bureau_head", "coordinator", "supervisor", "analyst", "leader"}
    refused = refusal(Act.REFER, case, by=cast.router, unit=cast.town, demands=[1], reason="x", extract="x")
    assert (refused.code, refused.article) == ("respondent_unlinked", "第三十条")
    assert "1名" in refused.message


def test_an_accusation_without_any_respondent_goes_nowhere(cast: Cast):
    case = register(cast, demands=ASKS)
    refused = refusal(Act.COMMISSION, case, by=cast.router, unit=cast.discipline, demands=[2], reason="x", days=9)
    assert refused.code == "respondent_missing"
    assert "第2项" in refused.message
    ACTIONS[Act.LINK_RESPONDENT](case.pk, by=cast.clerk, on=START, name="不明", outside=True, demands=[2])
    ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=cast.discipline, demands=[2], reason="管理权限")


def test_village_and_groups_lose_it_and_the_town_keeps_it(cast: Cast):
    walk = refer_land(cast, letter(cast))
    assert seeing(cast, walk.case) == {
        "clerk",
        "router",
        "bureau_head",
        "coordinator",
        "supervisor",
        "analyst",
        "leader",
        "town_head",
        "dispatcher",
        "town_handler",
    }


@pytest.mark.parametrize("role", [Role.INFORMANT, Role.LEADER, Role.HANDLER, Role.SUPERVISOR])
def test_whoever_holds_any_role_at_the_village_loses_it_too(cast: Cast, role: Role):
    walk = refer_land(cast, letter(cast))
    people = (cast.dispatcher, cast.supervisor, cast.coordinator)
    for person in people:
        assert sees(person, walk.case)
        cast.grant(person, cast.group if role is Role.HANDLER else cast.village, role)
        assert not sees(person, walk.case)
    refused = refusal(Act.REMIND, walk.case, by=cast.supervisor, leg_id=walk.leg.pk, text="x")
    assert refused.code == "not_found"


def test_an_informant_loses_at_once_what_he_files_against_his_own_village(cast: Cast):
    case = letter(cast, by=cast.informant)
    assert not sees(cast.informant, case)
    assert seeing(cast, case) & {"dispatcher", "town_head"} == {"dispatcher", "town_head"}
    assert case.desk_walled is False


def test_linking_takes_a_case_from_the_screen_of_who_had_it(cast: Cast):
    case = register(cast, demands=ASKS, respondents=[RespondentInput("老齐", demands=(2,))], by=cast.informant)
    assert sees(cast.informant, case)
    [old] = case.respondents.all()
    link = {"name": "老齐", "unit": cast.village, "respondent_id": old.pk}
    ACTIONS[Act.LINK_RESPONDENT](case.pk, by=cast.sealed_desk, on=START, **link)
    assert not sees(cast.informant, case)
    [new] = case.respondents.all()
    assert (new.unit, [d.number for d in new.demands.all()]) == (cast.village, [2])


@pytest.mark.parametrize("door", ["register", "link"])
def test_a_head_known_by_his_account_stands_for_his_village(cast: Cast, door: str):
    accused = RespondentInput("金村长", staff_id=cast.village_head.pk)
    case = register(cast, by=cast.informant, demands=ASKS, respondents=[accused] if door == "register" else [])
    if door == "link":
        link = {"name": "金村长", "staff": cast.village_head, "demands": [2]}
        ACTIONS[Act.LINK_RESPONDENT](case.pk, by=cast.sealed_desk, on=START, **link)
    assert not sees(cast.village_head, case)
    assert not sees(cast.informant, case)
    assert sees(cast.dispatcher, case)


@pytest.mark.parametrize("bad", [{}, {"outside": True, "unit": "village"}, {"outside": True, "staff": "village_head"}])
def test_a_link_says_exactly_one_thing(cast: Cast, bad: dict):
    given = {key: getattr(cast, value) if isinstance(value, str) else value for key, value in bad.items()}
    assert refusal(Act.LINK_RESPONDENT, letter(cast), by=cast.clerk, name="金", **given).code == "link_one_of_three"


def test_the_accused_gets_no_work_on_it(cast: Cast):
    walk = refer_land(cast, letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    for act, by in ((Act.DELEGATE, cast.dispatcher), (Act.CONSULT, cast.dispatcher)):
        for unit in (cast.village, cast.group):
            words = {"instruction": "看看"} if act is Act.DELEGATE else {"question": "怎么看"}
            refused = refusal(act, walk.case, by=by, leg_id=walk.leg.pk, unit=unit, **words)
            assert (refused.code, refused.article) == ("accused_party", "第三十条")
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.next_village, instruction="看看地界")
    assert sees(cast.next_informant, walk.case)
    assert not sees(cast.informant, walk.case)


def test_an_accused_handler_is_refused_and_loses_what_he_has(cast: Cast):
    walk = refer_land(cast, letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    follow(walk, take)
    ACTIONS[Act.LINK_RESPONDENT](
        walk.case.pk, by=cast.router, on=walk.on, name="曹", staff=cast.town_handler, demands=[2]
    )
    assert not sees(cast.town_handler, walk.case)
    assert sees(cast.town_head, walk.case), "he leads nothing: his unit keeps the case"
    second = cast.hire("承办人二", cast.town, Role.HANDLER)
    walk.on_leg(Act.TAKE, cast.town_head, handler=second)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.TAKE, cast.town_head, handler=cast.town_handler)
    assert refused.value.code == "accused_party"
    assert walk.leg.first_handler == cast.town_handler


def test_against_the_town_the_town_and_all_its_villages_lose_it(cast: Cast):
    accused = RespondentInput("青石镇", unit_id=cast.town.pk, demands=(2,))
    case = register(cast, demands=ASKS, respondents=[accused])
    below = {
        "town_head",
        "dispatcher",
        "town_handler",
        "informant",
        "village_head",
        "group_informant",
        "next_informant",
    }
    assert not seeing(cast, case) & below
    for unit in (cast.town,):
        refused = refusal(Act.REFER, case, by=cast.router, unit=unit, demands=[1], reason="x", extract="x")
        assert refused.code == "accused_party"
        assert "青石镇" in refused.message
    refer_land(cast, case, cast.farming)
    assert {"farming_head", "farming_handler", "leader", "coordinator"} <= seeing(cast, case)
    assert not seeing(cast, case) & below


@pytest.mark.parametrize("named", ["unit", "head"])
def test_against_the_petition_office_only_the_sealed_desk_sees_and_sends_it(cast: Cast, named: str):
    who = {"unit_id": cast.bureau.pk} if named == "unit" else {"staff_id": cast.bureau_head.pk}
    case = register(cast, demands=ASKS, respondents=[RespondentInput("信访局", **who)])
    assert case.desk_walled
    assert seeing(cast, case) == {"sealed_desk"}
    assert reads_sealed(cast.sealed_desk, case)
    refused = refusal(Act.REFER, case, by=cast.router, unit=cast.discipline, demands=[2], reason="x")
    assert refused.code == "not_found"
    ACTIONS[Act.REFER](case.pk, by=cast.sealed_desk, on=START, unit=cast.discipline, demands=[2], reason="管理权限")
    assert seeing(cast, case) == {"sealed_desk", "inspector"}
    leg = case.legs.get()
    ACTIONS[Act.ACCEPT](case.pk, by=cast.inspector, leg_id=leg.pk, on=START)
    assert case.legs.get().state == State.ACCEPTED


def test_the_sealed_desk_sees_nothing_else(cast: Cast):
    assert not sees(cast.sealed_desk, letter(cast))
    assert not sees(cast.sealed_desk, register(cast))


def test_officers_and_other_districts_see_no_case(cast: Cast):
    for case in (register(cast), refer_land(cast, letter(cast)).case):
        assert not seeing(cast, case) & (OFFICERS | {"stranger", "housing_head", "other_dispatcher"})


def test_out_of_reach_is_not_found_whatever_the_act(cast: Cast):
    walk = refer_land(cast, letter(cast))
    absent = refusal(Act.CORRECT, Case(pk=99_999_999), by=cast.clerk, reason="x")
    for person in (cast.informant, cast.village_head, cast.stranger, cast.housing_head, cast.auditor):
        for act, words in (
            (Act.OPEN, {"leg_id": walk.leg.pk}),
            (Act.UNMASK, {"reason": "x"}),
            (Act.LINK_RESPONDENT, {"name": "x", "outside": True}),
        ):
            refused = refusal(act, walk.case, by=person, **words)
            assert (refused.code, refused.message) == (absent.code, absent.message) == ("not_found", absent.message)


def test_within_reach_but_not_permitted_is_said_so(cast: Cast):
    refused = refusal(Act.REFER, letter(cast), by=cast.clerk, unit=cast.town, demands=[1], reason="x")
    assert refused.code == "not_permitted"
    assert "窗口登记员" in refused.message
