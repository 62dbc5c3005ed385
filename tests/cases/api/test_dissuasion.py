"""劝阻、批评、教育 (Art. 26, 47): facts of the case at both doors; never a list, a search, a judgement, a reason to refuse."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.models import Dissuasion, Event
from law.vocabulary import Act, Kind, State
from organizations.feed.reading import read_feed
from tests.cases.api.both_doors import DOORS
from tests.cases.api.caller import Caller
from tests.cases.refusals import refused
from tests.cases.side_acts import DISSUADED
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]
TYPED = {**DISSUADED, "kind": "dissuaded", "happened": "在窗口前大声说话", "said": "请到接谈室坐下来谈"}


def at_the_desk(cast: Cast, calendar: Turn) -> Walk:
    walk = walk_to(cast, State.REGISTERED)
    calendar(walk.on)
    return walk


def lines(staff: Any, walk: Walk) -> list[Any]:
    return [p for p in Caller(staff).read(walk.case.pk)["proceedings"] if p["kind"] == "dissuasion"]


@DOORS
def test_what_happened_is_recorded_and_the_petitioner_says_his_word_once(cast: Cast, calendar: Turn, door: Any):
    walk = at_the_desk(cast, calendar)
    clocks = list(walk.case.clocks.values_list("id", "due_on", "met_on"))
    assert door(cast.clerk, Act.RECORD_DISSUASION, walk, **TYPED)[0] == "done"
    [row] = Dissuasion.objects.all()
    remark = {"record": row.pk, "remark": "我只是想问问"}
    assert door(cast.clerk, Act.REMARK_DISSUASION, walk, **remark)[0] == "done"
    assert door(cast.clerk, Act.REMARK_DISSUASION, walk, **remark)[0] == "nothing_to_remark"
    [line] = lines(cast.router, walk)
    assert "信访大厅" in line["status"]
    assert [d["text"] for d in line["details"]] == ["在窗口前大声说话", "请到接谈室坐下来谈", "我只是想问问"]
    assert "在窗口前大声说话" in Person(cast.router).page(walk.case).content.decode()
    assert list(walk.case.clocks.values_list("id", "due_on", "met_on")) == clocks
    assert walk.refresh().case.state == State.REGISTERED
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="属地")


@DOORS
@pytest.mark.parametrize("field", ["place", "happened", "said"])
def test_a_word_that_judges_a_person_is_refused(cast: Cast, calendar: Turn, door: Any, field: str):
    walk = at_the_desk(cast, calendar)
    code, message, article = door(cast.clerk, Act.RECORD_DISSUASION, walk, **{**TYPED, field: "缠访多年"})
    assert (code, article) == ("judging_words", "第二十六条、第四十七条")
    assert "缠访" in message
    assert not Dissuasion.objects.exists()


def test_it_stands_in_no_feed_list_or_search_and_only_with_its_case(cast: Cast, calendar: Turn):
    walk = at_the_desk(cast, calendar)
    walk.act(Act.RECORD_DISSUASION, cast.clerk, **{**DISSUADED, "happened": "紫檀木尺掉在地上"})
    event = Event.objects.get(act=Act.RECORD_DISSUASION)
    assert event.facts == {}
    told = [line.get("act") for line in read_feed(cast.coordinator, most=500).lines]
    assert Act.RECORD_DISSUASION not in told
    found = Caller(cast.coordinator).get("/cases/", q="紫檀木尺").json()
    assert found["results"] == []
    assert Caller(cast.town_head).get(f"/cases/{walk.case.pk}/").status_code == 404


def test_of_a_sealed_case_it_is_read_by_who_reads_the_sealed_part(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    walk.act(Act.RECORD_DISSUASION, cast.router, **DISSUADED)
    assert lines(cast.supervisor, walk)
    walk.case.demands.filter(number=2).update(kind=Kind.ACCUSATION)
    type(walk.case).objects.filter(pk=walk.case.pk).update(sealed=True)
    assert lines(cast.supervisor, walk) == []


def test_a_day_to_come_and_an_unknown_record_are_refused(cast: Cast, calendar: Turn):
    walk = at_the_desk(cast, calendar)
    later = {"held_on": walk.on + timedelta(days=1)}
    assert refused(walk.act, Act.RECORD_DISSUASION, cast.clerk, **DISSUADED, **later).code == "date_in_future"
    walk.act(Act.RECORD_DISSUASION, cast.clerk, **DISSUADED)
    assert refused(walk.act, Act.REMARK_DISSUASION, cast.clerk, record=0, remark="x").code == "record_unknown"
