"""One file, from its name to exact totals: opened and recognised first, then imported batch by batch."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from cases.importing.columns import MOST_PREFACE, Columns, recognised
from cases.importing.delimited import DELIMITERS, delimited_rows, delimiter_of
from cases.importing.desk import Desk
from cases.importing.fields import Field
from cases.importing.intake import Intake, Mode, Reading, read_intake
from cases.importing.refusals import RefusedRows
from cases.importing.rows import RawRow, RowRefusedError
from cases.importing.sheets import is_workbook, sheet_names, sheet_rows
from cases.importing.text_files import text_file
from cases.importing.writing import Target, sort_rows, write_batch
from cases.models import Case, ImportRun
from cases.record.verbs import ROWS_IMPORTED
from law.errors import Refused
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.today import now

BATCH = 500
Row = tuple[Intake, RawRow]
_ENDINGS = (".gz", ".csv", ".tsv", ".txt", ".xlsx", ".refused", ".part")


@dataclass(frozen=True)
class Wish:
    """What the person asked for, the same for every file of a run."""

    mode: Mode = Mode.HISTORY
    chosen: Mapping[Field, Sequence[str]] = field(default_factory=dict)
    default_date: date | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class Opened:
    """A file that can be read: its shape in words, its columns, the line of its header, its rows by width."""

    path: Path
    source: str
    shape: str
    columns: Columns
    header_line: int
    rows: Callable[[int], Iterator[RawRow]]


@dataclass
class Totals:
    """What a run has counted: read = new + known + refused. ``beyond``: rows with cells outside the header."""

    read: int = 0
    new: int = 0
    known: int = 0
    refused: int = 0
    beyond: int = 0
    seconds: float = 0.0
    reasons: dict[str, int] = field(default_factory=dict)
    refused_file: Path | None = None


def _has_text(columns: Columns) -> bool:
    return columns.has_text


def open_file(path: Path, wish: Wish, source: str = "", *, enough: Callable[[Columns], bool] = _has_text) -> Opened:
    """Look through a file and recognise its columns; nothing is written. ``enough``: whether a row can be the header.

    Raises Refused: file_unreadable, file_encoding, no_header, column_missing, source_too_long.
    """
    shape, rows = reader_of(path)
    columns, line = _header(path, rows, wish.chosen, enough)
    source = source or source_of(path)
    most = int(Case._meta.get_field("source").max_length or 0)
    if len(source) > most:
        raise Refused("source_too_long", f"来源“{source}”超过{most}字，请改短文件名。")
    return Opened(path, source, shape, columns, line, rows)


def source_of(path: Path) -> str:
    """Return the name of a file without its endings: the same rows in csv, csv.gz or a repaired file are one source."""
    name = path.name
    while (ending := next((each for each in _ENDINGS if name.casefold().endswith(each)), "")) and len(name) > len(
        ending
    ):
        name = name[: -len(ending)]
    return name


def import_opened(
    opened: Opened,
    desk: Desk,
    wish: Wish,
    *,
    on: date,
    refused_path: Path | None = None,
    run: ImportRun | None = None,
    progress: Callable[[Totals], None] = lambda totals: None,
) -> Totals:
    """Import a recognised file: each batch commits by itself, a second run goes on where the first one stopped.

    ``run``: one that was interrupted; what it brought is new in its totals, not known.
    Raises Refused: file_unreadable (past the header), refused_file.
    """
    reading = Reading(opened.columns, wish.mode, on, wish.default_date)
    refusals = RefusedRows(refused_path, opened.columns.header)
    totals, started = Totals(), time.monotonic()
    run = run or new_run(opened, wish)
    before = run.new
    intakes = _intakes(opened, reading, totals, refusals)
    try:
        target = Target(desk, run, on)
        while batch := list(islice(intakes, BATCH)):
            rows = [intake for intake, _ in batch]
            found = sort_rows(rows, target) if wish.dry_run else write_batch(rows, target)
            _refuse_changed(batch, found.changed, refusals)
            totals.new, totals.refused = totals.new + len(found.new), refusals.count
            totals.known += len(batch) - len(found.new) - len(found.changed)
            _note(run, totals)
            progress(totals)
        totals.new, totals.known = totals.new + before, totals.known - before
        run.finished_at = now()
        _note(run, totals)
        if not wish.dry_run:
            note(ROWS_IMPORTED, by=run.by, at=desk.unit, about=run, new=totals.new, refused=totals.refused)
    finally:
        totals.refused_file = refusals.close()
        totals.reasons = dict(refusals.reasons.most_common())
        totals.seconds = time.monotonic() - started
    return totals


def new_run(opened: Opened, wish: Wish, by: Staff | None = None) -> ImportRun:
    """Return the row of a run that begins, stored unless it only checks."""
    run = ImportRun(file_name=opened.path.name[:200], source=opened.source, mode=wish.mode, by=by)
    if not wish.dry_run:
        run.save()
    return run


def _refuse_changed(batch: Sequence[Row], changed: Sequence[Intake], refusals: RefusedRows) -> None:
    """A row whose number came before with other content is told, not dropped: it may be another petition."""
    lines = {intake.line for intake in changed}
    for intake, raw in batch:
        if intake.line in lines:
            words = f"编号{intake.external_number}先前已经导入，内容不同；是同一件的请更正原件，是另一件的请换一个编号"
            refusals.add(raw, RowRefusedError(words, Field.EXTERNAL_NUMBER.label))


def _note(run: ImportRun, totals: Totals) -> None:
    """Keep the totals of a run after each batch; what is new was counted with its rows."""
    run.read, run.known, run.refused = totals.read, totals.known, totals.refused
    if run.pk:
        run.save(update_fields=["read", "known", "refused", "finished_at"])


def _intakes(opened: Opened, reading: Reading, totals: Totals, refusals: RefusedRows) -> Iterator[Row]:
    """Yield the readable rows, each beside its cells; the same number twice is known if it says the same, and refused if it does not."""
    said: dict[str, tuple[int, int]] = {}
    for raw in opened.rows(len(opened.columns.header)):
        if raw.line <= opened.header_line:
            continue
        totals.read += 1
        totals.beyond += raw.beyond
        try:
            intake = read_intake(raw, reading)
            if _first_time(intake, said):
                yield intake, raw
            else:
                totals.known += 1
        except RowRefusedError as refusal:
            refusals.add(raw, refusal)
            totals.refused = refusals.count


def _first_time(intake: Intake, said: dict[str, tuple[int, int]]) -> bool:
    says = hash((intake.subject, intake.content, intake.received_on))
    line, before = said.setdefault(intake.external_number, (intake.line, says))
    if before != says:
        raise RowRefusedError(f"编号{intake.external_number}与第{line}行相同而内容不同", Field.EXTERNAL_NUMBER.label)
    return line == intake.line


def reader_of(path: Path) -> tuple[str, Callable[[int], Iterator[RawRow]]]:
    """Return what a file is, in words, and what yields its rows. Raises Refused: file_unreadable, file_encoding."""
    if path.is_file() and is_workbook(path):
        first, *others = sheet_names(path)
        left = f"；其余工作表未导入：{'、'.join(others)}" if others else ""
        return f"xlsx，工作表“{first}”{left}", lambda width: sheet_rows(path, width)
    file = text_file(path)
    delimiter = delimiter_of(file)
    encoding = file.encoding.upper().removesuffix("-SIG")
    return f"{encoding}，{DELIMITERS[delimiter]}分隔", lambda width: delimited_rows(file, delimiter, width)


def _header(
    path: Path,
    rows: Callable[[int], Iterator[RawRow]],
    chosen: Mapping[Field, Sequence[str]],
    enough: Callable[[Columns], bool],
) -> tuple[Columns, int]:
    """Find the header among the first rows: the first one in which what is wanted is recognised."""
    first = [raw for raw in islice(rows(0), MOST_PREFACE) if not raw.fault]
    missing: Refused | None = None
    for raw in first:
        try:
            columns = recognised(raw.cells, chosen)
        except Refused as refused:
            missing = missing or refused
            continue
        if enough(columns):
            return columns, raw.line
    if missing:
        raise missing
    shown = "、".join(cell for cell in first[0].cells if cell)[:300] if first else "（空文件）"
    raise Refused(
        "no_header", f"{path.name}里没有认出标题列或者内容列，没有导入任何内容。表头：{shown}。请按导入说明改好表头。"
    )
