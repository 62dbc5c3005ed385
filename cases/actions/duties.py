"""Around an answer: the assessment before an unwelcome one, the four duties, execution, relief (Art. 27, 32, 37)."""

from datetime import date

from django.conf import settings

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.models import Case, DutiesCheck, Execution, Leg, Relief, RiskAssessment
from cases.models.duties import ReliefKind, RiskLevel
from law.errors import Refused
from law.vocabulary import Act, Outcome
from organizations.models import Staff

UNWELCOME = (Outcome.EXPLAIN, Outcome.REJECT, Outcome.NOT_ADOPTED)
SUPPORTED = (Outcome.SUPPORT, Outcome.ADOPTED, Outcome.PARTLY_ADOPTED)


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
        row = leg.demands.filter(number=demand).first()
        if row is None:
            raise Refused("demand_unknown", f"本环节没有第{demand}项诉求。")
        if row.outcome not in SUPPORTED:
            raise Refused("not_supported", f"第{demand}项诉求的结论不是支持或者采纳，没有需要执行的内容。", article)
        done = row.executions.exclude(done_on=None).first()
        if done:
            raise Refused("executed_already", f"第{demand}项诉求已于{done.done_on}执行完毕。", article)
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


def assert_risk_assessed(deed: Deed) -> None:
    """Where the site wants it, refuse to sign an unwelcome decision nobody weighed. Raises Refused risk_unassessed."""
    if not getattr(settings, "XINFANG_RISK_BEFORE_ISSUE", False) or not unwelcome(deed.the_leg):
        return
    if not deed.the_leg.risk_assessments.exists():
        raise Refused(
            "risk_unassessed", "拟作出不支持或者解释说明的答复，本系统设置要求先“答复前评估”，再签发。", "第二十七条"
        )


def unwelcome(leg: Leg) -> bool:
    """Tell whether any demand of a leg is about to be answered otherwise than asked."""
    return any(demand.outcome in UNWELCOME for demand in leg.demands.all())
