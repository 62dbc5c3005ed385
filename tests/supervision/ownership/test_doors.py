"""The doors of case ownership: pages and programs do the same, cost the same however many there are, and keep what is typed."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organizations.models import Staff
from supervision.models import OwnershipSheet
from tests.cast import Cast
from tests.leak_scene import Scene
from tests.marks import watched
from tests.supervision.ownership.sheets import a_case, a_reported, a_sheet, an_owned, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_broker")]
BACKEND = "django.contrib.auth.backends.ModelBackend"


def client_of(person: Staff) -> Client:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def typed(cast: Cast, number: str) -> dict[str, Any]:
    return {
        "number": number,
        "leader": cast.leader.name,
        "procedure": "router",
        "coordination": "bureau_head",
        "settlement": "housing_head",
        "until": until().isoformat(),
    }


def post(client: Client, door: str, body: dict[str, Any]) -> Any:
    if door.startswith("/api/"):
        return client.post(door, json.dumps(body), content_type="application/json")
    return client.post(door, body)


@pytest.mark.parametrize("door", ["", "/api/v1"], ids=["page", "api"])
def test_both_doors_make_accept_and_enter(cast: Cast, door: str):
    case = a_case(cast)
    base = f"{door}/supervision/ownership/"
    made = post(client_of(cast.supervisor), base if door else f"{base}new/", typed(cast, case.number))
    assert made.status_code == (201 if door else 302), made.content.decode()
    sheet = OwnershipSheet.objects.get()
    leader = client_of(cast.leader)
    for step, body in (("accept", {}), ("progress", {"kind": "visit", "text": "看了现场"})):
        answer = post(leader, f"{base}{sheet.pk}/{step}/", body)
        assert answer.status_code == (200 if door else 302), answer.content.decode()
    sheet.refresh_from_db()
    assert (sheet.state, sheet.progress.count()) == ("owned", 1)
    wrong = post(leader, f"{base}{sheet.pk}/progress/", {"kind": "visit", "text": "字" * 2001})
    assert wrong.status_code == 422
    assert post(client_of(cast.farming_head), f"{base}{sheet.pk}/progress/", {}).status_code == 404


def test_bad_input_loses_nothing_and_names_what_is_wrong(cast: Cast):
    case, client = a_case(cast), client_of(cast.supervisor)
    answer = client.post("/supervision/ownership/new/", {**typed(cast, case.number), "leader": "没有这个人"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "没有在岗人员“没有这个人”" in said
    assert case.number in said
    assert client.post("/supervision/ownership/new/", {**typed(cast, case.number), "until": "后天"}).status_code == 422
    assert client_of(cast.clerk).get("/supervision/ownership/new/").status_code == 403


def test_the_pages_show_what_is_there(cast: Cast):
    sheet = a_reported(cast)
    shown = client_of(cast.coordinator).get(sheet.get_absolute_url()).content.decode()
    for words in (
        "包帮扶联系",
        "一抓到底",
        "到现场看了路面",
        "问题实际解决了，不等于",
        "还没有回访",
        "包案领导：卫区长",
    ):
        assert words in shown, words
    on_case = client_of(cast.coordinator).get(f"/cases/{sheet.case_id}/").content.decode()
    assert "卫区长包案" in on_case
    assert "包案进展：走访" in on_case
    assert sheet.case.number in client_of(cast.leader).get("/supervision/ownership/mine/").content.decode()
    for show in ("open", "late", "waiting", "reported", "closed"):
        listed = client_of(cast.supervisor).get(f"/supervision/ownership/?show={show}").content.decode()
        assert (sheet.case.number in listed) is (show in ("open", "reported")), show
    told = client_of(cast.coordinator).get(f"/api/v1/supervision/ownership/{sheet.pk}/").json()
    assert (told["sheet"]["leader"], told["open"]) == ("卫区长", ["visit", "send-back"])


def test_a_leader_promises_from_the_card_of_a_case_that_he_owns(cast: Cast):
    sheet = an_owned(cast)
    mine = client_of(cast.leader).get("/supervision/ownership/mine/").content.decode()
    address = f"/cases/{sheet.case_id}/promise/"
    assert address in mine
    assert client_of(cast.leader).get(address).status_code == 200


@pytest.mark.parametrize("person", ["supervisor", "leader"])
def test_lists_cost_the_same_however_many_there_are(cast: Cast, person: str):
    client = client_of(getattr(cast, person))
    counts = []
    for _ in range(2):
        for _more in range(2):
            an_owned(cast)
        with CaptureQueriesContext(connection) as asked, watched() as slips:
            for place in ("", "mine/"):
                assert client.get(f"/supervision/ownership/{place}").status_code == 200
        counts.append(len(asked))
        assert not slips
    assert counts[0] == counts[1]
    assert counts[0] <= 24, counts


def test_a_sheet_and_its_case_read_through_the_one_rule(cast: Cast):
    sheet = a_reported(cast)
    for person in (cast.coordinator, cast.leader, cast.housing_head):
        with watched() as slips, CaptureQueriesContext(connection) as asked:
            assert client_of(person).get(sheet.get_absolute_url()).status_code == 200
        assert not slips
        assert len(asked) <= 36, len(asked)
        with watched() as slips:
            assert client_of(person).get(f"/cases/{sheet.case_id}/").status_code == 200
        assert not slips


def test_of_a_sealed_case_nobody_else_learns_anywhere(scene: Scene):
    cast, sheet = scene.cast, OwnershipSheet.objects.get(case=scene.planted["E"].case)
    assert client_of(cast.inspector).get(sheet.get_absolute_url()).status_code == 200
    for person in (cast.supervisor, cast.leader, cast.town_head, cast.analyst):
        client = client_of(person)
        assert client.get(sheet.get_absolute_url()).status_code == 404
        assert client.get(f"/api/v1/supervision/ownership/{sheet.pk}/").status_code == 404
        assert client.get(f"{sheet.get_absolute_url()}close/").status_code == 404
        for place in ("/supervision/ownership/", "/ledgers/ownerships/", f"/cases/{sheet.case_id}/"):
            assert "纪委韩" not in client.get(place).content.decode(), (person.name, place)


def test_a_sheet_that_waits_is_on_the_desk_of_its_leader(cast: Cast):
    a_sheet(cast)
    desk = client_of(cast.leader).get("/").content.decode()
    assert "待我确认包案" in desk
    assert "确定包案" in desk
