"""机构改革: what a closed unit had goes to its successor on the day, once, with the wall; what must not go over does not."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions import succession
from cases.actions.inputs import DemandInput
from cases.actions.succession import carry_out, carry_out_due
from cases.doors.table import ACTIONS
from cases.models import Case, Clock, Event, FollowUp, HandOff, Leg, Notice
from cases.places.wall import refresh_wall
from cases.record.auditing_reach import audit_reach
from cases.record.chain import verify_chains
from cases.record.follow_ups import do_follow_up
from cases.record.rebuilding_reach import follow_moves
from cases.sight.keeping import keep_reach
from law.vocabulary import Act, Kind, Movement, State
from organizations.journal.unit_verbs import REFORM_DONE
from organizations.models import Grant, JournalEntry, Reform, Unit
from organizations.people import grant
from organizations.roles import Role
from organizations.unit_options import choosable
from tests.addresses import client_of
from tests.cases.invariants import Memory, check_case
from tests.cases.reforming import CLOSING, fresh, reform, register_it
from tests.cases.reforming import approved as approved_reform
from tests.cast import Cast, register
from tests.leak_scene import Scene
from tests.leak_table import KNOWS
from tests.walks import Walk, code, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")


@pytest.fixture(autouse=True)
def _on_its_day(on_day: Callable[[date], None]) -> None:
    on_day(CLOSING)


def seen(cast: Cast, name: str) -> set[int]:
    return set(Case.objects.visible_to(fresh(getattr(cast, name))).values_list("pk", flat=True))


def moves(walk: Walk) -> list[Event]:
    return list(Event.objects.filter(case=walk.case, act=Act.SUCCEED))


def accuse(walk: Walk, unit: Unit) -> None:
    """The second demand turns out to accuse a unit."""
    walk.case.demands.filter(number=2).update(kind=Kind.ACCUSATION)
    walk.case.respondents.create(name=unit.name, unit=unit).demands.add(walk.case.demands.get(number=2))
    refresh_wall(walk.case)
    walk.case.save()
    keep_reach([walk.case.pk])


def test_open_work_goes_over_with_its_people_and_its_clocks_and_is_told_once(cast: Cast):
    walk, waiting = walk_to(cast, State.IN_HANDLING), walk_to(cast, State.REFERRED)
    own = register(cast, by=cast.dispatcher)
    due = dict(Clock.objects.values_list("pk", "due_on"))
    made = reform(cast)
    walk.refresh()
    assert (walk.leg.unit, walk.leg.handler, walk.leg.first_unit) == (cast.other_town, cast.town_handler, cast.town)
    assert Leg.objects.get(case=waiting.case).unit == cast.other_town
    assert Case.objects.get(pk=own.pk).unit == cast.other_town
    assert not Clock.objects.filter(unit=cast.town, met_on=None, ended_on=None, waived_on=None).exists()
    assert dict(Clock.objects.values_list("pk", "due_on")) == due
    (event,) = moves(walk)
    assert (event.facts["from_unit"], event.facts["unit"], event.by) == (cast.town.pk, cast.other_town.pk, None)
    assert "青石镇人民政府”的职责由“白沙镇人民政府”承接" in event.words.text
    moved = HandOff.objects.get(leg=walk.leg, movement=Movement.SUCCEED)
    assert (moved.from_unit, moved.to_unit, moved.received_on) == (cast.town, cast.other_town, CLOSING)
    assert (made.moved, made.withheld, made.done_on) == (3, 0, CLOSING)
    assert JournalEntry.objects.filter(verb=REFORM_DONE.code, facts__moved=3).count() == 1
    assert not verify_chains().broken
    for each in (walk.case, waiting.case, own):
        check_case(each, Memory())
    page = client_of(fresh(cast.router)).get(f"/cases/{walk.case.pk}/").content.decode()
    assert page.count("职责承接") == 2, "in the ledger, and among the events"
    walk.handler, walk.on = fresh(cast.town_handler), CLOSING
    walk.on_leg(Act.RECORD_INQUIRY, walk.handler, kind="heard_petitioner", text="老王说路还没有修。")
    assert carry_out_due(CLOSING) == 0
    assert len(moves(walk)) == 1


def test_whoever_was_there_stands_at_the_successor_and_nobody_at_the_closed_unit(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    reform(cast)
    follow_moves()
    head = fresh(cast.town_head)
    assert (head.unit, {each.unit for each in head.grants_in_force}) == (cast.other_town, {cast.other_town})
    assert not Grant.objects.open().filter(unit=cast.town).exists()
    assert fresh(cast.informant).unit.line[:-1] == Unit.objects.get(pk=cast.other_town.pk).line
    assert {walk.case.pk} == seen(cast, "other_dispatcher") == seen(cast, "dispatcher")
    found = audit_reach()
    assert (found.surplus, found.missing) == ([], [])


def test_until_its_day_nothing_moves_and_from_then_on_the_unit_is_refused_with_its_successor(
    cast: Cast, on_day: Callable[[date], None]
):
    on_day(CLOSING - timedelta(days=1))
    walk, late = walk_to(cast, State.REFERRED), register(cast)
    made = approved_reform(cast)
    assert carry_out_due(CLOSING - timedelta(days=1)) == 0
    assert walk.refresh().leg.unit == cast.town
    on_day(CLOSING)
    # The worker is late: nothing is done at what is no more.
    gone = Unit.objects.get(pk=cast.town.pk)
    assert code(ACTIONS[Act.ACCEPT], walk.case.pk, leg_id=walk.leg.pk, by=fresh(cast.town_head)) == "unit_closed"
    asked = {"by": cast.router, "unit": gone, "demands": [1], "reason": "属地"}
    assert code(ACTIONS[Act.REFER], late.pk, **asked) == "unit_unfit"
    assert code(grant, Role.HANDLER, cast.town_head, gone, by=fresh(cast.system_admin)) == "unit_closed"
    assert code(ACTIONS[Act.LINK_RESPONDENT], late.pk, by=cast.router, name="镇政府", unit=gone) == "unit_closed"
    assert gone not in choosable(fresh(cast.router))
    assert carry_out_due(CLOSING) == 1
    assert Reform.objects.get(pk=made.pk).done_on == CLOSING


def test_a_worker_that_is_killed_goes_on_where_it_was(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(succession, "BATCH", 2)
    walks = [walk_to(cast, State.REFERRED) for _ in range(5)]
    made = approved_reform(cast)
    carry_out(made.pk, CLOSING, batches=1)
    told = succession._tell

    def killed(*given: object, **named: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr(succession, "_tell", killed)
    with pytest.raises(RuntimeError):
        carry_out(made.pk, CLOSING)
    assert [len(moves(walk)) for walk in walks] == [1, 1, 0, 0, 0]
    monkeypatch.setattr(succession, "_tell", told)
    assert carry_out_due(CLOSING) == 3
    assert [len(moves(walk)) for walk in walks] == [1] * 5
    assert Leg.objects.filter(unit=cast.other_town).count() == 5
    assert Reform.objects.get(pk=made.pk).moved == 5


def test_a_batch_of_four_asks_no_more_than_one_of_two(cast: Cast):
    asked = []
    for unit, heir, number in ((cast.town, cast.other_town, 2), (cast.housing, cast.farming, 4)):
        for _ in range(number):
            ACTIONS[Act.REFER](register(cast).pk, by=cast.router, unit=unit, demands=[1, 2], reason="属地")
        made = register_it(cast, unit=unit, heir=heir)
        Reform.objects.filter(pk=made.pk).update(approved_by=cast.security_admin, taken_on=CLOSING)
        with CaptureQueriesContext(connection) as queries:
            assert carry_out(made.pk, CLOSING) == number
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_whoever_a_case_accuses_cannot_read_it_at_the_successor(scene: Scene):
    cast = scene.cast
    before = {name: set(KNOWS[name]) for name in KNOWS}
    reform(cast)
    letters = {planted.case.pk: letter for letter, planted in scene.planted.items()}
    # The two towns are one: what either had both know, and of what accuses either (E, H, U, V) nothing more than before.
    both = {name: before[name] | set("BDJ") for name in ("town_head", "dispatcher", "town_handler", "other_dispatcher")}
    for stage in ("by the records", "by the rows"):
        for name in KNOWS:
            found = {letters[pk] for pk in seen(cast, name)}
            assert found == both.get(name, before[name]), (stage, name)
        follow_moves()
    audited = audit_reach()
    assert (audited.surplus, audited.missing) == ([], [])


def test_what_accuses_the_successor_does_not_go_over_and_its_sender_takes_it_back(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    accuse(walk, cast.other_town)
    made = reform(cast)
    walk.refresh()
    assert (walk.leg.unit, made.moved, made.withheld) == (cast.town, 0, 1)
    (event,) = moves(walk)
    assert (event.leg, event.facts["withheld"]) == (walk.leg, True)
    for follow_up in FollowUp.objects.filter(event=event):
        do_follow_up(follow_up.pk)
    assert Notice.objects.filter(event=event, staff=cast.router).exists()
    check_case(walk.case, Memory())
    assert walk.case.pk not in seen(cast, "town_head") | seen(cast, "other_dispatcher")
    walk.on = CLOSING
    walk.act(Act.TAKE_BACK, fresh(cast.router), leg_id=walk.leg.pk, reason="承接单位被检举控告")
    walk.act(Act.REFER, fresh(cast.router), unit=cast.discipline, demands=[2], reason="移送")
    assert not verify_chains().broken


def test_a_leg_that_the_successor_has_against_the_closed_unit_is_taken_back(cast: Cast):
    walk = Walk(cast, register(cast, demands=[DemandInput("修路"), DemandInput("水渠")]))
    walk.act(Act.REFER, cast.router, unit=cast.other_town, demands=[1, 2], reason="属地")
    walk.leg = walk.case.legs.get()
    accuse(walk, cast.town)
    assert walk.case.pk in seen(cast, "other_dispatcher")
    reform(cast)
    follow_moves()
    assert walk.case.pk not in seen(cast, "other_dispatcher") | seen(cast, "town_head")
    assert [event.facts["withheld"] for event in moves(walk)] == [True]
    walk.on = CLOSING
    walk.act(Act.TAKE_BACK, fresh(cast.router), leg_id=walk.leg.pk, reason="承接单位被检举控告")


def test_what_was_closed_stays_with_its_unit_and_is_read_by_the_successor(cast: Cast, on_day: Callable[[date], None]):
    walk = walk_to(cast, State.ARCHIVED)
    on_day(walk.on + timedelta(days=2))
    reform(cast, walk.on + timedelta(days=2))
    follow_moves()
    assert (walk.refresh().leg.unit, moves(walk)) == (cast.town, [])
    assert walk.case.pk in seen(cast, "other_dispatcher")
    ACTIONS[Act.UNMASK](walk.case.pk, by=fresh(cast.town_head), reason="信访人来问原来的答复")
    assert Event.objects.get(case=walk.case, act=Act.UNMASK).unit == cast.other_town


def test_an_outside_number_that_the_successor_has_too_gives_way(cast: Cast):
    given = {"source": "city_hotline", "external_number": "7", "external_digest": ""}
    first, second = register(cast, by=cast.other_dispatcher), register(cast, by=cast.dispatcher)
    Case.objects.filter(pk__in=[first.pk, second.pk]).update(**given)
    reform(cast)
    assert set(Case.objects.values_list("pk", "unit", "number_given_up")) == {
        (first.pk, cast.other_town.pk, 0),
        (second.pk, cast.other_town.pk, second.pk),
    }


def test_a_referral_to_the_closed_unit_names_whoever_came_after(cast: Cast):
    reform(cast)
    second = CLOSING + timedelta(days=30)
    made = register_it(cast, second, Unit.objects.get(pk=cast.other_town.pk), cast.housing)
    Reform.objects.filter(pk=made.pk).update(approved_by=cast.security_admin)
    Unit.objects.filter(pk=cast.other_town.pk).update(valid_to=second, successor=cast.housing)
    gone = Unit.objects.get(pk=cast.town.pk)
    walk = Walk(cast, register(cast))
    with pytest.raises(Exception, match="云河区住建局”继续行使"):
        refer_to(walk, gone)


def refer_to(walk: Walk, unit: Unit) -> None:
    ACTIONS[Act.REFER](walk.case.pk, by=walk.cast.router, unit=unit, demands=[1], reason="属地", on=CLOSING)
