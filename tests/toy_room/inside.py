"""Run by tests/test_rooms.py under the settings with the toy room: it adds an entry, a figure, a panel, an act and more."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from cases.models import Event, FollowUp, Notice
from cases.record.follow_ups import do_follow_up
from demo.simulation.days import Wish, simulate
from kit.rooms import all_of, letters, rooms, setting
from law.errors import Refused
from law.vocabulary import Act, Letter, State
from organizations.today import today
from tests.cast import START, Cast
from tests.toy_room.supervising import count_supervised, supervise
from tests.toy_room.tasks import count_supervised_task
from tests.walks import walk_to
from xinfang.schedule import schedule

pytestmark = pytest.mark.django_db


def client_of(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_its_act_goes_through_both_doors_and_leaves_what_every_act_leaves(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    client = client_of(cast.supervisor)
    page = client.get(f"/cases/{walk.case.pk}/").content.decode()
    assert f"/cases/{walk.case.pk}/supervise/?leg={walk.leg.pk}" in page
    assert "督办情况" not in page
    sent = {"leg_id": walk.leg.pk, "text": "请加快", "report_by": ""}
    answer = client.post(f"/cases/{walk.case.pk}/supervise/?leg={walk.leg.pk}", sent, follow=True)
    assert "已督办，承办人会收到提醒。" in answer.content.decode()
    day = (walk.on + timedelta(days=400)).isoformat()
    body = {"leg_id": walk.leg.pk, "text": "再次督办", "report_by": day}
    programmatic = client.post(f"/api/v1/cases/{walk.case.pk}/supervise/", body, content_type="application/json")
    assert programmatic.status_code == 200, programmatic.content.decode()
    for follow_up in FollowUp.objects.filter(event__case=walk.case, done_at=None):
        do_follow_up(follow_up.pk)
    assert Notice.objects.filter(case=walk.case, staff=walk.handler).count() >= 2


def test_a_condition_of_its_own_closes_its_act_and_says_why(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    for text in ("一", "二"):
        supervise(walk.case.pk, leg_id=walk.leg.pk, by=cast.supervisor, text=text)
    with pytest.raises(Refused) as refused:
        supervise(walk.case.pk, leg_id=walk.leg.pk, by=cast.supervisor, text="三")
    assert refused.value.code == "supervised_enough"
    page = client_of(cast.supervisor).get(f"/cases/{walk.case.pk}/").content.decode()
    assert "最多2次" in page
    assert f"/cases/{walk.case.pk}/supervise/?leg=" not in page


def test_entry_figure_panel_timeline_and_notice_appear_for_who_has_a_part_in_them(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    supervise(walk.case.pk, leg_id=walk.leg.pk, by=cast.supervisor, text="一", report_by=walk.on)
    client = client_of(cast.supervisor)
    desk = client.get("/").content.decode()
    assert "督办中" in desk
    assert "督办中的信访件1件" in desk
    assert "督办件" in desk
    page = client.get(f"/cases/{walk.case.pk}/").content.decode()
    assert "共督办1次" in page
    assert "督办反馈日期" in page
    assert walk.case.number in client.get("/toy/").content.decode()
    other = client_of(cast.clerk).get("/").content.decode()
    assert "督办件" not in other


def test_what_is_out_of_reach_is_not_supervised(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    answer = client_of(cast.stranger).post(f"/cases/{walk.case.pk}/supervise/?leg={walk.leg.pk}", {"text": "x"})
    assert answer.status_code == 404


def test_its_nightly_task_setting_letter_figure_and_text_are_collected(cast: Cast, settings):
    assert schedule()["tests.toy_room: count"]["task"] == count_supervised_task.name
    assert count_supervised_task() == 0
    assert setting("TOY_MOST") == 2
    settings.ROOM_SETTINGS = {"TOY_MOST": 5}
    assert setting("TOY_MOST") == 5
    assert [variable.name for variable in letters()[Letter.MATERIAL_REQUEST]] == ["补正内容"]
    assert "督办件数" in [figure.label for figure in all_of("figures")]
    [text] = [each for each in all_of("texts") if not each.record]
    assert text.rows(cast.clerk).count() == 0
    [toy] = [room for room in rooms() if room.name == "tests.toy_room"]
    assert toy.demo
    assert toy.seed
    assert (toy.demo(START), toy.seed(3, START)) == (1, 3)


def test_in_a_simulation_its_people_act_and_its_nightly_task_runs_on_each_day(on_day, monkeypatch, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    on_day(START)
    nights: list[tuple[date, int]] = []
    monkeypatch.setattr("tests.toy_room.tasks.count_supervised", lambda: nights.append((today(), count_supervised())))
    outcome = simulate(Wish(days=6, cases=5, seed=3))
    done = list(Event.objects.filter(act=Act.SUPERVISE).order_by("on", "pk").values_list("by__username", "on"))
    days = [outcome.first + timedelta(days=number) for number in range(6)]
    assert {name for name, _ in done} == {"ducha"}
    # The task comes after the deeds of its day, and sees them.
    assert nights == [(day, sum(on <= day for _, on in done)) for day in days]
    assert outcome.world.done["room:tests.toy_room"] == len(done)
    assert Notice.objects.filter(event__act=Act.SUPERVISE).exists()
    assert not outcome.faults


def test_its_act_is_printed_with_the_others(capsys: pytest.CaptureFixture[str], settings: Any):
    call_command("print_procedure", check=True)
    settings.ROOMS = [room for room in settings.ROOMS if room != "tests.toy_room"]
    with pytest.raises(Exception, match="不一致"):
        call_command("print_procedure", check=True)


def test_the_navigation_shows_at_most_twelve_entries_to_anybody(cast: Cast):
    for person in (cast.supervisor, cast.router, cast.bureau_head, cast.system_admin):
        groups = client_of(person).get("/account/").context["nav"]
        assert sum(len(group["entries"]) for group in groups if group["open"]) <= 12
