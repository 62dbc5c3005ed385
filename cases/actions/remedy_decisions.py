"""Re-examination and review: one person drafts, the head decides or remands; nobody who handled it below (Art. 35, 36)."""

from datetime import date
from typing import Any

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.remedies import end_remedy, open_remedy, paper
from cases.actions.set_aside import set_answers_aside
from cases.models import Case, Remedy
from cases.openings.remedies import revocation_bare
from cases.places.deciders import proposed_decider
from law.errors import Refused
from law.remedies import AFTER_REVOCATION, MOST_REMAND_DAYS, Course, RemedyDecision, RemedyKind
from law.vocabulary import Act, Duty
from organizations.models import Staff


def draft_remedy(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    decision: RemedyDecision,
    facts: str,
    opinion: str,
    legal_basis: str,
    followed_by: RemedyDecision | None = None,
    remand_days: int | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Draft the opinion of the deciding unit: facts, opinion, basis; ``remand_days`` to handle anew. Again mends it.

    ``followed_by``: what a revocation comes with, a change or a remand.
    Raises Refused: not_found, not_permitted, wrong_state, opinion_incomplete, revocation_bare, remand_days,
    took_part_below.
    """
    said = {"认定的事实": facts, "意见": opinion, "依据": legal_basis}
    missing = [word for word, text in said.items() if not text.strip()]
    with performing(
        Act.DRAFT_REMEDY, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=f"{facts}\n{opinion}"
    ) as deed:
        remedy, course = open_remedy(deed)
        if missing:
            raise Refused("opinion_incomplete", f"请补全：{'、'.join(missing)}。", course.article)
        remedy.revoked = decision is RemedyDecision.REVOKE
        decision = _decided_on(decision, followed_by, course)
        remedy.remand_days = _remand_days(decision, remand_days, course)
        remedy.decision, remedy.facts, remedy.opinion, remedy.legal_basis = (decision, facts, opinion, legal_basis)
        remedy.drafted_by, remedy.drafted_on = by, deed.on
        remedy.admitted_on = remedy.admitted_on or deed.on
        remedy.save()
        deed.facts = {"unit": remedy.unit_id, "at": deed.place.pk, **_what_was_decided(remedy)}
    return deed.case


def decide_reexamination(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    note: str = "",
    number: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Decide a re-examination as drafted: uphold, revoke or change, with the opinion and its way to review (Art. 35).

    Raises Refused: not_found, not_permitted, wrong_state, no_draft, decision_unfit, own_draft, took_part_below,
    number_missing, number_taken.
    """
    return _decide(Act.DECIDE_REEXAMINATION, case_id, number, leg_id=leg_id, by=by, text=note, seen=seen, on=on)


def decide_review(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    note: str = "",
    number: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Decide a review as drafted; its opinion is the last one and names no further way (Art. 36). Raises as above."""
    return _decide(Act.DECIDE_REVIEW, case_id, number, leg_id=leg_id, by=by, text=note, seen=seen, on=on)


def remand(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    note: str = "",
    number: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Send the matter back to be handled anew within the days designated; the old answers are kept as history.

    Raises Refused: as `decide_reexamination`.
    """
    with performing(Act.REMAND, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        remedy, course = open_remedy(deed)
        _issue(deed, remedy, course, number)
        assert remedy.remand_days
        deed.days[Duty.REMAND_LIMIT] = deed.facts["days"] = remedy.remand_days
        set_answers_aside(deed, remedy)
    return deed.case


def _decide(act: Act, case_id: int, number: str, **how: Any) -> Case:
    with performing(act, case_id, **how) as deed:
        remedy, course = open_remedy(deed)
        _issue(deed, remedy, course, number)
        deed.bearers[Duty.SERVICE_3WD] = remedy.unit
    return deed.case


def _issue(deed: Deed, remedy: Remedy, course: Course, number: str) -> None:
    remedy.decided_on, remedy.decided_by = deed.on, deed.by
    further: dict[str, Any] = {}
    if course.kind is RemedyKind.REEXAMINATION and remedy.decision != RemedyDecision.REMAND:
        further = {"remedied": True, "superior": proposed_decider(deed.case, remedy.unit)}
    letter = paper(deed, course.letter, remedy, number, below=deed.the_leg.unit, **further)
    deed.facts = _what_was_decided(remedy)
    end_remedy(deed, remedy, letter)


def _what_was_decided(remedy: Remedy) -> dict[str, Any]:
    revoked = {"revoked": True} if remedy.revoked else {}
    return {"decision": str(remedy.decision), **revoked}


def _decided_on(decision: RemedyDecision, followed_by: RemedyDecision | None, course: Course) -> RemedyDecision:
    """Return what becomes of the matter. Raises Refused revocation_bare: revoked, and nobody answers the petitioner."""
    if decision is not RemedyDecision.REVOKE:
        return decision
    if followed_by not in AFTER_REVOCATION:
        raise revocation_bare(course)
    return followed_by


def _remand_days(decision: RemedyDecision, days: int | None, course: Course) -> int | None:
    if decision != RemedyDecision.REMAND:
        return None
    if not days or not 1 <= days <= MOST_REMAND_DAYS:
        text = f"责令重新办理要指定期限，应在1至{MOST_REMAND_DAYS}日之间，现为{days or '空'}。"
        raise Refused("remand_days", text, course.article)
    return days
