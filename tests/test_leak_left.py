"""An accusation that left a unit, by whatever way, stays sealed to it: in letters, lists, filters, search and prints."""

from datetime import timedelta

import pytest
from django.test import Client

from cases.models import Document, Leg
from tests.addresses import asked, assert_silent, client_of
from tests.cast import START
from tests.leak_scene import Scene
from tests.leak_table import NOT_THE_SEALED

pytestmark = pytest.mark.usefixtures("no_broker")
ON = (START + timedelta(days=1)).isoformat()
# Who held, or works beside, an accusation that is not his to read; letter of the case, units where it is or was.
LEFT = [
    ("housing_head", "G", "housing"),
    ("housing_handler", "G", "housing"),
    ("housing_second", "G", "housing"),
    ("housing_head", "H", "town"),
    ("housing_handler", "H", "town"),
    ("farming_head", "I", "housing"),
    ("farming_handler", "I", "housing"),
    ("town_head", "J", "housing"),
    ("dispatcher", "J", "housing"),
    ("town_handler", "J", "housing"),
]


def sealed_legs(scene: Scene, letter: str) -> list[Leg]:
    """The legs that hold or held the accusation: by hand, all but the one of the plain demand."""
    plain = scene.planted[letter].case.demands.get(number=2).leg_id
    assert plain
    return list(scene.planted[letter].case.legs.exclude(pk=plain))


@pytest.mark.parametrize(("person", "letter", "unit"), LEFT)
def test_no_letter_of_an_accusation_that_left_is_found(scene: Scene, person: str, letter: str, unit: str):
    assert letter in NOT_THE_SEALED[person]
    client, planted = client_of(getattr(scene.cast, person)), scene.planted[letter]
    papers = list(Document.objects.filter(leg__in=sealed_legs(scene, letter)))
    assert papers
    listed = asked(client, "get", f"/api/v1/letters/?on={ON}").said
    day = asked(client, "get", f"/letters/?on={ON}").said
    for paper in papers:
        assert f'"{paper.number}"' not in listed, paper.number
        assert paper.number not in day
        for door in (
            f"/cases/{planted.case.pk}/letters/{paper.pk}",
            f"/api/v1/cases/{planted.case.pk}/letters/{paper.pk}",
        ):
            for address in ("/", ".pdf", ".docx"):
                assert asked(client, "get", door + address).status_code == 404, f"{door}{address}"
        assert asked(client, "get", f"/s/{paper.check_code}").status_code == 404
    assert_silent(asked(client, "get", f"/letters/day.pdf?on={ON}"), list(planted.sealed), "day print")
    assert_silent(asked(client, "get", f"/letters/day-scans.zip?on={ON}"), list(planted.sealed), "day scans")


@pytest.mark.parametrize(("person", "letter", "unit"), LEFT)
def test_no_filter_and_no_search_finds_a_case_by_an_accusation_that_left(
    scene: Scene, person: str, letter: str, unit: str
):
    client, planted = client_of(getattr(scene.cast, person)), scene.planted[letter]
    at = getattr(scene.cast, unit)
    for leg in sealed_legs(scene, letter):
        found = _found(client, f"unit={leg.unit_id}")
        # By the unit of the plain demand it is found, by no other.
        plain = planted.case.demands.get(number=2).leg.unit_id
        assert (planted.case.number in found) == (leg.unit_id == plain), f"?unit={leg.unit.name}"
    assert (planted.case.number in _found(client, f"unit={at.pk}")) == (letter == "G")
    for query in ("kind=accusation", *(f"q={word}" for word in planted.sealed)):
        assert planted.case.number not in _found(client, query), query
    for page in ("/", "/clocks/", "/cases/?order=due", f"/cases/{planted.case.pk}/", "/urgent/"):
        assert_silent(asked(client, "get", page), list(planted.sealed), f"{person} {page}")


def _found(client: Client, query: str) -> set[str]:
    answer = asked(client, "get", f"/api/v1/cases/?{query}")
    assert answer.status_code == 200, answer.said
    return {row["number"] for row in answer.json()["results"]}
