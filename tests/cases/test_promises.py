"""Promises (Art. 27): who, what, by when, told to whom; kept on another's word, moved with its first day, withdrawn by a second."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import Case, Clock, Promise
from cases.reading.read import read_case
from law.promises import Evidence, PromiseState, TellWay, VisitResult
from law.vocabulary import Act, Duty, State
from organizations.roles import Role
from tests.cases.invariants import Memory, check_case
from tests.cases.promises import WORDS, a_promise, drawn, of_promises, promised
from tests.cases.refusals import refused
from tests.cases.uploads import a_file
from tests.cast import Cast, register
from tests.standing_in import by_hand
from tests.walks import Walk, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
BY_CALL = {"evidence": Evidence.CALL, "note": "说修好了"}
MOVED = {"reason": "灯杆没有到货", "told_way": TellWay.CALL}


def at_the_town(cast: Cast) -> Walk:
    """A leg at the town, whose handler has promised to mend the lamp within twenty days."""
    walk = walk_to(cast, State.IN_HANDLING)
    walk.act(Act.PROMISE, cast.town_handler, **promised(walk.on, told_to=walk.case.parties.get().pk))
    return walk


def the(walk: Walk) -> Promise:
    return walk.case.promises.get()


def clock_of(promise: Promise) -> Clock:
    return Clock.objects.get(promise=promise)


def test_a_promise_says_who_what_by_when_and_to_whom_and_its_clock_runs(cast: Cast):
    walk = at_the_town(cast)
    row, clock = the(walk), clock_of(the(walk))
    assert (row.promiser, row.unit, row.leg, row.by) == (cast.town_handler, cast.town, walk.leg, cast.town_handler)
    assert (row.text, row.told_to, row.due_on) == (WORDS, walk.case.parties.get().name, walk.on + timedelta(days=20))
    assert (clock.duty, clock.unit, clock.due_on, clock.running) == (Duty.PROMISE_DUE, cast.town, row.due_on, True)
    event = walk.case.events.latest("sequence")
    assert event.facts == {"promise": row.pk, "person": cast.town_handler.pk, "promised_for": row.due_on.isoformat()}
    [line] = [
        each for each in read_case(walk.case.pk, by=cast.town_head, on=walk.on).proceedings if each.kind == "promise"
    ]
    said = dict(line.details)
    assert (said["承诺内容"], said["告知"]) == (WORDS, "当面告知老*")
    check_case(walk.case, Memory())


def test_several_promises_of_a_case_run_each_to_its_own_day(cast: Cast):
    walk = at_the_town(cast)
    walk.act(Act.PROMISE, cast.town_head, **promised(walk.on, 5, text="三天内到现场"))
    first, second = walk.case.promises.order_by("pk")
    walk.act(Act.KEEP_PROMISE, cast.router, later=1, promise=second.pk, **BY_CALL)
    assert (clock_of(first).running, clock_of(second).met_on) == (True, walk.on)
    assert walk.case.next_due_on is not None
    check_case(walk.case, Memory())


@pytest.mark.parametrize("text", ["修好路灯，你今后不再上访", "息访后三日内补偿", "签 息 访 书以后办"])
def test_a_promise_in_return_for_silence_is_none(cast: Cast, text: str):
    walk = walk_to(cast, State.IN_HANDLING)
    said = refused(walk.act, Act.PROMISE, cast.town_handler, **promised(walk.on, text=text))
    assert said.code == "promise_conditional"
    assert "不得以息访、不再上访为条件" in said.message
    assert not Promise.objects.exists()
    walk.act(Act.PROMISE, cast.town_handler, **promised(walk.on, text="公开信息访问方式，发还利息"))


@pytest.mark.parametrize("days", [0, -1, 181])
def test_a_promise_is_for_a_later_day_within_the_setting(cast: Cast, days: int):
    walk = walk_to(cast, State.IN_HANDLING)
    assert refused(walk.act, Act.PROMISE, cast.town_handler, **promised(walk.on, days)).code == "promise_days"


def test_at_the_reception_the_window_writes_down_what_a_leader_promised(cast: Cast):
    leader = cast.hire("卫区长", cast.gov, Role.LEADER)
    walk = Walk(cast, register(cast))
    walk.act(Act.PROMISE, cast.clerk, **promised(walk.on, promiser=leader))
    row = the(walk)
    assert (row.promiser, row.unit, row.by, row.leg) == (leader, cast.gov, cast.clerk, None)
    assert clock_of(row).unit == cast.gov
    stranger = cast.farming_handler
    assert refused(walk.act, Act.PROMISE, cast.clerk, **promised(walk.on, promiser=stranger)).code == "promiser_unfit"


def test_whoever_promised_and_his_hand_say_nothing_of_its_being_kept(cast: Cast):
    walk, hand = walk_to(cast, State.IN_HANDLING), cast.hire("副手", cast.town, Role.HEAD)
    walk.act(Act.PROMISE, by_hand(cast.town_handler, hand), **promised(walk.on))
    proved = of_promises(Act.KEEP_PROMISE, walk.case, walk.on)
    for by in (cast.town_handler, hand, by_hand(cast.town_head, hand)):
        assert refused(walk.act, Act.KEEP_PROMISE, by, **proved).code == "own_promise"
        closed = {
            each.act: each.refusal.code for each in read_case(walk.case.pk, by=by, on=walk.on).closed if each.refusal
        }
        assert closed[Act.KEEP_PROMISE] == "own_promise"
    walk.act(Act.KEEP_PROMISE, cast.town_head, **proved)
    assert the(walk).state is PromiseState.KEPT


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"evidence": Evidence.CALL}, "own_unit"),
        ({"evidence": Evidence.COUNTER}, "own_unit"),
        ({"evidence": Evidence.PORTAL}, "evidence_unfit"),
        ({"evidence": Evidence.DOCUMENT}, "file_missing"),
        ({"evidence": Evidence.DOCUMENT, "proofs": [a_file()], "kept_on": "before"}, "date_unfit"),
    ],
)
def test_the_unit_itself_proves_by_paper_and_never_by_hearsay(cast: Cast, given: dict[str, Any], code: str):
    walk = at_the_town(cast)
    if "kept_on" in given:
        given = {**given, "kept_on": walk.on - timedelta(days=1)}
    assert refused(walk.act, Act.KEEP_PROMISE, cast.town_head, promise=the(walk).pk, **given).code == code


def test_a_petitioner_confirms_himself(cast: Cast):
    walk = at_the_town(cast)
    walk.act(Act.KEEP_PROMISE, walk.case.parties.get(), later=3, promise=the(walk).pk)
    row = the(walk)
    assert (row.kept_by, row.evidence, row.kept_on, clock_of(row).met_on) == (None, Evidence.PORTAL, walk.on, walk.on)


def test_a_moved_day_keeps_the_first_one_and_a_passed_one_is_not_moved(cast: Cast):
    walk = at_the_town(cast)
    first = the(walk).due_on
    key = {"promise": the(walk).pk}
    later = first + timedelta(days=10)
    assert (
        refused(walk.act, Act.CHANGE_PROMISE_DATE, cast.router, new_due_on=later, **key, **MOVED).code
        == "other_units_promise"
    )
    assert (
        refused(walk.act, Act.CHANGE_PROMISE_DATE, cast.town_head, new_due_on=first, **key, **MOVED).code
        == "nothing_changed"
    )
    walk.act(Act.CHANGE_PROMISE_DATE, cast.town_head, later=1, new_due_on=later, **key, **MOVED)
    row = the(walk)
    assert (row.first_due_on, row.due_on, clock_of(row).due_on) == (first, later, later)
    assert row.changes.get().old_due_on == first
    walk.on = later + timedelta(days=1)
    assert (
        refused(walk.act, Act.CHANGE_PROMISE_DATE, cast.town_head, new_due_on=walk.on, **key, **MOVED).code
        == "due_passed"
    )
    walk.act(Act.KEEP_PROMISE, cast.router, **key, **BY_CALL)
    assert clock_of(row).met_on == walk.on
    check_case(walk.case, Memory())


def test_a_second_person_withdraws_it_and_then_it_was_not_kept(cast: Cast):
    walk = at_the_town(cast)
    cast.grant(cast.town_handler, cast.town, Role.HEAD)
    given = {"promise": the(walk).pk, "reason": "归供电公司管", "told_way": TellWay.FACE}
    assert refused(walk.act, Act.WITHDRAW_PROMISE, cast.town_handler, **given).code == "own_promise"
    walk.act(Act.WITHDRAW_PROMISE, cast.town_head, **given)
    clock = clock_of(the(walk))
    assert (the(walk).state, clock.met_on, clock.ended_on) == (PromiseState.WITHDRAWN, None, walk.on)


def test_a_visit_of_what_was_drawn_is_made_by_another_unit(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    row = a_promise(walk.case, cast.town, cast.town_handler, walk.on)
    given = {"promise": row.pk, "visit_result": VisitResult.NOT_KEPT, "note": "灯不亮"}
    assert refused(walk.act, Act.RECORD_PROMISE_VISIT, cast.router, **given).code == "nothing_drawn"
    drawn(row, walk.on)
    cast.grant(cast.town_head, cast.town, Role.WINDOW_CLERK)
    assert refused(walk.act, Act.RECORD_PROMISE_VISIT, cast.router, **{**given, "promise": 0}).code == "promise_unknown"
    cast.grant(cast.router, cast.town, Role.HANDLER)
    assert refused(walk.act, Act.RECORD_PROMISE_VISIT, cast.router, **given).code == "own_unit"
    walk.act(Act.RECORD_PROMISE_VISIT, cast.supervisor, **given)
    assert (the(walk).visit_result, the(walk).visited_by) == (VisitResult.NOT_KEPT, cast.supervisor)


def test_what_is_promised_still_keeps_a_case_from_the_archive_and_ends_with_a_voided_one(cast: Cast):
    walk = walk_to(cast, State.CLOSED)
    a_promise(walk.case, cast.town, cast.town_head, walk.on)
    said = refused(walk.on_leg, Act.ARCHIVE, walk.handler, retention="long")
    assert (said.code, "兑现承诺" in said.message) == ("clock_running", True)
    other = Walk(cast, register(cast))
    a_promise(other.case, cast.bureau, cast.bureau_head, other.on)
    other.act(Act.REQUEST_VOID, cast.clerk, reason="重复")
    other.act(Act.CONFIRM_VOID, cast.coordinator)
    assert the(other).state is PromiseState.ENDED
    assert not Case.objects.get(pk=other.case.pk).clocks.filter(met_on=None, ended_on=None, waived_on=None).exists()
