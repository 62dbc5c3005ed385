"""What is done about relief: page and API both call these."""

from datetime import date

from django.db import IntegrityError

from cases.models import Case
from cases.sight.out_of_reach import not_found
from law.dissuasion import judging_word
from law.errors import Refused
from law.unconditional import condition_in
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.recording import recording
from organizations.roles import Right
from organizations.today import today
from supervision.models import Assistance, ReliefFund
from supervision.models.relief import AssistanceKind, AssistanceState, FundState
from supervision.relief import relief_moves as moves
from supervision.relief.balances import balances
from supervision.relief.money import yuan

_RELIEF = "第三十七条第二款"


def assert_fitting(*texts: str) -> None:
    """Keep out what makes help depend on petitioning no more, and words that judge a person. Raises Refused: conditional, judging."""
    if words := condition_in(*texts):
        raise Refused("conditional", f"“{words}”：帮扶不以息访、不再信访为条件，请删去。", _RELIEF)
    if word := judging_word(*texts):
        raise Refused("judging", f"“{word}”是对人的评价，请改写为事实。")


def open_fund(*, by: Staff, name: str, year: int, basis: str, budget: int, on: date | None = None) -> ReliefFund:
    """Open an earmarked fund of a year. Raises Refused: not_permitted, fund_twice, conditional, judging."""
    fund = ReliefFund(
        unit=_unit_of(by, Right.APPROVE_RELIEF), name=name.strip(), year=year, basis=basis.strip(), budget=budget
    )
    assert_fitting(name, basis)
    try:
        with recording(moves.OPEN_FUND, fund, by=by, on=on) as made:
            made.facts = {"year": year, "budget": budget}
    except IntegrityError as twice:
        raise Refused("fund_twice", f"{year}年的“{name}”已经设立。") from twice
    return fund


def change_budget(
    fund: ReliefFund, *, by: Staff, budget: int, basis: str, seen: int | None = None, on: date | None = None
) -> ReliefFund:
    """Change a budget by a decision, never below what is paid and approved. Raises Refused: fund_short, conditional, judging."""
    with recording(moves.CHANGE_FUND, fund, by=by, seen=seen, on=on) as made:
        found: ReliefFund = made.record
        assert_fitting(basis)
        bound = balances([found])[found.pk]
        if budget + found.carried < bound.paid + bound.approved:
            raise _short(bound.free, "预算不能少于已支付和已批准的。")
        made.facts = {"before": found.budget, "budget": budget}
        found.budget, found.basis = budget, basis.strip()
    return found


def close_fund(
    fund: ReliefFund, *, by: Staff, next_budget: int | None = None, seen: int | None = None, on: date | None = None
) -> ReliefFund:
    """Close a fund's year; with ``next_budget`` what is left is carried over into the next. Raises Refused: relief_waits."""
    with recording(moves.CLOSE_FUND, fund, by=by, seen=seen, on=on) as made:
        found: ReliefFund = made.record
        waiting = found.assistances.filter(state__in=(AssistanceState.PROPOSED, AssistanceState.APPROVED)).count()
        if waiting:
            raise Refused("relief_waits", f"还有{waiting}件待审批或者待支付，办完再结账。")
        left = balances([found])[found.pk].left
        found.closed_on, made.facts = made.on, {"left": left}
        if next_budget is not None:
            _carry(found, left, next_budget, by, on)
    return found


def _carry(fund: ReliefFund, left: int, budget: int, by: Staff, on: date | None) -> None:
    given = {"unit": fund.unit, "name": fund.name, "basis": fund.basis}
    following = ReliefFund(**given, year=fund.year + 1, budget=budget, carried=left, carried_from=fund)
    with recording(moves.CARRY_FUND, following, by=by, on=on) as made:
        made.facts = {"carried": left, "budget": budget}


def case_of(by: Staff, case_id: int) -> Case:
    """Return a case that a person sees. Raises Refused not_found."""
    found = Case.objects.visible_to(by).filter(pk=case_id).first()
    if found is None:
        raise not_found()
    return found


def propose_assistance(
    case_id: int,
    *,
    by: Staff,
    kind: AssistanceKind,
    basis: str,
    content: str,
    amount: int = 0,
    fund: ReliefFund | None = None,
    on: date | None = None,
) -> Assistance:
    """Propose help for the petitioner of a case, on a basis. Raises Refused: not_found, sealed_case, not_permitted, amount_missing, conditional, judging."""
    case = case_of(by, case_id)
    if case.sealed:
        raise Refused("sealed_case", "检举控告件不在这里登记帮扶。")
    assert_fitting(basis, content)
    if fund and not amount:
        raise Refused("amount_missing", "从专项资金支付的，请填写金额。")
    row = Assistance(
        unit=_unit_of(by, Right.PROPOSE_RELIEF),
        case=case,
        fund=fund,
        kind=kind,
        basis=basis.strip(),
        content=content.strip(),
        amount=amount,
        proposed_on=on or today(),
        proposed_by=by,
    )
    with recording(moves.PROPOSE, row, by=by, on=on) as made:
        made.facts = {"kind": kind, "amount": amount}
    return row


def approve_assistance(
    row: Assistance, *, by: Staff, said: str = "", seen: int | None = None, on: date | None = None
) -> Assistance:
    """Approve assistance as far as its fund reaches. Raises Refused: same_person, fund_short, fund_closed, conditional, judging."""
    with recording(moves.APPROVE, row, by=by, seen=seen, on=on) as made:
        found: Assistance = made.record
        assert_fitting(said)
        _assert_covered(found)
        _decide(found, by, said, made.on)
        made.facts = {"amount": found.amount}
    return found


def refuse_assistance(
    row: Assistance, *, by: Staff, said: str, seen: int | None = None, on: date | None = None
) -> Assistance:
    """Refuse assistance with the reason. Raises Refused: same_person, conditional, judging."""
    with recording(moves.REFUSE, row, by=by, seen=seen, on=on) as made:
        found: Assistance = made.record
        assert_fitting(said)
        _decide(found, by, said, made.on)
    return found


def withdraw_assistance(row: Assistance, *, by: Staff, seen: int | None = None, on: date | None = None) -> Assistance:
    """Take back what is not paid yet; its fund is free again."""
    with recording(moves.WITHDRAW, row, by=by, seen=seen, on=on) as made:
        found: Assistance = made.record
    return found


def pay_assistance(
    row: Assistance, *, by: Staff, paid_on: date, voucher: str, seen: int | None = None, on: date | None = None
) -> Assistance:
    """Record that approved assistance was paid or handed over. Raises Refused: same_person, day_unfit."""
    with recording(moves.PAY, row, by=by, seen=seen, on=on) as made:
        found: Assistance = made.record
        if paid_on > made.on or (found.decided_on and paid_on < found.decided_on):
            raise Refused("day_unfit", f"支付日期应在批准之日{found.decided_on}和今天{made.on}之间。")
        found.paid_on, found.paid_by, found.voucher = paid_on, by, voucher.strip()
        made.facts = {"amount": found.amount, "paid_on": paid_on}
    return found


def _decide(row: Assistance, by: Staff, said: str, on: date) -> None:
    row.decided_on, row.decided_by, row.said = on, by, said.strip()


def _assert_covered(row: Assistance) -> None:
    fund = moves.fund_of(row)
    if fund is None:
        return
    if fund.state != FundState.OPEN:
        raise Refused("fund_closed", f"“{fund.name}”{fund.year}年已经结账。")
    free = balances([fund])[fund.pk].free
    if row.amount > free:
        raise _short(free, f"本件{yuan(row.amount)}元。")


def _short(free: int, words: str) -> Refused:
    return Refused("fund_short", f"资金还可以批准{yuan(free)}元，{words}")


def _unit_of(by: Staff, right: Right) -> Unit:
    held = holdings(by, right)
    if not held:
        raise Refused("not_permitted", "您的角色不办理帮扶。可在“权限一览”查看谁可以办理。")
    return held[0][1].unit
