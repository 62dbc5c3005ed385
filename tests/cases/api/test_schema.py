"""The schema is public, valid, complete, and says what the door really does."""

from io import StringIO
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft202012Validator

from cases.actions.inputs import RespondentInput
from cases.doors.table import doors_on_a_case
from cases.letters.attachments import CONTENT_TYPE_OF
from cases.letters.scans import SCANNED
from kit.doors import slug_of
from law.vocabulary import Act, State
from tests.cases.accusing import letter, refer_land
from tests.cases.api.bodies import register_body
from tests.cases.api.caller import ROOT, Caller, assert_problem
from tests.cases.api.conftest import Turn
from tests.cases.uploads import PDF, json_file
from tests.cast import Cast, register
from tests.walks import walk_to


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    out = StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    read: dict[str, Any] = yaml.safe_load(out.getvalue())
    return read


def test_anybody_may_read_the_schema_and_its_page(db: None):
    answer = Client().get(f"{ROOT}/schema/")
    assert answer.status_code == 200
    assert yaml.safe_load(answer.content)["openapi"].startswith("3.")
    page = Client().get(f"{ROOT}/docs/")
    assert page.status_code == 200
    assert "swagger-ui" in page.content.decode()


def test_every_act_is_described_with_what_it_takes_and_how_it_refuses(schema: dict[str, Any]):
    for act in doors_on_a_case():
        asked = schema["paths"][f"{ROOT}/cases/{{case_id}}/{slug_of(act)}/"]["post"]
        assert asked["operationId"] == f"case_{act}"
        assert asked["summary"] == act.label
        assert {"200", "400", "401", "403", "404", "409", "413", "415", "422"} <= set(asked["responses"])
        assert resolved(schema, asked["responses"]["422"]["content"]["application/json"]["schema"])["required"] == [
            "article",
            "code",
            "message",
        ]
        assert list(asked["requestBody"]["content"]) == ["application/json"]


def test_the_required_fields_are_those_the_door_insists_on(schema: dict[str, Any], cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    assert walk.leg
    handler = Caller(cast.town_handler)
    for act in (Act.RECORD_INQUIRY, Act.ANSWER, Act.DELEGATE, Act.CONSULT, Act.SUBMIT):
        asked = schema["paths"][f"{ROOT}/cases/{{case_id}}/{slug_of(act)}/"]["post"]
        required = set(body_schema(schema, asked).get("required", [])) - {"leg_id"}
        said = handler.act(act, walk.case.pk, leg_id=walk.leg.pk).json()
        assert set(said.get("fields", {})) == required, act
        assert handler.act(act, walk.case.pk).json()["fields"].keys() == {"leg_id"}


def test_what_a_case_answers_is_what_the_schema_says(schema: dict[str, Any], cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.CLOSED)
    calendar(walk.on)
    caller = Caller(cast.coordinator)
    check(schema, "CaseShape", caller.read(walk.case.pk))
    check(schema, "CasePage", caller.get("/cases/").json())
    made = Caller(cast.clerk).post("/cases/", register_body()).json()
    check(schema, "CaseShape", made)
    clock = made["clocks"][0]["id"]
    check(schema, "WhyShape", Caller(cast.clerk).get(f"/cases/{made['case']['id']}/clocks/{clock}/why/").json())
    check(schema, "InputProblemShape", Caller(cast.clerk).post("/cases/", {}).json())
    check(schema, "ProblemShape", caller.get("/cases/0/").json())


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


def assert_answered_as_said(schema: dict[str, Any], path: str, answer: Any) -> None:
    """The status is documented, the media type too, and what is JSON is valid, with no field beyond."""
    responses = schema["paths"][path]["get"]["responses"]
    assert str(answer.status_code) in responses, (path, answer.status_code)
    content = responses[str(answer.status_code)]["content"]
    kind = answer["Content-Type"].split(";")[0]
    assert kind in content, (path, kind)
    if kind == "application/json":
        check(schema, content[kind]["schema"]["$ref"].rsplit("/", 1)[1], answer.json())


def resolved(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        part = schema["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]]
    return part


def body_schema(schema: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    return resolved(schema, asked["requestBody"]["content"]["application/json"]["schema"])


def check(schema: dict[str, Any], name: str, answer: Any) -> None:
    """The answer is valid, and every field of it is in the schema."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": schema["components"]}
    faults = [f"{list(e.path)}: {e.message[:200]}" for e in Draft202012Validator(nullable(whole)).iter_errors(answer)]
    assert not faults, faults
    assert set(answer) == set(schema["components"]["schemas"][name]["properties"])


def nullable(part: Any) -> Any:
    """OpenAPI 3.0's nullable in the words of JSON Schema."""
    if isinstance(part, list):
        return [nullable(each) for each in part]
    if not isinstance(part, dict):
        return part
    said = {key: nullable(value) for key, value in part.items() if key != "nullable"}
    return {"anyOf": [said, {"type": "null"}]} if part.get("nullable") is True else said
