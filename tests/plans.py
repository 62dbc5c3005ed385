"""How many rows a statement reads: taken from EXPLAIN ANALYZE, at the leaves of its plan."""

import json
from typing import Any

from django.db import connection


def plan_of(sql: str, given: Any) -> dict[str, Any]:
    """The plan of a statement, as PostgreSQL ran it."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) {sql}", given)
        found = cursor.fetchone()[0]
    plan: dict[str, Any] = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return plan


def rows_read(plan: dict[str, Any]) -> int:
    """Rows that the leaves of a plan looked at, those that a filter threw away with them."""
    parts = plan.get("Plans", [])
    below = sum(rows_read(part) for part in parts)
    if plan["Node Type"] not in SCANS:
        return below
    removed = sum(plan.get(f"Rows Removed by {why}", 0) for why in ("Filter", "Index Recheck"))
    return below + int((plan["Actual Rows"] + removed) * plan["Actual Loops"])


SCANS = {
    "Seq Scan",
    "Index Scan",
    "Index Only Scan",
    "Bitmap Heap Scan",
    "Bitmap Index Scan",
    "Tid Scan",
    "Tid Range Scan",
}
