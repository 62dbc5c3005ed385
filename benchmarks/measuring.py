"""The middleware of the benchmarks: statements, time in SQL and on the processor, rows read, plans of slow statements.

It is no part of the product: only `benchmarks/measured_settings.py` names it.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

# What the driver asks for, and what it is told.
ASKED, TOLD = "X-Benchmark", "X-Measured"
ROWS, EXPLAIN = "rows", "explain"
# Where the plans go, and from how many milliseconds on a statement is slow.
PLANS_FILE, SLOW_MS = "XINFANG_BENCHMARK_PLANS", "XINFANG_BENCHMARK_SLOW_MS"
# What this connection has read since its last flush: of tables the rows of sequential scans, of indexes the entries.
READ = """
SELECT coalesce(sum(pg_stat_get_xact_tuples_returned(c.oid)), 0)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'i')
"""


class Statements:
    """Notes every statement of a request: how long it took, and what it was."""

    def __init__(self) -> None:
        self.noted: list[tuple[float, str, Any]] = []

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Run one statement."""
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.noted.append(((time.perf_counter() - begun) * 1000, sql, params))


class Measured:
    """The outermost middleware while a benchmark runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and say what it cost."""
        asked, statements = request.headers.get(ASKED, ""), Statements()
        begun, database = time.thread_time(), _cpu_of_database()
        with connection.execute_wrapper(statements):
            answer, read = self._counted(request) if asked == ROWS else (self.get_response(request), -1)
        cpu = (time.thread_time() - begun) * 1000
        database = _cpu_of_database() - database
        sql = sum(took for took, _, _ in statements.noted)
        said = {"statements": len(statements.noted), "sql_ms": sql, "cpu_ms": cpu, "db_ms": database, "rows": read}
        answer[TOLD] = ";".join(f"{name}={value:.6g}" for name, value in said.items())
        if asked == EXPLAIN:
            _write_plans(request, statements)
        return answer

    def _counted(self, request: HttpRequest) -> tuple[HttpResponse, int]:
        """Answer within one transaction: what is read in it stays with the connection until it is asked for."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_force_next_flush()")
        with transaction.atomic(), connection.cursor() as cursor:
            # What a parallel worker reads is counted elsewhere.
            cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
            answer = self.get_response(request)
            cursor.execute(READ)
            return answer, int(cursor.fetchone()[0])


def _cpu_of_database() -> float:
    """Return the milliseconds of processor time that the server's process of this connection has used so far.

    0 where there is no connection yet, or where the server runs on another machine. What parallel workers use is not in it.
    """
    if connection.connection is None:
        return 0.0
    try:
        used = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(used.split()[0]) / 1_000_000


def _write_plans(request: HttpRequest, statements: Statements) -> None:
    """Append the slow questions of a request to the file, the slowest first, each with its plan."""
    least = float(os.environ.get(SLOW_MS, "50"))
    slow = [each for each in statements.noted if each[0] >= least and each[1].lstrip().startswith(("SELECT", "WITH"))]
    lines = []
    for took, sql, params in sorted(slow, key=lambda each: -each[0]):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {sql}", params)
            plan = [row[0] for row in cursor.fetchall()]
            said = cursor.mogrify(sql, params).decode()
        head = f"=== {request.method} {request.get_full_path()} by {request.user}: {took:.0f} ms"
        lines += [head, said, "---", *plan, ""]
    with Path(os.environ[PLANS_FILE]).open("a", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))
