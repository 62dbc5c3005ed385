"""Orders through both doors: the page of the case, the pages of orders, REST; and what is out of reach."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from law.vocabulary import State
from supervision.models import Advice, Finding, SupervisionOrder
from supervision.orders.finding import find_failures
from supervision.words.orders import FindingState, OrderState
from tests.addresses import client_of
from tests.cases.uploads import PDF, json_file, upload
from tests.cast import Cast
from tests.leak_scene import Scene
from tests.leak_table import KNOWS
from tests.supervision.orders.ordering import brought_to, order_on
from tests.walks import Walk, walk_to

pytestmark = pytest.mark.django_db


def typed(cast: Cast, walk: Walk, **changes: Any) -> dict[str, Any]:
    far = (walk.on + timedelta(days=500)).isoformat()
    said = {"failure": "evasion", "source": "office", "method": "letter", "text": "请抓紧", "reply_by": far}
    return {"leg_id": walk.leg.pk, "signed_by": cast.bureau_head.pk, **said, **changes}


def posted(client: Client, url: str, **sent: Any) -> Any:
    return client.post(url, sent, follow=True)


def test_a_unit_is_ordered_on_the_page_of_the_case_which_shows_it_then(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    client, page = client_of(cast.supervisor), f"/cases/{walk.case.pk}/"
    assert f"{page}supervise/?leg={walk.leg.pk}" in client.get(page).content.decode()
    answer = posted(client, f"{page}supervise/?leg={walk.leg.pk}", **typed(cast, walk))
    assert "已发出督办函" in answer.content.decode()
    order = SupervisionOrder.objects.get()
    shown = client_of(cast.town_head).get(page).content.decode()
    assert order.number in shown
    assert "督办反馈期限" in shown
    desk = client_of(cast.town_head).get("/").content.decode()
    assert "待回复督办" in desk
    assert order.number not in client_of(cast.clerk).get(page).content.decode().split("办理记录")[0]


def test_the_whole_way_on_the_pages(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    posted(client_of(cast.supervisor), f"/cases/{walk.case.pk}/supervise/?leg={walk.leg.pk}", **typed(cast, walk))
    order = SupervisionOrder.objects.get()
    page, head, other = order.get_absolute_url(), client_of(cast.town_head), client_of(cast.coordinator)
    assert "请写明" not in posted(head, f"{page}receive/").content.decode()
    empty = head.post(f"{page}reply/", {"text": "", "number": "镇字1号"})
    assert (empty.status_code, "镇字1号" in empty.content.decode()) == (422, True)
    posted(head, f"{page}reply/", text="路已经修好", number="镇字1号", uploads=upload("照片.pdf", PDF))
    posted(other, f"{page}check/", result="true", text="到场看过")
    refused = other.post(f"{page}close/", {"explained_how": "face", "explained_on": order.made_on.isoformat()})
    assert (refused.status_code, "没有凭据不能销号" in refused.content.decode()) == (422, True)
    sent = {"explained_how": "face", "explained_on": order.made_on.isoformat(), "uploads": upload("谈话.pdf", PDF)}
    assert "已销号" in posted(other, f"{page}close/", **sent).content.decode()
    order.refresh_from_db()
    assert (order.state, order.closed_by) == (OrderState.CLOSED, cast.coordinator)


def test_the_whole_way_for_programs(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    door = f"/api/v1/cases/{walk.case.pk}/supervise/"

    def send(person: Any, url: str, **body: Any) -> Any:
        return client_of(person).post(url, body, content_type="application/json")

    assert send(cast.supervisor, door, **typed(cast, walk)).status_code == 200
    [line] = client_of(cast.town_head).get("/api/v1/supervision/orders/?tab=owed").json()["results"]
    page = f"/api/v1/supervision/orders/{line['id']}/"
    assert client_of(cast.town_head).get(page).json()["unit"] == cast.town.name
    assert send(cast.town_head, f"{page}reply/", text="好了", colour="x").status_code == 422
    assert send(cast.town_head, f"{page}reply/", text="好了").json()["state"] == "replied"
    assert send(cast.coordinator, f"{page}check/", result="true", text="看过").json()["state"] == "checked"
    seen = {"explained_how": "face", "explained_on": line["made_on"], "seen": 1}
    assert send(cast.coordinator, f"{page}close/", **seen).json()["code"] == "changed_meanwhile"
    done = {**seen, "seen": 3, "uploads": [json_file("谈话.pdf", PDF)]}
    assert send(cast.coordinator, f"{page}close/", **done).json()["state"] == "closed"


def test_findings_are_listed_by_unit_ordered_or_set_aside_with_a_reason(cast: Cast):
    walk, other = walk_to(cast, State.IN_HANDLING), walk_to(cast, State.REFERRED)
    find_failures(walk.on + timedelta(days=100))
    client = client_of(cast.supervisor)
    shown = client.get("/supervision/orders/findings/").content.decode()
    assert walk.case.number in shown
    assert "应办理未办理" in shown
    finding = Finding.objects.get(case=walk.case, failure="idle")
    page = f"/supervision/orders/findings/{finding.pk}/"
    assert f"/cases/{walk.case.pk}/supervise/?leg={walk.leg.pk}" in client.get(page).content.decode()
    assert client.post(page, {"reason": ""}).status_code == 422
    assert client_of(cast.town_head).get(page).status_code == 403
    posted(client, page, reason="已经电话核实，正在办理")
    finding.refresh_from_db()
    assert (finding.state, finding.reason) == (FindingState.SET_ASIDE, "已经电话核实，正在办理")
    listed = client.get("/api/v1/supervision/orders/findings/").json()["results"]
    assert {line["case_number"] for line in listed} == {walk.case.number, other.case.number}
    assert "idle" not in {line["failure"] for line in listed}
    late = next(line for line in listed if line["case"] == walk.case.pk)
    order_on(walk, finding=Finding.objects.get(pk=late["id"]), failure=None)
    posted(client, f"/cases/{walk.case.pk}/supervise/?leg={walk.leg.pk}", **typed(cast, walk, failure=""))
    assert SupervisionOrder.objects.count() == 1, "neither a finding nor a failure was chosen"


def test_measures_recommendations_and_leads_are_entered_on_the_page_of_the_order(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = order_on(walk)
    client, page, day = client_of(cast.supervisor), order.get_absolute_url(), walk.on.isoformat()
    rest = {"held_on": day, "number": "云联席3号", "uploads": upload("纪要.pdf", PDF)}
    assert "云联席3号" in posted(client, "/supervision/orders/decisions/", **rest).content.decode()
    assert client.get("/supervision/orders/decisions/").status_code == 200
    decision = client.get("/api/v1/supervision/orders/").status_code
    assert decision == 200
    posted(client, f"{page}advise/", kind="work", addressee="青石镇", text="建立回复制度")
    answer = posted(client, f"{page}hand-over/", body="纪委", handed_on=day, text="经办人拖延")
    assert "经办人拖延" in answer.content.decode()
    assert "经办人拖延" not in client_of(cast.town_head).get(page).content.decode()
    advice = Advice.objects.get()
    uptake = {"uptake": "adopted", "uptake_on": day, "text": "已经建立"}
    posted(client, f"/supervision/orders/following/advice/{advice.pk}/", **uptake)
    assert "采纳" in client_of(cast.town_head).get(page).content.decode()
    assert client.post(f"/supervision/orders/following/nothing/{advice.pk}/", uptake).status_code == 404


@pytest.mark.parametrize("person", ["coordinator", "town_head", "housing_handler", "stranger", "sealed_desk"])
def test_what_is_out_of_reach_does_not_exist(scene: Scene, no_broker: None, person: str):
    client = client_of(getattr(scene.cast, person))
    for letter, planted in scene.planted.items():
        for order in SupervisionOrder.objects.filter(case=planted.case):
            for url in (order.get_absolute_url(), f"/api/v1/supervision/orders/{order.pk}/"):
                answer = client.get(url)
                if letter not in KNOWS[person]:
                    assert answer.status_code == 404, (letter, url)
    shown = client.get("/supervision/orders/").content.decode()
    assert not [trace for trace in scene.traces(person) if trace in shown]


def test_pages_cost_the_same_however_many_there_are(cast: Cast, django_assert_max_num_queries: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    orders = [brought_to(OrderState.REPLIED, walk) for _ in range(2)]
    find_failures(walk.on + timedelta(days=100))
    client = client_of(cast.supervisor)
    client.get("/supervision/orders/")
    with django_assert_max_num_queries(16):
        client.get("/supervision/orders/")
    with django_assert_max_num_queries(18):
        client.get("/supervision/orders/findings/")
    with django_assert_max_num_queries(28):
        client.get(orders[0].get_absolute_url())
    assert Case.objects.count() == 1
