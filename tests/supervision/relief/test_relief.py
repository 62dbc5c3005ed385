"""Assistance by two, from a fund that cannot be overdrawn; never on a condition; both doors."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from kit.ledgers.declaring import columns_of
from law.errors import Refused
from law.vocabulary import State
from supervision.models import Assistance, ReliefFund
from supervision.models.relief import AssistanceKind, AssistanceState, FundState
from supervision.relief import actions
from supervision.relief.balances import balances
from supervision.relief.ledger import ASSISTANCE
from supervision.relief.money import fen_of, yuan
from supervision.relief.reading import to_decide
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.supervision.visits.scenes import fresh
from tests.walks import Walk, walk_to

ASKED: dict[str, Any] = {"kind": AssistanceKind.MONEY, "basis": "临时救助办法第九条", "content": "屋顶修缮"}
PAGE = "/supervision/relief/"


def refusal(step: Any, *given: Any, **more: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        step(*given, **more)
    return refused.value


def fund_of(cast: Cast, on: date, budget: int = 100_000) -> ReliefFund:
    return actions.open_fund(
        by=cast.town_head, name="信访救助专项", year=on.year, basis="区财预〔2026〕1号", budget=budget, on=on
    )


def proposed(cast: Cast, walk: Walk, amount: int, fund: ReliefFund | None) -> Assistance:
    asked = {**ASKED, "amount": amount, "fund": fund}
    return actions.propose_assistance(walk.case.pk, by=cast.town_handler, on=walk.on, **asked)


def test_a_fund_is_what_it_has_less_what_is_approved_and_paid_and_is_never_overdrawn(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    fund = fund_of(cast, walk.on)
    first, second = proposed(cast, walk, 60_000, fund), proposed(cast, walk, 50_000, fund)
    actions.approve_assistance(first, by=cast.town_head, on=walk.on)
    short = refusal(actions.approve_assistance, second, by=cast.town_head, on=walk.on)
    assert (short.code, "400.00元" in short.message) == ("fund_short", True)
    actions.pay_assistance(first, by=cast.town_handler, paid_on=walk.on, voucher="记-12", on=walk.on)
    bound = balances([fund])[fund.pk]
    assert (bound.has, bound.paid, bound.approved, bound.free, bound.left) == (100_000, 60_000, 0, 40_000, 40_000)
    assert refusal(actions.change_budget, fund, by=cast.town_head, budget=50_000, basis="x").code == "fund_short"
    actions.change_budget(fund, by=cast.town_head, budget=110_000, basis="追加", on=walk.on)
    actions.approve_assistance(second, by=cast.town_head, on=walk.on)
    actions.withdraw_assistance(second, by=cast.town_handler, on=walk.on)
    fund.refresh_from_db()
    assert balances([fund])[fund.pk].free == 50_000


def test_what_is_left_is_carried_over_once_nothing_waits(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    fund = fund_of(cast, walk.on)
    row = proposed(cast, walk, 30_000, fund)
    assert refusal(actions.close_fund, fund, by=cast.town_head, next_budget=80_000).code == "relief_waits"
    actions.approve_assistance(row, by=cast.town_head, on=walk.on)
    actions.pay_assistance(row, by=cast.town_handler, paid_on=walk.on, voucher="1", on=walk.on)
    actions.close_fund(fund, by=cast.town_head, next_budget=80_000, on=walk.on)
    following = ReliefFund.objects.get(year=fund.year + 1)
    assert (following.carried, following.budget, following.carried_from) == (70_000, 80_000, fund)
    assert balances([following])[following.pk].free == 150_000
    fund.refresh_from_db()
    assert fund.state == FundState.CLOSED
    late = proposed(cast, walk, 100, fund)
    assert refusal(actions.approve_assistance, late, by=cast.town_head).code == "fund_closed"


def test_who_proposes_does_not_decide_and_who_decides_does_not_pay(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    both = cast.grant(cast.town_head, cast.town, *cast.town_handler.roles)
    own = actions.propose_assistance(walk.case.pk, by=both, on=walk.on, **ASKED)
    for step in (actions.approve_assistance, actions.refuse_assistance):
        assert refusal(step, own, by=both, said="同意").code == "same_person"
    row = proposed(cast, walk, 0, None)
    assert refusal(actions.approve_assistance, row, by=cast.town_handler).code == "not_permitted"
    row = actions.approve_assistance(row, by=both, on=walk.on)
    assert refusal(actions.pay_assistance, row, by=both, paid_on=walk.on, voucher="1").code == "same_person"
    tomorrow = walk.on + timedelta(days=1)
    unfit = {"by": cast.town_handler, "paid_on": tomorrow, "voucher": "1", "on": walk.on}
    assert refusal(actions.pay_assistance, row, **unfit).code == "day_unfit"


@pytest.mark.parametrize("words", ["须签息访承诺", "保证不再上访后发放", "缠访户补助"])
def test_help_is_never_conditional(cast: Cast, words: str):
    walk = walk_to(cast, State.IN_HANDLING)
    for field in ("basis", "content"):
        asked = {**ASKED, field: words}
        refused = refusal(actions.propose_assistance, walk.case.pk, by=cast.town_handler, **asked)
        assert refused.code in ("conditional", "judging")
    assert not Assistance.objects.exists()


def test_sealed_cases_and_those_out_of_sight_have_none(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    row = proposed(cast, walk, 0, None)
    assert refusal(actions.propose_assistance, walk.case.pk, by=cast.farming_handler, **ASKED).code == "not_found"
    assert Assistance.objects.readable_by(fresh(cast.town_head)).get() == row
    assert not Assistance.objects.readable_by(fresh(cast.farming_head)).exists()
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    assert not Assistance.objects.readable_by(fresh(cast.town_head)).exists()
    assert refusal(actions.propose_assistance, walk.case.pk, by=cast.town_handler, **ASKED).code in (
        "sealed_case",
        "not_found",
    )


@pytest.mark.parametrize("door", ["page", "api"])
def test_both_doors(cast: Cast, on_day: Any, door: str):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)

    def send(person: str, path: str, **typed: Any) -> Any:
        if door == "api":
            return Caller(fresh(getattr(cast, person))).post(f"{PAGE}{path}", typed)
        return client_of(getattr(cast, person)).post(f"{PAGE}{path}", typed)

    done = (200, 201) if door == "api" else (302,)
    new_fund = {"name": "信访救助专项", "year": walk.on.year, "basis": "批复", "budget": "1000.00"}
    assert send("town_head", "funds/" if door == "api" else "funds/new/", **new_fund).status_code in done
    where = f"cases/{walk.case.pk}/" if door == "api" else f"new/?case={walk.case.pk}"
    asked = {
        "kind": "money",
        "basis": "救助办法",
        "content": "医药费",
        "amount": "300.50",
        "fund": ReliefFund.objects.get().pk,
    }
    assert send("town_handler", where, **asked).status_code in done
    row = Assistance.objects.get()
    assert row.amount == 30_050
    assert send("town_handler", f"{row.pk}/approve/", said="同意").status_code == 403
    assert send("town_head", f"{row.pk}/approve/", said="同意").status_code in done
    assert send("town_handler", f"{row.pk}/pay/", paid_on=walk.on.isoformat(), voucher="记-1").status_code in done
    row.refresh_from_db()
    assert (row.state, row.paid_on, row.voucher) == (AssistanceState.PAID, walk.on, "记-1")
    assert client_of(cast.farming_handler).get(row.get_absolute_url()).status_code == 404


def test_the_ledger_the_tile_and_the_pages(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    fund = fund_of(cast, walk.on)
    row = proposed(cast, walk, 30_050, fund)
    assert list(to_decide(fresh(cast.town_head), walk.on)) == [row]
    assert not to_decide(fresh(cast.town_handler), walk.on).exists()
    [found] = list(ASSISTANCE.rows(fresh(cast.town_head), {"since": walk.on}))
    line = dict(zip([column.label for column in columns_of(ASSISTANCE)], ASSISTANCE.cells(1, found), strict=True))
    assert (line["编号"], float(line["金额"]), line["状态"]) == (walk.case.number, 300.5, "待审批")
    urls = (PAGE, f"{PAGE}funds/", fund.get_absolute_url(), row.get_absolute_url(), f"/cases/{walk.case.pk}/")
    client = client_of(cast.town_handler)
    for url in urls:
        assert client.get(url).status_code == 200, url
    before = []
    for url in urls[:3]:
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        before.append(len(captured))
    for amount in (100, 200, 300):
        proposed(cast, walk, amount, fund)
    for url, used in zip(urls[:3], before, strict=True):
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        assert len(captured) == used, url


def test_amounts_are_exact():
    assert yuan(123_456) == "1,234.56"
    assert fen_of("0.29") == 29
    assert fen_of("19.99") == 1999
