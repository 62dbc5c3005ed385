"""One answer for several cases of one matter: each keeps its number, its clocks and its own letter (Art. 32)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from cases.actions.answering import answer, issue, submit
from cases.actions.one_by_one import one_by_one
from cases.models import Case, Demand, Leg
from cases.openings.shared_answers import ARTICLE, shareable
from cases.sight.out_of_reach import not_found
from law.errors import Refused
from law.matters import Cause
from law.vocabulary import Act, Outcome
from organizations.models import Staff


class Target(NamedTuple):
    """Where an answer goes: a leg, and of it the demand by its number; submitting and signing take the whole leg."""

    leg_id: int
    demand: int = 0


Told = list[tuple[Target, Refused | None]]
_OF_LEGS: dict[Act, Callable[..., Any]] = {Act.SUBMIT: submit, Act.ISSUE: issue}
SHARED = (Act.ANSWER, *_OF_LEGS)
SHARED_CHOICES = [(str(act), act.label) for act in SHARED]


def do_together(
    case_id: int,
    *,
    act: Act,
    to: Sequence[Target],
    by: Staff,
    source: Target | None = None,
    note: str = "",
    on: date | None = None,
) -> Told:
    """Answer as one demand of a case was answered (``source``), submit or sign, at several cases of its matter.

    Each is an act of its own, with its own event, and is refused by itself: not_found, not_same_matter, what
    `shareable` says, and what the act says. Raises Refused: not_found, the case or the demand whose answer is shared.
    """
    case = Case.objects.visible_to(by).filter(pk=case_id).first()
    given = _readable_demand(source, by) if source and act is Act.ANSWER else None
    if case is None or (given is None) is (act is Act.ANSWER) or (given and given.case_id != case_id):
        raise not_found()
    return one_by_one(
        dict.fromkeys(to),
        lambda target: _answer_as(given, target, by, on) if given else _pass_on(case, act, target, by, note, on),
    )


def _readable_demand(target: Target, by: Staff) -> Demand:
    rows = Demand.objects.readable_by(by).filter(leg=target.leg_id, number=target.demand)
    found = rows.select_related("case", "leg").first()
    if found is None:
        raise not_found()
    return found


def _answer_as(source: Demand, to: Target, by: Staff, on: date | None) -> None:
    target = _readable_demand(to, by)
    if refusal := shareable(source, target):
        raise refusal
    answer(
        target.case_id,
        leg_id=target.leg_id or 0,
        by=by,
        demand=target.number,
        outcome=Outcome(source.outcome),
        facts=source.facts,
        opinion=source.opinion,
        legal_basis=source.legal_basis,
        cause=Cause(source.cause) if source.cause else None,
        on=on,
    )


def _pass_on(case: Case, act: Act, target: Target, by: Staff, note: str, on: date | None) -> None:
    leg = Leg.objects.readable_by(by).filter(pk=target.leg_id).select_related("case").first()
    if leg is None:
        raise not_found()
    if leg.case_id != case.pk and (case.matter_id is None or leg.case.matter_id != case.matter_id):
        raise Refused("not_same_matter", f"“{leg.case.number}”与“{case.number}”不是同一事项。", ARTICLE)
    _OF_LEGS[act](leg.case_id, leg_id=leg.pk, by=by, note=note, on=on)
