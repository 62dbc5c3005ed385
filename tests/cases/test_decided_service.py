"""What a deciding unit wrote: it serves it, it is told of what comes back, and the unit below learns of the decision."""

from cases.lists.waiting import Waiting, listed
from cases.models import Notice, Remedy
from law.remedies import RefusalGround
from law.vocabulary import Act, ServiceMethod, State
from tests.cases.accusing import tell_all
from tests.cases.remedies_by_hand import asked_late
from tests.cast import Cast
from tests.remedy_walks import DRAFT, decider, draft, drafter
from tests.walks import Walk, walk_to


def waits(walk: Walk, what: Waiting) -> set[str]:
    """The people on whose desk this case stands."""
    cast = walk.cast
    people = (decider(cast), drafter(cast), walk.handler, walk.head, cast.bureau_head, cast.router, cast.farming_head)
    return {person.username for person in people if walk.case in listed(person, what, walk.on)}


def told(walk: Walk, act: Act) -> set[str]:
    tell_all(walk.case)
    rows = Notice.objects.filter(case=walk.case, event__act=act)
    return set(rows.values_list("staff__username", flat=True))


def decided(cast: Cast) -> Walk:
    """A re-examination decided by the district government, not yet sent."""
    walk = walk_to(cast, State.REEXAMINING)
    draft(walk)
    walk.on_leg(Act.DECIDE_REEXAMINATION, decider(cast), later=1)
    return walk


def test_an_opinion_of_the_deciding_unit_waits_there_to_be_served(cast: Cast):
    walk = decided(cast)
    assert waits(walk, Waiting.SERVE) == {"区长花", "复查员苗"}
    assert told(walk, Act.DECIDE_REEXAMINATION) == {"town_handler", "复查员苗"}
    walk.on_leg(Act.SERVE, decider(cast), later=1, method=ServiceMethod.POST)
    assert waits(walk, Waiting.SERVE) == set()


def test_its_returned_mail_is_a_matter_of_the_deciding_unit(cast: Cast):
    walk = decided(cast)
    walk.on_leg(Act.SERVE, decider(cast), later=1, method=ServiceMethod.POST)
    walk.on_leg(Act.RECORD_RETURN, decider(cast), later=1, reason="查无此人")
    assert waits(walk, Waiting.RETURNED) == {"区长花", "复查员苗"}
    assert told(walk, Act.RECORD_RETURN) == {"复查员苗"}
    walk.on_leg(Act.SERVE, decider(cast), later=1, method=ServiceMethod.IN_PERSON)
    assert waits(walk, Waiting.RETURNED) == set()


def test_a_returned_opinion_of_the_unit_below_stays_with_its_handler(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    walk.on_leg(Act.RECORD_RETURN, walk.handler, later=1, reason="查无此人")
    assert waits(walk, Waiting.RETURNED) == {"town_handler", "town_head"}


def test_what_a_body_outside_decided_is_served_by_the_desk(cast: Cast):
    walk = walk_to(cast, State.REVIEWING)
    walk.on_leg(Act.DRAFT_REMEDY, cast.router, later=9, decision="uphold", **DRAFT)
    walk.on_leg(Act.DECIDE_REVIEW, cast.bureau_head, later=1, number="云政信核〔2026〕17号")
    assert waits(walk, Waiting.SERVE) == {"bureau_head"}
    assert told(walk, Act.DECIDE_REVIEW) == {"town_handler", "router"}


def test_a_remand_and_a_refusal_are_told_below_and_where_they_are_to_be_sent(cast: Cast):
    walk = walk_to(cast, State.REEXAMINING)
    asked_late(walk.leg)
    walk.on_leg(Act.REFUSE_REMEDY, decider(cast), later=1, ground=RefusalGround.LATE, reason="理由不成立")
    assert "town_handler" in told(walk, Act.REFUSE_REMEDY)
    assert Remedy.objects.get().document
