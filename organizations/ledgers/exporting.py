"""The export of a ledger as long work: chunk by chunk into a workbook, through the rules of whoever asked for it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kit.jobs.kinds import JobKind, Progress, Result
from kit.jobs.models import Job
from kit.ledgers.reading import count_of, parts
from kit.ledgers.workbook import Head, LedgerSheet
from kit.replica import may_look_in_replica
from kit.rooms import ledgers
from law.errors import Refused
from organizations.jobs.asking import GRANTS, start_job
from organizations.ledgers.asking import asked_of, ledger_for, stored
from organizations.models import Staff
from organizations.replica_turns import looks_in_replica
from organizations.today import today

CHUNK = 500
CODE = "ledger_export"
_LEDGER, _ASKED = "ledger", "asked"


def start_export(code: str, data: Mapping[str, Any], *, by: Staff) -> Job:
    """Ask for a ledger as a workbook. Raises Refused: not_found, not_permitted, filter_invalid, too_many_jobs."""
    ledger = ledger_for(code, by)
    return start_job(CODE, by=by, arguments={_LEDGER: code, _ASKED: stored(asked_of(ledger, data))})


def write_workbook(job: Job, progress: Progress, folder: Path) -> Result:
    """Write the workbook of a job; run again it begins anew, so that its rows and its count are always one pass."""
    with may_look_in_replica(lambda: looks_in_replica(job.owner)):
        return _written(job, progress, folder)


def _written(job: Job, progress: Progress, folder: Path) -> Result:
    staff, on = job.owner, today()
    ledger = ledger_for(job.arguments[_LEDGER], staff)
    asked = asked_of(ledger, job.arguments[_ASKED])
    rows = ledger.rows(staff, asked)
    total = count_of(rows)
    progress(0, total, rows=0)
    sheet = LedgerSheet(ledger, Head(staff.unit.name, ledger.period(asked), staff.name, on))
    held: dict[str, list[int]] = {}
    for before, part in parts(ledger, rows, CHUNK):
        lines = ledger.lines(part, staff, on)
        sheet.add(ledger.cells(before + number, line) for number, line in enumerate(lines, 1))
        for name, keys in ledger.holds(part).items():
            held.setdefault(name, []).extend(keys)
        progress(sheet.count, max(total, sheet.count), rows=sheet.count)
    # What was counted first may have changed since: what stands in the file is what counts.
    progress(sheet.count, sheet.count, rows=sheet.count)
    path = folder / "ledger.xlsx"
    sheet.write_to(path)
    grants = [grant.pk for grant in staff.grants_in_force]
    return Result(path, f"{ledger.heading}_{on:%Y%m%d}.xlsx", {**held, GRANTS: grants, _LEDGER: ledger.code})


def _refusal(staff: Staff, arguments: Mapping[str, Any]) -> Refused | None:
    try:
        ledger_for(str(arguments.get(_LEDGER)), staff)
    except Refused as refused:
        return refused
    return None


def _within(staff: Staff, holds: Mapping[str, Any]) -> bool:
    return ledgers()[holds[_LEDGER]].within(staff, holds)


def _title(arguments: Mapping[str, Any]) -> str:
    ledger = ledgers().get(str(arguments.get(_LEDGER)))
    if ledger is None:
        return "导出台账"
    try:
        return f"导出{ledger.heading}（{ledger.period(asked_of(ledger, arguments[_ASKED]))}）"
    except Refused:
        return f"导出{ledger.heading}"


LEDGER_EXPORT = JobKind(
    code=CODE,
    label="导出台账",
    run=write_workbook,
    refusal=_refusal,
    within=_within,
    title=_title,
    counted={"rows": "行数"},
)
