"""What is within reach tells nothing of the rest, and no page changes by rows that are out of reach."""

import re

import pytest

from organizations.models import Staff
from tests.addresses import ENDS_THE_SESSION, WHOLE, Address, Share, asked, assert_silent, client_of
from tests.cast import Cast
from tests.leak_keys import keys_of
from tests.leak_scene import Scene
from tests.leak_table import EVERY, KNOWS, WALKERS
from tests.marks import watched

WAYS = ("get", "post", "htmx")
FRAGMENT = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("no_broker")


@WHOLE
@pytest.mark.parametrize("person", WALKERS)
def test_what_is_within_reach_tells_nothing_of_the_rest(scene: Scene, person: str, whole: bool):
    """Nor does any page read a row of a case by another way than the one rule for seeing (tests/marks.py)."""
    client, traces = client_of(getattr(scene.cast, person)), scene.traces(person)
    keys = keys_of(scene.planted[KNOWS[person][-1]]) if KNOWS[person] else {**keys_of(scene.planted["A"]), "case_id": 0}
    turn = WALKERS.index(person)
    share, slips = Share(turn, whole), []
    for number, address in enumerate(share.addresses()):
        if address.name in ENDS_THE_SESSION:
            continue
        for url in address.filled(keys, share.slugs):
            for way in WAYS if whole else ways_at(number + turn, address):
                method, headers = ("get", FRAGMENT) if way == "htmx" else (way, {})
                with watched() as found:
                    answer = asked(client, method, url, {}, **headers)
                assert_silent(answer, traces, f"{person} {way} {url}")
                slips += [f"{person} {way} {url}\n    {each}" for each in found if method == "get"]
    assert not slips, f"{len(slips)} questions ask past the rule:\n  " + "\n  ".join(slips)


def ways_at(turn: int, address: Address) -> tuple[str, ...]:
    """How the default run opens an address at a turn: what lists or counts always, every third part of one case in one way.

    The next person opens others, the one after him in another way; a program has no fragments.
    """
    if not address.needs:
        return ("get", ("post", "htmx")[turn // 3 % 2]) if turn % 3 == 0 else ("get",)
    if turn % 3:
        return ()
    way = WAYS[turn // 3 % len(WAYS)]
    return ("get",) if way == "htmx" and address.for_programs else (way,)


VOLATILE = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": ?"[^"]+"|nonce="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}|csrf-token" content="[^"]+"'
)
COUNTING = (
    "/",
    "/urgent/",
    "/api/v1/urgent/",
    "/clocks/",
    "/api/v1/clocks/",
    "/promises/?whose=unit",
    "/promises/figures/?month=2026-03-01",
    "/letters/?on=2026-03-03",
    "/api/v1/letters/?on=2026-03-03",
    "/cases/",
    "/cases/?order=due",
    "/cases/?due=overdue",
    "/cases/?waiting=unit",
    "/cases/?historic=true",
    "/look-up/",
    "/cases/new/?channel=letter",
    "/api/v1/cases/",
    "/api/v1/cases/?size=1",
    "/account/",
    "/supervision/tasks/?view=all",
    "/api/v1/supervision/tasks/?view=all",
    "/supervision/instructions/?view=all",
    "/api/v1/supervision/instructions/?view=all",
    "/supervision/instructions/today/",
)


WATCHED = ("informant", "town_head", "housing_handler", "clerk", "coordinator", "leader", "stranger", "auditor")
# In this order what somebody knows comes in one piece, or in two.
PLANTING = "DJAGHIEBFUVC"


def test_no_page_changes_by_rows_out_of_reach(cast: Cast):
    assert set(PLANTING) == set(EVERY)
    scene = Scene.__new__(Scene)
    scene.cast, scene.planted = cast, {}
    before: dict[str, dict[str, str]] = {}
    for letter in (*PLANTING, ""):
        for person in WATCHED:
            may_change = not letter or letter in KNOWS[person]
            if may_change and person in before:
                assert_unchanged(
                    before.pop(person), _shown(getattr(cast, person)), f"{person} before {letter or 'the end'}"
                )
            if not may_change and person not in before:
                before[person] = _shown(getattr(cast, person))
        if letter:
            scene.plant(letter)


def assert_unchanged(before: dict[str, str], after: dict[str, str], what: str) -> None:
    """The pages of a person are what they were before rows came that are out of his reach."""
    for url in COUNTING:
        assert before[url] == after[url], f"{what}: {url} changed by rows he must not know of"


def _shown(staff: Staff) -> dict[str, str]:
    client = client_of(Staff.objects.get(pk=staff.pk))
    return {url: VOLATILE.sub("", asked(client, "get", url).said) for url in COUNTING}
