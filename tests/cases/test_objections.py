"""Whose matter it is: objection, its answer, the second return, the common superior, taking back (Art. 23, 24, 30)."""

from datetime import timedelta
from typing import Any

from cases.actions.inputs import DemandInput
from cases.doors.table import ACTIONS
from cases.models import Notice, Objection
from cases.reading.read import read_case
from law.matters import Ruling
from law.vocabulary import Act, Duty, Letter, Movement, State
from tests.cases.accusing import tell_all
from tests.cases.refusals import refused_on_leg
from tests.cast import START, Cast, register
from tests.walks import Walk, accept, clock, code, commission, object_to, refer, second_objection, walk_to


def objected(cast: Cast, first: Any = refer) -> Walk:
    walk = walk_to(cast, State.REFERRED, first=first)
    object_to(walk)
    return walk


def test_an_objection_makes_a_letter_and_interrupts_no_notice(cast: Cast):
    walk = objected(cast)
    assert walk.leg.state == State.OBJECTION_PENDING
    letter = walk.leg.documents.get(kind=Letter.OBJECTION_LETTER)
    assert letter.content.startswith("云河区信访局：")
    assert "不属于镇政府职权" in letter.content
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).running
    assert clock(walk.case, Duty.OBJECTION_5WD).met_on == walk.on


def test_an_objection_on_the_sixth_working_day_is_refused_with_its_numbers(cast: Cast):
    walk = walk_to(cast, State.REFERRED)  # received on Wednesday 4 March: the fifth working day is Wednesday 11
    assert code(walk.on_leg, Act.OBJECT, cast.town_head, reason=" ") == "reason_missing"
    said = refused_on_leg(walk, Act.OBJECT, cast.town_head, later=8, reason="不属于本镇")
    assert (said.code, said.article) == ("objection_late", "第二十三条第三款")
    for part in ("2026-03-04", "5个工作日", "2026-03-11", "2026-03-12", "超过1天", "请依职权受理"):
        assert part in said.message
    walk.on_leg(Act.OBJECT, cast.town_head, later=-1, reason="不属于本镇")


def test_agreeing_gives_the_demands_back_and_dispatch_runs_on_from_its_own_start(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    before = clock(walk.case, Duty.DISPATCH_15D)
    assert before.met_on == walk.on
    object_to(walk)
    walk.on_leg(Act.AGREE_OBJECTION, cast.router, later=3, note="属区管道路", materials="来信原件一份")
    after = clock(walk.case, Duty.DISPATCH_15D)
    assert (after.pk, after.starts_on, after.due_on, after.met_on) == (before.pk, START, before.due_on, None)
    assert walk.case.state == State.REGISTERED
    assert walk.case.next_due_on == before.due_on
    assert walk.leg.state == State.RETURNED
    assert not walk.leg.clocks.filter(met_on=None, waived_on=None, ended_on=None).exists()
    assert list(walk.case.demands.values_list("returns", flat=True)) == [1, 1]
    assert not walk.case.demands.exclude(leg=None).exists()
    back = walk.hand_off(Movement.RETURN)
    assert (back.from_unit, back.to_unit, back.sent_on) == (cast.town, cast.bureau, walk.on)
    event = walk.case.events.latest("sequence")
    assert event.facts["days_lost"] == 4
    assert event.facts["dispatch_from"] == START.isoformat()
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职权")
    assert clock(walk.case, Duty.DISPATCH_15D).met_on == walk.on


def test_refusing_puts_a_leg_back_where_it_was_and_it_cannot_object_again(cast: Cast):
    for first, state in ((refer, State.REFERRED), (commission, State.COMMISSIONED)):
        walk = objected(cast, first)
        walk.on_leg(Act.REFUSE_OBJECTION, cast.bureau_head, later=1, reason="属地管理")
        assert walk.leg.state == state
        assert walk.leg.clocks.get(duty=Duty.NOTICE_REFERRED_15D).running
        assert refused_on_leg(walk, Act.OBJECT, cast.town_head, reason="还是不属于").code == "objected_already"
        accept(walk)


def test_the_unit_itself_does_not_answer_its_objection(cast: Cast):
    walk = objected(cast)
    for act, given in ((Act.AGREE_OBJECTION, {"note": "x"}), (Act.REFUSE_OBJECTION, {"reason": "x"})):
        assert refused_on_leg(walk, act, cast.town_head, **given).code == "not_permitted"
    assert refused_on_leg(walk, Act.ARBITRATE, cast.coordinator, reason="x").code == "first_objection"


def test_a_second_return_is_for_the_common_superior(cast: Cast):
    walk = second_objection(cast)
    found = Objection.objects.latest("id")
    assert (found.second, found.arbiter, found.demands) == (True, cast.gov, [1, 2])
    for act, given in ((Act.AGREE_OBJECTION, {"note": "x"}), (Act.REFUSE_OBJECTION, {"reason": "x"})):
        said = refused_on_leg(walk, act, cast.router, **given)
        assert (said.code, said.article) == ("second_return", "第二十四条")
        assert "云河区人民政府" in said.message
    walk.on_leg(Act.ARBITRATE, cast.leader, later=1, reason="区政府决定由住建局办理。")
    assert walk.leg.state == State.REFERRED
    assert Objection.objects.latest("id").ruling == Ruling.STAYS
    assert refused_on_leg(walk, Act.OBJECT, cast.housing_head, reason="不服").code == "objected_already"


def test_the_unit_named_by_the_superior_is_the_only_one_and_cannot_object(cast: Cast):
    walk = second_objection(cast)
    walk.on_leg(Act.ARBITRATE, cast.coordinator, later=1, reason="区政府决定由农业农村局办理。", unit=cast.farming)
    assert (walk.leg.state, walk.case.state) == (State.RETURNED, State.REGISTERED)
    assert clock(walk.case, Duty.DISPATCH_15D).running
    walk.act(Act.SPLIT, cast.router, demands=[DemandInput("修路"), DemandInput("清渠"), DemandInput("栽树")])
    given = {"demands": [1, 2], "reason": "x"}
    assert code(walk.act, Act.REFER, cast.router, unit=cast.town, **given) == "unit_assigned"
    walk.act(Act.REFER, cast.router, unit=cast.farming, **given)
    walk.go_on_at(cast.farming, cast.farming_head, cast.farming_handler)
    assert not walk.leg.clocks.filter(duty=Duty.OBJECTION_5WD).exists()
    assert refused_on_leg(walk, Act.OBJECT, cast.farming_head, reason="不服").code == "objection_bound"
    accept(walk)


def test_without_a_common_superior_the_joint_conference_decides(cast: Cast):
    case = register(cast, demands=[DemandInput("退休费")])
    walk = Walk(cast, case)
    for _ in range(2):
        walk.act(Act.REFER, cast.router, unit=cast.discipline, demands=[1], reason="职权")
        walk.leg = case.legs.latest("id")
        walk.on_leg(Act.OBJECT, cast.inspector, reason="不属于纪检监察职权")
        if not Objection.objects.latest("id").second:
            walk.on_leg(Act.AGREE_OBJECTION, cast.router, note="属实")
    said = refused_on_leg(walk, Act.AGREE_OBJECTION, cast.router, note="属实")
    assert "云河区信访工作联席会议" in said.message
    assert Objection.objects.latest("id").arbiter is None
    walk.on_leg(Act.ARBITRATE, cast.coordinator, reason="联席会议决定", unit=cast.housing)


def test_who_has_to_answer_is_told(cast: Cast):
    walk = second_objection(cast)
    tell_all(walk.case)
    told = set(Notice.objects.filter(event__act=Act.OBJECT).values_list("event__facts__second", "staff__username"))
    assert {
        (False, "router"),
        (False, "bureau_head"),
        (False, "coordinator"),
        (True, "leader"),
        (True, "coordinator"),
    } == told


def test_the_ledger_tells_days_at_each_desk(cast: Cast):
    from cases.presenting.history import days_of

    walk = walk_to(cast, State.RETURNED)  # sent after 2 days, objected 1 day later, given back 1 day later
    file = read_case(walk.case.pk, by=cast.router, on=walk.on + timedelta(days=5))
    found = days_of(file, walk.on + timedelta(days=5))
    assert [stay.days for stay in found.desk] == [2, 5]
    assert ([stay.days for stay in found.legs], found.days_lost) == ([2], 2)


def test_no_act_but_the_table_s_opens_a_way_around(cast: Cast):
    walk = objected(cast)
    for act, by, given in ((Act.ACCEPT, cast.town_head, {}), (Act.OBJECT, cast.town_head, {"reason": "x"})):
        assert refused_on_leg(walk, act, by, **given).code == "wrong_state"
    assert (
        code(ACTIONS[Act.REFER], walk.case.pk, by=cast.router, unit=cast.housing, demands=[1], reason="x", on=walk.on)
        == "wrong_state"
    )
