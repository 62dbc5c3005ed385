"""What an adopted suggestion is worth (Art. 29, para 2): an award, with a letter of thanks."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.letters.making import make_document
from cases.models import Award, Case, Demand, Document, Service
from cases.models.suggestion import AwardKind
from cases.openings.after_answer import nothing_to_award
from cases.openings.dispatching import reachable
from law.errors import Refused
from law.vocabulary import Act, Letter, ServiceMethod
from organizations.models import Staff

# What a letter of thanks can be handed over by at once; nobody has to witness thanks.
THANKING = (ServiceMethod.IN_PERSON, ServiceMethod.POST)


def award(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    demand: int,
    kind: AwardKind,
    recipient: str,
    body: str,
    contribution: str,
    awarded_on: date | None = None,
    thanks: ServiceMethod | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record the award for a suggestion that was adopted, wholly or partly; ``thanks``: how a letter of thanks goes out.

    Raises Refused: not_found, not_permitted, wrong_state, demand_unknown, not_adopted, date_unfit, method_unfit,
    petitioner_unknown.
    """
    with performing(Act.AWARD, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=contribution) as deed:
        row = _adopted(deed, demand)
        day, first = awarded_on or deed.on, row.answered_on or deed.the_leg.received_on
        if not first <= day <= deed.on:
            raise Refused(
                "date_unfit", f"奖励日期{day}应在答复之日{first}与今天{deed.on}之间，请核对。", deed.step.article
            )
        letter = _thank(deed, row, contribution, thanks) if thanks else None
        Award.objects.create(
            leg=deed.the_leg,
            demand=row,
            kind=kind,
            recipient=recipient,
            body=body,
            contribution=contribution,
            awarded_on=day,
            letter=letter,
            on=deed.on,
            by=by,
        )
        deed.facts = {"demands": [demand], "award": str(kind), "awarded_on": day.isoformat()}
        if letter:
            deed.facts["document"] = letter.number
    return deed.case


def _adopted(deed: Deed, number: int) -> Demand:
    row = deed.demand(number)
    if refusal := nothing_to_award([row]):
        raise refusal
    return row


def _thank(deed: Deed, row: Demand, contribution: str, method: ServiceMethod) -> Document:
    if method not in THANKING:
        known = "、".join(each.label for each in THANKING)
        raise Refused("method_unfit", f"感谢信用“{known}”送出，不用“{method.label}”。", deed.step.article)
    if not reachable(deed.case):
        raise Refused("petitioner_unknown", "信访人匿名，或者姓名、住址不清，不能寄送感谢信。", deed.step.article)
    # Of a sealed case the extract alone travels (Art. 30).
    adopted = (row.extract or f"第{row.number}项建议") if deed.case.sealed else row.text
    letter = make_document(
        Letter.THANKS_LETTER,
        deed.case,
        leg=deed.the_leg,
        unit=deed.the_leg.unit,
        by=deed.by,
        on=deed.on,
        adopted=adopted,
        contribution=contribution,
    )
    received = deed.on if method is ServiceMethod.IN_PERSON else None
    Service.objects.create(document=letter, method=method, sent_on=deed.on, received_on=received, recorded_by=deed.by)
    return letter
