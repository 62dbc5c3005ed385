"""What people are sent and see of their warnings: one digest a day, red at once, grouped, answered, put off, proven."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from kit.messages.delivery import told_to
from kit.messages.models import Message
from kit.messages.words import Channel
from law.errors import Refused
from law.vocabulary import Duty, State
from organizations.mandates import acting_for, give_mandate
from organizations.models import Grant, JournalEntry, Staff
from organizations.models.mandate import MandateKind
from organizations.settings_in_force import set_setting
from supervision.models import Alert
from supervision.warnings.progress import tell_progress
from supervision.warnings.reading import grouped, my_warnings, shown, unanswered
from supervision.warnings.running import run_warnings
from supervision.warnings.silencing import silence
from supervision.warnings.tasks import audit_warnings_task, warn_task
from supervision.warnings.telling import tell_warnings
from tests.cast import START, Cast, register
from tests.leak_scene import Scene
from tests.walks import Walk, accept, clock, follow, refer, take, walk_to

pytestmark = pytest.mark.django_db
N = timedelta


def client_of(person: Staff) -> Client:
    client = Client()
    client.force_login(person)
    return client


def warned(walk: Walk, on_day: Any, working_days_over: int = 1) -> date:
    """Let the 60 days of a leg run out, and the task run on the day after the last."""
    due = clock(walk.case, Duty.HANDLE_60D).due_on
    assert due
    day = due + N(days=working_days_over)
    while not (ran := _ran(day, on_day)):
        day += N(days=1)
    tell_warnings(ran.run)
    return day


def _ran(day: date, on_day: Any) -> Any:
    on_day(day)
    return run_warnings(day)


def test_one_digest_a_day_and_what_is_red_at_once(cast: Cast, on_day):
    on_day(START)
    for _ in range(3):
        register(cast)
    on_day(START + N(days=11))
    assert warn_task() > 0
    assert warn_task() == 0
    [message] = told_to(cast.router)
    assert message.text == "期限预警：临近到期3项。请打开“预警”查看。"
    urgent = register(cast, by=cast.clerk, urgent=True)
    later = register(cast, by=cast.clerk)
    # Received as long ago as the others: near from the first moment on.
    for case in (urgent, later):
        case.clocks.filter(duty=Duty.DISPATCH_15D).update(due_on=START + N(days=15))
    assert warn_task() > 0
    assert told_to(cast.router)[0].text == "期限预警：临近到期1项。请打开“预警”查看。"
    assert set(Alert.objects.filter(message=None, staff=cast.router).values_list("case", flat=True)) == {later.pk}


def test_twenty_of_one_unit_are_one_line_and_the_act_silences_it(cast: Cast, on_day):
    on_day(START)
    walks = [follow(Walk(cast, register(cast)), refer, accept, take) for _ in range(4)]
    warned(walks[0], on_day)
    red = [each for each in grouped(shown(cast.town_head)) if each.colour == "red"]
    assert [(each.unit, len(each.alerts), each.unanswered) for each in red] == [(cast.town, 4, 4)]
    page = client_of(cast.town_head).get("/supervision/warnings/").content.decode()
    assert "知悉4项超期预警" in page
    assert "超期4项" in page
    clock(walks[0].case, Duty.HANDLE_60D).__class__.objects.filter(case=walks[0].case).update(met_on=walks[0].on)
    assert my_warnings(cast.town_head).filter(case=walks[0].case).count() == 0


def test_opening_answers_what_is_near_and_red_asks_for_a_tap(cast: Cast, on_day):
    on_day(START)
    walk = walk_to(cast, State.IN_HANDLING)
    day = warned(walk, on_day)
    client = client_of(cast.town_head)
    client.get("/supervision/warnings/")
    assert unanswered(cast.town_head, day).count() == 1
    assert "超期待知悉" in client.get("/").content.decode()
    answer = client.post("/supervision/warnings/answered/", follow=True)
    assert "已知悉1项超期预警" in answer.content.decode()
    assert unanswered(cast.town_head, day).count() == 0
    assert my_warnings(cast.town_head).exists(), "answered is not done"
    proof = client.get(f"/cases/{walk.case.pk}/").content.decode()
    assert "预警证明" in proof
    assert "超期第1个工作日红色预警" in proof
    told = client.get(f"/api/v1/supervision/warnings/cases/{walk.case.pk}/").json()["results"]
    assert {each["staff"] for each in told} == {cast.town_head.name, cast.town_handler.name}
    assert client_of(cast.farming_head).get(f"/api/v1/supervision/warnings/cases/{walk.case.pk}/").status_code == 404


def test_a_head_puts_off_and_a_handler_does_not(cast: Cast, on_day):
    on_day(START)
    walk = walk_to(cast, State.IN_HANDLING)
    day = warned(walk, on_day)
    his, heads = my_warnings(cast.town_handler).get(), my_warnings(cast.town_head).get()
    with pytest.raises(Refused) as refused:
        silence(his.pk, by=cast.town_handler, reason="忙", to_day=day, on=day)
    assert refused.value.code == "not_permitted"
    page, door = (f"{start}/supervision/warnings/{heads.pk}/silence/" for start in ("", "/api/v1"))
    client = client_of(cast.town_head)
    kinds: list[dict[str, Any]] = [{}, {"content_type": "application/json"}]
    for address, kind in zip((page, door), kinds, strict=True):
        far = {"to_day": f"{day + N(days=40)}", "reason": "住院"}
        assert client.post(address, far, **kind).status_code == 422
        assert client.post(address, {"to_day": "", "reason": ""}, **kind).status_code == 422
    asked = {"to_day": f"{day + N(days=8)}", "reason": "信访人住院"}
    assert client.post(door, asked, **kinds[1]).status_code == 201
    assert "信访人住院" in client.get("/supervision/warnings/").content.decode()
    assert client_of(cast.farming_head).get(page).status_code == 404
    assert JournalEntry.objects.filter(verb="warnings.silenced").count() == 1
    day = warned(walk, on_day, 7)
    assert Alert.objects.get(staff=cast.town_head, on=day, duty=Duty.HANDLE_60D).message is None
    assert Alert.objects.get(staff=cast.supervisor, on=day, duty=Duty.HANDLE_60D).message


def test_a_deputy_is_told_instead_and_sees_it_in_his_place(cast: Cast, on_day):
    on_day(START)
    walk = walk_to(cast, State.IN_HANDLING)
    due = clock(walk.case, Duty.HANDLE_60D).due_on
    deputy = cast.hire("代理人", cast.town)
    on_day(due - N(days=30))
    given = give_mandate(
        MandateKind.STAND_IN, cast.town_head, deputy, due - N(days=30), due + N(days=30), "学习", by=cast.town_head
    )
    warned(walk, on_day)
    alert = Alert.objects.get(instead_of=cast.town_head, stage=-1)
    assert alert.staff == deputy
    assert not Alert.objects.filter(staff=cast.town_head, stage=-1).exists()
    acting = acting_for(deputy, given.pk)
    assert acting
    assert [each.pk for each in shown(acting)] == [alert.pk]


def test_thresholds_are_dated_settings_and_whoever_is_missing_is_passed_over(cast: Cast, on_day):
    on_day(START)
    walk = walk_to(cast, State.IN_HANDLING)
    day = clock(walk.case, Duty.HANDLE_60D).due_on - N(days=20)
    on_day(day)
    with pytest.raises(Refused):
        set_setting("WARN_HANDLE_60D", "1,5", valid_from=day, why="试", by=cast.system_admin, on=day)
    set_setting("WARN_HANDLE_60D", "2,-1", valid_from=day, why="试", by=cast.system_admin, on=day)
    Grant.objects.filter(staff__in=(cast.town_handler, cast.town_head, cast.dispatcher)).update(ended_on=day)
    day = warned(walk, on_day)
    assert set(Alert.objects.filter(duty=Duty.HANDLE_60D).values_list("stage", "staff__username")) == {
        (-1, "supervisor")
    }
    assert audit_warnings_task() == 0


def test_nobody_is_warned_of_what_he_may_not_read(scene: Scene):
    cases = {planted.case.pk: letter for letter, planted in scene.planted.items()}
    assert set(Alert.objects.values_list("case", flat=True)) >= {key for key, each in cases.items() if each != "C"}
    for alert in Alert.objects.select_related("staff__unit"):
        assert Alert.objects.readable_by(alert.staff).filter(pk=alert.pk).exists(), (
            cases[alert.case_id],
            alert.duty,
            alert.stage,
            alert.staff.username,
        )
    # What accuses the office itself, or nobody knows whom: the sealed desk, and who has it out of the office's reach.
    hidden = Alert.objects.filter(case__in=[key for key, letter in cases.items() if letter in "FUV"])
    assert set(hidden.values_list("staff__username", flat=True)) <= {"sealed_desk", "inspector"}


def test_petitioners_who_agreed_hear_how_it_goes_on(cast: Cast, on_day):
    on_day(START)
    walk = follow(Walk(cast, register(cast)), refer)
    on_day(walk.on + N(days=1))
    follow(walk, accept)
    on_day(walk.on)
    set_setting("PROGRESS_TOLD", True, valid_from=walk.on, why="便民", by=cast.system_admin, on=walk.on)
    assert tell_progress() == 0
    Case.objects.filter(pk=walk.case.pk).update(electronic_consent="3月5日当面签字同意")
    assert [tell_progress(), tell_progress()] == [1, 1]
    [message] = Message.objects.filter(reason="supervision.progress")
    assert message.channel == Channel.SMS
    assert "已经受理" in message.text
    assert walk.case.number not in message.text
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    assert tell_progress() == 0
