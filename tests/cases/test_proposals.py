"""Proposal and approval at the desk (Art. 22; decision 0061): nothing leaves before, one other lets it pass, clocks run."""

from datetime import timedelta
from typing import Any

import pytest

from cases.lists.waiting import Waiting, listed
from cases.models import Attachment, Case, Document, Event, Proposal, ProposalState
from cases.presenting.history import timeline
from cases.reading.read import read_case
from law.matters import Destination
from law.vocabulary import Act, Duty, State
from organizations.models import SettingVersion
from organizations.today import now
from tests.cases.invariants import Memory, check_all, check_case
from tests.cases.proposals import REFERRAL
from tests.cases.refusals import refused
from tests.cases.uploads import a_scan
from tests.cast import Cast, register
from tests.walks import Walk, clock, code

OUT: dict[str, Any] = {"destination": Destination.OTHER_DISTRICT, "body": "山阳区信访局", "reason": "发生在山阳区。"}
WHITE = "拟转青石镇，请吴局长阅示"


def proposed(cast: Cast, *, urgent: bool = True, **more: Any) -> Walk:
    """A matter that the router proposes to refer to the town."""
    walk = Walk(cast, register(cast, urgent=urgent))
    given = {**REFERRAL, "text": WHITE, "demands": [1, 2], "unit": cast.town, **more}
    walk.act(Act.PROPOSE_HANDLING, cast.router, later=1, **given)
    return walk


def latest(walk: Walk) -> Proposal:
    return walk.case.proposals.latest("id")


def decide(walk: Walk, act: Act, by: Any, **more: Any) -> Walk:
    walk.act(act, by, proposal=latest(walk).pk, **more)
    return walk


def setting(cast: Cast, value: str) -> None:
    """What is approved first, from the beginning."""
    first = {
        "valid_from": now().date() - timedelta(days=4000),
        "why": "x",
        "set_by": cast.system_admin,
        "set_at": now(),
    }
    SettingVersion.objects.create(district=cast.area, key="APPROVAL_ASKED", value=value, **first)


def test_what_wants_approval_waits_for_it_and_who_approves_sends_it_himself(cast: Cast):
    given = {"unit": cast.town, "demands": [1], "reason": "属地"}
    urgent, plain = Walk(cast, register(cast, urgent=True)), Walk(cast, register(cast))
    assert code(urgent.act, Act.REFER, cast.router, **given) == "approval_wanted"
    assert code(plain.act, Act.TRANSFER_OUT, cast.router, demands=[1], **OUT) == "approval_wanted"
    plain.act(Act.REFER, cast.router, **given)
    urgent.act(Act.REFER, cast.bureau_head, **given)
    plain.act(Act.TRANSFER_OUT, cast.coordinator, demands=[2], **OUT)


@pytest.mark.parametrize(("value", "expected"), [("none", ""), ("urgent", "approval_wanted"), ("transfers", "")])
def test_a_district_sets_what_is_approved_first(cast: Cast, value: str, expected: str):
    setting(cast, value)
    walk = Walk(cast, register(cast, urgent=True))
    given = {"unit": cast.town, "demands": [1], "reason": "属地"}
    if expected:
        assert code(walk.act, Act.REFER, cast.router, **given) == expected
    else:
        walk.act(Act.REFER, cast.router, **given)


def test_approval_does_what_was_proposed_and_the_event_names_both(cast: Cast):
    walk = proposed(cast)
    dispatch = clock(walk.case, Duty.DISPATCH_15D)
    assert (walk.case.state, dispatch.running, Document.objects.count()) == (State.REGISTERED, True, 0)
    decide(walk, Act.APPROVE_PROPOSAL, cast.bureau_head, later=2, note="同意")
    [leg] = walk.case.legs.all()
    assert (leg.unit, leg.state, leg.received_on) == (cast.town, State.REFERRED, walk.on)
    last = Event.objects.filter(case=walk.case).latest("sequence")
    assert (last.act, last.by, last.for_whom) == (Act.REFER, cast.bureau_head, cast.router)
    done = latest(walk)
    assert (done.state, done.decided_by, done.performed_on) == (ProposalState.APPROVED, cast.bureau_head, walk.on)
    dispatch.refresh_from_db()
    assert (dispatch.met_on, dispatch.starts_on) == (walk.on, walk.case.received_on)
    check_case(walk.case, Memory())
    check_all()


def test_what_would_be_refused_is_refused_when_it_is_proposed_and_leaves_nothing(cast: Cast):
    walk = Walk(cast, register(cast, urgent=True))
    given = {**REFERRAL, "demands": [1, 2]}
    for unit, expected in ((cast.village, "unit_unfit"), (cast.bureau, "unit_unfit"), (None, "exit_incomplete")):
        assert code(walk.act, Act.PROPOSE_HANDLING, cast.router, unit=unit, **given) == expected
    assert (Proposal.objects.count(), Document.objects.count(), walk.case.legs.count()) == (0, 0, 0)
    walk.act(Act.PROPOSE_HANDLING, cast.router, unit=cast.town, **given)
    assert (Proposal.objects.count(), Document.objects.count(), walk.case.legs.count()) == (1, 0, 0)
    decide(walk, Act.APPROVE_PROPOSAL, cast.bureau_head)
    # The rehearsal took no number.
    assert Document.objects.get().number.endswith("1号")


def test_nobody_approves_his_own_not_by_a_paper_either(cast: Cast):
    walk = Walk(cast, register(cast, urgent=True))
    walk.act(Act.PROPOSE_HANDLING, cast.bureau_head, unit=cast.town, demands=[1], **REFERRAL)
    paper = {"agree": True, "leader": "卫区长", "instruction": "同意", "instructed_on": walk.on}
    for act, more in ((Act.APPROVE_PROPOSAL, {}), (Act.RECORD_PAPER, paper)):
        assert code(decide, walk, act, cast.bureau_head, **more) == "own_request"
    assert code(decide, walk, Act.APPROVE_PROPOSAL, cast.router) == "not_permitted"
    assert not listed(cast.bureau_head, Waiting.PROPOSAL, walk.on)
    assert [case.pk for case in listed(cast.coordinator, Waiting.PROPOSAL, walk.on)] == [walk.case.pk]
    decide(walk, Act.APPROVE_PROPOSAL, cast.coordinator)
    assert not listed(cast.coordinator, Waiting.PROPOSAL, walk.on)


def test_what_is_returned_or_withdrawn_is_proposed_anew(cast: Cast):
    walk = proposed(cast, demands=[1])
    again = {**REFERRAL, "unit": cast.housing}
    assert code(walk.act, Act.PROPOSE_HANDLING, cast.router, demands=[1, 2], **again) == "proposed_already"
    walk.act(Act.PROPOSE_HANDLING, cast.router, demands=[2], **again)
    decide(walk, Act.WITHDRAW_PROPOSAL, cast.router)
    decide_first = {"proposal": walk.case.proposals.earliest("id").pk}
    walk.act(Act.RETURN_PROPOSAL, cast.bureau_head, reason="应由住建局办理", **decide_first)
    states = [each.state for each in walk.case.proposals.all()]
    assert states == [ProposalState.RETURNED, ProposalState.WITHDRAWN]
    assert code(walk.act, Act.APPROVE_PROPOSAL, cast.bureau_head, **decide_first) == "nothing_proposed"
    walk.act(Act.PROPOSE_HANDLING, cast.router, demands=[1, 2], **again)
    decide(walk, Act.APPROVE_PROPOSAL, cast.bureau_head)
    assert walk.case.legs.get().unit == cast.housing


def test_a_leader_decides_on_paper_and_another_records_it(cast: Cast):
    walk = proposed(cast)
    said = {"agree": True, "leader": "卫区长", "instruction": "同意，请青石镇抓紧。", "papers": [a_scan()]}
    early = {**said, "instructed_on": walk.on - timedelta(days=1)}
    assert code(decide, walk, Act.RECORD_PAPER, cast.clerk, **early) == "date_unfit"
    decide(walk, Act.RECORD_PAPER, cast.clerk, later=3, instructed_on=walk.on, **said)
    done = latest(walk)
    assert (done.leader, done.instructed_on, done.decided_on) == ("卫区长", walk.on - timedelta(days=3), walk.on)
    assert walk.case.legs.get().unit == cast.town
    assert Attachment.objects.get().title == "呈批单批回件"
    last = Event.objects.filter(case=walk.case).latest("sequence")
    assert (last.act, last.by, last.for_whom) == (Act.REFER, cast.clerk, cast.router)
    other = proposed(cast)
    no = {**said, "agree": False, "instruction": "请住建局牵头", "papers": []}
    decide(other, Act.RECORD_PAPER, cast.clerk, instructed_on=other.on, **no)
    assert (latest(other).state, other.case.state) == (ProposalState.RETURNED, State.REGISTERED)


def test_what_was_sent_on_meanwhile_is_not_sent_twice(cast: Cast):
    walk = proposed(cast, demands=[1])
    walk.act(Act.REFER, cast.coordinator, unit=cast.housing, demands=[1], reason="职权")
    assert code(decide, walk, Act.APPROVE_PROPOSAL, cast.bureau_head) == "nothing_proposed"
    assert not listed(cast.bureau_head, Waiting.PROPOSAL, walk.on)
    assert walk.case.legs.get().unit == cast.housing


def test_who_proposed_and_may_no_more_leaves_nothing_half_done(cast: Cast):
    walk = proposed(cast)
    cast.router.grants.update(ended_on=walk.on - timedelta(days=400))
    said = refused(decide, walk, Act.APPROVE_PROPOSAL, cast.bureau_head)
    assert said.code == "proposer_gone"
    assert (latest(walk).state, Case.objects.get(pk=walk.case.pk).state) == (ProposalState.WAITING, State.REGISTERED)


def test_the_unit_that_gets_it_does_not_read_what_the_desk_wrote_for_itself(cast: Cast):
    walk = proposed(cast)
    decide(walk, Act.APPROVE_PROPOSAL, cast.bureau_head, note="此件要慎重")
    for who, reads in ((cast.router, True), (cast.supervisor, True), (cast.town_head, False)):
        file = read_case(walk.case.pk, by=who, on=walk.on)
        words = [text for each in file.proceedings for _, text in each.details]
        assert (WHITE in words, "此件要慎重" in words) == (reads, reads)
        assert not [row for row in timeline(file, who) if WHITE in row["text"] or "慎重" in row["text"]]
