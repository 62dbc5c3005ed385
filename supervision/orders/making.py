"""Ordering a unit to do its duty (Art. 40): the case's own act, with an order, its letter and its number."""

from dataclasses import dataclass
from datetime import date

from cases.actions.frame import performing
from cases.models import Case
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.record_letters.issuing import issue_letter
from organizations.recording import recording
from supervision.models import Finding, SupervisionOrder
from supervision.orders.committees import committee_of, committees_on
from supervision.orders.conditions import ARTICLE
from supervision.orders.letters import ORDER_LETTER
from supervision.orders.moves import MAKE, SET_ASIDE, TAKE_UP
from supervision.orders.people import signers
from supervision.words.orders import Failure, OrderMethod, OrderSource


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What an order says: in which way the unit failed, who asked for it, how it is made, what is wanted by when."""

    failure: Failure
    source: OrderSource
    method: OrderMethod
    text: str
    reply_by: date
    signed_by: Staff
    committee: str = ""


def supervise(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    text: str,
    source: OrderSource,
    method: OrderMethod,
    reply_by: date,
    signed_by: Staff,
    failure: Failure | None = None,
    finding: Finding | None = None,
    committee: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Order the unit of a leg to do its duty (Art. 40); ``finding``: what a rule found, which says the failure itself.

    Raises Refused: not_found, not_permitted, wrong_state, own_unit, failure_missing, finding_unfit, reply_by_past,
    signer_unfit, committee_missing, committee_unfit.
    """
    why = Failure(finding.failure) if finding else failure
    if why is None:
        raise Refused("failure_missing", "请选择一条线索，或者选择督办的情形。", ARTICLE)
    with performing(Act.SUPERVISE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        wanted = Wanted(
            failure=why,
            source=OrderSource(source),
            method=OrderMethod(method),
            text=text,
            reply_by=reply_by,
            signed_by=signed_by,
            committee=committee,
        )
        order = SupervisionOrder(
            case=deed.case, leg=deed.the_leg, unit=deed.the_leg.unit, finding=finding, made_by=by, made_on=deed.on
        )
        made = _write(order, wanted, by=by, on=deed.on)
        deed.facts = {"document": made.number, "report_by": reply_by.isoformat()}
    return deed.case


def _write(order: SupervisionOrder, wanted: Wanted, *, by: Staff, on: date) -> SupervisionOrder:
    _assert_fit(order, wanted, by, on)
    for name, value in vars(wanted).items():
        setattr(order, name, value)
    order.issued_by_unit = by.unit
    with recording(MAKE, order, by=by, on=on) as made:
        made.record.number = issue_letter(made, ORDER_LETTER, unit=by.unit).number
        made.facts = {
            "failure": str(wanted.failure),
            "source": str(wanted.source),
            "method": str(wanted.method),
            "reply_by": wanted.reply_by,
        }
    if order.finding:
        with recording(TAKE_UP, order.finding, by=by, on=on) as taken:
            taken.facts = {"number": order.number}
    return order


def _assert_fit(order: SupervisionOrder, wanted: Wanted, by: Staff, on: date) -> None:
    if order.finding and order.finding.leg_id != order.leg_id:
        raise Refused("finding_unfit", "这条线索不是本环节的，请在本环节的线索中选择。", ARTICLE)
    if wanted.reply_by <= on:
        raise Refused("reply_by_past", f"应反馈日期{wanted.reply_by}不晚于今天{on}，单位来不及办理。", ARTICLE)
    if wanted.signed_by.pk not in signers(by):
        raise Refused("signer_unfit", f"“{wanted.signed_by.name}”不是您单位或者上级单位的负责人、领导。", ARTICLE)
    _assert_committee(order, wanted, on)


def _assert_committee(order: SupervisionOrder, wanted: Wanted, on: date) -> None:
    if wanted.source != OrderSource.CONGRESS:
        if wanted.committee:
            raise Refused("committee_unfit", "只有来源是“人大工委对口”的才填工作委员会。", ARTICLE)
        return
    table = committees_on(on, order.unit.district_id)
    if wanted.committee not in table:
        raise Refused("committee_missing", f"请选择对口的工作委员会：{'、'.join(table)}。", ARTICLE)
    own = committee_of(order.unit, table)
    if own and own != wanted.committee:
        raise Refused("committee_unfit", f"“{order.unit.name}”由{own}对口联系，请核对。", ARTICLE)


def set_aside(finding: Finding, *, by: Staff, reason: str, seen: int | None = None, on: date | None = None) -> Finding:
    """Decide that a finding is not ordered about, and say why; it stays among what was found.

    Raises Refused: not_found, not_permitted, wrong_state, reason_missing.
    """
    if not reason.strip():
        raise Refused("reason_missing", "请写明不予督办的理由。", ARTICLE)
    with recording(SET_ASIDE, finding, by=by, on=on, seen=seen) as made:
        made.record.reason = reason.strip()
        made.facts = {"failure": finding.failure}
    found: Finding = made.record
    return found
