"""A number of another system: once at a desk, with one content, and silent about whatever is hidden from the caller."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from kit.sealed_fields import keyring
from organizations.models import Staff
from tests.cases.accusing import sees
from tests.cases.api.bodies import register_body
from tests.cases.api.caller import Caller
from tests.cast import Cast

ACCUSING = {
    "content": "镇里有人收钱。",
    "demands": [{"text": "查账", "kind": "accusation"}],
    "respondents": [{"name": "施镇长"}],
}


def sent(person: Staff, **changes: Any) -> Any:
    """What the API answers to a letter of the hotline with one and the same number."""
    body = register_body(source="热线", external_number="R-9", **changes)
    return Caller(Staff.objects.get(pk=person.pk)).post("/cases/", body)


def test_another_unit_has_its_own_numbers(cast: Cast):
    first, second = sent(cast.clerk), sent(cast.farming_handler)
    assert (first.status_code, second.status_code) == (201, 201)
    assert set(Case.objects.values_list("unit", flat=True)) == {cast.bureau.pk, cast.farming.pk}


def test_the_same_sending_gets_the_same_answer(cast: Cast):
    first, again = sent(cast.clerk), sent(cast.clerk)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Case.objects.count() == 1


def test_a_colleague_at_the_same_desk_meets_the_same_case(cast: Cast):
    first, again = sent(cast.clerk), sent(cast.router)
    assert (again.status_code, again.json()["case"]["id"]) == (200, first.json()["case"]["id"])


@pytest.mark.parametrize(
    "other",
    [
        {"content": "另一件事。"},
        {"parties": [{"name": "老周"}]},
        {"demands": [{"text": "修路"}]},
        {"respondents": [{"name": "某公司"}]},
        {"subject": "另一个事由"},
        {"channel": "visit"},
        {"received_on": "2026-03-01"},
        {"urgent": True},
    ],
    ids=lambda other: next(iter(other)),
)
def test_other_content_under_a_used_number_is_refused_with_what_to_do(cast: Cast, other: dict[str, Any]):
    number = sent(cast.clerk).json()["case"]["number"]
    answer = sent(cast.clerk, **other)
    said = answer.json()
    assert (answer.status_code, said["code"], said["article"]) == (409, "external_number_taken", "第二十二条")
    assert number in said["message"]
    assert "更正原件" in said["message"]
    assert "换一个编号" in said["message"]
    assert Case.objects.count() == 1


def shape(answer: Any) -> tuple[int, list[str]]:
    """The status and the fields of an answer."""
    return answer.status_code, sorted(answer.json())


@pytest.mark.parametrize("same", [True, False])
def test_a_hidden_case_is_as_if_it_were_not_there(cast: Cast, same: bool):
    content = {} if same else {"content": "另一件事。"}
    sent(cast.clerk)
    with CaptureQueriesContext(connection) as with_none:
        clear = sent(cast.town_handler, **content)
    Case.objects.update(external_number="其他")
    hidden = sent(cast.dispatcher, **ACCUSING).json()["number"]
    if same:
        Case.objects.filter(number=hidden).update(
            external_digest=Case.objects.get(pk=clear.json()["case"]["id"]).external_digest
        )
    with CaptureQueriesContext(connection) as with_one:
        answer = sent(cast.town_handler, **content)
    assert shape(answer) == shape(clear)
    assert answer.status_code == 201
    assert hidden not in answer.content.decode()
    assert len(with_one) == len(with_none)
    case = Case.objects.get(pk=answer.json()["case"]["id"])
    assert sees(cast.town_handler, case)
    # From now on the number is his, and the registrar of the hidden one still has his own.
    assert sent(cast.town_handler, **content).json()["case"]["id"] == case.pk
    assert sent(cast.dispatcher, **ACCUSING).status_code == (409 if same else 200)


def test_the_registrar_of_a_hidden_case_gets_its_number_again_and_again(cast: Cast):
    first, again = sent(cast.dispatcher, **ACCUSING), sent(cast.dispatcher, **ACCUSING)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert set(first.json()) == {"number", "message"}
    sent(cast.town_handler)
    assert sent(cast.dispatcher, **ACCUSING).json() == first.json()
    assert Case.objects.count() == 2


def test_a_case_from_before_the_digests_is_known_by_its_words(cast: Cast):
    first = sent(cast.clerk).json()["case"]["id"]
    for digest in ("", f"k0.{'0' * 64}"):
        Case.objects.update(external_digest=digest)
        assert sent(cast.clerk).json()["case"]["id"] == first
        assert sent(cast.clerk, content="另一件事。").status_code == 409


def test_the_digest_is_keyed(cast: Cast):
    sent(cast.clerk)
    generation, digest = Case.objects.get().external_digest.split(".")
    assert generation == keyring().current.id
    assert len(digest) == 64
