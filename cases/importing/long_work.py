"""The import of an uploaded file as long work: a dry run first, then the import, its refused rows as the file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from cases.importing.desk import NO_DESK, Desk
from cases.importing.intake import Mode
from cases.importing.run import Opened, Totals, Wish, import_opened, new_run, open_file, source_of
from cases.models import ImportRun
from kit.files import clean_name
from kit.jobs.kinds import JobKind, Progress, Result
from kit.jobs.models import Job, JobState
from law.errors import Refused
from organizations.authority import holdings, may
from organizations.jobs.asking import start_job
from organizations.jobs.uploads import copied, draft_of, forget, keep_upload
from organizations.models import Staff, Unit
from organizations.roles import Right
from organizations.today import today

CODE = "case_import"
SHOWN_ROWS = 20
_RUN = "run"


@dataclass(frozen=True)
class Preview:
    """What a file is taken for, before anything is done: its columns and its first rows."""

    shape: str
    source: str
    columns: list[str]
    unmapped: list[str]
    header: list[str]
    rows: list[list[str]]


def desks_of(staff: Staff) -> QuerySet[Unit]:
    """Return the units at which a person may import. Raises Refused not_permitted."""
    keys = [grant.unit_id for _, grant in holdings(staff, Right.IMPORT)]
    desks = Unit.objects.valid_on(today()).filter(pk__in=keys).exclude(kind__in=NO_DESK).order_by("path")
    if not desks.exists():
        raise _not_permitted()
    return desks


def bring(staff: Staff, file: "UploadedFile[bytes]", arguments: Mapping[str, Any]) -> Job:
    """Keep an upload, unless it cannot be read. Raises Refused: not_permitted, and what `preview_of` refuses."""
    draft = keep_upload(CODE, file, clean_name(file.name or "", ""), by=staff, arguments=arguments)
    try:
        preview_of(draft)
    except Refused:
        forget(draft)
        raise
    return draft


def preview_of(draft: Job) -> Preview:
    """Look through an upload. Raises Refused: not_found, file_unreadable, file_encoding, no_header, source_too_long."""
    with TemporaryDirectory(prefix="import-") as folder:
        opened = _opened(draft, Path(folder))
        header = opened.columns.header
        rows = (raw for raw in opened.rows(len(header)) if raw.line > opened.header_line)
        return Preview(
            opened.shape,
            opened.source,
            opened.columns.described(),
            opened.columns.unmapped,
            list(header),
            [_cells(raw.cells, raw.original) for raw in islice(rows, SHOWN_ROWS)],
        )


def last_dry_run(draft: Job) -> Job | None:
    """Return the last dry run of an upload that came to its end."""
    asked = {"upload": draft.pk, "dry_run": True}
    return Job.objects.filter(owner=draft.owner_id, kind=CODE, state=JobState.DONE, arguments__contains=asked).first()


def start_import(staff: Staff, key: int, *, dry_run: bool) -> Job:
    """Ask for the dry run of an upload, or for its import once there was one.

    Raises Refused: not_found, not_permitted, dry_run_first, too_many_jobs.
    """
    draft = draft_of(staff, key)
    if not dry_run and last_dry_run(draft) is None:
        raise Refused("dry_run_first", "请先试运行，看过有多少行新增、已有、拒绝，再正式导入。")
    return start_job(CODE, by=staff, arguments={**draft.arguments, "upload": draft.pk, "dry_run": dry_run})


def run_import(job: Job, progress: Progress, folder: Path) -> Result | None:
    """Import the file of a job; taken up again it reads from the beginning, and what it brought before is counted as new."""
    asked, draft = job.arguments, draft_of(job.owner, job.arguments["upload"])
    opened, wish = _opened(draft, folder), _wish(asked, dry_run=asked["dry_run"])
    desk = Desk(Unit.objects.select_related("district").get(pk=asked["unit"]))
    run = None if wish.dry_run else _run_of(job, opened, wish)

    def tell(totals: Totals) -> None:
        progress(totals.read, None, **_counts(totals))

    totals = import_opened(opened, desk, wish, on=today(), refused_path=folder / "refused.csv", run=run, progress=tell)
    progress(totals.read, totals.read, **_counts(totals))
    if totals.refused_file is None:
        return None
    return Result(totals.refused_file, f"{source_of(Path(draft.upload_name))}.refused.csv")


def _counts(totals: Totals) -> dict[str, int]:
    return {"read": totals.read, "new": totals.new, "known": totals.known, "refused": totals.refused}


def _run_of(job: Job, opened: Opened, wish: Wish) -> ImportRun:
    """The run of this job: begun once, found again after a kill, so that its new cases are counted once."""
    known = ImportRun.objects.filter(pk=job.holds.get(_RUN, 0)).first()
    if known:
        return known
    run = new_run(opened, wish, by=job.owner)
    job.holds = {**job.holds, _RUN: run.pk}
    Job.objects.filter(pk=job.pk).update(holds=job.holds)
    return run


def _opened(draft: Job, folder: Path) -> Opened:
    return open_file(copied(draft, folder), _wish(draft.arguments))


def _wish(asked: Mapping[str, Any], *, dry_run: bool = True) -> Wish:
    day = asked["default_date"]
    return Wish(Mode(asked["mode"]), {}, date.fromisoformat(day) if day else None, dry_run)


def _cells(cells: Iterable[str], original: str) -> list[str]:
    return [*cells] or [original]


def _refusal(staff: Staff, asked: Mapping[str, Any]) -> Refused | None:
    unit = Unit.objects.select_related("district").filter(pk=asked.get("unit", 0)).first()
    return None if unit and may(staff, Right.IMPORT, at=unit) else _not_permitted()


def _not_permitted() -> Refused:
    return Refused(
        "not_permitted", "导入由登记单位的窗口登记员、分办员、工作调度员办理。可在“权限一览”查看谁可以导入。"
    )


def _title(asked: Mapping[str, Any]) -> str:
    words = "试运行导入信访件" if asked.get("dry_run") else "导入信访件"
    return f"{words}（{Mode(asked['mode']).label}）"


CASE_IMPORT = JobKind(
    code=CODE,
    label="导入信访件",
    run=run_import,
    refusal=_refusal,
    title=_title,
    counted={"read": "读取", "new": "新增", "known": "已有", "refused": "拒绝"},
    keep_days=3,
)
