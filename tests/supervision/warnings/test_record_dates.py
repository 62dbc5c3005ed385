"""The dates that the room itself sets are warned of by the same run: who has to act, who stands over him, and no one else."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from cases.models import Case, Involvement
from law.errors import Refused
from law.vocabulary import State
from organizations.models import JournalEntry, Staff, Unit
from supervision.models import Alert, OwnershipSheet, PlanStep, SupervisionOrder, Task, VisitFeedback
from supervision.ownership.working import add_step, finish_step, move_step
from supervision.tasks.actions import give_task, move_due_day, report_task
from supervision.visits.actions import feed_back
from supervision.warnings.auditing import audit_warnings
from supervision.warnings.reading import my_warnings, shown
from supervision.warnings.running import run_warnings
from supervision.warnings.silencing import silence
from supervision.warnings.telling import tell_warnings
from tests.cast import START, Cast
from tests.leak_scene import Scene
from tests.supervision.instructions.submitting import given
from tests.supervision.orders.ordering import order_on, reply
from tests.supervision.ownership.sheets import an_owned
from tests.supervision.visits.scenes import answered, visited
from tests.walks import walk_to

pytestmark = pytest.mark.django_db
N = timedelta
Told = dict[int, set[str]]
DAILY = {"dispatcher"}
HEADED = {"dispatcher", "town_head"}
BY_UNIT: Told = {3: DAILY, 1: HEADED, 0: HEADED, -1: HEADED, -5: {*HEADED, "supervisor"}}


def warned(duty: str, due: date, on_day: Any, until: int = 9) -> Told:
    """Run from before a date until after it; who was told of the dates of one kind, by threshold."""
    for number in range(-8, until):
        on_day(due + N(days=number))
        if ran := run_warnings(due + N(days=number)):
            tell_warnings(ran.run)
    seen: Told = {}
    for stage, who in Alert.objects.filter(duty=duty, due_on=due).values_list("stage", "staff__username"):
        seen.setdefault(stage, set()).add(who)
    return seen


def page_of(person: Staff) -> str:
    client = Client()
    client.force_login(person)
    return client.get("/supervision/warnings/").content.decode()


def test_a_step_of_the_plan_tells_its_person_then_the_leader(cast: Cast, on_day):
    on_day(START)
    sheet, due = an_owned(cast), START + N(days=21)
    add_step(sheet, what="与施工单位商定工期", due_on=due, by=cast.leader, person="bureau_head")
    his, both = {"bureau_head"}, {"bureau_head", "leader"}
    assert warned("STEP", due, on_day) == {3: his, 1: both, 0: both, -1: both, -5: both}
    assert f"/supervision/ownership/{sheet.pk}/" in page_of(cast.bureau_head)
    step, later = PlanStep.objects.get(), due + N(days=28)
    move_step(sheet, step=step.pk, due_on=later, reason="等候勘测", by=cast.leader)
    assert not my_warnings(cast.bureau_head).filter(what="p").exists()
    assert warned("STEP", later, on_day, until=-3) == {3: his}
    assert not Alert.objects.filter(what="p", due_on=due, over=False).exists()
    finish_step(sheet, step=step.pk, by=cast.leader)
    assert not my_warnings(cast.bureau_head).filter(what="p").exists()
    assert warned("LIMIT", sheet.until, on_day, until=16) == {each: {"leader"} for each in BY_UNIT}


def test_a_task_tells_its_unit_then_its_heads_then_the_supervisors(cast: Cast, on_day):
    on_day(START)
    walk, _, task = given(cast)
    assert warned("TASK", task.due_on, on_day) == BY_UNIT
    assert f"/supervision/tasks/{task.pk}/" in page_of(cast.dispatcher)
    proof = Client()
    proof.force_login(cast.town_head)
    address = f"/api/v1/supervision/warnings/cases/{walk.case.pk}/"
    told = [each for each in proof.get(address).json()["results"] if each["what"] == "t"]
    assert {each["url"] for each in told} == {f"/supervision/tasks/{task.pk}/"}
    seen = proof.get(f"/cases/{walk.case.pk}/").content.decode()
    assert "任务（青石" in seen
    proof.force_login(cast.analyst)
    assert "任务（青石" not in proof.get(f"/cases/{walk.case.pk}/").content.decode(), (
        "he reads the case, and not its tasks"
    )
    report_task(task, report="已修好", by=cast.dispatcher)
    assert not my_warnings(cast.dispatcher).filter(what="t").exists()
    found = audit_warnings()
    assert (found.missing, found.double) == (0, 0)


def test_a_task_of_no_case_is_read_by_its_own_rule_and_put_off(cast: Cast, on_day):
    on_day(START)
    walk, submission, _ = given(cast)
    task = give_task(
        submission,
        unit=cast.town,
        what="报送农村公路台账",
        due_on=walk.on + N(days=12),
        by=cast.coordinator,
        on=walk.on,
    )
    assert warned("TASK", task.due_on, on_day, until=3) == {each: BY_UNIT[each] for each in (3, 1, 0, -1)}
    [alert] = [each for each in shown(cast.town_head) if each.key == task.pk and each.what == "t"]
    assert alert.case is None
    assert not Alert.objects.readable_by(cast.farming_head).filter(pk=alert.pk).exists()
    day = task.due_on + N(days=2)
    silence(alert.pk, by=cast.town_head, reason="台账在县里会审", to_day=day, on=day)
    assert JournalEntry.objects.get(verb="warnings.silenced").kind == "supervision.task"
    assert "台账在县里会审" in page_of(cast.town_head)
    [mine] = Alert.objects.filter(key=task.pk, what="t", stage=-1, staff=cast.dispatcher)
    with pytest.raises(Refused):
        silence(mine.pk, by=cast.dispatcher, reason="忙", to_day=day, on=day)
    move_due_day(task, due_on=day + N(days=20), why="另行通知", by=cast.coordinator)
    assert not my_warnings(cast.town_head).filter(key=task.pk, what="t").exists()


def test_an_order_and_feedback_tell_the_unit_until_it_has_replied(cast: Cast, on_day):
    on_day(START)
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    order = order_on(walk)
    assert warned("ORDER", order.reply_by, on_day) == BY_UNIT
    reply(SupervisionOrder.objects.get(), cast.town_head, order.reply_by + N(days=8))
    assert not my_warnings(cast.town_head).filter(what="o").exists()
    later = answered(cast)
    on_day(later.on)
    visit, due = visited(cast, later), later.on + N(days=14)
    feed_back(visit, by=cast.supervisor, text="村口的路还没有铺面，请按答复完成。", reply_by=due, on=later.on)
    assert set(warned("FEEDBACK", due, on_day)) == {1, 0, -1, -5}
    told = VisitFeedback.objects.get()
    assert my_warnings(cast.town_head).filter(what="f", key=told.pk).exists()
    assert not Alert.objects.readable_by(cast.analyst).filter(what="f").exists(), (
        "he reads the case, not what it was told"
    )
    Case.objects.filter(pk=later.case.pk).update(sealed=True)
    assert not my_warnings(cast.town_head).filter(what="f").exists()


def test_of_a_sealed_case_only_who_may_read_it_is_told(scene: Scene):
    """A task of every case, at every unit that has had it, its orders and sheets: each who is told of one may read it."""
    SupervisionOrder.objects.update(state="issued", reply_by=START)
    OwnershipSheet.objects.update(until=START)
    PlanStep.objects.update(due_on=START)
    for planted in scene.planted.values():
        had = Involvement.objects.filter(case=planted.case).values("unit")
        for unit in Unit.objects.filter(pk__in=had):
            Task.objects.create(
                source="supervision.submission",
                source_key=1,
                case=planted.case,
                what="核对",
                due_on=START,
                given_by=scene.cast.coordinator,
                given_on=START,
                unit=unit,
                district=planted.case.district,
                state="given",
            )
    day = START + N(days=90)
    while run_warnings(day) is None:
        day += N(days=1)
    alerts: list[Alert] = list(Alert.objects.exclude(what__in="ca").select_related("staff__unit", "case"))
    sealed = {(alert.what, alert.level) for alert in alerts if alert.case and alert.case.sealed}
    assert {each for each, _ in sealed} >= set("toup")
    unreadable = [a for a in alerts if not Alert.objects.readable_by(a.staff).filter(pk=a.pk).exists()]
    assert [(a.what, a.level, a.staff.username, a.case_id) for a in unreadable] == []
