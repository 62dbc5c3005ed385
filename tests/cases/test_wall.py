"""The accused-party wall (Art. 30): a letter that asks for land and accuses the village head, from all sides."""

from typing import Any

import pytest

from cases.actions import ACTIONS
from cases.actions.inputs import DemandInput, RespondentInput
from cases.models import Case, FollowUp, HandOff, Notice
from cases.notices import make_notices
from cases.querysets import terms_of
from law.errors import Refused
from law.vocabulary import Act, Kind, ServiceMethod, State
from organizations.models import Staff, Unit
from organizations.roles import Role
from tests.cast import PEOPLE, START, Cast, register
from tests.walks import Walk, follow, issue, take

LAND, THEFT = "要回承包地两亩", "金村长侵吞补偿款"
ASKS = [DemandInput(LAND), DemandInput(THEFT, Kind.ACCUSATION)]
OFFICERS = {"system_admin", "security_admin", "auditor"}


def letter(cast: Cast, *, link: bool = True, **changes: Any) -> Case:
    """A letter that asks for land and accuses the head of 柳湾村."""
    accused = RespondentInput("金村长", "村主任", cast.village.pk if link else None, demands=(2,))
    content = f"{LAND}。{THEFT}，三万元进了自己口袋。"
    return register(cast, content=content, demands=ASKS, respondents=[accused], **changes)


def seeing(cast: Cast, case: Case) -> set[str]:
    return {name for name in PEOPLE if sees(getattr(cast, name), case)}


def sees(person: Staff, case: Case) -> bool:
    return Case.objects.visible_to(Staff.objects.get(pk=person.pk)).filter(pk=case.pk).exists()


def reads_sealed(person: Staff, case: Case) -> bool:
    row = Case.objects.visible_to(person).with_sealed_open(person).get(pk=case.pk)
    return bool(vars(row)["sealed_open"])


def refusal(act: Act, case: Case, **arguments: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        ACTIONS[act](case.pk, on=START, **arguments)
    return refused.value


def refer_land(cast: Cast, case: Case, unit: Unit | None = None) -> Walk:
    """Refer the land question alone, with an extract."""
    walk = Walk(cast, case)
    where = unit or cast.town
    walk.act(Act.REFER, cast.router, unit=where, demands=[1], reason="属地", extract="请求返还承包地")
    return walk.go_on_at(where, cast.town_head, cast.town_handler)


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
        "clerk", "router", "bureau_head", "coordinator", "supervisor", "analyst", "leader",
        "town_head", "dispatcher", "town_handler",
    }  # fmt: skip


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
    case = letter(cast, link=False, by=cast.informant)
    assert sees(cast.informant, case)
    [old] = case.respondents.all()
    link = {"name": "金村长", "unit": cast.village, "respondent_id": old.pk}
    ACTIONS[Act.LINK_RESPONDENT](case.pk, by=cast.dispatcher, on=START, **link)
    assert not sees(cast.informant, case)
    [new] = case.respondents.all()
    assert (new.unit, [d.number for d in new.demands.all()]) == (cast.village, [2])


@pytest.mark.parametrize("door", ["register", "link"])
def test_a_head_known_by_his_account_stands_for_his_village(cast: Cast, door: str):
    accused = RespondentInput("金村长", staff_id=cast.village_head.pk)
    case = register(cast, by=cast.informant, demands=ASKS, respondents=[accused] if door == "register" else [])
    if door == "link":
        link = {"name": "金村长", "staff": cast.village_head, "demands": [2]}
        ACTIONS[Act.LINK_RESPONDENT](case.pk, by=cast.dispatcher, on=START, **link)
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
    below = {"town_head", "dispatcher", "town_handler", "informant", "village_head", "group_informant", "next_informant"}
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
            (Act.OPEN, {"leg_id": walk.leg.pk}), (Act.UNMASK, {"reason": "x"}),
            (Act.LINK_RESPONDENT, {"name": "x", "outside": True}),
        ):  # fmt: skip
            refused = refusal(act, walk.case, by=person, **words)
            assert (refused.code, refused.message) == (absent.code, absent.message) == ("not_found", absent.message)


def test_within_reach_but_not_permitted_is_said_so(cast: Cast):
    refused = refusal(Act.REFER, letter(cast), by=cast.clerk, unit=cast.town, demands=[1], reason="x")
    assert refused.code == "not_permitted"
    assert "窗口登记员" in refused.message


def test_the_sealed_part_cannot_be_found_by_words(cast: Cast):
    case = letter(cast)
    assert list(Case.objects.holding("侵吞")) == []
    walk = refer_land(cast, case)
    for words, found in (("承包地", 1), ("侵吞", 0), ("三万元", 0), ("金村长", 0), ("老王", 0)):
        assert Case.objects.visible_to(cast.town_handler).holding(words).count() == found, words
    assert not set(terms_of(THEFT)) - set(terms_of("请求返还承包地")) & set(walk.case.search_terms)
    assert Case.objects.holding(case.number[:10]).count() == 1


def test_only_the_desk_and_the_unit_of_the_accusation_read_the_sealed_part(cast: Cast):
    case = letter(cast)
    refer_land(cast, case)
    ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=cast.discipline, demands=[2], reason="管理权限")
    reading = {name for name in seeing(cast, case) if reads_sealed(getattr(cast, name), case)}
    assert reading == {"clerk", "router", "bureau_head", "coordinator", "inspector"}


def test_the_land_question_travels_with_an_extract_alone(cast: Cast):
    case = letter(cast)
    arguments = {"by": cast.router, "unit": cast.town, "reason": "属地"}
    assert refusal(Act.REFER, case, demands=[1], **arguments).code == "extract_missing"
    assert refusal(Act.REFER, case, demands=[1, 2], extract="x", **arguments).code == "accusation_apart"
    walk = refer_land(cast, case)
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.IN_PERSON)
    follow(walk, take)
    walk.on_leg(Act.RECORD_INQUIRY, cast.town_handler, kind="heard_petitioner", text="听取")
    words = {"outcome": "support", "facts": "属实", "opinion": "返还", "legal_basis": "《农村土地承包法》"}
    walk.on_leg(Act.ANSWER, cast.town_handler, demand=1, **words)
    walk.on_leg(Act.SUBMIT, cast.town_handler)
    issue(walk)
    for document in walk.leg.documents.all():
        assert "侵吞" not in document.content
        assert LAND not in document.content, f"{document.kind} carries more than the extract"
    assert "请求返还承包地" in walk.leg.documents.get(kind="handling_opinion").content


def test_a_town_can_keep_the_land_question_of_a_sealed_case(cast: Cast):
    case = letter(cast, by=cast.dispatcher)
    assert refusal(Act.KEEP, case, by=cast.dispatcher, demands=[1]).code == "extract_missing"
    ACTIONS[Act.KEEP](case.pk, by=cast.dispatcher, on=START, demands=[1], extract="请求返还承包地")
    assert case.legs.get().unit == cast.town


def test_splitting_keeps_the_wall(cast: Cast):
    case = letter(cast)
    parts = [DemandInput("还地"), DemandInput("赔青苗"), DemandInput(THEFT, Kind.ACCUSATION)]
    ACTIONS[Act.SPLIT](case.pk, by=cast.router, on=START, demands=parts)
    case.refresh_from_db()
    assert case.sealed
    assert case.respondents.get().accused
    assert not sees(cast.village_head, case)
    ACTIONS[Act.SPLIT](case.pk, by=cast.router, on=START, demands=parts[:2])
    assert not Case.objects.get(pk=case.pk).sealed
    assert not case.respondents.get().accused


def test_notices_do_not_pass_the_wall(cast: Cast):
    walk = refer_land(cast, letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.next_village, instruction="看看")
    # The village that was asked turns out to be accused as well, before anybody was told.
    ACTIONS[Act.LINK_RESPONDENT](walk.case.pk, by=cast.router, on=walk.on, name="桃源村", unit=cast.next_village)
    tell_all(walk.case)
    told = set(Notice.objects.filter(case=walk.case).values_list("staff__username", flat=True))
    assert not told & {"next_informant", "informant", "village_head", "group_informant"}
    assert {"town_handler", "dispatcher"} <= told


def tell_all(case: Case) -> None:
    for follow_up in FollowUp.objects.filter(event__case=case):
        make_notices(follow_up.event)


def test_each_notice_goes_to_the_unit_that_was_asked(cast: Cast):
    walk = follow(Walk(cast, register(cast)), lambda w: w.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="属地"))
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="看看")
    walk.on_leg(Act.CONSULT, cast.dispatcher, unit=cast.farming, question="规划？")
    tell_all(walk.case)
    told = {
        (notice.event.act, notice.staff.username)
        for notice in Notice.objects.select_related("event", "staff")
        if notice.event.act in (Act.DELEGATE, Act.CONSULT)
    }
    assert told == {
        ("delegate", "informant"), ("consult", "farming_head"), ("consult", "farming_handler"),
    }  # fmt: skip


def test_a_case_against_the_office_is_told_to_the_sealed_desk(cast: Cast):
    case = register(cast, demands=ASKS, respondents=[RespondentInput("信访局", unit_id=cast.bureau.pk)])
    tell_all(case)
    assert list(Notice.objects.values_list("staff__username", flat=True)) == ["sealed_desk"]


def test_a_registration_is_told_to_those_who_dispatch_or_keep(cast: Cast):
    tell_all(register(cast))
    assert {n.staff.username for n in Notice.objects.all()} == {"router", "coordinator"}
    Notice.objects.all().delete()
    tell_all(register(cast, by=cast.informant))
    assert {n.staff.username for n in Notice.objects.all()} == {"dispatcher", "town_head", "town_handler"}


def test_a_notice_holds_no_personal_data(cast: Cast):
    walk = refer_land(cast, letter(cast))
    tell_all(walk.case)
    for notice in Notice.objects.all():
        assert "老王" not in notice.text
        assert notice.text.startswith(walk.case.number)


def test_a_hand_off_to_a_village_that_is_accused_later_is_closed_to_it(cast: Cast):
    walk = refer_land(cast, letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.next_village, instruction="看看")
    asked = HandOff.objects.get(movement="delegate")
    ACTIONS[Act.LINK_RESPONDENT](walk.case.pk, by=cast.router, on=walk.on, name="桃源村", unit=cast.next_village)
    with pytest.raises(Refused) as refused:
        walk.act(Act.REPORT_FINDINGS, cast.next_informant, hand_off_id=asked.pk, text="没有问题")
    assert refused.value.code == "not_found"
