"""What is made of the measured requests: percentiles, growth, tables. No network and no database."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# What the header of an answer names, in the order of Cost.
TOLD_PARTS = ("statements", "sql_ms", "cpu_ms", "db_ms", "rows")


@dataclass(frozen=True)
class Cost:
    """What one answer said of itself, and how long it took on the way there and back; milliseconds."""

    took: float
    statements: int
    sql_ms: float
    cpu_ms: float
    db_ms: float
    rows: int


@dataclass(frozen=True)
class Figure:
    """One page of one reader at one size; ``read`` counts rows and index entries, ``raw_ms`` is the same rows by their keys."""

    cases: int
    reader: str
    page: str
    rounds: int
    p50: float
    p95: float
    statements: int
    sql_ms: float
    cpu_ms: float
    db_ms: float
    read: int
    shown: int
    raw_ms: float

    @property
    def kind(self) -> str:
        """Return what the page is one of: filter, tab, tile; or its own name."""
        return self.page.partition(": ")[0]


@dataclass(frozen=True)
class Rate:
    """One kind of write at one size, by so many clients at once."""

    cases: int
    act: str
    clients: int
    number: int
    per_second: float
    p50: float
    p95: float
    statements: int
    sql_ms: float
    cpu_ms: float
    db_ms: float


def cost_of(took: float, told: str) -> Cost:
    """Read the header of a measured answer. Raises ValueError where it is not one."""
    parts = dict(part.split("=", 1) for part in told.split(";"))
    try:
        statements, sql, cpu, database, rows = (float(parts[name]) for name in TOLD_PARTS)
    except KeyError as missing:
        raise ValueError(f"{told!r} says no {missing}") from missing
    return Cost(took, int(statements), sql, cpu, database, int(rows))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that this share of all does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1]


def figure(cases: int, reader: str, page: str, costs: Sequence[Cost], *, read: int, shown: int, raw: float) -> Figure:
    """Return what several answers of one page come to."""
    took = [cost.took for cost in costs]
    return Figure(
        cases,
        reader,
        page,
        len(costs),
        round(percentile(took, 0.5), 1),
        round(percentile(took, 0.95), 1),
        max(cost.statements for cost in costs),
        round(statistics.median(cost.sql_ms for cost in costs), 1),
        round(statistics.median(cost.cpu_ms for cost in costs), 1),
        round(statistics.median(cost.db_ms for cost in costs), 1),
        read,
        shown,
        round(raw, 2),
    )


def rate(cases: int, act: str, clients: int, seconds: float, costs: Sequence[Cost]) -> Rate:
    """Return what the writes of some seconds come to."""
    took = [cost.took for cost in costs]
    return Rate(
        cases,
        act,
        clients,
        len(costs),
        round(len(costs) / seconds, 1),
        round(percentile(took, 0.5), 1),
        round(percentile(took, 0.95), 1),
        max(cost.statements for cost in costs),
        round(statistics.median(cost.sql_ms for cost in costs), 1),
        round(statistics.median(cost.cpu_ms for cost in costs), 1),
        round(statistics.median(cost.db_ms for cost in costs), 1),
    )


def page_table(figures: Iterable[Figure], *, whole: bool = False) -> list[str]:
    """Return a row per reader and page; of filters, tabs and the like only the slowest at the largest size, unless whole."""
    found = list(figures)
    sizes = sorted({each.cases for each in found})
    timed = [f"{size:,}" for size in sizes]
    costs = ["statements", "SQL", "CPU", "CPU of the database", "rows read a row", "raw SQL"]
    rows = [_page_row(group, sizes) for group in _grouped(found, whole=whole)]
    return _table(["reader", "page", *timed, "growth", "growth of CPU", *costs], rows)


def rate_table(rates: Iterable[Rate]) -> list[str]:
    """Return a row per size, act and number of clients."""
    head = [
        "cases",
        "act",
        "clients",
        "number",
        "a second",
        "p50",
        "p95",
        "statements",
        "SQL",
        "CPU",
        "CPU of the database",
    ]
    rows = [
        [f"{each.cases:,}", each.act, each.clients, each.number, each.per_second, *_tail(each)]
        for each in sorted(rates, key=lambda rate: rate.cases)
    ]
    return _table(head, rows)


def _tail(each: Rate) -> list[object]:
    return [each.p50, each.p95, each.statements, each.sql_ms, each.cpu_ms, each.db_ms]


def _grouped(figures: list[Figure], *, whole: bool) -> list[list[Figure]]:
    """Return the figures of one page at all its sizes, page by page, in the order they were measured."""
    pages: dict[tuple[str, str], list[Figure]] = {}
    for each in figures:
        pages.setdefault((each.reader, each.page), []).append(each)
    groups = [sorted(group, key=lambda each: each.cases) for group in pages.values()]
    if whole:
        return groups
    worst: dict[tuple[str, str], list[Figure]] = {}
    for group in groups:
        kind = (group[-1].reader, group[-1].kind)
        if kind not in worst or _weight(group) > _weight(worst[kind]):
            worst[kind] = group
    return list(worst.values())


def _weight(group: list[Figure]) -> tuple[int, float]:
    return group[-1].cases, group[-1].p50


def _page_row(group: list[Figure], sizes: list[int]) -> list[object]:
    last, at = group[-1], {each.cases: f"{each.p50:,.0f} / {each.p95:,.0f}" for each in group}
    grown = (each.p50 for each in (last, group[0])), (each.cpu_ms + each.db_ms for each in (last, group[0]))
    growth = [f"{now / max(then, 0.1):.1f}×" if len(group) > 1 else "" for now, then in grown]
    read = f"{last.read / max(last.shown, 1):,.0f}" if last.read >= 0 else ""
    raw = f"{last.raw_ms:.1f}" if last.shown else ""
    timed = [at.get(size, "") for size in sizes]
    costs = [f"{each:,.0f}" for each in (last.sql_ms, last.cpu_ms, last.db_ms)]
    return [last.reader, last.page, *timed, *growth, last.statements, *costs, read, raw]


def _table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(map(str, line))} |" for line in lines]
