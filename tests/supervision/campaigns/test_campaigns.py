"""Old cases: found by rule after a preview, or by a superior's numbers, of which nothing else is kept."""

import json
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from cases.models import Case, Matter
from law.errors import Refused
from organizations.today import now, today
from supervision.campaigns.gathering import Rule, by_rule
from supervision.campaigns.working import end_campaign, gather_by_numbers, gather_by_rule, make_campaign
from supervision.models import Campaign, CampaignCase
from tests.addresses import client_of
from tests.cast import Cast, register
from tests.leak_scene import Scene
from tests.marks import watched

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_broker")]


def a_campaign(cast: Cast) -> Campaign:
    return make_campaign("积案化解专项", until=today() + timedelta(days=90), by=cast.supervisor)


def aged(case: Case, days: int) -> Case:
    Case.objects.filter(pk=case.pk).update(received_on=today() - timedelta(days=days))
    return case


def test_the_rule_takes_what_is_old_and_what_was_brought_often(cast: Cast):
    old, young = aged(register(cast), 800), aged(register(cast), 10)
    matter = Matter.objects.create(district=cast.area, subject="修路", created_at=now())
    often = [aged(register(cast), 20) for _ in range(3)]
    Case.objects.filter(pk__in=[case.pk for case in often]).update(matter=matter)
    Case.objects.filter(pk=aged(register(cast), 900).pk).update(state="closed")
    found = set(by_rule(cast.supervisor, Rule(730, 3), today()))
    assert found == {old, *often}
    assert young not in found


def test_what_changed_since_the_preview_is_not_taken_in_unseen(cast: Cast):
    row = a_campaign(cast)
    aged(register(cast), 800)
    for expected, code in ((2, "moved_on"),):
        with pytest.raises(Refused) as refused:
            gather_by_rule(row, rule=Rule(730, 3), expected=expected, by=cast.supervisor)
        assert refused.value.code == code
    gather_by_rule(row, rule=Rule(730, 3), expected=1, by=cast.supervisor)
    with pytest.raises(Refused) as refused:
        gather_by_rule(row, rule=Rule(730, 3), expected=0, by=cast.supervisor)
    assert refused.value.code == "nothing_found"
    end_campaign(row, by=cast.coordinator)
    with pytest.raises(Refused) as refused:
        gather_by_numbers(row, numbers=["1"], by=cast.supervisor)
    assert refused.value.code == "wrong_state"


def a_workbook(*rows: tuple[Any, ...]) -> SimpleUploadedFile:
    book, content = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return SimpleUploadedFile("上级.xlsx", content.getvalue())


def test_of_a_superiors_workbook_only_the_numbers_are_read(cast: Cast):
    row, case, client = a_campaign(cast), register(cast), client_of(cast.supervisor)
    sheet = a_workbook(("积案清单",), ("序号", "信访人", "编号"), (1, "诸葛某", case.number), (2, "欧阳某", "S-404"))
    where = f"/supervision/campaigns/{row.pk}/numbers/"
    shown = client.post(where, {"file": sheet}).content.decode()
    assert "对上1件" in shown
    assert "诸葛某" not in shown
    assert not CampaignCase.objects.exists()
    assert client.post(where, {"numbers": f"{case.number}\nS-404", "take": "1"}).status_code == 302
    [taken] = CampaignCase.objects.all()
    assert (taken.case, taken.how, list(row.unmatched.values_list("number", flat=True))) == (case, "list", ["S-404"])
    told = client.post(where, {"file": a_workbook(("序号", "姓名"), (1, "甲"))})
    assert told.status_code == 422
    assert "没有找到“编号”一列" in told.content.decode()


def test_both_doors_preview_and_take_in(cast: Cast):
    case = aged(register(cast), 800)
    page, api = a_campaign(cast), client_of(cast.coordinator)
    client = client_of(cast.supervisor)
    shown = client.post(f"/supervision/campaigns/{page.pk}/rule/", {"days": 730, "rounds": 3}).content.decode()
    assert case.number in shown
    taken = client.post(f"/supervision/campaigns/{page.pk}/rule/", {"days": 730, "rounds": 3, "expected": 1})
    assert taken.status_code == 302
    assert case.number in client.get(page.get_absolute_url()).content.decode()
    base, body = "/api/v1/supervision/campaigns/", {"name": "二", "until": (today() + timedelta(days=9)).isoformat()}
    made = api.post(base, json.dumps(body), content_type="application/json").json()
    door = f"{base}{made['id']}/rule/"
    asked = {"days": 730, "rounds": 3}
    told = api.post(door, json.dumps(asked), content_type="application/json").json()
    assert (told["expected"], told["numbers"]) == (1, [case.number])
    done = api.post(door, json.dumps({**asked, "expected": 1}), content_type="application/json")
    assert done.status_code == 200
    assert api.get(f"{base}{made['id']}/").json()["results"][0]["number"] == case.number
    assert client_of(cast.clerk).get("/supervision/campaigns/new/").status_code == 403


def test_a_reader_learns_only_of_cases_that_he_reads_whole(scene: Scene):
    cast = scene.cast
    row = make_campaign("专项", until=today() + timedelta(days=9), by=cast.coordinator)
    gather_by_numbers(row, numbers=[each.case.number for each in scene.planted.values()], by=cast.coordinator)
    assert CampaignCase.objects.filter(campaign=row).count() >= 2
    for name in ("supervisor", "leader", "housing_head", "town_head", "farming_head", "stranger"):
        client = client_of(getattr(cast, name))
        with watched() as slips:
            answer = client.get(row.get_absolute_url())
        assert not slips
        if name == "stranger":
            assert answer.status_code == 404
            continue
        # The office's own list of numbers is for who works with it; what it matched is for who reads that case whole.
        known = set(row.unmatched.values_list("number", flat=True)) if name == "supervisor" else set()
        for trace in set(scene.traces(name)) - known:
            assert trace not in answer.content.decode(), (name, trace)
