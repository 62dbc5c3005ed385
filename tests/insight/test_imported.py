"""The worker's pass over what was imported: what repeats is found, joined or dismissed by a person, and followed."""

from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.models import Case
from insight.imported.looking import find_repeats, follow_found
from insight.imported.reading import open_repeats
from insight.models import FoundRepeat, FoundState
from law.vocabulary import Act, Kind
from organizations.today import today
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.insight.scenes import AGAIN, BRIDGE, WATER, indexed
from tests.supervision.visits.scenes import fresh

pytestmark = pytest.mark.usefixtures("no_broker")


def brought(cast: Cast, *texts: str, **changes: Any) -> list[Case]:
    """Cases that another system sent, taken up by the worker."""
    found = []
    for text in texts:
        found += indexed(cast, text, source="12345", external_number=f"GD-{len(text)}-{text[:4]}", **changes)
    find_repeats()
    return found


def test_what_repeats_among_the_imported_is_found_once(cast: Cast):
    [typed] = indexed(cast, BRIDGE)
    find_repeats()
    assert not FoundRepeat.objects.exists()
    again, _water = brought(cast, AGAIN, WATER)
    row = FoundRepeat.objects.get()
    assert (row.case, row.other, row.state) == (again, typed, FoundState.OPEN)
    assert find_repeats() == 0
    assert open_repeats(cast.router, today()).get() == row


def test_a_pair_is_joined_by_the_act_of_the_case_or_dismissed(cast: Cast):
    [typed] = indexed(cast, BRIDGE)
    [again] = brought(cast, AGAIN)
    row, client = FoundRepeat.objects.get(), client_of(cast.router)
    page = client.get(row.get_absolute_url()).content.decode()
    assert f"number={typed.number}" in page
    assert "东溪村村口的石桥" in page
    assert client.get("/insight/imported/").content.decode().count(again.number) == 1
    ACTIONS[Act.JOIN_MATTER](again.pk, by=cast.router, number=typed.number, reason="同一座桥")
    assert not open_repeats(cast.router, today()).exists()
    assert follow_found() == 1
    row.refresh_from_db()
    assert row.state == FoundState.JOINED


def test_programs_read_and_dismiss(cast: Cast):
    indexed(cast, BRIDGE)
    brought(cast, AGAIN)
    call = Caller(fresh(cast.router))
    [row] = call.get("/insight/imported/").json()["results"]
    done = call.post(f"/insight/imported/{row['id']}/dismiss/", {})
    assert done.json()["state"] == "dismissed"
    assert FoundRepeat.objects.get().decided_by == cast.router
    assert Caller(fresh(cast.housing_head)).get("/insight/imported/").status_code == 403


def test_nothing_of_a_sealed_case_and_of_what_is_out_of_reach(cast: Cast):
    indexed(cast, BRIDGE)
    accusing = {
        "demands": [DemandInput("修桥的钱", Kind.ACCUSATION)],
        "respondents": [RespondentInput("某某", outside=True)],
    }
    brought(cast, AGAIN, **accusing)
    assert not FoundRepeat.objects.exists()
    [again] = brought(cast, AGAIN + "请尽快。")
    assert FoundRepeat.objects.readable_by(cast.router).exists()
    assert not FoundRepeat.objects.readable_by(cast.other_dispatcher).exists()
    Case.objects.filter(pk=again.pk).update(sealed=True)
    assert not FoundRepeat.objects.readable_by(cast.router).exists()
    follow_found()
    assert not FoundRepeat.objects.exists()
