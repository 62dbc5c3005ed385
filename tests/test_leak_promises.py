"""Promises tell nobody of a case that is out of his reach, nor what was promised in the sealed part of one within it."""

import pytest

from tests.addresses import asked, assert_silent, client_of
from tests.leak_promises import LISTING
from tests.leak_scene import Scene
from tests.leak_table import WALKERS

pytestmark = pytest.mark.usefixtures("no_broker")


@pytest.mark.parametrize("person", WALKERS)
def test_no_list_and_no_figure_of_promises_tells_of_what_is_out_of_reach(scene: Scene, person: str):
    client, traces = client_of(getattr(scene.cast, person)), scene.traces(person)
    for url in LISTING:
        assert_silent(asked(client, "get", url), traces, f"{person} {url}")


def test_who_reads_a_case_reads_what_was_promised_in_it(scene: Scene):
    said = {
        name: asked(client_of(getattr(scene.cast, name)), "get", LISTING[5]).said for name in ("router", "supervisor")
    }
    plain, accusing = scene.planted["A"].words[0], scene.planted["E"].sealed[0]
    assert f"{plain}照价赔" in said["router"]
    assert f"{accusing}照价赔" in said["router"]
    assert f"{plain}照价赔" in said["supervisor"]
    assert accusing not in said["supervisor"]
