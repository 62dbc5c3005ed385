"""What the schema says of an address, and whether an answer keeps to it."""

from typing import Any

from jsonschema import Draft202012Validator


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
