"""Answering demand by demand, the two-step sign-off, and the handling opinion (Art. 32)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.duties import assert_risk_assessed
from cases.actions.frame import performing
from cases.actions.in_tray import runs_sixty_days_of
from cases.actions.set_aside import assert_anew
from cases.letters.making import make_document, told_demands
from cases.models import Case
from cases.models.leg import InquiryKind
from cases.places.deciders import proposed_decider
from law.errors import Refused
from law.paths import outcomes_for
from law.vocabulary import Act, Kind, Letter, Outcome
from organizations.models import Staff

ARTICLE = "第三十二条"


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
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Answer one demand (by number): facts found, opinion, legal basis, and the conclusion its kind allows.

    Raises Refused: not_found, not_permitted, wrong_state, demand_unknown, outcome_unfit, answer_incomplete.
    """
    missing = [
        word for word, said in (("查明事实", facts), ("处理意见", opinion), ("依据", legal_basis)) if not said.strip()
    ]
    if missing:
        raise Refused("answer_incomplete", f"请补全：{'、'.join(missing)}。答复应载明事实、意见及其依据。", ARTICLE)
    with performing(Act.ANSWER, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=f"{facts}\n{opinion}") as deed:
        row = deed.the_leg.demands.filter(number=demand).first()
        if row is None:
            raise Refused("demand_unknown", f"本环节没有第{demand}项诉求。")
        possible = outcomes_for(Kind(row.kind))
        if outcome not in possible:
            words = "、".join(each.label for each in possible)
            raise Refused("outcome_unfit", f"{Kind(row.kind).label}类诉求的结论只能是：{words}。", ARTICLE)
        row.outcome, row.facts, row.opinion, row.legal_basis = outcome, facts, opinion, legal_basis
        row.answered_on = deed.on
        row.save()
        deed.facts = {"demand": demand, "outcome": str(outcome)}
    return deed.case


def submit(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Submit the draft opinion for sign-off once every demand is answered and the petitioner was heard (Art. 31, 32).

    Raises Refused: not_found, not_permitted, wrong_state, demand_unanswered, petitioner_unheard,
    same_as_before.
    """
    with performing(Act.SUBMIT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        _assert_answered(deed)
        _assert_heard(deed)
        assert_anew(deed.the_leg)
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
    """Approve and issue the handling opinion (Art. 32); whoever drafted it cannot issue it.

    The way to re-examination is named where there is one. Raises Refused: not_found, not_permitted, wrong_state,
    own_draft, same_as_before, risk_unassessed (a setting).
    """
    with performing(Act.ISSUE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        leg = deed.the_leg
        if by.pk in (leg.submitted_by_id, leg.handler_id):
            raise Refused("own_draft", "意见书要由承办人以外的负责人审核签发。", ARTICLE)
        _assert_answered(deed)
        assert_risk_assessed(deed)
        assert_anew(leg)
        leg.issued_on, leg.issued_by = deed.on, by
        remedy = runs_sixty_days_of(deed)
        opinion = make_document(
            Letter.HANDLING_OPINION,
            deed.case,
            leg=leg,
            unit=leg.unit,
            by=by,
            on=deed.on,
            remedy=remedy,
            demands=told_demands(deed.case, leg),
            superior=proposed_decider(deed.case, leg.unit) if remedy else None,
        )
        deed.facts = {"document": opinion.number}
    return deed.case


def _assert_answered(deed: Deed) -> None:
    unanswered = [str(d.number) for d in deed.the_leg.demands.all() if not d.outcome]
    if unanswered:
        raise Refused("demand_unanswered", f"第{'、'.join(unanswered)}项诉求还没有答复，答复齐全后才能送审。", ARTICLE)


def _assert_heard(deed: Deed) -> None:
    """Path six begins with hearing the petitioner; an anonymous one cannot be heard."""
    appeals = deed.the_leg.demands.filter(kind=Kind.APPEAL).exists()
    heard = deed.the_leg.inquiries.filter(kind=InquiryKind.HEARD_PETITIONER).exists()
    if appeals and not heard and not deed.case.anonymous:
        raise Refused(
            "petitioner_unheard",
            "还没有听取信访人陈述的记录。请先“记录调查”，方式选“听取信访人陈述”（电话、当面均可）。",
            "第三十一条第六项",
        )
