"""临时查阅, page and program: given, shown to whom it concerns, revoked."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import DatedAccess
from organizations.models import Staff
from tests.addresses import client_of
from tests.cases.access import TODAY, fresh, given, raw
from tests.cases.api.caller import Caller, assert_problem
from tests.leak_scene import Scene


def typed(**changes: Any) -> dict[str, Any]:
    """What a person types; "" is left out by a program."""
    until = (TODAY + timedelta(days=6)).isoformat()
    filled = {"account": "monitor", "from_day": TODAY.isoformat(), "to_day": until, "purpose": "monitoring"}
    return {**filled, "reason": "特邀监督员评查", **changes}


def page(staff: Staff, url: str) -> str:
    answer = client_of(fresh(staff)).get(url)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


@pytest.mark.parametrize("door", ["page", "api"])
def test_given_and_revoked_through_both_doors(scene: Scene, monitor: Staff, door: str):
    case, cast = scene.planted["A"].case, scene.cast
    client, program = client_of(fresh(cast.coordinator)), Caller(cast.coordinator)
    if door == "page":
        answer = client.post("/access/", typed(number=case.number), follow=True)
        assert "已给予查阅" in answer.content.decode()
    else:
        answer = program.post("/access/", typed(number=case.number))
        assert answer.status_code == 201, answer.content
        assert answer.json()["standing"] == "in_force"
        assert (answer.json()["account"], answer.json()["number"]) == ("monitor", case.number)
    row = DatedAccess.objects.get()
    assert (row.to_staff, row.case, row.given_by, row.reason) == (monitor, case, cast.coordinator, "特邀监督员评查")
    shown = page(cast.coordinator, "/access/")
    assert case.number in shown
    assert "特邀监督员评查" in shown
    assert program.get("/access/").json()["results"][0]["id"] == row.pk
    address = f"/access/{row.pk}/revoke/"
    if door == "page":
        assert "已收回" in client.post(address, {"reason": "评查结束"}, follow=True).content.decode()
    else:
        assert program.post(address, {"reason": "评查结束"}).json()["standing"] == "revoked"
    assert "已收回" in page(cast.coordinator, "/access/")
    assert_problem(program.post(address, {"reason": "评查结束"}), 409, "access_ended_already")
    assert client.post(address, {"reason": "评查结束"}).status_code == 409


@pytest.mark.parametrize("missing", ["from_day", "to_day", "purpose", "reason"])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(scene: Scene, monitor: Staff, missing: str):
    number, cast = scene.planted["A"].case.number, scene.cast
    answer = client_of(fresh(cast.coordinator)).post("/access/", typed(number=number, **{missing: ""}))
    assert answer.status_code == 422
    assert number in answer.content.decode()
    said = assert_problem(Caller(cast.coordinator).post("/access/", typed(number=number, **{missing: ""})), 422)
    assert missing in said["fields"]
    assert not DatedAccess.objects.exists()


def test_a_refusal_stands_on_the_page_over_what_was_typed(scene: Scene, monitor: Staff):
    cast = scene.cast
    answer = client_of(fresh(cast.housing_head)).post("/access/", typed(number=scene.planted["B"].case.number))
    assert answer.status_code == 422
    assert "不在您的查看范围内" in answer.content.decode()
    assert "特邀监督员评查" in answer.content.decode()


@pytest.mark.parametrize("person", ["clerk", "supervisor", "auditor", "informant"])
def test_whom_it_does_not_concern_is_told_so(scene: Scene, monitor: Staff, person: str):
    staff = getattr(scene.cast, person)
    row = given(scene.cast.coordinator, account="monitor", number=scene.planted["A"].case.number)
    client, program = client_of(fresh(staff)), Caller(staff)
    assert client.get("/access/").status_code == 403
    assert client.post("/access/", typed()).status_code == 403
    assert_problem(program.get("/access/"), 403, "not_permitted")
    assert_problem(program.post("/access/", typed(number="1")), 403, "not_permitted")
    assert client.post(f"/access/{row.pk}/revoke/", {"reason": "x"}).status_code == 404
    assert_problem(program.post(f"/access/{row.pk}/revoke/", {"reason": "x"}), 404, "not_found")
    assert DatedAccess.objects.get().revoked_at is None


def test_the_reader_finds_his_way_and_cannot_give(scene: Scene, monitor: Staff):
    case, cast = scene.planted["A"].case, scene.cast
    assert "临时查阅" not in page(monitor, "/")
    assert client_of(fresh(monitor)).get("/cases/").status_code == 403
    raw(cast, to_staff=monitor, case=case)
    assert "/access/" in page(monitor, "/")
    assert "您有临时查阅的授权" in page(monitor, "/")
    assert case.number in page(monitor, "/cases/")
    assert case.number in page(monitor, "/access/")
    assert "给予查阅" not in page(monitor, "/access/")
    assert client_of(fresh(monitor)).post("/access/", typed(number=case.number)).status_code == 403
    shown = page(monitor, f"/cases/{case.pk}/")
    assert "只能查看，不能办理" in shown
    assert "给予查阅" not in shown
    assert scene.planted["A"].name not in shown
    assert Caller(monitor).get("/access/").json()["own"][0]["number"] == case.number


def test_the_case_page_tells_who_may_give_who_reads_it_now(scene: Scene, monitor: Staff):
    cast, planted = scene.cast, scene.planted["A"]
    address = f"/cases/{planted.case.pk}/"
    assert "现在没有人凭临时查阅查看本件" in page(cast.housing_head, address)
    raw(cast, to_staff=monitor, case=planted.case)
    raw(cast, to_unit=cast.village, of_unit=cast.housing)
    ahead = {"from_day": TODAY + timedelta(days=1)}
    raw(cast, to_staff=cast.informant, case=planted.case, **ahead)
    raw(cast, to_staff=cast.informant, case=planted.case, revoked_by=cast.coordinator)
    shown = page(cast.housing_head, address)
    assert "monitor（" in shown
    assert "柳湾村有权查看信访件的人员" in shown
    assert cast.informant.name not in shown
    assert "临时查阅" not in page(cast.housing_handler, address)


def test_of_a_case_that_accuses_only_what_says_so_counts_as_reading_it(scene: Scene, monitor: Staff):
    cast, case = scene.cast, scene.planted["D"].case
    raw(cast, to_unit=cast.other_town, of_unit=cast.bureau)
    raw(cast, to_staff=cast.next_informant, case=case)
    raw(cast, to_staff=monitor, case=case, sealed_too=True)
    shown = page(cast.coordinator, f"/cases/{case.pk}/")
    assert "monitor（" in shown
    assert "白沙镇人民政府有权查看" not in shown
    assert cast.next_informant.name not in shown


def test_no_list_names_a_case_that_its_reader_must_not_know_of(scene: Scene, monitor: Staff):
    """Who gave it has been recused, or is accused, since: the row is gone from his list with the case."""
    cast, case = scene.cast, scene.planted["F"].case
    row = raw(cast, to_staff=monitor, case=case, given_by=cast.coordinator)
    assert case.number not in page(cast.coordinator, "/access/")
    assert client_of(fresh(cast.coordinator)).post(f"/access/{row.pk}/revoke/", {"reason": "x"}).status_code == 404
    assert Caller(cast.coordinator).get("/access/").json()["results"] == []
    assert case.number not in page(cast.leader, "/access/")


def test_the_list_is_paged_by_key_and_makes_few_queries(
    scene: Scene, monitor: Staff, django_assert_max_num_queries: Any
):
    cast = scene.cast
    for number in range(65):
        raw(cast, to_staff=monitor, of_unit=cast.housing, reason=f"第{number}次")
    program, seen, after = Caller(cast.coordinator), [], ""
    for _ in range(3):
        found = program.get("/access/", **({"after": after} if after else {})).json()
        seen += [each["id"] for each in found["results"]]
        after = found["after"]
    assert len(seen) == len(set(seen)) == 65
    assert after == ""
    assert_problem(program.get("/access/", after="zerbrochen"), 422, "key_broken")
    assert_problem(program.get("/access/", page="2"), 422, "filter_unknown")
    client = client_of(fresh(cast.coordinator))
    with django_assert_max_num_queries(12):
        assert "更早的" in client.get("/access/").content.decode()
