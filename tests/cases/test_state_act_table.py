"""Every State x Act pair of the acts that exist: what STEPS allows happens as it says, everything else is refused."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import Case, Clock, FollowUp
from cases.models.clock import RUNNING
from kit.rooms import doors
from law.errors import Refused
from law.procedure import Step, allowed, case_state, step_for, steps_of
from law.vocabulary import Act, Duty, Scope, State
from tests.addresses import WHOLE, some_of
from tests.cases.asking import first_broken_link
from tests.cases.preparing import prepare
from tests.cases.side_acts import ON_THE_DAY, beside
from tests.cases.table import Scene, arguments, doer, filled, set_scene
from tests.cast import Cast
from tests.undone import undone

ACTS = sorted(set(doors()) - {Act.REGISTER})
# ./test --quick tries the beginning, the middle and the end of the main way.
NEAR = (State.REGISTERED, State.IN_HANDLING, State.ANSWERED, State.VOIDED)
FAR = pytest.mark.db_slow
CASE_STATES = {State.PENDING_DECISION, State.VOID_PENDING, State.VOIDED}


@WHOLE
@pytest.mark.parametrize("state", [pytest.param(s, marks=() if s in NEAR else FAR) for s in State])
def test_every_act_in_this_state(cast: Cast, state: State, whole: bool):
    scene = set_scene(cast, state)
    with undone():
        faults = refused_wrongly(state, scene)
    for act in (each for each in ACTS if allowed(each, state) and done_here(each, state, whole)):
        with undone():
            try:
                check_done(act, state, scene)
            except AssertionError as fault:
                faults.append(f"{act.name}: {fault}")
            except Refused as refused:
                faults.append(f"{act.name} should be possible: {refused.code} {refused.message}")
    assert not faults, f"in state {state.name}:\n" + "\n".join(faults)


def test_the_table_is_not_empty():
    pairs = [(act, state) for act in ACTS for state in State]
    lawful = [pair for pair in pairs if allowed(*pair)]
    assert len(ACTS) >= 29
    assert len(lawful) > 100
    assert len(pairs) - len(lawful) > 400


def done_here(act: Act, state: State, whole: bool) -> bool:
    """Whether an act is done in this state: in the default run in two states of each of its rows, everywhere in the long one."""
    return state in some_of(step_for(act, state).from_states, ACTS.index(act), whole)


def refused_wrongly(state: State, scene: Scene) -> list[str]:
    """What is wrong with the refusals of the acts that this state does not allow: together they change nothing."""
    if state not in (State.VOID_PENDING, State.VOIDED):
        Case.objects.filter(pk=scene.walk.case.pk).update(state=state)
        scene.leg.__class__.objects.filter(pk=scene.leg.pk).update(state=state)
    before, typed, faults = snapshot(scene), filled(scene), []
    for act in (each for each in ACTS if not allowed(each, state)):
        try:
            check_refused(act, state, scene, typed.get(act) or beside(act, scene))
        except AssertionError as fault:
            faults.append(f"{act.name}: {fault}")
    if snapshot(scene) != before:
        faults.append("a refused act left something behind")
    return faults


def perform(act: Act, scene: Scene, typed: dict[str, Any]) -> Any:
    given = dict(typed)
    scope = steps_of(act)[0].scope
    if scope is Scope.LEG:
        given["leg_id"] = scene.leg.pk
    if scope is Scope.HAND_OFF:
        given["hand_off_id"] = scene.hand_off(act).pk
    return doors()[act].action(scene.walk.case.pk, by=doer(act, scene), on=scene.walk.on, **given)


def check_refused(act: Act, state: State, scene: Scene, typed: dict[str, Any]) -> None:
    try:
        perform(act, scene, typed)
    except Refused as refused:
        assert refused.code == "wrong_state", f"refused as {refused.code}: {refused.message}"
        assert state.label in refused.message
        assert act.label in refused.message
        assert refused.message.endswith("。")
        assert refused.article.startswith(("第", "个人信息保护法", "档案法")), refused.article
        assert refused.article == steps_of(act)[0].article
    else:
        raise AssertionError("was not refused")


def snapshot(scene: Scene) -> tuple[Any, ...]:
    case = Case.objects.get(pk=scene.walk.case.pk)
    return (
        case.state,
        case.version,
        case.events.count(),
        case.legs.count(),
        case.documents.count(),
        list(case.clocks.order_by("id").values_list("id", "met_on", "waived_on", "ended_on")),
    )


def check_done(act: Act, state: State, scene: Scene) -> None:
    prepare(act, scene)
    # What is approved is done in the same moment: its row says what becomes of the case.
    last = Act.REFER if act is Act.APPROVE_PROPOSAL else act
    step, case, leg = step_for(last, state), scene.walk.refresh().case, scene.leg
    scene.walk.on += timedelta(days=0 if act in (Act.RECORD_RECEIPT, *ON_THE_DAY) else 45)
    events, follow_ups = case.events.count(), FollowUp.objects.count()
    owed = {clock.pk: clock for clock in case.clocks.filter(RUNNING)}
    perform(act, scene, arguments(act, scene))
    case = Case.objects.get(pk=case.pk)
    new_leg = case.legs.exclude(pk=leg.pk).order_by("-id").first() if step.opens_leg else None
    check_state(step, state, case, new_leg.state if new_leg else scene.walk.refresh().leg.state)
    check_event(act, step, case, events, follow_ups, state, scene)
    check_clocks(act, step, case, new_leg or leg, owed, scene)
    assert first_broken_link(case) is None


def check_state(step: Step, state: State, case: Case, leg_state: str) -> None:
    expected = step.to_state or state
    if step.scope is not Scope.CASE or step.opens_leg:
        assert leg_state == expected, f"leg is {leg_state}"
    derived = case_state(
        [State(each) for each in case.legs.values_list("state", flat=True)],
        undispatched=case.demands.filter(leg=None).exists(),
    )
    own = step.scope is Scope.CASE and expected in CASE_STATES
    assert case.state == (expected if own else derived), f"case is {case.state}"


def check_event(act: Act, step: Step, case: Case, events: int, follow_ups: int, state: State, scene: Scene) -> None:
    done = 1 if step.act is act else 2
    assert case.events.count() == events + done
    assert FollowUp.objects.count() == follow_ups + done
    event = case.events.order_by("-sequence").first()
    assert event is not None
    assert (event.act, event.on, event.by) == (step.act, scene.walk.on, doer(act, scene))
    assert event.article == step.article
    assert event.follow_ups.count() == 1
    assert bool(event.leg) == (step.scope is not Scope.CASE or step.opens_leg)
    assert event.from_state == state, f"event is from {event.from_state}"
    if step.to_state and act is not Act.REFUSE_VOID:
        assert event.to_state == step.to_state


def check_clocks(act: Act, step: Step, case: Case, leg: Any, owed: dict[int, Clock], scene: Scene) -> None:
    mine = [
        clock for clock in owed.values() if clock.leg_id in (None, leg.pk) and clock.duty in (*step.meets, *step.ends)
    ]
    for clock in mine:
        clock.refresh_from_db()
        assert bool(clock.met_on) == (clock.duty in step.meets), f"{clock.duty} is met: {clock.met_on}"
        assert (clock.ended_by or act) == act, f"{clock.duty} is ended by {clock.ended_by}"
    ended = {clock.duty for clock in case.clocks.filter(pk__in=owed) if not clock.running}
    unmet = (
        Act.CONFIRM_VOID,
        Act.WAIVE_NOTICE,
        Act.AGREE_OBJECTION,
        Act.TAKE_BACK,
        Act.REOPEN_EXIT,
        Act.AGREE_REDIRECT,
    )
    if act not in unmet:
        assert ended <= {str(duty) for duty in (*step.meets, *step.ends)}, f"ended too: {ended}"
    # What is set apart takes its clocks along, with their old starts.
    new = case.clocks.exclude(pk__in=owed).filter(RUNNING, starts_on__gte=scene.walk.on, leg__apart_from=None)
    # What is owed and done at once runs on nowhere; these demands go path six, nobody is reminded of a duty of his own.
    begun = set(step.starts) - set(step.meets) - {Duty.PATH5_2M}
    assert {clock.duty for clock in new} == {str(duty) for duty in begun}, f"started: {list(new)}"
    for clock in new:
        owner = None if step.scope is Scope.CASE and not step.opens_leg else leg.pk
        assert (clock.leg_id, clock.starts_on) == (owner, scene.walk.on)
