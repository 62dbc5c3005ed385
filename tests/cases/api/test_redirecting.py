"""A leg at the wrong unit: taken back unopened, sent elsewhere by agreement, put before the superior in dispute (Art. 22-24)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.lists.waiting import Waiting, listed
from cases.models import Notice, Objection
from cases.presenting.history import days_of
from cases.reading.read import read_case
from law.matters import Ruling
from law.vocabulary import Act, Duty, Letter, Movement, State
from organizations.roles import Role
from tests.cases.accusing import tell_all
from tests.cases.api.both_doors import DOORS
from tests.cases.refusals import refused_on_leg
from tests.cases.views.doors import Person
from tests.cast import START, Cast
from tests.walks import Walk, accept, clock, commission, walk_to

Turn = Callable[[date], None]
WHY = {"reason": "道路由区住建局管养，不属于镇政府职权"}


def asked(walk: Walk) -> list[str]:
    """Who was told of the last request."""
    tell_all(walk.case)
    told = Notice.objects.filter(case=walk.case, event=walk.case.events.latest("sequence"))
    return sorted(told.values_list("staff__username", flat=True))


@DOORS
def test_what_nobody_has_opened_is_taken_back_and_goes_to_the_right_unit(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.REFERRED)
    before = clock(walk.case, Duty.DISPATCH_15D)
    calendar(walk.on)
    assert door(cast.router, Act.TAKE_BACK, walk, reason="分错了，应由住建局办理")[0] == "done"
    assert (walk.refresh().leg.state, walk.case.state) == (State.RETURNED, State.REGISTERED)
    after = clock(walk.case, Duty.DISPATCH_15D)
    assert (after.pk, after.starts_on, after.due_on, after.running) == (before.pk, START, before.due_on, True)
    assert not walk.leg.clocks.exclude(ended_by=Act.TAKE_BACK).exists()
    assert walk.hand_off(Movement.RETURN).reason == "分错了，应由住建局办理"
    assert set(walk.case.demands.values_list("returns", flat=True)) == {0}
    walk.act(Act.REFER, cast.router, later=3, unit=cast.housing, demands=[1, 2], reason="职权")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    new = walk.leg.clocks.filter(duty__in=(Duty.NOTICE_REFERRED_15D, Duty.OBJECTION_5WD))
    assert set(new.values_list("starts_on", flat=True)) == {walk.on}


@pytest.mark.parametrize(
    ("act", "given"), [(Act.OPEN, {}), (Act.REQUEST_MATERIAL, {"missing": "合同"}), (Act.ASK_REDIRECT, WHY)]
)
def test_what_the_unit_has_in_hand_is_not_taken_back_by_one_side(cast: Cast, act: Act, given: dict[str, Any]):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(act, cast.town_head, **given)
    assert refused_on_leg(walk, Act.TAKE_BACK, cast.router, reason="分错了").code == "opened_already"


@DOORS
def test_the_unit_asks_and_the_sender_agrees(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.COMMISSIONED, first=commission)
    walk.on += timedelta(days=11)  # The five working days are over; acceptance alone ends this way.
    calendar(walk.on)
    assert door(cast.town_head, Act.ASK_REDIRECT, walk, **WHY, proposed=cast.housing.pk)[0] == "done"
    assert "bureau_head" in asked(walk)
    assert "router" in asked(walk)
    assert all(each.running for each in walk.leg.clocks.all())
    assert listed(cast.router, Waiting.REDIRECT, walk.on).get() == walk.case
    assert not listed(cast.town_head, Waiting.REDIRECT, walk.on).exists()
    page = Person(cast.router).dialog(Act.AGREE_REDIRECT, walk.case, leg=walk.leg).content.decode()
    for part in ("道路由区住建局管养", "建议由云河区住建局办理", "原起算日（2026年3月2日）"):
        assert part in page
    assert door(cast.router, Act.AGREE_REDIRECT, walk, note="经核实，同意")[0] == "done"
    assert (walk.refresh().leg.state, walk.case.state) == (State.RETURNED, State.REGISTERED)
    assert clock(walk.case, Duty.DISPATCH_15D).running
    assert not walk.leg.clocks.exclude(ended_by=Act.AGREE_REDIRECT).exists()
    assert set(walk.case.demands.values_list("returns", flat=True)) == {0}  # agreed is no return of Art. 24
    ledger = days_of(read_case(walk.case.pk, by=cast.router, on=walk.on), walk.on)
    assert ([stay.days for stay in ledger.desk], ledger.days_lost) == ([2, 0], 11)
    shown = Person(cast.router).page(walk.case).content.decode()
    assert "商请重新转办，建议由云河区住建局办理" in shown


@DOORS
def test_the_sender_asks_and_the_unit_refuses(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.OPEN, cast.town_head)
    calendar(walk.on)
    assert door(cast.router, Act.ASK_REDIRECT, walk, reason="看来应由住建局办理")[0] == "done"
    assert "town_head" in asked(walk)
    assert listed(cast.town_head, Waiting.REDIRECT, walk.on).get() == walk.case
    assert refused_on_leg(walk, Act.AGREE_REDIRECT, cast.bureau_head, note="x").code == "not_permitted"
    assert door(cast.town_head, Act.REFUSE_REDIRECT, walk, reason="本镇已在办理")[0] == "done"
    assert walk.refresh().leg.state == State.REFERRED
    assert refused_on_leg(walk, Act.AGREE_REDIRECT, cast.town_head, note="x").code == "no_redirect"
    assert "router" in asked(walk)
    accept(walk)


def test_nobody_agrees_with_himself_and_acceptance_ends_it(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    both = cast.grant(cast.hire("both", cast.town, Role.HEAD), cast.bureau, Role.ROUTER)
    walk.on_leg(Act.ASK_REDIRECT, both, **WHY)
    assert refused_on_leg(walk, Act.AGREE_REDIRECT, both, note="x").code == "own_request"
    accept(walk)
    assert refused_on_leg(walk, Act.AGREE_REDIRECT, cast.router, note="x").code == "wrong_state"


@DOORS
@pytest.mark.parametrize("who", ["town_head", "router"])
def test_after_the_five_working_days_a_dispute_goes_up_without_a_return(
    cast: Cast, calendar: Turn, door: Any, who: str
):
    walk = walk_to(cast, State.REFERRED)  # received on 4 March: the fifth working day is 11 March
    by = getattr(cast, who)
    walk.on = date(2026, 3, 11)
    assert refused_on_leg(walk, Act.ASK_ARBITRATION, by, **WHY).code == "not_disputed_yet"
    walk.on = date(2026, 3, 12)
    calendar(walk.on)
    assert door(by, Act.ASK_ARBITRATION, walk, **WHY, proposed=cast.housing.pk)[0] == "done"
    found = Objection.objects.get()
    assert (walk.refresh().leg.state, found.second, found.disputed) == (State.OBJECTION_PENDING, False, True)
    assert found.arbiter == cast.gov
    letter = walk.leg.documents.get(kind=Letter.ARBITRATION_REQUEST)
    assert letter.unit == by.unit
    for part in ("云河区人民政府：", "道路由区住建局管养", "建议办理单位：云河区住建局", "第二十四条第一款"):
        assert part in letter.content
    assert clock(walk.case, Duty.OBJECTION_5WD).ended_by == Act.ASK_ARBITRATION
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).running
    assert listed(cast.leader, Waiting.ARBITRATION, walk.on).get() == walk.case
    assert not listed(cast.router, Waiting.OBJECTION, walk.on).exists()
    assert {"leader", "coordinator"} <= set(asked(walk))
    code, _, article = door(cast.router, Act.AGREE_OBJECTION, walk, note="x")
    assert (code, article) == ("with_the_superior", "第二十四条")
    assert door(cast.coordinator, Act.ARBITRATE, walk, reason="区政府决定", unit=cast.farming.pk)[0] == "done"
    assert walk.refresh().case.demands.first().assigned_unit == cast.farming
    assert Objection.objects.get().ruling == Ruling.MOVED


def test_the_sender_s_no_to_an_objection_is_disputed_at_once_and_the_superior_s_word_is_the_last(cast: Cast):
    walk = walk_to(cast, State.OBJECTION_PENDING)
    walk.on_leg(Act.REFUSE_OBJECTION, cast.router, later=1, reason="属地管理")
    walk.on_leg(Act.ASK_ARBITRATION, cast.town_head, **WHY)
    walk.on_leg(Act.ARBITRATE, cast.leader, reason="区政府决定由镇政府办理")
    assert walk.leg.state == State.REFERRED
    assert refused_on_leg(walk, Act.ASK_ARBITRATION, cast.town_head, **WHY).code == "decided_already"
    accept(walk)


def test_what_the_superior_assigned_is_neither_disputed_nor_agreed_away(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.ASK_ARBITRATION, cast.town_head, later=20, **WHY)
    walk.on_leg(Act.ARBITRATE, cast.coordinator, reason="决定", unit=cast.farming)
    walk.act(Act.REFER, cast.router, unit=cast.farming, demands=[1, 2], reason="按决定")
    walk.go_on_at(cast.farming, cast.farming_head, cast.farming_handler)
    assert refused_on_leg(walk, Act.ASK_REDIRECT, cast.farming_head, **WHY).code == "unit_assigned"
    assert refused_on_leg(walk, Act.ASK_ARBITRATION, cast.farming_head, **WHY).code == "objection_bound"
