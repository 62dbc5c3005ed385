"""What the doors take and answer is what the schema says: least values, empty days, types of files, respondents."""

from typing import Any

import pytest
from django.test import Client

from cases.actions.inputs import RespondentInput
from kit.files import CONTENT_TYPE_OF
from law.vocabulary import Act
from organizations.papers.scans import SCANNED
from tests.cases.accusing import letter, refer_land
from tests.cases.api.caller import ROOT, Caller, assert_problem
from tests.cases.api.conftest import Turn
from tests.cases.api.documented import assert_answered_as_said, body_schema, check
from tests.cases.uploads import PDF, json_file
from tests.cast import Cast, register
from tests.leak_scene import Scene


def test_every_integer_that_is_sent_has_a_least_value(schema: dict[str, Any]):
    without = []
    for path, address in schema["paths"].items():
        for method, asked in address.items():
            parts = {each["name"]: each["schema"] for each in asked.get("parameters", ())}
            if "requestBody" in asked:
                parts |= body_schema(schema, asked).get("properties", {})
            for name, part in parts.items():
                one = part.get("items", part) if part.get("type") == "array" else part
                if one.get("type") == "integer" and "minimum" not in one:
                    without.append((path, method, name))
    assert not without


@pytest.mark.parametrize("wrong", [0, -1])
def test_what_lies_under_the_least_value_is_refused(schema: dict[str, Any], cast: Cast, wrong: int):
    case, router = register(cast), Caller(cast.router)
    for act, fields in (
        (Act.REFER, {"unit": wrong, "demands": [1], "reason": "职权"}),
        (Act.REFER, {"unit": cast.town.pk, "demands": [wrong], "reason": "职权"}),
        (Act.LINK_RESPONDENT, {"respondent_id": wrong, "name": "某厂", "outside": True}),
    ):
        assert_problem(router.act(act, case.pk, **fields), (404, 422))
    assert_problem(router.get("/cases/", size=wrong), 422, "size_invalid")
    assert_problem(router.get(f"/cases/{wrong}/"), 404)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("code=HANDLE_60D&starts_on=2026-03-02", 200),
        ("code=HANDLE_60D&starts_on=2026-03-02&days=20", 200),
        ("code=ANNUAL_REPORT&starts_on=2026-03-02", 200),
        ("code=NOTHING&starts_on=2026-03-02", 422),
        ("code=HANDLE_60D&starts_on=", 422),
        ("code=HANDLE_60D", 422),
        ("", 422),
        ("code=HANDLE_60D&starts_on=2026-03-02&days=0", 422),
        ("code=HANDLE_60D&starts_on=2026-03-02&days=", 422),
        ("code=HANDLE_60D&starts_on=2026-03-02&days=61", 422),
    ],
)
def test_the_calculator_answers_as_the_schema_says(schema: dict[str, Any], db: None, query: str, status: int):
    answer = Client().get(f"{ROOT}/deadlines/?{query}")
    assert answer.status_code == status, answer.content.decode()
    assert_answered_as_said(schema, f"{ROOT}/deadlines/", answer)


@pytest.mark.parametrize(
    ("query", "status"),
    [({"q": "qsz"}, 200), ({}, 200), ({"q": "没有这个"}, 200), ({"for": "x"}, 422), ({"Q": "x"}, 422)],
)
def test_the_units_answer_as_the_schema_says(schema: dict[str, Any], cast: Cast, query: dict[str, str], status: int):
    answer = Caller(cast.router).get("/units/", **query)
    assert answer.status_code == status
    assert_answered_as_said(schema, f"{ROOT}/units/", answer)
    assert_answered_as_said(schema, f"{ROOT}/units/", Client().get(f"{ROOT}/units/", query))


def test_the_own_tokens_answer_as_the_schema_says(schema: dict[str, Any], cast: Cast):
    caller = Caller(cast.router)
    answer = caller.get("/auth/tokens/")
    assert_answered_as_said(schema, f"{ROOT}/auth/tokens/", answer)
    assert_answered_as_said(schema, f"{ROOT}/auth/tokens/", Client().get(f"{ROOT}/auth/tokens/"))
    one = f"{ROOT}/auth/tokens/{{token_id}}/"
    for key in ("nothing", answer.json()["results"][0]["id"]):
        ended = caller.client.delete(one.format(token_id=key))
        assert str(ended.status_code) in schema["paths"][one]["delete"]["responses"]


@pytest.mark.parametrize(
    ("person", "query", "status"),
    [
        ("system_admin", {"state": "all"}, 200),
        ("auditor", {}, 200),
        ("system_admin", {"state": "x"}, 422),
        ("clerk", {}, 403),
    ],
)
def test_the_outbox_answers_as_the_schema_says(
    schema: dict[str, Any], scene: Scene, person: str, query: dict[str, str], status: int
):
    cast = scene.cast
    answer = Caller(getattr(cast, person)).get("/messages/", **query)
    assert answer.status_code == status
    assert_answered_as_said(schema, f"{ROOT}/messages/", answer)
    assert_answered_as_said(schema, f"{ROOT}/messages/", Client().get(f"{ROOT}/messages/"))
    told = Caller(cast.clerk).get("/messages/mine/")
    assert_answered_as_said(schema, f"{ROOT}/messages/mine/", told)
    if person == "system_admin" and status == 200:
        key = next(each["id"] for each in answer.json()["results"] if each["state"] == "failed")
        check(schema, "MessageShape", Caller(cast.system_admin).post(f"/messages/{key}/resend/", {}).json())


@pytest.mark.parametrize("address", ["/urgent/", "/letters/", "/letters/day.pdf", "/letters/day-scans.zip"])
def test_an_empty_day_is_refused_and_never_taken_for_today(schema: dict[str, Any], cast: Cast, address: str):
    answer = Caller(cast.town_head).get(address, on="")
    assert_problem(answer, 422, "input_invalid")
    assert_answered_as_said(schema, f"{ROOT}{address}", answer)


def test_a_day_that_is_not_named_is_today_for_the_urgent_matters(schema: dict[str, Any], cast: Cast):
    answer = Caller(cast.town_head).get("/urgent/")
    assert answer.status_code == 200
    assert_answered_as_said(schema, f"{ROOT}/urgent/", answer)


@pytest.mark.parametrize("asked", ["", "*/*", "application/pdf", "text/plain", "application/octet-stream"])
def test_a_file_comes_in_a_type_that_the_schema_names(schema: dict[str, Any], cast: Cast, asked: str):
    case, clerk = register(cast), Caller(cast.clerk)
    said = clerk.done(Act.ADD_FILE, case.pk, title="合同", uploads=[json_file("a.pdf", PDF)])
    key = said["attachments"][0]["id"]
    answer: Any = clerk.client.get(f"{ROOT}/attachments/{key}/", headers={"accept": asked} if asked else {})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content) == PDF
    assert_answered_as_said(schema, f"{ROOT}/attachments/{{attachment_id}}/", answer)
    gone = clerk.client.get(f"{ROOT}/attachments/0/", headers={"accept": asked} if asked else {})
    assert_answered_as_said(schema, f"{ROOT}/attachments/{{attachment_id}}/", gone)


def test_every_type_of_file_that_is_taken_is_named_in_the_schema(schema: dict[str, Any]):
    for path, types in (
        ("attachments/{attachment_id}/", set(CONTENT_TYPE_OF.values())),
        ("cases/{case_id}/letters/{document_id}/scans/{scan_id}/", {CONTENT_TYPE_OF[each] for each in SCANNED}),
    ):
        assert set(schema["paths"][f"{ROOT}/{path}"]["get"]["responses"]["200"]["content"]) == types


def test_a_case_names_its_respondents_with_the_id_that_linking_asks_for(schema: dict[str, Any], cast: Cast):
    case = register(cast, respondents=[RespondentInput("柳湾采石场", "负责人", demands=(1,))])
    router = Caller(cast.router)
    said = router.read(case.pk)
    check(schema, "CaseShape", said)
    (respondent,) = said["respondents"]
    assert respondent == {
        "id": respondent["id"],
        "name": "柳湾采石场",
        "position": "负责人",
        "accused": False,
        "demands": [1],
        "unit_id": None,
        "staff_id": None,
        "outside": False,
        "linked": False,
    }
    linked = router.done(
        Act.LINK_RESPONDENT, case.pk, respondent_id=respondent["id"], name="柳湾采石场", unit=cast.village.pk
    )
    check(schema, "CaseShape", linked)
    assert [(row["unit_id"], row["linked"]) for row in linked["respondents"]] == [(cast.village.pk, True)]


def test_only_who_reads_the_whole_file_and_its_sealed_part_is_told_of_the_accused(cast: Cast, calendar: Turn):
    case = letter(cast, link=False)
    assert [row["name"] for row in Caller(cast.router).read(case.pk)["respondents"]] == ["金村长"]
    linked = letter(cast)
    walk = refer_land(cast, linked)
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.next_village, instruction="请核查")
    calendar(walk.on)
    for person in (cast.town_handler, cast.next_informant):
        answer = Caller(person).get(f"/cases/{linked.pk}/")
        assert answer.status_code == 200
        assert answer.json()["respondents"] == []
        assert "金村长" not in answer.content.decode()
    assert Caller(cast.router).read(linked.pk)["respondents"][0]["accused"] is True
