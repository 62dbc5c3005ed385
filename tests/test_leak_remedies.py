"""A re-examination at a deciding unit: it learns of that case, of nothing else, and nobody else learns of it."""

from datetime import timedelta
from typing import Any

import pytest

from cases.doors.table import ACTIONS
from cases.models import Case, Document, Service
from law.vocabulary import Act, State
from organizations.models import Staff
from tests.addresses import Share, asked, assert_silent, client_of
from tests.cast import PEOPLE, START
from tests.leak_keys import keys_of
from tests.leak_scene import Scene
from tests.leak_table import KNOWS
from tests.remedy_walks import DRAFT, decider, drafter

pytestmark = pytest.mark.usefixtures("no_broker")
ASKED = "青瓷花瓶赔得太少"


@pytest.fixture
def disputed(scene: Scene) -> Case:
    """Case A, answered by housing and brought before the district government, drafted there."""
    case, cast = scene.planted["A"].case, scene.cast
    leg, on = case.legs.get(), START + timedelta(days=9)
    letter = Document.objects.create(
        case=case,
        leg=leg,
        unit=cast.housing,
        kind="handling_opinion",
        number="云住建信意〔2026〕1号",
        content="青瓷花瓶",
        issued_on=on,
        issued_by=cast.housing_head,
    )
    Service.objects.create(document=letter, method="post", sent_on=on, received_on=on, recorded_by=cast.housing_head)
    leg.__class__.objects.filter(pk=leg.pk).update(state=State.ANSWERED, issued_on=on, answered_on=on)
    Case.objects.filter(pk=case.pk).update(state=State.ANSWERED)
    given: dict[str, Any] = {"leg_id": leg.pk, "on": on}
    ACTIONS[Act.REQUEST_REEXAMINATION](case.pk, by=cast.clerk, request=ASKED, unit=cast.gov, **given)
    ACTIONS[Act.DRAFT_REMEDY](case.pk, by=drafter(cast), decision="uphold", **{**DRAFT, "facts": ASKED}, **given)
    return Case.objects.get(pk=case.pk)


# Who knows of case A once the district government decides over it: as before, and those at the deciding unit.
def test_the_deciding_unit_knows_of_this_case_and_of_no_other(scene: Scene, disputed: Case):
    for person, letters in KNOWS.items():
        seen = Case.objects.visible_to(getattr(scene.cast, person))
        assert seen.filter(pk=disputed.pk).exists() is ("A" in letters), person
    deciding: dict[Staff, str] = {drafter(scene.cast): "A", decider(scene.cast): "ABDEGHIJ"}
    for member, letters in deciding.items():
        keys = set(Case.objects.visible_to(member).values_list("pk", flat=True))
        assert keys == {scene.planted[letter].case.pk for letter in letters}, member


def test_its_drafter_finds_no_other_case_at_any_address(scene: Scene, disputed: Case):
    client = client_of(drafter(scene.cast))
    others = [planted for letter, planted in scene.planted.items() if letter != "A"]
    traces = [trace for planted in others for trace in planted.traces]
    for number, planted in enumerate(others):
        keys, share = keys_of(planted), Share(number)
        for address in share.addresses():
            if not {"case_id", "attachment_id", "code"} & set(address.needs):
                continue
            for url in address.filled(keys, share.slugs):
                answer = asked(client, "get", url)
                assert_silent(answer, traces, f"drafter {url}")
                assert answer.status_code in (404, 405), url
    for url in ("/", "/cases/", "/cases/?waiting=remedy", "/clocks/", "/letters/", f"/cases/{disputed.pk}/"):
        assert_silent(asked(client, "get", url), traces, f"drafter {url}")


@pytest.mark.parametrize("person", sorted(name for name in PEOPLE if "A" not in KNOWS[name]))
def test_who_knew_nothing_of_the_case_learns_nothing_of_its_re_examination(scene: Scene, disputed: Case, person: str):
    client, traces = client_of(getattr(scene.cast, person)), [*scene.planted["A"].traces, ASKED, "云住建信意"]
    for url in (
        "/",
        "/cases/",
        "/cases/?waiting=remedy",
        "/cases/?waiting=serve",
        "/clocks/",
        "/letters/",
        "/collections/",
    ):
        assert_silent(asked(client, "get", url), traces, f"{person} {url}")
    assert asked(client, "get", f"/cases/{disputed.pk}/").status_code in (403, 404)


def test_the_head_decides_there_and_only_the_deciding_unit_is_to_serve(scene: Scene, disputed: Case):
    leg, on = disputed.legs.get(), START + timedelta(days=12)
    ACTIONS[Act.DECIDE_REEXAMINATION](disputed.pk, leg_id=leg.pk, by=decider(scene.cast), on=on)
    waiting = asked(client_of(decider(scene.cast)), "get", "/cases/?waiting=serve")
    assert disputed.number in waiting.said
    below = asked(client_of(scene.cast.housing_handler), "get", "/cases/?waiting=serve")
    assert disputed.number not in below.said
