"""The rules of single acts beyond states and clocks: fit units, first handlers, villages, two people, officers."""

from datetime import timedelta

import pytest

from cases.actions.inputs import DemandInput
from cases.doors.table import ACTIONS
from cases.models import Case, HandOff
from cases.models.leg import InquiryKind
from law.errors import Refused
from law.matters import Cause
from law.vocabulary import Act, Kind, Movement, Outcome, State
from organizations.models import Unit
from organizations.roles import Role
from tests.cast import START, Cast, register
from tests.walks import Walk, code, walk_to

ANSWERED = {
    "outcome": Outcome.SUPPORT,
    "facts": "属实",
    "opinion": "修好",
    "legal_basis": "《公路法》",
    "cause": Cause.OTHER,
}


# Dispatch
@pytest.mark.parametrize("name", ["area", "village", "group", "bureau", "far_housing", "far_bureau"])
def test_a_leg_needs_a_unit_that_can_answer(cast: Cast, name: str):
    case = register(cast)
    unit = getattr(cast, name)
    assert (
        code(ACTIONS[Act.REFER], case.pk, by=cast.router, on=START, unit=unit, demands=[1], reason="x") == "unit_unfit"
    )


def test_an_abolished_unit_is_refused_and_its_successor_named(cast: Cast):
    Unit.objects.filter(pk=cast.housing.pk).update(valid_to=START, successor=cast.farming)
    case, gone = register(cast), Unit.objects.get(pk=cast.housing.pk)
    with pytest.raises(Refused, match="农业农村局") as refused:
        ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=gone, demands=[1], reason="x")
    assert refused.value.article == "第二十四条第二款"


@pytest.mark.parametrize("numbers", [[], [3], [1, 9]])
def test_only_demands_of_the_case_are_referred(cast: Cast, numbers: list[int]):
    case = register(cast)
    refused = code(ACTIONS[Act.REFER], case.pk, by=cast.router, on=START, unit=cast.town, demands=numbers, reason="x")
    assert refused == "demand_unknown"


def test_a_dispatched_demand_is_not_split_again(cast: Cast):
    walk = Walk(cast, register(cast))
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="属地")
    walk.act(Act.SPLIT, cast.router, demands=[DemandInput("清渠"), DemandInput("赔青苗", Kind.APPEAL)])
    assert [(d.number, d.leg_id is not None) for d in walk.case.demands.all()] == [(1, True), (2, False), (3, False)]
    assert code(walk.act, Act.SPLIT, cast.router, demands=[]) == "no_demand"
    assert code(walk.act, Act.SPLIT, cast.router, demands=[DemandInput("x")] * 51) == "too_many_demands"


def test_the_letters_are_numbered_by_unit_kind_and_year(cast: Cast):
    for _ in range(2):
        walk_to(cast, State.ACCEPTED)
    numbers = [d.number for d in Case.objects.latest("id").documents.order_by("id")]
    assert numbers == ["云河区信访局信转〔2026〕2号", "青石镇人民政府信受〔2026〕2号"]


# Receipt and handling
def test_opening_twice_names_who_opened_first(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.OPEN, cast.dispatcher)
    with pytest.raises(Refused, match="调度员孔") as refused:
        walk.on_leg(Act.OPEN, cast.town_head)
    assert refused.value.code == "opened_already"


def test_the_first_unit_and_the_first_person_are_written_once(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    second = cast.hire("承办人二", cast.town, Role.HANDLER)
    walk.on_leg(Act.TAKE, cast.town_head, handler=second)
    assert (walk.leg.handler, walk.leg.first_handler, walk.leg.first_unit) == (second, cast.town_handler, cast.town)
    assert code(walk.on_leg, Act.TAKE, cast.town_head, handler=second) == "handler_same"
    for stranger in (cast.housing_handler, cast.dispatcher, cast.supervisor):
        assert code(walk.on_leg, Act.TAKE, cast.town_head, handler=stranger) == "handler_unfit"


def test_a_handler_works_only_on_his_own_legs(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    second = cast.hire("承办人二", cast.town, Role.HANDLER)
    assert code(walk.on_leg, Act.ANSWER, second, demand=1, **ANSWERED) == "not_permitted"
    assert code(walk.on_leg, Act.ANSWER, cast.housing_handler, demand=1, **ANSWERED) == "not_found"


def test_a_leg_of_another_case_is_not_found(cast: Cast):
    walk, other = walk_to(cast, State.REFERRED), walk_to(cast, State.REFERRED)
    assert code(ACTIONS[Act.OPEN], walk.case.pk, leg_id=other.leg.pk, by=cast.dispatcher, on=walk.on) == "not_found"


def test_a_village_is_asked_once_reports_once_and_only_then_is_there_something_to_assess(cast: Cast):
    walk = walk_to(cast, State.ACCEPTED)
    assert code(walk.on_leg, Act.ASSESS, cast.dispatcher, text="属实") == "nothing_to_assess"
    for unit in (cast.town, cast.other_town, cast.housing):
        assert code(walk.on_leg, Act.DELEGATE, cast.dispatcher, unit=unit, instruction="看看") == "unit_unfit"
    late = {"reply_by": walk.on - timedelta(days=1)}
    assert (
        code(walk.on_leg, Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="看看", **late) == "date_past"
    )
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="看看")
    assert code(walk.on_leg, Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="再看") == "already_asked"
    asked = walk.hand_off(Movement.DELEGATE)
    assert code(walk.act, Act.REPLY_CONSULTATION, cast.informant, hand_off_id=asked.pk, text="x") == "not_found"
    walk.act(Act.REPORT_FINDINGS, cast.informant, hand_off_id=asked.pk, text="路确实坏了")
    assert code(walk.act, Act.REPORT_FINDINGS, cast.informant, hand_off_id=asked.pk, text="x") == "replied_already"
    walk.on_leg(Act.ASSESS, cast.dispatcher, text="属实")
    assert walk.leg.assessments.get().text == "属实"
    assert HandOff.objects.get(pk=asked.pk).replied_by == cast.informant
    assert (walk.leg.unit, walk.leg.state) == (cast.town, State.ACCEPTED), "the town stays responsible"


def test_a_consultation_shows_the_case_to_the_asked_unit_and_starts_no_clock(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    clocks = walk.case.clocks.count()
    assert not Case.objects.visible_to(cast.farming_handler).exists()
    for unit in (cast.town, cast.area):
        assert code(walk.on_leg, Act.CONSULT, cast.town_handler, unit=unit, question="?") == "unit_unfit"
    walk.on_leg(Act.CONSULT, cast.town_handler, unit=cast.farming, question="有规划吗？")
    assert Case.objects.visible_to(cast.farming_handler).get() == walk.case
    walk.act(Act.REPLY_CONSULTATION, cast.farming_handler, hand_off_id=walk.hand_off(Movement.CONSULT).pk, text="没有")
    assert walk.case.clocks.count() == clocks


def test_an_inquiry_is_neither_ahead_of_today_nor_before_receipt(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    asked = {"kind": InquiryKind.SITE_VISIT, "text": "看"}
    for day, refused in ((walk.on + timedelta(days=1), "date_in_future"), (START, "date_before_receipt")):
        assert code(walk.on_leg, Act.RECORD_INQUIRY, cast.town_handler, held_on=day, **asked) == refused


# Void and unmask
def test_voiding_takes_two_people_and_stays_in_the_chain(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    both = cast.grant(cast.router, cast.bureau, Role.COORDINATOR)
    walk.act(Act.REQUEST_VOID, both, reason="重复")
    for act, words in ((Act.CONFIRM_VOID, {}), (Act.REFUSE_VOID, {"reason": "x"})):
        assert code(walk.act, act, both, **words) == "same_person"
    assert code(walk.on_leg, Act.OPEN, cast.dispatcher) == "wrong_state"
    walk.act(Act.CONFIRM_VOID, cast.bureau_head)
    assert [event.act for event in walk.case.events.all()][-2:] == [Act.REQUEST_VOID, Act.CONFIRM_VOID]


@pytest.mark.parametrize("state", [State.VOID_PENDING, State.VOIDED])
def test_looking_at_people_does_not_bring_a_voided_case_back(cast: Cast, state: State):
    walk = walk_to(cast, state)
    [person] = walk.act(Act.UNMASK, cast.clerk, reason="核对")
    assert (person.name, person.phone) == ("老王", "13800001234")
    assert walk.case.state == state


def test_who_handles_a_leg_can_see_whom_to_call_and_nobody_else_of_his_unit(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    second = cast.hire("承办人二", cast.town, Role.HANDLER)
    [person] = walk.act(Act.UNMASK, cast.town_handler, reason="电话听取陈述")
    assert person.phone == "13800001234"
    event = walk.case.events.get(act=Act.UNMASK)
    assert (event.by, event.unit, event.words.text) == (cast.town_handler, cast.town, "电话听取陈述")
    assert walk.act(Act.UNMASK, cast.town_head, reason="接访")
    for person in (second, cast.analyst, cast.supervisor, cast.leader):
        assert code(walk.act, Act.UNMASK, person, reason="x") == "not_permitted"


# Officers and strangers
@pytest.mark.parametrize("person", ["system_admin", "security_admin", "auditor", "stranger", "housing_head"])
def test_whoever_has_no_business_with_a_case_does_not_find_it(cast: Cast, person: str):
    walk = walk_to(cast, State.IN_HANDLING)
    assert code(walk.on_leg, Act.REMIND, getattr(cast, person), text="x") == "not_found"
    assert code(walk.act, Act.CORRECT, getattr(cast, person), reason="x") == "not_found"


def test_who_left_can_do_nothing(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    cast.town_handler.is_active = False
    cast.town_handler.save()
    assert code(walk.on_leg, Act.ANSWER, cast.town_handler, demand=1, **ANSWERED) == "not_found"


def test_a_leg_act_without_a_leg_and_a_case_act_with_one_are_refused(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    assert code(ACTIONS[Act.OPEN], walk.case.pk, leg_id=None, by=cast.dispatcher, on=walk.on) == "leg_missing"


def test_a_handler_takes_work_himself_and_gives_it_to_nobody_else(cast: Cast):
    walk = walk_to(cast, State.ACCEPTED)
    second = cast.hire("second", cast.town, Role.HANDLER)
    assert code(walk.on_leg, Act.TAKE, cast.town_handler, handler=second) == "not_permitted"
    walk.on_leg(Act.TAKE, cast.town_handler)
    assert walk.leg.handler == cast.town_handler


def test_an_area_is_no_respondent(cast: Cast):
    case = register(cast)
    refused = code(ACTIONS[Act.LINK_RESPONDENT], case.pk, by=cast.router, name="区里", unit=cast.area, on=START)
    assert refused == "unit_unfit"
