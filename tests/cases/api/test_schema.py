"""The schema is public, valid, complete, and says what the door really does."""

from typing import Any

import yaml
from django.test import Client

from cases.doors.table import doors_on_a_case
from kit.doors import slug_of
from law.vocabulary import Act, State
from tests.cases.api.bodies import register_body
from tests.cases.api.caller import ROOT, Caller
from tests.cases.api.conftest import Turn
from tests.cases.api.documented import body_schema, check, resolved
from tests.cast import Cast
from tests.walks import walk_to


def test_anybody_may_read_the_schema_and_its_page(db: None):
    answer = Client().get(f"{ROOT}/schema/")
    assert answer.status_code == 200
    assert yaml.load(answer.content, yaml.CSafeLoader)["openapi"].startswith("3.")
    assert answer["Content-Disposition"].endswith('.yaml"')
    asked = Client().get(f"{ROOT}/schema/", headers={"Accept": "application/json"})
    assert asked["Content-Type"].startswith("application/json")
    assert asked.json()["openapi"].startswith("3.")
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
