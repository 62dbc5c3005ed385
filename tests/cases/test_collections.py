"""人民建议征集 (Art. 29): made, answered by suggestions, closed with a public result that names no petitioner."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from cases.actions.inputs import DemandInput, RespondentInput
from cases.lists.collections import change_collection, collection_of, make_collection, publish_result, suggestions_of
from cases.models import Case, Collection
from law.errors import Refused
from law.vocabulary import Act, Kind
from organizations.today import today
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.views.doors import Person
from tests.cast import START, Cast, register
from tests.walks import Walk, code

LIGHTS = DemandInput("把路灯换成感应灯", Kind.SUGGESTION)
SAID: dict[str, Any] = {"title": "夜间照明金点子", "asks": "请就路灯改造提建议。"}


def collecting(cast: Cast, **more: Any) -> Collection:
    given = {"opens_on": START, "closes_on": START + timedelta(days=30), "on": START, **SAID, **more}
    return make_collection(by=cast.bureau_head, **given)


def answering(cast: Cast, found: Collection, **more: Any) -> Case:
    return register(cast, **{"demands": [LIGHTS], "collection": found.pk, **more})


def test_a_suggestion_answers_a_collection_and_its_outcome_is_listed(cast: Cast):
    found = collecting(cast)
    walk = Walk(cast, answering(cast, found))
    [listed], more = suggestions_of(found, cast.router, START)
    assert (listed.line.number, listed.outcomes, more) == (walk.case.number, ["第1项：尚未答复"], False)
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="属地")
    walk.case.demands.update(outcome="partly_adopted")
    assert suggestions_of(found, cast.town_head, START)[0][0].outcomes == ["第1项：部分采纳"]
    assert suggestions_of(found, cast.farming_head, START)[0] == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"demands": [DemandInput("修路")]}, "只有建议意见可以响应征集"),
        ({"received_on": START - timedelta(days=1)}, "请不选征集，照常登记"),
        ({"collection": 10**9}, "没有这次征集"),
    ],
)
def test_what_does_not_fit_a_collection_is_registered_without_it(cast: Cast, changes: dict[str, Any], said: str):
    found = collecting(cast)
    with pytest.raises(Refused, match=said) as refused:
        answering(cast, found, **changes)
    assert (refused.value.code, refused.value.article) == ("collection_unfit", "第二十九条第三款")
    assert register(cast, **{**changes, "collection": None}).collection is None


def test_a_collection_of_another_district_is_none_of_ours(cast: Cast):
    found = collecting(cast)
    with pytest.raises(Refused):
        collection_of(cast.stranger, found.pk)
    assert Person(cast.stranger).client.get(f"/collections/{found.pk}/").status_code == 404
    assert code(register, cast, by=cast.stranger, demands=[LIGHTS], collection=found.pk) == "collection_unfit"


def test_a_sealed_suggestion_is_listed_to_its_readers_only(cast: Cast):
    """The letter suggests and accuses the village: the town that reads the suggestion sees no word of the rest."""
    found = collecting(cast)
    accused = [RespondentInput("金村长", unit_id=cast.village.pk, demands=(2,))]
    demands = [LIGHTS, DemandInput("村长卖灯", Kind.ACCUSATION)]
    case = answering(cast, found, demands=demands, respondents=accused, content="换灯。村长卖灯。")
    walk = Walk(cast, case)
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="属地", extract="建议换灯")
    assert len(suggestions_of(found, cast.router, START)[0]) == 1
    for person, sees in ((cast.town_head, True), (cast.informant, False), (cast.village_head, False)):
        page = Person(person).client.get(f"/collections/{found.pk}/").content.decode()
        assert (case.number in page) is sees
        assert "村长卖灯" not in page


def test_only_who_leads_a_unit_collects_and_only_for_that_unit(cast: Cast):
    found = collecting(cast)
    given = {**SAID, "opens_on": START, "closes_on": START, "on": START}
    assert code(make_collection, by=cast.clerk, **given) == "not_permitted"
    assert code(change_collection, found.pk, by=cast.town_head, **given) == "not_permitted"
    assert code(publish_result, found.pk, by=cast.town_head, result="x", on=START) == "not_permitted"
    assert make_collection(by=cast.town_head, **given).unit == cast.town


def test_days_fit_and_what_came_in_stays_inside(cast: Cast):
    found = collecting(cast)
    answering(cast, found, received_on=START + timedelta(days=5), on=START + timedelta(days=5))
    given = {**SAID, "by": cast.bureau_head, "on": START + timedelta(days=6), "opens_on": START}
    assert code(make_collection, **{**given, "closes_on": START - timedelta(days=1)}) == "dates_unfit"
    assert code(make_collection, **{**given, "closes_on": START}) == "dates_unfit"
    assert code(change_collection, found.pk, **{**given, "closes_on": START}) == "dates_unfit"
    changed = change_collection(found.pk, **{**given, "closes_on": START + timedelta(days=5)}, seen=0)
    assert (changed.version, changed.closes_on) == (1, START + timedelta(days=5))
    assert code(change_collection, found.pk, **given, closes_on=START, seen=0) == "changed_meanwhile"


def test_the_result_comes_after_the_end_and_stands(cast: Cast):
    found = collecting(cast)
    given = {"by": cast.bureau_head, "result": "采纳三条。"}
    assert code(publish_result, found.pk, on=found.closes_on, **given) == "still_open"
    after = found.closes_on + timedelta(days=1)
    assert code(publish_result, found.pk, by=cast.bureau_head, result=" ", on=after) == "result_empty"
    assert publish_result(found.pk, on=after, **given).result_on == after
    assert code(publish_result, found.pk, on=after, **given) == "published_already"


def test_everybody_reads_what_is_collected_and_nobody_reads_of_a_petitioner(cast: Cast):
    on = today()
    running = make_collection(by=cast.bureau_head, opens_on=on, closes_on=on, on=on, **SAID)
    later = {"title": "明年的征集", "opens_on": on + timedelta(days=9), "closes_on": on + timedelta(days=19)}
    make_collection(by=cast.bureau_head, on=on, **{**SAID, **later})
    old = collecting(cast, title="去年的征集")
    publish_result(old.pk, by=cast.bureau_head, result="采纳三条。", on=on)
    case = answering(cast, running, received_on=on, on=on)
    for said in (Client().get("/proposals/").content.decode(), str(Client().get("/api/v1/proposals/").json())):
        assert "夜间照明金点子" in said
        assert "去年的征集" in said
        assert "采纳三条。" in said
        for hidden in ("明年的征集", "老王", case.number, "感应灯"):
            assert hidden not in said


def test_a_collection_through_the_pages(cast: Cast):
    on, head = today(), Person(cast.bureau_head)
    typed = {**SAID, "opens_on": on.isoformat(), "closes_on": on.isoformat()}
    assert head.client.post("/collections/new/", typed).status_code == 302
    found = Collection.objects.get()
    assert "夜间照明金点子" in head.client.get("/collections/").content.decode()
    clerk = Person(cast.clerk)
    assert "夜间照明金点子" in clerk.client.get("/cases/new/", follow=True).content.decode()
    assert "修改" in head.client.get(f"/collections/{found.pk}/").content.decode()
    assert "公布结果" not in clerk.client.get(f"/collections/{found.pk}/").content.decode()
    changed = {**typed, "title": "照明征集", "seen": "0"}
    assert head.client.post(f"/collections/{found.pk}/edit/", changed).status_code == 302
    answer = head.client.post(f"/collections/{found.pk}/edit/", changed)
    assert answer.status_code in (409, 422)
    assert "别人修改了这次征集" in answer.content.decode()
    early = head.client.post(f"/collections/{found.pk}/result/", {"result": "采纳"})
    assert "截止之后才能公布结果" in early.content.decode()
    Collection.objects.update(opens_on=START, closes_on=START)
    assert head.client.post(f"/collections/{found.pk}/result/", {"result": "采纳"}).status_code == 302
    assert "征集结果" in clerk.client.get(f"/collections/{found.pk}/").content.decode()
    assert clerk.client.get("/collections/new/").status_code == 403


def test_a_collection_through_the_api(cast: Cast):
    on, head, clerk = today(), Caller(cast.bureau_head), Caller(cast.clerk)
    body = {**SAID, "opens_on": on.isoformat(), "closes_on": on.isoformat()}
    made = head.post("/collections/", body)
    assert (made.status_code, made.json()["unit"]) == (201, "云河区信访局")
    key = made.json()["id"]
    assert_problem(clerk.post("/collections/", body), 403, "not_permitted")
    assert_problem(head.post("/collections/", {**body, "color": "red"}), 422, "input_invalid")
    letter = {"channel": "letter", "received_on": on.isoformat(), "content": "换灯", "collection": key}
    letter["demands"] = [{"text": "换灯", "kind": "suggestion"}]
    registered = clerk.post("/cases/", letter)
    assert registered.status_code == 201, registered.content.decode()
    assert registered.json()["collection"] == key
    read = clerk.get(f"/collections/{key}/").json()
    assert [each["number"] for each in read["suggestions"]] == [registered.json()["case"]["number"]]
    assert_problem(head.post(f"/collections/{key}/result/", {"result": "采纳"}), (409, 422), "still_open")
    changed = head.post(f"/collections/{key}/", {**body, "title": "照明", "seen": 0})
    assert (changed.status_code, changed.json()["title"]) == (200, "照明")
    assert [each["title"] for each in head.get("/collections/").json()] == ["照明"]
    assert_problem(clerk.get("/collections/999999/"), 404, "not_found")
