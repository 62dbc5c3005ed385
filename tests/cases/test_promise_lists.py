"""Whose promises stand where; figures that open the list behind them; a draw that anybody can draw again; the receipt."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.actions.promise_draws import draw_promises, drawn_keys
from cases.lists.promises import PromiseFigure, Whose, figure_rows, figures_of_units, promises_of
from cases.models import Promise, PromiseDraw
from cases.presenting.receipts import receipt_letter
from kit.rooms import all_of
from law.promises import Evidence, VisitResult
from law.vocabulary import Act, State
from organizations.models import JournalEntry, Staff
from tests.cases.api.caller import Caller
from tests.cases.promises import a_promise, drawn, promised
from tests.cast import START, Cast, register
from tests.walks import Walk, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
MONTH = START.replace(day=1)


def page(by: Staff, url: str) -> Any:
    client = Client()
    client.force_login(by, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(url)


def at_the_town(cast: Cast) -> Walk:
    walk = walk_to(cast, State.IN_HANDLING)
    walk.act(Act.PROMISE, cast.town_handler, **promised(walk.on))
    return walk


def test_a_promise_stands_on_the_page_of_whoever_made_it_and_of_his_unit(cast: Cast):
    walk = at_the_town(cast)
    [row] = walk.case.promises.all()
    for by, whose, there in (
        (cast.town_handler, Whose.MINE, True),
        (cast.town_head, Whose.MINE, False),
        (cast.town_head, Whose.UNIT, True),
        (cast.housing_head, Whose.UNIT, False),
        (cast.router, Whose.VISIT, False),
    ):
        assert (row in promises_of(by, whose)) is there, (by, whose)
    shown = page(cast.town_handler, "/promises/")
    assert (shown.status_code, row.text in shown.content.decode()) == (200, True)
    tile = next(each for each in all_of("tiles") if each.label == "我的承诺")
    assert tile.rows(cast.town_handler, walk.on).count() == 1
    assert "我的承诺" in page(cast.town_handler, "/").content.decode()
    [told] = Caller(cast.town_handler).get("/promises/?whose=mine").json()["results"]
    assert (told["text"], told["due_on"], told["state"]) == (row.text, row.due_on.isoformat(), "open")
    assert page(cast.town_handler, "/promises/?whose=all").status_code == 422
    assert Caller(cast.auditor).get("/promises/").status_code == 403


def test_what_was_drawn_waits_for_another_unit_and_not_for_whoever_confirmed(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    row = a_promise(walk.case, cast.town, cast.town_handler, walk.on)
    drawn(row, walk.on)
    Promise.objects.filter(pk=row.pk).update(kept_by=cast.router, evidence=Evidence.CALL)
    waits = {
        by.name: list(promises_of(by, Whose.VISIT)) for by in (cast.router, cast.clerk, cast.supervisor, cast.town_head)
    }
    assert waits == {cast.router.name: [], cast.clerk.name: [row], cast.supervisor.name: [row], cast.town_head.name: []}


def of_a_month(cast: Cast) -> None:
    """Kept in time, late though it was moved, not at all, refuted by a visit; one of another month."""
    case = register(cast)
    in_time, late, _open, refuted, other = (
        a_promise(case, unit, cast.clerk, START) for unit in (cast.bureau, cast.bureau, cast.town, cast.town, cast.town)
    )
    due = date(START.year, START.month, 20)
    Promise.objects.update(first_due_on=due, due_on=due)
    keep(in_time, due)
    keep(late, due + timedelta(days=1), due_on=due + timedelta(days=9))
    keep(refuted, due, visited_on=due, visit_result=VisitResult.NOT_KEPT)
    Promise.objects.filter(pk=other.pk).update(first_due_on=due + timedelta(days=40))


def keep(row: Promise, day: date, **other: Any) -> None:
    Promise.objects.filter(pk=row.pk).update(kept_on=day, kept_recorded_on=day, **other)


def test_every_figure_is_the_length_of_its_list_and_goes_by_the_first_day(cast: Cast):
    of_a_month(cast)
    counted = {each: figure_rows(cast.supervisor, each, MONTH).count() for each in PromiseFigure}
    assert counted == {
        PromiseFigure.MADE: 5,
        PromiseFigure.DUE: 4,
        PromiseFigure.IN_TIME: 2,
        PromiseFigure.LATE: 1,
        PromiseFigure.NOT_KEPT: 1,
        PromiseFigure.WITHDRAWN: 0,
        PromiseFigure.CHANGED: 1,
        PromiseFigure.VISITED: 1,
        PromiseFigure.REFUTED: 1,
    }
    units: list[Any] = figures_of_units(cast.supervisor, MONTH)
    for each in PromiseFigure:
        assert sum(line["figures"][each] for line in units) == counted[each]
    caller = Caller(cast.supervisor)
    told = caller.get(f"/promises/figures/?month={MONTH}").json()
    for line in told:
        for figure, count in line["figures"].items():
            asked = f"/promises/?figure={figure}&month={MONTH}&unit={line['unit_id']}"
            assert len(caller.get(asked).json()["results"]) == count, (line["unit"], figure)
    shown = page(cast.supervisor, f"/promises/figures/?month={MONTH}").content.decode()
    assert f"figure=late&amp;month={MONTH}&amp;unit={cast.bureau.pk}" in shown
    reports = {each.label: each.rows(cast.supervisor, START).count() for each in all_of("figures")}
    assert (reports["承诺：逾期兑现"], reports["接访承诺：逾期兑现"]) == (1, 0)
    assert caller.get(f"/promises/figures/?month={MONTH}&occasion=reception").json() == []


def test_a_draw_takes_the_share_once_a_month_and_can_be_drawn_again(cast: Cast):
    case, sealed = register(cast), register(cast)
    rows = [a_promise(case, cast.town, cast.town_handler, START) for _ in range(11)]
    rows.append(a_promise(sealed, cast.town, cast.town_handler, START))
    type(sealed).objects.filter(pk=sealed.pk).update(sealed=True)
    for row in rows:
        keep(row, START)
    after = (MONTH + timedelta(days=40)).replace(day=3)
    assert (draw_promises(after), draw_promises(after)) == (2, 0)
    draw, chosen = PromiseDraw.objects.get(), list(Promise.objects.exclude(draw=None).values_list("pk", flat=True))
    assert (draw.month, draw.share, draw.kept, draw.district) == (MONTH, 10, 11, cast.area)
    keys = [row.pk for row in rows[:11]]
    assert sorted(chosen) == drawn_keys(reversed_keys(keys), seed=draw.seed, share=draw.share)
    assert len(drawn_keys(keys, seed=1, share=1)) == 1
    entry = JournalEntry.objects.get(verb="promises.drawn")
    assert entry.facts == {"month": MONTH.isoformat(), "kept": 11, "drawn": 2}


def reversed_keys(keys: list[int]) -> list[int]:
    return list(reversed(keys))


def test_the_receipt_says_what_was_promised_and_what_became_of_it(cast: Cast):
    walk = Walk(cast, register(cast))
    walk.act(Act.PROMISE, cast.clerk, **promised(walk.on, text="三日内请村里来人。"))
    walk.act(Act.KEEP_PROMISE, walk.case.parties.get(), promise=walk.case.promises.get().pk)
    shown = page(cast.clerk, f"/cases/{walk.case.pk}/receipt/").content.decode()
    day, due = START, START + timedelta(days=20)
    told = f"{cast.bureau.name}{cast.clerk.name}于{day.year}年{day.month}月{day.day}日承诺：三日内请村里来人，"
    assert (
        f"{told}{due.year}年{due.month}月{due.day}日以前完成。已于{day.year}年{day.month}月{day.day}日确认兑现。"
        in shown
    )
    plain = receipt_letter(walk.case, [], names=False)
    assert not any("承诺" in each for each in plain["paragraphs"])


def test_the_lists_cost_the_same_however_many_promises_there_are(cast: Cast):
    case = register(cast)
    asked = ("/promises/?whose=unit", f"/promises/figures/?month={MONTH}")
    a_promise(case, cast.bureau, cast.clerk, START)
    few = [_queries(cast.supervisor, url) for url in asked]
    for _ in range(9):
        a_promise(register(cast), cast.bureau, cast.clerk, START)
    assert [_queries(cast.supervisor, url) for url in asked] == few
    assert max(few) <= 22


def _queries(by: Staff, url: str) -> int:
    page(by, url)
    with CaptureQueriesContext(connection) as captured:
        assert page(by, url).status_code == 200
    return len(captured)
