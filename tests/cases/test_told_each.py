"""The written notice of what came directly is owed of every demand: the desk has informed once it told of the last (Art. 23)."""

from cases.actions.inputs import DemandInput, RespondentInput
from cases.actions.turned_back import OWN_RULES
from cases.models import Clock
from cases.openings.delivery import unwritten_notices
from law.matters import Destination
from law.vocabulary import Act, Duty, Kind, ServiceMethod
from organizations.roles import Role
from tests.cases.exits import own_leg
from tests.cast import START, Cast, register
from tests.walks import Walk, clock

POST = {"method": ServiceMethod.POST}


def half_told(cast: Cast, second: DemandInput) -> Walk:
    """A letter with two demands to the town, which has accepted the first and said so in writing."""
    walk = Walk(cast, register(cast, by=cast.dispatcher, demands=[DemandInput("修路"), second]))
    kept(walk, 1)
    walk.on_leg(Act.NOTIFY, cast.town_head, later=1, **POST)
    return walk


def kept(walk: Walk, number: int) -> None:
    walk.act(Act.KEEP, walk.cast.dispatcher, later=1, demands=[number])
    own_leg(walk).on_leg(Act.ACCEPT, walk.cast.town_head)


def notice(walk: Walk) -> Clock:
    return clock(walk.case, Duty.NOTICE_DIRECT_15D)


def test_the_desk_has_informed_once_it_told_of_the_last_demand(cast: Cast):
    walk = half_told(cast, DemandInput("清渠"))
    assert notice(walk).running
    assert unwritten_notices(walk.leg, walk.case) == []
    kept(walk, 2)
    assert notice(walk).running
    assert unwritten_notices(walk.leg, walk.case) == [notice(walk)]
    walk.on_leg(Act.NOTIFY, cast.town_head, later=2, **POST)
    assert (notice(walk).starts_on, notice(walk).met_on) == (START, walk.on)


def test_what_asks_for_nothing_is_told_of_to_nobody(cast: Cast):
    assert notice(half_told(cast, DemandInput("辛苦了", Kind.NONE))).met_on


def test_the_last_to_be_told_that_is_withdrawn_takes_the_duty_with_it(cast: Cast):
    walk = half_told(cast, DemandInput("清渠"))
    kept(walk, 2)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_head, reason="已经修好了")
    walk.on_leg(Act.WITHDRAW, cast.coordinator, how="电话向本人核实")
    assert (notice(walk).ended_by, notice(walk).ended_on) == (Act.WITHDRAW, walk.on)


def test_a_withdrawal_that_is_revoked_is_to_be_told_of_again(cast: Cast):
    walk = Walk(cast, register(cast, by=cast.dispatcher))
    kept(walk, 1)
    first = walk.leg
    kept(walk, 2)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_head, reason="已经修好了")
    walk.on_leg(Act.WITHDRAW, cast.coordinator, how="电话向本人核实")
    second, walk.leg = walk.leg, first
    walk.on_leg(Act.NOTIFY, cast.town_head, **POST)
    assert notice(walk).met_on == walk.on
    walk.leg = second
    walk.on_leg(Act.REVOKE_WITHDRAWAL, cast.town_head, later=1, reason="又坏了")
    assert notice(walk).running
    walk.on_leg(Act.NOTIFY, cast.town_head, later=1, **POST)
    assert notice(walk).met_on == walk.on


def test_what_comes_back_to_the_desk_is_to_be_told_of_again(cast: Cast):
    head, handler = (cast.hire(name, cast.gov, role) for name, role in (("高", Role.HEAD), ("何", Role.HANDLER)))
    walk = Walk(cast, register(cast, by=handler))
    walk.act(Act.REFER, head, later=1, unit=cast.housing, demands=[1, 2], reason="职权")
    own_leg(walk).on_leg(Act.NOTIFY, head, **POST)
    assert notice(walk).met_on == walk.on
    walk.on_leg(Act.OBJECT, cast.housing_head, later=1, reason="属区农业农村局职权")
    walk.on_leg(Act.AGREE_OBJECTION, head, later=1, note="属实")
    assert (notice(walk).running, notice(walk).starts_on) == (True, START)
    walk.act(Act.REFER, head, later=1, unit=cast.farming, demands=[1, 2], reason="职权")
    own_leg(walk).on_leg(Act.NOTIFY, head, later=1, **POST)
    assert notice(walk).met_on == walk.on


def test_of_an_accusation_of_the_desk_itself_nobody_there_owes_a_word(cast: Cast):
    accused = [RespondentInput("施镇长", "镇长", cast.town.pk)]
    asks = [DemandInput("镇长收钱", Kind.ACCUSATION)]
    walk = Walk(cast, register(cast, by=cast.dispatcher, demands=asks, respondents=accused))
    out = {"destination": Destination.DISCIPLINE, "unit": cast.discipline, "reason": "移送"}
    walk.act(Act.TRANSFER_OUT, cast.sealed_desk, later=1, demands=[1], **out)
    assert (notice(walk).waived_on, notice(walk).waived_reason) == (walk.on, OWN_RULES)
    own_leg(walk).on_leg(Act.RECORD_TRANSFER_RECEIPT, cast.sealed_desk, later=1, received_on=walk.on)
    walk.on_leg(Act.CLOSE, cast.sealed_desk)
