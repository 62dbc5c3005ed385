"""拟办待批: the queue of a head, many approved with one key on the page and by programs; the slip on paper (Art. 22)."""

import re
from collections.abc import Callable
from datetime import date

from law.vocabulary import Act, State
from tests.cases.api.caller import Caller
from tests.cases.exits import THANKS, thanking
from tests.cases.proposals import REFERRAL
from tests.cases.views.doors import Person
from tests.cast import Cast, register
from tests.walks import Walk

Turn = Callable[[date], None]


def queued(cast: Cast, calendar: Turn) -> list[Walk]:
    """Two that the router proposes, one that the head proposes himself."""
    walks = [Walk(cast, register(cast, urgent=True)) for _ in range(3)]
    for walk, by in zip(walks, (cast.router, cast.router, cast.bureau_head), strict=True):
        walk.act(Act.PROPOSE_HANDLING, by, demands=[1, 2], unit=cast.town, **REFERRAL)
    calendar(walks[0].on)
    return walks


def keys(walks: list[Walk]) -> list[int]:
    return [walk.case.proposals.get().pk for walk in walks]


def states(walks: list[Walk]) -> list[str]:
    return [walk.refresh().case.state for walk in walks]


def test_the_head_approves_several_on_the_page_each_with_its_own_answer(cast: Cast, calendar: Turn):
    walks = queued(cast, calendar)
    client = Person(cast.bureau_head).client
    page = client.get("/approvals/").content.decode()
    assert all(walk.case.number in page for walk in walks)
    # Nothing is chosen for the head, and his own is not offered.
    assert len(re.findall(r'name="proposals" value="\d+">', page)) == 2
    client.post("/approvals/", {"proposals": keys(walks)})
    assert states(walks) == [State.REFERRED, State.REFERRED, State.REGISTERED]
    told = client.get("/approvals/").content.decode()
    assert "已批准2件" in told
    assert f"{walks[2].case.number}没有批准" in told
    assert Person(cast.router).client.get("/approvals/").status_code == 403


def test_programs_approve_many_and_read_what_else_waits(cast: Cast, calendar: Turn):
    walks = queued(cast, calendar)
    filed = thanking(cast)
    filed.act(Act.FILE_ONLY, cast.router, **THANKS)
    head = Caller(cast.bureau_head)
    told = head.get("/approvals/").json()
    assert [(each["act"], each["unit"], each["own"]) for each in told["proposals"]] == [
        ("refer", cast.town.name, False),
        ("refer", cast.town.name, False),
        ("refer", cast.town.name, True),
    ]
    assert [(each["act"], each["ground"]) for each in told["exits"]] == [("file_only", "thanks")]
    answer = head.post("/approvals/", {"proposals": keys(walks)}).json()
    assert [each["code"] for each in answer] == ["", "", "own_request"]
    assert states(walks) == [State.REFERRED, State.REFERRED, State.REGISTERED]
    again = head.post("/approvals/", {"proposals": keys(walks)[:1]})
    assert (again.status_code, again.json()["code"]) == (404, "not_found")
    assert head.post("/approvals/", {"proposals": []}).status_code == 422


def test_both_doors_propose_and_a_form_says_what_is_missing_at_its_field(cast: Cast, calendar: Turn):
    walk = Walk(cast, register(cast, urgent=True))
    calendar(walk.on)
    router = Person(cast.router)
    sent = router.send(Act.PROPOSE_HANDLING, walk.case, handling="transfer_out", demands=["1", "2"], text="拟转出")
    assert sent.status_code == 422
    for label in ("转出去向", "写入文书的理由", "接收单位名称"):
        assert f"请填写“{label}”" in sent.content.decode()
    given = {"handling": "transfer_out", "demands": [1, 2], "text": "拟转出", "destination": "other_district"}
    file = Caller(cast.router).done(
        Act.PROPOSE_HANDLING, walk.case.pk, **given, body="山阳区信访局", reason="发生在山阳区"
    )
    assert file["case"]["state"] == State.REGISTERED
    [line] = [each for each in file["proceedings"] if each["kind"] == "proposal"]
    assert line["status"] == "待批准"
    dialog = Person(cast.bureau_head).dialog(Act.APPROVE_PROPOSAL, walk.case).content.decode()
    assert "拟转出" in dialog
    Caller(cast.bureau_head).done(Act.APPROVE_PROPOSAL, walk.case.pk, proposal=walk.case.proposals.get().pk)
    assert walk.refresh().case.state == State.TRANSFERRED_OUT


def test_the_slip_is_printed_for_the_desk_and_not_for_the_unit(cast: Cast, calendar: Turn):
    walk = queued(cast, calendar)[0]
    address = f"/cases/{walk.case.pk}/forms/approval_slip.pdf"
    Caller(cast.bureau_head).done(Act.UNMASK, walk.case.pk, reason="呈批")
    slip = Caller(cast.bureau_head).get(address)
    assert (slip.status_code, slip.content[:5]) == (200, b"%PDF-")
    Caller(cast.bureau_head).done(Act.APPROVE_PROPOSAL, walk.case.pk, proposal=keys([walk])[0])
    listed = [each["form"] for each in Caller(cast.town_head).get(f"/cases/{walk.case.pk}/forms/").json()]
    assert "approval_slip" not in listed
    assert "registration_form" in listed
