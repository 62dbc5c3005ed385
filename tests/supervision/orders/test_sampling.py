"""查账, 质量抽查, 交账, 责任倒查表 and inspections."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import Case, DatedAccess, Leg
from law.vocabulary import State
from organizations.roles import Role
from supervision.models import Inspection, OrderAccount, Sample, SampleRow
from supervision.orders.accounting import call_to_account, give_account
from supervision.orders.inspecting import report_inspection, start_inspection
from supervision.orders.rates import rate_of
from supervision.orders.sampling import check_row, draw, drawn_keys, quality_of, sign
from supervision.orders.tracing import trace
from supervision.words.orders import Account, AccountState, Defect, InspectionKind, RowResult, SampleKind
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.supervision.orders.ordering import order_on
from tests.walks import code, walk_to

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


def drawn(cast: Cast, kind: SampleKind, size: int = 2, **more: Any) -> Sample:
    period: Any = {"since": START, "until": START + YEAR, "seed": 7, "on": START + YEAR, **more}
    return draw(by=cast.supervisor, unit=cast.town, kind=kind, size=size, **period)


def test_a_seed_draws_the_same_rows_again(cast: Cast):
    for _ in range(4):
        walk_to(cast, State.REFERRED)
    sample = drawn(cast, SampleKind.LEDGER)
    keys = list(Leg.objects.filter(unit=cast.town).order_by("pk").values_list("pk", flat=True))
    assert sample.population == 4
    assert list(sample.rows.values_list("leg", flat=True)) == drawn_keys(keys, 2, sample.seed)
    assert code(drawn, cast, SampleKind.LEDGER, since=START + YEAR) == "nothing_to_draw"
    assert code(drawn, cast, SampleKind.LEDGER, until=START - YEAR) == "period_unfit"


def test_a_ledger_is_compared_row_by_row_and_signed_when_nothing_is_left(cast: Cast):
    for _ in range(2):
        walk_to(cast, State.REFERRED)
    sample, by = drawn(cast, SampleKind.LEDGER), cast.supervisor
    assert code(sign, sample, by=by) == "rows_left"
    check_row(sample, 1, by=by, result=RowResult.MATCHES)
    assert code(check_row, sample, 2, by=by, result=RowResult.SOUND) == "result_unfit"
    assert code(check_row, sample, 2, by=by, result=RowResult.DIFFERS) == "note_missing"
    check_row(sample, 2, by=by, result=RowResult.DIFFERS, note="送达日与回证不符")
    assert code(sign, sample, by=cast.town_head) == "not_found"
    signed = sign(sample, by=by)
    assert (signed.state, signed.signed_by) == ("signed", by)
    assert code(check_row, signed, 1, by=by, result=RowResult.MATCHES) == "wrong_state"
    assert Sample.objects.readable_by(cast.town_head).exists(), "the unit learns of it once it is signed"


def test_quality_has_a_list_of_defects_a_rate_per_unit_and_an_interval(cast: Cast):
    for _ in range(3):
        walk_to(cast, State.IN_HANDLING)
    sample, by = drawn(cast, SampleKind.QUALITY, size=3), cast.supervisor
    assert code(check_row, sample, 1, by=by, result=RowResult.DEFECTIVE) == "result_unfit"
    check_row(sample, 1, by=by, result=RowResult.DEFECTIVE, defects=[Defect.NOT_HEARD, Defect.NO_BASIS])
    for place in (2, 3):
        check_row(sample, place, by=by, result=RowResult.SOUND)
    assert quality_of(by, START, START + YEAR) == [], "what is not signed counts nothing"
    sign(sample, by=by, on=START + YEAR)
    [(unit, rate)] = quality_of(by, START, START + YEAR)
    assert (unit, rate.found, rate.of) == (cast.town, 1, 3)
    assert rate.said() == "33.3%（1/3，95%置信区间 6.1%—79.2%）"


@pytest.mark.parametrize(
    ("found", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (0, 0, 0, 1)]
)
def test_the_interval_is_wilsons(found: int, of: int, low: float, high: float):
    rate = rate_of(found, of)
    assert (round(rate.low, 4), round(rate.high, 4)) == (low, high)


def test_units_account_for_each_open_order_on_the_day(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order_on(walk), order_on(walk)
    due = walk.on + timedelta(days=3)
    assert call_to_account(by=cast.supervisor, due_on=due, on=walk.on) == (2, [])
    assert code(call_to_account, by=cast.supervisor, due_on=due, on=walk.on) == "nothing_open"
    first, second = OrderAccount.objects.all()
    given: Any = {"by": cast.town_head, "said": Account.NEW_LIMIT, "text": "等资金", "on": due}
    assert code(give_account, first, **given) == "date_unfit"
    give_account(first, **given, wanted=due + timedelta(days=9))
    first.refresh_from_db()
    assert (first.state, first.order.reply_by) == (AccountState.GIVEN, walk.on + timedelta(days=10))
    assert code(give_account, second, **{**given, "by": cast.supervisor}) == "not_permitted"
    shown = client_of(cast.supervisor).get("/supervision/orders/accounts/").content.decode()
    assert "没有交账，提请联席会议" in shown


def test_who_was_responsible_is_told_from_the_events(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    lines = {line.duty: line for line in trace(walk.leg, cast.supervisor, walk.on + YEAR)}
    sixty = lines["办结"]
    assert (sixty.handlers, sixty.heads) == (cast.town_handler.name, cast.town_head.name)
    assert sixty.days_late > 200
    told = lines["受理告知"]
    assert (told.days_late, told.handlers) == (0, cast.town_handler.name)
    page = f"/supervision/orders/trace/{walk.leg.pk}/"
    assert "责任倒查表" in client_of(cast.supervisor).get(page).content.decode()
    assert client_of(cast.town_head).get(page).status_code == 403


def test_a_team_reads_a_units_cases_for_a_time_and_no_longer_than_its_report(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    guest = cast.hire("guest", cast.housing, Role.HANDLER)
    asked: Any = {"unit": cast.town, "kind": InspectionKind.TEAM, "from_day": walk.on, "to_day": walk.on + YEAR / 4}
    given = {**asked, "mandate": "专项督查", "accounts": ["guest"]}
    assert code(start_inspection, by=cast.supervisor, **given) == "not_permitted"
    inspection = start_inspection(by=cast.coordinator, **given)
    assert Case.objects.visible_to(guest.__class__.objects.get(pk=guest.pk)).filter(pk=walk.case.pk).exists()
    assert Inspection.objects.readable_by(guest).exists()
    assert not Inspection.objects.readable_by(cast.town_head).exists()
    report_inspection(inspection, by=cast.coordinator, text="台账不全，请改进。")
    assert not Case.objects.visible_to(guest.__class__.objects.get(pk=guest.pk)).filter(pk=walk.case.pk).exists()
    assert DatedAccess.objects.get().revoked_by == cast.coordinator
    assert Inspection.objects.readable_by(cast.town_head).exists()


def test_samples_accounts_and_inspections_on_pages_and_for_programs(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    client = client_of(cast.supervisor)
    period = {"since": START.isoformat(), "until": (START + YEAR).isoformat()}
    typed = {"unit": cast.town.pk, "kind": "quality", "size": 1, **period}
    assert client.post("/supervision/orders/samples/", {**typed, "size": 0}).status_code == 422
    assert client.post("/supervision/orders/samples/", typed, follow=True).status_code == 200
    sample = Sample.objects.get()
    page = sample.get_absolute_url()
    assert walk.case.number in client.get(page).content.decode()
    row = {"place": 1, "result": "defective", "defects": ["late"]}
    assert client.post(f"{page}row/", {**row, "defects": []}).status_code == 422
    client.post(f"{page}row/", row)
    assert SampleRow.objects.get().defects == ["late"]
    client.post(f"{page}sign/", {})
    body = {"unit": cast.town.pk, "kind": "ledger", "size": 1, **period}
    door = "/api/v1/supervision/orders/"
    made = client.post(f"{door}samples/", body, content_type="application/json").json()
    checked = {"place": 1, "result": "matches"}
    answer = client.post(f"{door}samples/{made['sample']['id']}/row/", checked, content_type="application/json")
    assert answer.json()["rows"][0]["result"] == "matches"
    for address in ("samples/", "accounts/", "inspections/", "decisions/", f"trace/{walk.leg.pk}/"):
        assert client.get(f"{door}{address}").status_code == 200, address
    for address in ("samples/", "accounts/", "inspections/", "decisions/"):
        assert client.get(f"/supervision/orders/{address}").status_code == 200, address
