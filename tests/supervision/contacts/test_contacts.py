"""Contact points, pledges and diaries: who fits where, who checks whom, and what is never counted."""

import json
from typing import Any

import pytest

from law.errors import Refused
from supervision.contacts.reading import diary, points
from supervision.contacts.working import (
    add_target,
    check_target,
    draft_pledge,
    end_point,
    make_point,
    sign_pledge,
    write_line,
)
from supervision.models import DiaryLine
from supervision.models.contacts import DiarySource
from supervision.models.ownership_words import ProgressKind
from supervision.ownership.working import enter_progress
from tests.addresses import client_of
from tests.cast import Cast
from tests.supervision.ownership.sheets import an_owned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_broker")]


def refused(code: str, tried: Any) -> Refused:
    with pytest.raises(Refused) as found:
        tried()
    assert found.value.code == code, found.value.message
    return found.value


def test_leaders_and_departments_keep_in_touch_with_towns_a_town_with_its_villages(cast: Cast):
    point = make_point(cast.gov, cast.town, leader=cast.leader, phone="0999-12345", by=cast.supervisor)
    make_point(cast.housing, cast.town, by=cast.supervisor)
    make_point(cast.town, cast.village, leader=cast.town_head, by=cast.dispatcher)
    assert {row.who for row in points(cast.clerk)} == {"卫区长", "云河区住建局", "施镇长"}
    refused("point_twice", lambda: make_point(cast.gov, cast.town, leader=cast.leader, by=cast.supervisor))
    refused("point_twice", lambda: make_point(cast.housing, cast.town, by=cast.supervisor))
    refused("place_unfit", lambda: make_point(cast.gov, cast.village, leader=cast.leader, by=cast.supervisor))
    refused("leader_elsewhere", lambda: make_point(cast.gov, cast.town, leader=cast.clerk, by=cast.supervisor))
    refused("not_permitted", lambda: make_point(cast.gov, cast.town, leader=cast.leader, by=cast.dispatcher))
    refused("watching_word", lambda: make_point(cast.farming, cast.town, duties="负责稳控", by=cast.supervisor))
    card = client_of(cast.informant).get(point.get_absolute_url()).content.decode()
    assert "0999-12345" in card
    assert client_of(cast.stranger).get(point.get_absolute_url()).status_code == 404
    end_point(point, by=cast.coordinator)
    make_point(cast.gov, cast.town, leader=cast.leader, by=cast.supervisor)


def test_a_pledge_is_signed_by_the_head_and_checked_by_another_unit(cast: Cast):
    row = draft_pledge(cast.town, 2026, by=cast.supervisor)
    refused("targets_missing", lambda: sign_pledge(row, by=cast.town_head))
    add_target(row, what="接访天数", wanted=24, measure="天", by=cast.supervisor)
    refused("not_permitted", lambda: sign_pledge(row, by=cast.housing_head))
    signed = sign_pledge(row, by=cast.town_head)
    target = signed.targets.get()
    refused("not_permitted", lambda: check_target(signed, target=target.pk, reached=1, by=cast.town_head))
    check_target(signed, target=target.pk, reached=11, remark="缺一天", by=cast.supervisor)
    target.refresh_from_db()
    assert (target.reached, target.checked_by) == (11, cast.supervisor)
    refused("wrong_state", lambda: add_target(signed, what="x", wanted=1, measure="次", by=cast.supervisor))
    refused("pledge_twice", lambda: draft_pledge(cast.town, 2026, by=cast.supervisor))


@pytest.mark.parametrize("what", ["信访量下降率", "越级上访为零", "息访率", "重复上访批次"])
def test_what_petitioners_do_is_no_target_of_officials(cast: Cast, what: str):
    row = draft_pledge(cast.town, 2026, by=cast.supervisor)
    said = refused("counts_petitions", lambda: add_target(row, what=what, wanted=1, measure="%", by=cast.supervisor))
    assert "按期答复率" in said.message


def test_a_diary_is_its_writers_and_takes_up_the_visits_he_entered(cast: Cast):
    enter_progress(an_owned(cast), kind=ProgressKind.VISIT, text="听了三户的意见", by=cast.leader)
    write_line(text="村里说水渠要修", source=DiarySource.OWN, place="柳湾村", by=cast.leader)
    assert {line["text"] for line in diary(cast.leader)} == {"听了三户的意见", "村里说水渠要修"}
    assert diary(cast.housing_head) == []
    assert DiaryLine.objects.readable_by(cast.supervisor).count() == 1
    for other in (cast.farming_head, cast.clerk, cast.stranger):
        assert not DiaryLine.objects.readable_by(other).exists()
    shown = client_of(cast.leader).get("/supervision/contacts/diary/").content.decode()
    assert "村里说水渠要修" in shown
    assert "共" not in shown.split("</h1>")[-1].split("<footer")[0], "lines are not counted"


def test_both_doors_do_the_same(cast: Cast):
    page, api = client_of(cast.supervisor), client_of(cast.coordinator)
    typed = {"unit": cast.gov.pk, "leader": "卫区长", "place": cast.town.pk}
    assert page.post("/supervision/contacts/points/new/", typed).status_code == 302
    base = "/api/v1/supervision/contacts/"

    def sent(door: str, body: dict[str, Any]) -> Any:
        return api.post(f"{base}{door}", json.dumps(body), content_type="application/json")

    assert sent("points/", {"unit": cast.housing.pk, "place": cast.town.pk}).status_code == 201
    assert [each["who"] for each in api.get(f"{base}points/").json()] == ["卫区长", "云河区住建局"]
    assert page.post("/supervision/contacts/points/new/", {**typed, "leader": "没有"}).status_code == 422
    made = sent("pledges/", {"unit": cast.town.pk, "year": 2026}).json()
    told = sent(f"pledges/{made['id']}/target/", {"what": "接访天数", "wanted": 24, "measure": "天"}).json()
    assert told["targets"][0]["what"] == "接访天数"
    head = client_of(cast.town_head)
    assert head.post(f"/supervision/contacts/pledges/{made['id']}/sign/").status_code == 302
    checked = {"target": told["targets"][0]["id"], "reached": 12}
    assert page.post(f"/supervision/contacts/pledges/{made['id']}/check/", checked).status_code == 302
    assert "半年12天" in page.get(f"/supervision/contacts/pledges/{made['id']}/").content.decode()
    assert sent("diary/", {"text": "问路灯", "source": "own"}).status_code == 201
    assert page.post("/supervision/contacts/diary/", {"text": "问井盖", "source": "own"}).status_code == 302
