"""One page opened over and over: its costs, what it reads for what it shows, and the same rows fetched by their keys."""

import contextlib
import time
from dataclasses import dataclass

import psycopg2

from benchmarks.figures import Cost, Figure, figure, percentile
from benchmarks.measuring import EXPLAIN, ROWS
from benchmarks.pages import Page, cases_on
from benchmarks.stack import Started
from benchmarks.visitors import Answer, Visitor

LEAST_ROUNDS, RAW_ROUNDS = 3, 5
# Both processes have opened the page before it is measured, as far as chance lets them.
WARM = 3
BY_KEY = "SELECT * FROM cases_case WHERE id = ANY(%s) ORDER BY received_on DESC, id DESC"


class NotOpen(Exception):
    """A page that this reader does not get."""


@dataclass(frozen=True)
class Budget:
    """How often a page is opened at most, and for how many seconds; whether its slow statements are explained."""

    rounds: int
    seconds: float
    explained: bool = False


def opened(visitor: Visitor, page: Page, asked: str = "") -> Answer:
    """Open a page. Raises NotOpen where the answer is no page."""
    if page.form is None:
        answer = visitor.get(page.address, asked)
    else:
        answer = visitor.send_form(page.address, page.form, asked)
    if answer.status != 200:
        raise NotOpen(f"{answer.status} for {page.address}")
    return answer


def measured(running: Started, visitor: Visitor, page: Page, budget: Budget, *, cases: int, reader: str) -> Figure:
    """Return what a page costs. Raises NotOpen."""
    until = time.perf_counter() + budget.seconds
    for _ in range(WARM):
        answer = opened(visitor, page)
        if time.perf_counter() > until:
            break
    costs: list[Cost] = []
    until = time.perf_counter() + budget.seconds
    while len(costs) < LEAST_ROUNDS or (len(costs) < budget.rounds and time.perf_counter() < until):
        costs.append(opened(visitor, page).cost)
    read = opened(visitor, page, ROWS).cost.rows
    if budget.explained:
        opened(visitor, page, EXPLAIN)
    keys = cases_on(answer.text)
    return figure(cases, reader, page.name, costs, read=read, shown=len(keys), raw=_raw(running, keys))


def _raw(running: Started, keys: list[int]) -> float:
    """Return the milliseconds that the rows of these cases take, asked for by their keys."""
    if not keys:
        return 0.0
    took = []
    with contextlib.closing(psycopg2.connect(running.database)) as connection, connection.cursor() as cursor:
        for _ in range(RAW_ROUNDS):
            begun = time.perf_counter()
            cursor.execute(BY_KEY, [keys])
            cursor.fetchall()
            took.append((time.perf_counter() - begun) * 1000)
    return percentile(took, 0.5)
