"""The schema is public, valid, complete, and says what the door really does."""

from io import StringIO
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft202012Validator

from cases.doors import FORMS, slug_of
from law.vocabulary import Act, State
from tests.cases.api.bodies import register_body
from tests.cases.api.caller import ROOT, Caller
from tests.cases.api.conftest import Turn
from tests.cast import Cast
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
    for act in FORMS:
        asked = schema["paths"][f"{ROOT}/cases/{{case_id}}/{slug_of(act)}/"]["post"]
        assert asked["operationId"] == f"case_{act}"
        assert asked["summary"] == act.label
        assert {"200", "400", "401", "403", "404", "409", "413", "415", "422"} <= set(asked["responses"])
        assert resolved(schema, asked["responses"]["422"]["content"]["application/json"]["schema"])["required"] == [
            "article", "code", "message",
        ]  # fmt: skip
        assert list(asked["requestBody"]["content"]) == ["application/json"]


def test_the_required_fields_are_those_the_door_insists_on(
    schema: dict[str, Any], cast: Cast, calendar: Turn
):
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
    check(
        schema, "WhyShape", Caller(cast.clerk).get(f"/cases/{made['case']['id']}/clocks/{clock}/why/").json()
    )
    check(schema, "InputProblemShape", Caller(cast.clerk).post("/cases/", {}).json())
    check(schema, "ProblemShape", caller.get("/cases/0/").json())


def resolved(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        part = schema["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]]
    return part


def body_schema(schema: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    return resolved(schema, asked["requestBody"]["content"]["application/json"]["schema"])


def check(schema: dict[str, Any], name: str, answer: Any) -> None:
    """The answer is valid, and every field of it is in the schema."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": schema["components"]}
    faults = [
        f"{list(e.path)}: {e.message[:200]}"
        for e in Draft202012Validator(nullable(whole)).iter_errors(answer)
    ]
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
