"""Agreements and mediation (Art. 33): a matter that both sides settle is answered by their written agreement."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.settled import end_old_window
from cases.letters.making import make_document, told_demands
from cases.models import Case, Mediation, Settlement
from cases.models.agreement import MediationBody, MediationResult, SettlementMethod
from law.errors import Refused
from law.vocabulary import Act, Kind, Letter, Outcome
from organizations.models import Staff

ARTICLE = "第三十三条"


def settle(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    way: SettlementMethod,
    parties: str,
    content: str,
    performance: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record the agreement that both sides signed; the leg is answered on this day (Art. 33).

    Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on.
    """
    with performing(Act.SETTLE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=content) as deed:
        leg = deed.the_leg
        assert_no_accusation(deed, "调解、和解", ARTICLE)
        settlement = Settlement.objects.create(
            leg=leg, method=way, parties=parties, content=content, performance=performance, on=deed.on, by=by
        )
        end_old_window(deed)
        leg.answered_on = deed.on
        leg.demands.update(
            outcome=Outcome.SETTLED, opinion=content, legal_basis=f"《信访工作条例》{ARTICLE}", answered_on=deed.on
        )
        agreement = make_document(
            Letter.MEDIATION_AGREEMENT,
            deed.case,
            leg=leg,
            unit=leg.unit,
            by=by,
            on=deed.on,
            settlement=settlement,
            demands=told_demands(deed.case, leg),
        )
        deed.facts = {"settled_by": str(way), "document": agreement.number}
    return deed.case


def refer_mediation(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    body: MediationBody,
    name: str,
    reason: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Ask a mediation body to bring both sides together; every clock runs on.

    Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on, mediation_asked.
    """
    with performing(Act.REFER_MEDIATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        assert_no_accusation(deed, "调解", ARTICLE)
        waiting = deed.the_leg.mediations.filter(answered_on=None).first()
        if waiting:
            raise Refused(
                "mediation_asked",
                f"{waiting.sent_on}已经委托“{waiting.name}”调解，还没有结果；有了结果请先“登记调解结果”。",
                ARTICLE,
            )
        Mediation.objects.create(leg=deed.the_leg, body=body, name=name, reason=reason, sent_on=deed.on, sent_by=by)
        deed.facts = {"body": str(body)}
    return deed.case


def record_mediation(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    result: MediationResult,
    text: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record what came of a mediation; an agreement still has to be recorded as such, a failure is no refusal.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_asked.
    """
    with performing(Act.RECORD_MEDIATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        waiting = deed.the_leg.mediations.filter(answered_on=None).first()
        if waiting is None:
            raise Refused("nothing_asked", "没有等待结果的委托调解。请先“委托调解”。", ARTICLE)
        waiting.result, waiting.text, waiting.answered_on, waiting.recorded_by = result, text, deed.on, by
        waiting.save()
        deed.facts = {"result": str(result)}
    return deed.case


def assert_no_accusation(deed: Deed, what: str, article: str) -> None:
    """Refuse to end an accusation by the will of the people. Raises Refused accusation_goes_on."""
    numbers = [str(d.number) for d in deed.the_leg.demands.all() if d.kind == Kind.ACCUSATION]
    if numbers:
        raise Refused(
            "accusation_goes_on", f"第{'、'.join(numbers)}项诉求是检举控告，不适用{what}，应当继续依法办理。", article
        )
