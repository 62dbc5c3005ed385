"""Answering demand by demand, the two-step sign-off, and the handling opinion (Art. 32)."""

from datetime import date

from cases.actions.answer_letters import answer_letters
from cases.actions.frame import performing
from cases.models import Case
from cases.openings.handling import ARTICLE
from law.errors import Refused
from law.matters import Cause
from law.paths import outcomes_for
from law.vocabulary import Act, Kind, Outcome
from organizations.models import Staff


def answer(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    demand: int,
    outcome: Outcome,
    facts: str,
    opinion: str,
    legal_basis: str,
    cause: Cause | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Answer one demand (by number): facts found, opinion, legal basis, and the conclusion its kind allows.

    ``cause``: what the matter came of; left out only where it was picked before.
    Raises Refused: not_found, not_permitted, wrong_state, demand_unknown, outcome_unfit, answer_incomplete.
    """
    missing = [
        word for word, said in (("查明事实", facts), ("处理意见", opinion), ("依据", legal_basis)) if not said.strip()
    ]
    if missing:
        raise Refused("answer_incomplete", f"请补全：{'、'.join(missing)}。答复应载明事实、意见及其依据。", ARTICLE)
    with performing(Act.ANSWER, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=f"{facts}\n{opinion}") as deed:
        row = deed.demand(demand)
        cause = cause or (Cause(row.cause) if row.cause else None)
        if cause is None:
            raise Refused("answer_incomplete", "请补全：产生原因。从所列的原因中选一项。", ARTICLE)
        possible = outcomes_for(Kind(row.kind))
        if outcome not in possible:
            words = "、".join(each.label for each in possible)
            raise Refused("outcome_unfit", f"{Kind(row.kind).label}类诉求的结论只能是：{words}。", ARTICLE)
        row.outcome, row.facts, row.opinion, row.legal_basis = outcome, facts, opinion, legal_basis
        row.cause, row.answered_on = cause, deed.on
        deed.together.store(row)
        deed.facts = {"demand": demand, "outcome": str(outcome), "cause": str(cause)}
    return deed.case


def submit(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Submit the draft opinion for sign-off once every demand is answered and the petitioner was heard (Art. 31, 32).

    Raises Refused: not_found, not_permitted, wrong_state, demand_unanswered, petitioner_unheard,
    same_as_before.
    """
    with performing(Act.SUBMIT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        deed.the_leg.submitted_by = by
    return deed.case


def send_back(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Send a draft back to its handler with a reason; no clock stops. Raises Refused: not_found, wrong_state."""
    with performing(Act.SEND_BACK, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        deed.facts = {"handler": deed.the_leg.handler_id}
    return deed.case


def issue(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Approve and issue the handling opinion (Art. 32), and what else answers by a letter of its own; whoever drafted it cannot.

    The way to re-examination is named where there is one. Raises Refused: not_found, not_permitted, wrong_state,
    own_draft, demand_unanswered, risk_unassessed (a setting), same_as_before, accused_named, letter_incomplete.
    """
    with performing(Act.ISSUE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        deed.the_leg.issued_on, deed.the_leg.issued_by = deed.on, by
        deed.facts = {"document": "、".join(letter.number for letter in answer_letters(deed))}
    return deed.case
