"""Agreements and mediation (Art. 33): a matter that both sides settle is answered by their written agreement."""

from collections.abc import Sequence
from datetime import date

from cases.actions.apart import set_apart
from cases.actions.frame import performing
from cases.actions.settled import end_old_window
from cases.letters.making import make_document, told_demands
from cases.models import Case, Mediation, Settlement
from cases.models.agreement import MediationBody, MediationResult, SettlementMethod
from cases.openings.petitioner import SETTLING
from cases.openings.together import open_mediation
from law.vocabulary import Act, Letter, Outcome
from organizations.models import Staff


def settle(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    way: SettlementMethod,
    parties: str,
    content: str,
    performance: str,
    demands: Sequence[int] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record the agreement that both sides signed; the leg is answered on this day (Art. 33).

    ``demands``: it settles some demands of the leg only; the others go on in it.
    Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on, demand_unknown.
    """
    with performing(Act.SETTLE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=content) as deed:
        set_apart(deed, demands)
        leg = deed.the_leg
        settlement = Settlement.objects.create(
            leg=leg, method=way, parties=parties, content=content, performance=performance, on=deed.on, by=by
        )
        end_old_window(deed)
        leg.answered_on = deed.on
        leg.demands.update(
            outcome=Outcome.SETTLED, opinion=content, legal_basis=f"《信访工作条例》{SETTLING}", answered_on=deed.on
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
        waiting = open_mediation(deed.the_leg)
        assert waiting, "the opening of the act has seen to it"
        waiting.result, waiting.text, waiting.answered_on, waiting.recorded_by = result, text, deed.on, by
        waiting.save()
        deed.facts = {"result": str(result)}
    return deed.case
