"""Around an answer: the assessment before an unwelcome one, the four duties, execution, relief (Art. 27, 32, 37)."""

from datetime import date

from cases.actions.frame import performing
from cases.models import Case, DutiesCheck, Execution, Relief, RiskAssessment
from cases.models.duties import ReliefKind, RiskLevel
from cases.openings.after_answer import nothing_to_track
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff


def assess_risk(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    level: RiskLevel,
    reasons: str,
    plan: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Weigh an unwelcome decision before it is signed: level, reasons, how it will be explained, and by whom.

    Raises Refused: not_found, not_permitted, wrong_state.
    """
    with performing(Act.ASSESS_RISK, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reasons) as deed:
        RiskAssessment.objects.create(leg=deed.the_leg, level=level, reasons=reasons, plan=plan, on=deed.on, by=by)
        deed.facts = {"level": str(level), "handler": deed.the_leg.first_handler_id}
    return deed.case


def check_duties(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    solved: str,
    explained: str,
    helped: str,
    lawful: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Check off the four duties of Art. 27, each in words: what was done, or that it does not arise.

    Raises Refused: not_found, not_permitted, wrong_state.
    """
    with performing(Act.CHECK_DUTIES, case_id, leg_id=leg_id, by=by, seen=seen, on=on) as deed:
        DutiesCheck.objects.create(
            leg=deed.the_leg, solved=solved, explained=explained, helped=helped, lawful=lawful, on=deed.on, by=by
        )
    return deed.case


def track_execution(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    demand: int,
    progress: str,
    done_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record how far a supported demand was carried out, and when it was done (Art. 32, para 2).

    Raises Refused: not_found, not_permitted, wrong_state, demand_unknown, not_supported, executed_already, date_unfit.
    """
    with performing(Act.TRACK_EXECUTION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=progress) as deed:
        leg, article = deed.the_leg, deed.step.article
        row = deed.demand(demand)
        if refusal := nothing_to_track([row], row.executions.all()):
            raise refusal
        if done_on and not (leg.answered_on or leg.received_on) <= done_on <= deed.on:
            first = leg.answered_on or leg.received_on
            raise Refused("date_unfit", f"完成日期{done_on}应在{first}与今天{deed.on}之间，请核对。", article)
        Execution.objects.create(leg=leg, demand=row, progress=progress, done_on=done_on, on=deed.on, by=by)
        deed.facts = {"demands": [demand], "done_on": done_on.isoformat() if done_on else None}
    return deed.case


def refer_relief(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    relief: ReliefKind,
    body: str,
    reason: str,
    result: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Lead a petitioner in need to social or judicial relief (Art. 37); once more with the result when it is known.

    Raises Refused: not_found, not_permitted, wrong_state.
    """
    with performing(Act.REFER_RELIEF, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        Relief.objects.create(leg=deed.the_leg, kind=relief, body=body, reason=reason, result=result, on=deed.on, by=by)
        deed.facts = {"relief": str(relief)}
    return deed.case
