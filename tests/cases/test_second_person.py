"""Nobody decides on what he did before: not as himself, not in another's name, not by another's hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from cases.actions.access import give_access
from cases.lists.waiting import Waiting, listed
from cases.models.recusal import RecusalSource
from cases.reading.read import read_case
from law.endings import FinalizationGround
from law.second_persons import SECOND_PERSONS
from law.vocabulary import Act, Kind, Letter, State
from organizations.mandates import acting_for
from organizations.models import Staff
from organizations.models.mandate import MandateKind
from organizations.roles import Role
from tests.cases.access import WHY
from tests.cases.exits import NA
from tests.cases.proposals import REFERRAL
from tests.cases.refusals import refused, refused_on_leg
from tests.cast import Cast, register
from tests.remedy_walks import DRAFT, city, drafter
from tests.standing_in import by_hand, stand_in
from tests.walks import Walk, answer_all, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
UPHELD = {"decision": "uphold", **DRAFT}
OWN = {"source": RecusalSource.OFFICIAL, "reason": "与信访人是亲属"}


@dataclass
class Scene:
    """``first`` is done for ``person`` by a hand who could decide it (``second``) too; ``listed``: where it waits for him."""

    state: State
    first: Act
    second: Act
    code: str
    person: Callable[[Cast], Staff] = lambda cast: cast.town_handler
    given: dict[str, Any] = field(default_factory=dict)
    decides: dict[str, Any] = field(default_factory=dict)
    listed: Waiting | None = None


SCENES = (
    Scene(State.IN_HANDLING, Act.ASK_EXTENSION, Act.EXTEND, "own_request", given={"days": 9, "reason": "复杂"}),
    Scene(
        State.IN_HANDLING,
        Act.ASK_RECLASSIFICATION,
        Act.RECLASSIFY,
        "own_request",
        given={"demand": 1, "kind": Kind.SUGGESTION, "reason": "只是建议"},
    ),
    Scene(State.IN_HANDLING, Act.SUBMIT, Act.ISSUE, "own_draft", listed=Waiting.SIGN),
    Scene(State.IN_HANDLING, Act.REQUEST_RECUSAL, Act.DECIDE_RECUSAL, "decider_unfit", given=OWN),
    Scene(
        State.REEXAMINING,
        Act.DRAFT_REMEDY,
        Act.DECIDE_REEXAMINATION,
        "own_draft",
        person=drafter,
        given=UPHELD,
        listed=Waiting.REMEDY,
    ),
    Scene(
        State.CLOSED,
        Act.PROPOSE_FINALIZATION,
        Act.FINALIZE,
        "own_proposal",
        given={"ground": FinalizationGround.JUDICIAL_FINAL, "reason": "法院已经判决"},
    ),
    Scene(State.ANSWERED, Act.ASK_UNDOING, Act.UNDO_SERVICE, "own_request", given={"reason": "送错了人"}),
    Scene(State.REFERRED, Act.NOT_ACCEPT, Act.APPROVE_EXIT, "own_request", given=dict(NA), listed=Waiting.EXIT),
)


def brought(cast: Cast, scene: Scene, person: Staff) -> Walk:
    """A leg on which the first act can be done."""
    walk = walk_to(cast, scene.state)
    if scene.first is Act.SUBMIT:
        answer_all(walk)
    if scene.first is Act.ASK_UNDOING:
        scene.given |= {"document": walk.leg.documents.get(kind=Letter.HANDLING_OPINION).pk}
    if scene.second is Act.DECIDE_RECUSAL:
        scene.given |= {"person": person}
        scene.decides |= {"person": person, "agree": False, "reason": "不是亲属"}
    return walk


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: str(scene.second))
def test_who_lent_his_hand_to_the_first_is_no_second_person(cast: Cast, scene: Scene):
    city(cast)
    person = scene.person(cast)
    hand = cast.hire("副手", person.unit, Role.HEAD)
    head = cast.hire("另一位负责人", person.unit, Role.HEAD)
    walk = brought(cast, scene, person)
    walk.on_leg(scene.first, by_hand(person, hand), **scene.given)
    for by in (hand, by_hand(head, hand), Staff.objects.get(pk=person.pk)):
        if by.pk == person.pk:
            cast.grant(by, person.unit, Role.HEAD)
        assert refused_on_leg(walk, scene.second, by, **scene.decides).code == scene.code
        closed = {each.act: each.refusal.code for each in read_case(walk.case.pk, by=by, on=walk.on).closed}
        assert closed[scene.second] == scene.code
        assert not (scene.listed and listed(by, scene.listed, walk.on).filter(pk=walk.case.pk).exists())
    assert scene.listed is None or listed(head, scene.listed, walk.on).filter(pk=walk.case.pk).exists()
    walk.on_leg(scene.second, head, **scene.decides)


def test_voiding_has_its_second_person_whoever_the_hand_is(cast: Cast):
    walk = Walk(cast, register(cast))
    hand = cast.hire("副手", cast.bureau, Role.HEAD)
    walk.act(Act.REQUEST_VOID, by_hand(cast.clerk, hand), reason="重复")
    cast.grant(cast.clerk, cast.bureau, Role.HEAD)
    for by, waits in (
        (hand, False),
        (by_hand(cast.bureau_head, hand), False),
        (cast.clerk, False),
        (cast.bureau_head, True),
    ):
        assert listed(by, Waiting.VOID, walk.on).filter(pk=walk.case.pk).exists() is waits
        file = read_case(walk.case.pk, by=by, on=walk.on)
        assert (Act.CONFIRM_VOID in {each.act for each in file.openings}) is waits


def test_a_proposal_has_its_second_person_whoever_the_hand_is(cast: Cast):
    walk, hand = Walk(cast, register(cast)), cast.hire("副手", cast.bureau, Role.HEAD)
    walk.act(Act.PROPOSE_HANDLING, by_hand(cast.router, hand), demands=[1, 2], unit=cast.town, **REFERRAL)
    cast.grant(cast.router, cast.bureau, Role.HEAD)
    for by, waits in (
        (hand, False),
        (by_hand(cast.bureau_head, hand), False),
        (cast.router, False),
        (cast.bureau_head, True),
    ):
        assert listed(by, Waiting.PROPOSAL, walk.on).filter(pk=walk.case.pk).exists() is waits
        file = read_case(walk.case.pk, by=by, on=walk.on)
        assert (Act.APPROVE_PROPOSAL in {each.act for each in file.openings}) is waits


def test_an_extension_asked_anew_by_the_absent_himself_is_no_affair_of_his_former_hand(cast: Cast):
    walk, hand = walk_to(cast, State.IN_HANDLING), cast.hire("副手", cast.town, Role.HEAD)
    asked = {"days": 9, "reason": "复杂"}
    walk.on_leg(Act.ASK_EXTENSION, by_hand(cast.town_handler, hand), **asked)
    walk.on_leg(Act.REFUSE_EXTENSION, cast.town_head, reason="不复杂")
    walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, **asked)
    walk.on_leg(Act.EXTEND, hand, days=9)


def test_who_handled_below_by_hand_keeps_out_above_and_chairs_no_hearing(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    hand = cast.hire("副手", cast.town, Role.HANDLER)
    cast.grant(hand, cast.gov, Role.HANDLER, Role.HEAD)
    answer_all(walk)
    walk.on_leg(Act.SUBMIT, by_hand(cast.town_handler, hand))
    walk.on_leg(Act.SEND_BACK, cast.town_head, reason="补充依据")
    called = {"matter": "路", "planned_on": walk.on, "place": "镇政府", "participants": "老王"}
    assert refused_on_leg(walk, Act.CALL_HEARING, cast.town_handler, chair=hand, **called).code == "chair_unfit"
    walk.on_leg(Act.SUBMIT, cast.town_handler)
    walk.on_leg(Act.ISSUE, cast.town_head)
    walk.on_leg(Act.SERVE, cast.town_handler, method="post")
    city(cast)
    received = {"received_on": walk.on, "receiver": "老王"}
    walk.on_leg(Act.RECORD_RECEIPT, cast.town_handler, **received)
    walk.on_leg(Act.REQUEST_REEXAMINATION, cast.clerk, request="不服")
    assert refused_on_leg(walk, Act.DRAFT_REMEDY, hand, **UPHELD).code == "took_part_below"
    assert not listed(hand, Waiting.REMEDY, walk.on).filter(pk=walk.case.pk).exists()
    assert listed(drafter(cast), Waiting.REMEDY, walk.on).filter(pk=walk.case.pk).exists()


def test_a_hand_of_the_unit_confirms_no_withdrawal_and_gives_himself_nothing_to_read(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_handler, reason="已经修好")
    cast.grant(cast.coordinator, cast.bureau, Role.LEADER)
    liaison = stand_in(cast.coordinator, cast.town_handler, kind=MandateKind.LIAISON)
    by = acting_for(cast.town_handler, liaison.pk)
    assert by is not None
    assert refused_on_leg(walk, Act.WITHDRAW, by, how="电话核实").code == "own_unit"
    asked = {"account": cast.town_handler.username, "number": walk.case.number}
    assert refused(give_access, by=by, **WHY, **asked).code == "own_access"
    walk.on_leg(Act.WITHDRAW, cast.coordinator, how="电话核实")


def test_who_lent_his_hand_to_a_refusal_does_not_undo_it_though_another_approved_it(cast: Cast):
    walk, hand = walk_to(cast, State.REFERRED), cast.hire("副手", cast.town, Role.HEAD)
    walk.on_leg(Act.NOT_ACCEPT, by_hand(cast.town_handler, hand), **NA)
    walk.on_leg(Act.APPROVE_EXIT, cast.town_head)
    again = {"reason": "法院没有立案"}
    for by in (hand, by_hand(cast.town_head, hand), cast.grant(cast.town_handler, cast.town, Role.HEAD)):
        assert refused_on_leg(walk, Act.REOPEN_EXIT, by, **again).code == "own_request"
    walk.on_leg(Act.REOPEN_EXIT, cast.town_head, **again)


def test_every_pair_of_the_law_is_tried_here():
    # Tried where both sides are, tests/cases/api/test_redirecting.py, or on the case, test_commissions.py, test_promises.py.
    elsewhere = {
        Act.APPROVE_PROPOSAL,
        Act.CONFIRM_VOID,
        Act.AGREE_REDIRECT,
        Act.REOPEN_EXIT,
        Act.CONFIRM_SUPERIOR_CHANGE,
        Act.KEEP_PROMISE,
    }
    tried = {scene.second for scene in SCENES} | elsewhere
    assert all(tried & set(row.second) for row in SECOND_PERSONS)
