"""A unit that turns out to be accused loses its leg, and learns nothing of it (Art. 30)."""

from cases.actions.inputs import DemandInput
from cases.models import Case, HandOff, Leg, Notice
from cases.reading.read import read_case
from law.vocabulary import Act, Duty, Kind, Movement, State
from tests.cases.accusing import sees, tell_all
from tests.cases.refusals import refused_on_leg
from tests.cast import Cast, register
from tests.walks import Walk, accept, code, walk_to


def accused_later(cast: Cast) -> Walk:
    """The town has accepted and is at work; then it turns out that the letter accuses the town."""
    walk = walk_to(cast, State.IN_HANDLING, demands=[DemandInput("还地"), DemandInput("修路")])
    case = register(cast, demands=[DemandInput("还地"), DemandInput("镇里卖了地", Kind.SUGGESTION)])
    walk = Walk(cast, case)
    walk.act(Act.REFER, cast.router, later=1, unit=cast.town, demands=[1], reason="属地")
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    accept(walk)
    walk.on_leg(Act.TAKE, cast.town_head, later=1, handler=cast.town_handler)
    walk.act(Act.SPLIT, cast.router, demands=[DemandInput("镇里卖了地", Kind.ACCUSATION)])
    walk.act(Act.LINK_RESPONDENT, cast.router, name="施镇长", unit=cast.town)
    return walk


def test_a_unit_that_turns_out_to_be_accused_loses_its_leg_and_is_told_nothing(cast: Cast):
    walk = accused_later(cast)
    sixty = walk.leg.clocks.get(duty=Duty.HANDLE_60D)
    walk.on_leg(Act.TAKE_BACK, cast.router, later=1, reason="镇政府被检举控告")
    assert (walk.leg.state, walk.case.state) == (State.RETURNED, State.REGISTERED)
    tell_all(walk.case)
    insiders = ("town_head", "town_handler", "dispatcher", "informant", "village_head")
    assert not any(sees(getattr(cast, name), walk.case) for name in insiders)
    told = set(
        Notice.objects.filter(case=walk.case, event__act=Act.TAKE_BACK).values_list("staff__username", flat=True)
    )
    assert told == {"coordinator"}
    assert (
        code(walk.act, Act.REFER, cast.router, unit=cast.town, demands=[1], reason="x", extract="y") == "accused_party"
    )
    walk.act(
        Act.REFER, cast.router, later=1, unit=cast.housing, demands=[1], reason="改由区里办理", extract="请求返还承包地"
    )
    new = Leg.objects.get(case=walk.case, unit=cast.housing)
    walk.leg, walk.head = new, cast.housing_head
    accept(walk)
    # The petitioner's sixty days began when the town accepted; nobody begins them anew.
    assert new.clocks.get(duty=Duty.HANDLE_60D).starts_on == sixty.starts_on
    assert new.clocks.get(duty=Duty.HANDLE_60D).due_on == sixty.due_on
    assert new.clocks.get(duty=Duty.NOTICE_REFERRED_15D).starts_on == new.received_on


def test_a_leg_taken_back_stays_sealed_for_who_reads_no_accusation(cast: Cast):
    walk = accused_later(cast)
    walk.on_leg(Act.TAKE_BACK, cast.router, later=1, reason="镇政府被检举控告")
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1], reason="办理", extract="请求返还承包地")
    file = read_case(walk.case.pk, by=cast.housing_head, on=walk.on)
    assert {leg.unit for leg in file.legs} == {cast.housing}
    assert not [h for h in file.hand_offs if h.movement == Movement.RETURN]
    assert not [e for e in file.events if e.act == Act.TAKE_BACK]
    assert HandOff.objects.filter(case=walk.case, movement=Movement.RETURN).exists()


def test_nothing_that_is_being_handled_is_taken_back_from_a_unit_that_nobody_accuses(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    said = refused_on_leg(walk, Act.TAKE_BACK, cast.router, reason="分错了")
    assert (said.code, said.article) == ("opened_already", "第二十二条第一款、第三十条")
    assert Case.objects.get(pk=walk.case.pk).legs.get().state == State.IN_HANDLING
