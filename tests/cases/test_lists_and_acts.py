"""A list of what waits for a person holds a case exactly when one of its acts is open to that person there."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from cases.lists.waiting import ACTS, Waiting, listed, offered
from cases.models import Case, Document
from cases.reading.case_file import CaseFile
from cases.reading.read import read_case
from law.errors import Refused
from law.procedure import EXITED
from law.service import EXIT_NOTICES
from law.vocabulary import Act, Kind, Outcome, ServiceMethod, State
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.playing import KINDS, Player
from tests.cast import Cast, register
from tests.remedy_walks import decider, draft, drafter, remand, request_reexamination
from tests.walks import Walk, follow, issue, serve, walk_to

ACCUSING = [*KINDS, (Kind.ACCUSATION, None)]
PEOPLE = (
    "clerk",
    "router",
    "coordinator",
    "bureau_head",
    "sealed_desk",
    "dispatcher",
    "town_head",
    "town_handler",
    "housing_head",
    "housing_handler",
    "farming_head",
    "farming_handler",
    "informant",
    "village_head",
)
# Lists of what a person or a unit holds, whatever can be done about it today: no act is their measure.
HELD = {Waiting.MINE, Waiting.UNIT}


def came_back(letter: Document) -> bool:
    """Tell whether a letter was sent and came back every time."""
    services = list(letter.services.all())
    return bool(services) and all(each.returned_on for each in services)


def unlinked(file: CaseFile) -> bool:
    """Tell whether an accusation names nobody, or somebody who is linked to nobody."""
    respondents = list(file.case.respondents.all())
    named = {demand.pk for each in respondents for demand in each.demands.all()}
    accusing = [d for d in file.case.demands.all() if d.kind == Kind.ACCUSATION]
    return any(d.pk not in named for d in accusing) or any(each.accused and not each.linked for each in respondents)


# An act can be open beyond what waits: which of its openings the list means, and why not all.
NARROWER: dict[Waiting, tuple[str, Callable[[Any, CaseFile], bool]]] = {
    Waiting.LINK: (
        "a respondent can be added at any time; what waits is the accusation that cannot be dispatched without one",
        lambda opening, file: file.case.state == State.REGISTERED and unlinked(file),
    ),
    Waiting.TAKE: (
        "a head can change the handler at any time; what waits is the leg without one",
        lambda opening, file: opening.leg.state == State.ACCEPTED and opening.leg.handler is None,
    ),
    Waiting.ASSESS: ("a finding can be assessed again", lambda opening, file: not opening.leg.assessments.all()),
    Waiting.SERVE: (
        "an opinion that came back waits in the list of returned mail",
        lambda opening, file: not any(map(came_back, opening.leg.documents.all())) or opening.leg.state == State.ISSUED,
    ),
    Waiting.RETURNED: (
        "what was never sent waits in the lists of opinions and notices to serve",
        lambda opening, file: any(map(came_back, opening.leg.documents.all())),
    ),
    Waiting.EXIT_NOTICE: (
        "other notices are served with the work on a leg, which is a list of its own",
        lambda opening, file: (
            opening.leg.state in EXITED
            and any(d.kind in EXIT_NOTICES and not d.services.all() for d in opening.leg.documents.all())
        ),
    ),
    Waiting.REPORT: (
        "a report can be taken after the leg was closed; nothing waits for it any more",
        lambda opening, file: opening.leg.state != State.CLOSED,
    ),
    Waiting.REMEDY: (
        "a draft can be mended until it is decided; what waits is the first one",
        lambda opening, file: (
            opening.act is not Act.DRAFT_REMEDY or not any(r.open and r.drafted_on for r in opening.leg.remedies.all())
        ),
    ),
}
# What waits though none of its acts is open: which, and why it is listed all the same.
WIDER: dict[Waiting, tuple[str, Callable[[CaseFile], bool]]] = {
    Waiting.DISPATCH: ("the days of dispatch run on while the respondent of an accusation is looked for", unlinked)
}
# Acts of a kind beside those that decide who is offered its list.
MORE_ACTS = {Waiting.REMEDY: (Act.DECIDE_REEXAMINATION, Act.DECIDE_REVIEW)}


def open_to(file: CaseFile, what: Waiting) -> bool:
    """Tell whether an act that a list stands for is open to whoever reads this file."""
    acts = (*ACTS[what], *MORE_ACTS.get(what, ()))
    _why, meant = NARROWER.get(what, ("", lambda opening, file: True))
    return any(opening.act in acts and meant(opening, file) for opening in file.openings)


def disagreements(case: Case, by: Staff, on: date) -> list[str]:
    """Compare every list with the acts open to one person on one case; a list may be wider where WIDER says so."""
    try:
        file = read_case(case.pk, by=by, on=on)
    except Refused:
        file = None
    found = []
    for what in sorted(set(ACTS) - HELD):
        waits = listed(by, what, on).filter(pk=case.pk).exists()
        is_open = file is not None and open_to(file, what)
        if waits and not is_open and file and what in WIDER and WIDER[what][1](file):
            continue
        if waits != is_open:
            states = [(leg.pk, str(leg.state)) for leg in case.legs.all()]
            found.append(f"{what} for {by.username}: listed {waits}, act open {is_open}; {case.state}, legs {states}")
    return found


def play(cast: Cast, seeds: range, acts: int, *, every: int, people: int) -> int:
    """Play one case a seed and compare at every so many states, for some people and whoever handles it; count them."""
    compared, faults = 0, []
    for seed in seeds:
        player, chance = Player(cast, Random(seed), ACCUSING if seed % 3 == 0 else KINDS), Random(seed)
        for number in range(acts):
            if not player.step() or number % every:
                continue
            case = Case.objects.get(pk=player.case.pk)
            crew = [getattr(cast, name) for name in PEOPLE] + [decider(cast), drafter(cast)]
            for person in chance.sample(crew, people):
                by = Staff.objects.get(pk=person.pk)
                faults += [f"seed {seed}, act {number}: {each}" for each in disagreements(case, by, player.on)]
                compared += 1
    assert not faults, "\n".join(faults)
    return compared


@pytest.mark.db_slow
def test_lists_and_acts_agree_in_a_sample_of_histories(cast: Cast):
    assert play(cast, range(3, 7), 60, every=4, people=4) > 25


@pytest.mark.long
def test_lists_and_acts_agree_in_many_histories(cast: Cast):
    assert play(cast, range(400, 460), 60, every=1, people=5) > 1000


def agreed(walk: Walk, who: Staff, what: Waiting) -> bool:
    """Whether a list holds the case for a person, where every list agrees with his acts."""
    by = Staff.objects.get(pk=who.pk)
    assert not disagreements(walk.case, by, walk.on)
    return listed(by, what, walk.on).filter(pk=walk.case.pk).exists()


def test_who_asked_to_void_before_decides_about_what_another_asks_now(cast: Cast):
    first = cast.hire("first", cast.bureau, Role.ROUTER, Role.HEAD)
    walk = Walk(cast, register(cast))
    walk.act(Act.REQUEST_VOID, first, reason="重复")
    assert not agreed(walk, first, Waiting.VOID)
    walk.act(Act.REFUSE_VOID, cast.coordinator, reason="并不重复")
    walk.act(Act.REQUEST_VOID, cast.clerk, reason="重复")
    assert agreed(walk, first, Waiting.VOID)


def answer_anew(walk: Walk) -> None:
    """After a remand the answers must say something else."""
    anew = {"facts": "破损五处。", "opinion": "下月修好。", "legal_basis": "《公路法》第三十五条"}
    for demand in walk.leg.demands.all():
        walk.on_leg(Act.ANSWER, walk.handler, demand=demand.number, outcome=Outcome.SUPPORT, **anew)
    walk.on_leg(Act.SUBMIT, walk.handler, later=1)


def test_an_opinion_that_remanded_and_was_never_sent_is_not_the_one_to_serve_later(cast: Cast):
    walk = walk_to(cast, State.REEXAMINING)
    remand(walk)
    follow(walk, answer_anew, issue, serve, request_reexamination)
    draft(walk)
    walk.on_leg(Act.DECIDE_REEXAMINATION, decider(cast), later=1)
    assert agreed(walk, decider(cast), Waiting.SERVE)
    walk.on_leg(Act.SERVE, decider(cast), later=1, method=ServiceMethod.POST)
    assert not agreed(walk, decider(cast), Waiting.SERVE)


def test_a_remedy_does_not_wait_for_who_took_part_below(cast: Cast):
    walk = walk_to(cast, State.REEXAMINING)
    cast.grant(walk.handler, cast.gov, Role.HANDLER)
    assert agreed(walk, drafter(cast), Waiting.REMEDY)
    assert not agreed(walk, walk.handler, Waiting.REMEDY)


def test_a_correction_that_came_back_is_no_letter_to_send_again(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    letter = walk.leg.documents.get(kind="handling_opinion")
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=2, received_on=walk.on + timedelta(days=1), receiver="老王")
    fix = {"document": letter.pk, "wrong": "本月", "right": "下月", "reason": "笔误", "method": ServiceMethod.POST}
    walk.on_leg(Act.CORRECT_LETTER, walk.head, **fix)
    sheet = walk.leg.documents.get(kind="correction_sheet")
    walk.on_leg(Act.RECORD_RETURN, walk.handler, later=1, reason="查无此人", document=sheet.pk)
    assert not agreed(walk, walk.handler, Waiting.RETURNED)


def test_who_is_asked_for_guidance_only_has_the_list_of_replies(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ASK_GUIDANCE, walk.handler, unit=cast.bureau, question="怎么办", proposal="照此办")
    assert agreed(walk, cast.router, Waiting.REPLY)
    assert offered(Staff.objects.get(pk=cast.router.pk), Waiting.REPLY)


def test_every_list_has_its_acts_or_says_why_not():
    dated = {Waiting.OVERDUE, Waiting.TODAY, Waiting.NEAR}
    assert set(Waiting) == set(ACTS) | dated
    assert set(ACTS) >= HELD
    assert not HELD & (set(NARROWER) | set(WIDER))
    assert all(why for why, _ in [*NARROWER.values(), *WIDER.values()])
