"""A party of the case acts himself: what is his own affair, on his own case, under his own key and never his name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from cases.actions.frame import performing
from cases.doors.table import ACTIONS, doors_on_a_case
from cases.models import Case, Event, Leg, Party, Recusal, Remedy
from cases.models.recusal import RecusalSource
from cases.record.chain import digest, verify_chains
from cases.record.notices import make_notices
from law.errors import Refused
from law.party_acts import PARTY_ACTS
from law.ratings import Rated, Score
from law.vocabulary import Act, State
from organizations.journal.reading import actor_of
from organizations.models import JournalEntry, Staff
from organizations.vocabulary import ActorKind
from tests.cases.promises import last_promise, promised
from tests.cases.refusals import refused, refused_on_leg
from tests.cases.uploads import a_file
from tests.cast import Cast, register
from tests.remedy_walks import city, decider, receipt
from tests.walks import Walk, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")


def ask_material(walk: Walk) -> None:
    walk.on_leg(Act.REQUEST_MATERIAL, walk.handler, missing="承包合同")


def ask_withdrawal(walk: Walk) -> None:
    walk.on_leg(Act.ASK_WITHDRAWAL, walk.handler, reason="已经修好")


def receive(walk: Walk) -> None:
    city(walk.cast)
    receipt(walk)


def receive_reexamined(walk: Walk) -> None:
    walk.on_leg(Act.RECORD_RECEIPT, decider(walk.cast), received_on=walk.on, receiver="老王")


def promise_him(walk: Walk) -> None:
    walk.act(Act.PROMISE, walk.handler, **promised(walk.on))


@dataclass
class Own:
    """One act of a party: where, what comes before, and what he says."""

    act: Act
    given: dict[str, Any]
    state: State = State.IN_HANDLING
    before: Callable[[Walk], None] = lambda walk: None


OWN = (
    Own(Act.ADD_FILE, {"title": "合同"}),
    Own(Act.RECORD_MATERIAL, {"received": "承包合同"}, before=ask_material),
    Own(Act.REQUEST_RECUSAL, {"source": RecusalSource.PETITIONER, "reason": "是亲属"}),
    Own(Act.ASK_WITHDRAWAL, {"reason": "已经修好"}),
    Own(Act.REVOKE_WITHDRAWAL, {"reason": "没有修好"}, before=ask_withdrawal),
    Own(Act.REQUEST_REEXAMINATION, {"request": "没有写清怎么修"}, State.ANSWERED, receive),
    Own(Act.REQUEST_REVIEW, {"request": "还是没有写清"}, State.REEXAM_DECIDED, receive_reexamined),
    Own(Act.RATE, {"rated": Rated.UNIT, "score": Score.NOT}, State.ANSWERED),
    Own(Act.KEEP_PROMISE, {}, before=promise_him),
)
# On the case, not on a leg of it.
OF_THE_CASE = (Act.ADD_FILE, Act.KEEP_PROMISE)


def party_of(case: Case) -> Party:
    """Whose case it is."""
    return case.parties.order_by("pk")[0]


def do(walk: Walk, own: Own, **more: Any) -> None:
    """Let the party of a walk do his act."""
    given = {**own.given, **more}
    if own.act is Act.ADD_FILE:
        walk.act(own.act, party_of(walk.case), uploads=[a_file("contract")], **given)
        return
    if own.act is Act.KEEP_PROMISE:
        walk.act(own.act, party_of(walk.case), promise=last_promise(walk.case))
        return
    if own.act is Act.REQUEST_RECUSAL:
        given["person"] = walk.handler
    walk.on_leg(own.act, party_of(walk.case), **given)


def page_of(case: Case, staff: Staff) -> str:
    """The page of a case."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(f"/cases/{case.pk}/").content.decode()


def test_everything_that_is_a_partys_own_is_tried_here():
    assert [own.act for own in OWN] == list(PARTY_ACTS)


@pytest.mark.parametrize("own", OWN, ids=lambda own: str(own.act))
def test_a_party_does_what_is_his_own_affair(cast: Cast, own: Own):
    walk = walk_to(cast, own.state)
    own.before(walk)
    assert "信访人本人" not in page_of(walk.case, cast.town_head)
    do(walk, own)
    party, event = party_of(walk.case), Event.objects.filter(case=walk.case).latest("sequence")
    assert (event.act, event.party, event.by, event.for_whom, event.payload) == (own.act, party.pk, None, None, 3)
    assert event.unit == (cast.bureau if own.act in OF_THE_CASE else cast.town)
    assert party.name not in str(event.facts)
    assert verify_chains().broken == []
    make_notices(event)
    assert "信访人本人" in page_of(walk.case, cast.town_head)
    entry = JournalEntry.objects.latest("pk")
    assert (entry.verb, entry.facts) == ("party.acted", {"party": party.pk, "act": str(own.act)})
    assert (actor_of(entry), entry.by) == (ActorKind.PARTY, None)


def test_what_is_not_his_own_is_refused_whatever_it_is(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    hand_off, party = walk.leg.hand_offs.get(), party_of(walk.case)
    for act, door in doors_on_a_case().items():
        keys = {"leg": {"leg_id": walk.leg.pk}, "hand_off": {"hand_off_id": hand_off.pk}}.get(str(door.scope), {})
        code = ""
        try:
            with performing(act, walk.case.pk, by=party, on=walk.on, **keys):
                pass
        except Refused as said:
            code = said.code
        assert (code == "not_permitted") == (act not in PARTY_ACTS), (act, code)


def test_of_another_case_there_is_nothing_for_him(cast: Cast):
    walk, other = walk_to(cast, State.IN_HANDLING), party_of(register(cast))
    for own in OWN:
        keys = {} if own.act in OF_THE_CASE else {"leg_id": walk.leg.pk}
        with pytest.raises(Refused) as said, performing(own.act, walk.case.pk, by=other, on=walk.on, **keys):
            pass
        assert said.value.code == "not_found", own.act


def test_of_an_accusation_there_is_nothing_for_a_party_and_the_rest_of_his_case_is(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    party = party_of(walk.case)
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    assert refused(ACTIONS[Act.ADD_FILE], walk.case.pk, by=party, on=walk.on, title="x", uploads=[]).code == "not_found"
    Leg.objects.filter(pk=walk.leg.pk).update(held_accusation=True)
    assert refused_on_leg(walk, Act.ASK_WITHDRAWAL, party, reason="算了").code == "not_found"
    Leg.objects.filter(pk=walk.leg.pk).update(held_accusation=False)
    walk.on_leg(Act.ASK_WITHDRAWAL, party, reason="算了")


def test_who_was_replaced_by_a_correction_and_whose_mandate_ran_out_are_no_party(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    party = party_of(walk.case)
    Party.objects.filter(pk=party.pk).update(mandate_until=walk.on - timedelta(days=1))
    assert refused_on_leg(walk, Act.ASK_WITHDRAWAL, party, reason="算了").code == "mandate_ended"
    Party.objects.filter(pk=party.pk).update(mandate_until=walk.on)
    walk.on_leg(Act.ASK_WITHDRAWAL, party, reason="算了")
    Party.objects.filter(pk=party.pk).delete()
    assert refused_on_leg(walk, Act.REVOKE_WITHDRAWAL, party, reason="不撤了").code == "not_found"
    assert "信访人本人" in page_of(walk.case, cast.town_head)


def test_what_a_party_does_is_of_its_own_day_and_never_an_officials_own_recusal(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    receive(walk)
    walk.on += timedelta(days=5)
    earlier = date.fromordinal(walk.on.toordinal() - 4)
    do(walk, OWN[5], requested_on=earlier, received_on=earlier)
    remedy = Remedy.objects.get(leg=walk.leg)
    assert (remedy.requested_on, remedy.received_on, remedy.registered_by) == (walk.on, walk.on, None)
    other = walk_to(cast, State.IN_HANDLING)
    party = party_of(other.case)
    asked = {"person": other.handler, "source": RecusalSource.OFFICIAL, "reason": "x"}
    assert refused_on_leg(other, Act.REQUEST_RECUSAL, party, **asked).code == "recusal_not_own"
    assert not Recusal.objects.exists()


def test_who_he_was_is_part_of_the_chain_also_where_the_event_is_of_before(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    do(walk, OWN[3])
    event = Event.objects.filter(case=walk.case).latest("sequence")
    for party, payload in ((None, 3), (None, 2), (party_of(walk.case).pk + 1, 3)):
        event.party, event.payload = party, payload
        assert digest(event) != event.digest
    before = Event.objects.filter(case=walk.case, by__isnull=False).latest("sequence")
    before.payload = 2
    old = digest(before)
    before.party = 1
    assert digest(before) != old
