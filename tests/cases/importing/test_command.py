"""The command as a person uses it: dry runs, folders, exact totals, an empty system, memory."""

import gc
import io
import tracemalloc
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cases.models import Case, Clock, Event, ImportRun, Party
from cases.record.chain import verify_chains
from organizations.actions import add_unit
from organizations.vocabulary import Level, UnitKind
from tests.cases.importing.files import HEADER, ROWS, bring_in, counts, write
from tests.cast import Cast

BAD = ("X", "坏", "", "路坏了", "", "")
SETS = {
    "labeled_7class": 3295,
    "unlabeled_messages": 1680,
    "hot_messages": 2595,
    "replies": 1690,
    "liuyan_gas_2022": 630,
}


def test_a_dry_run_counts_and_writes_nothing(cast: Cast, tmp_path, data_folder):
    bring_in(write(tmp_path / "a.csv", ROWS[0]))
    said = bring_in(write(tmp_path / "a.csv", *ROWS, BAD), dry_run=True)
    assert said["dry_run"] is True
    assert counts(said) == (3, 1, 1, 1)
    assert [model.objects.count() for model in (Case, Event, Party, ImportRun)] == [1, 1, 1, 1]
    assert not data_folder.exists()


def test_totals_for_people(cast: Cast, tmp_path):
    out = io.StringIO()
    file = write(tmp_path / "a.csv", *ROWS, BAD)
    call_command("import_cases", str(file), stdout=out, stderr=io.StringIO(), skip_checks=True)
    words = out.getvalue()
    assert "读取3，新增2，已有0，拒绝1" in words
    assert "“信访日期”“坏”不是日期" in words
    assert "外部编号←编号" in words
    assert "未导入的列：无" in words


def test_a_folder_takes_what_holds_petitions(cast: Cast, tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    write(folder / "a.csv", *ROWS)
    write(folder / "b.csv.gz", *ROWS)
    write(folder / "pairs.csv", ("1", "2"), header=("a", "b"))
    said = bring_in(folder)
    assert counts(said) == (4, 4, 0, 0)
    assert [file["file"] for file in said["files"]] == ["a.csv", "b.csv.gz"]


@pytest.mark.parametrize("option", ["source", "refused"])
def test_what_fits_one_file_only_is_refused_for_two(cast: Cast, tmp_path, option: str):
    files = [write(tmp_path / name, *ROWS) for name in ("a.csv", "b.csv")]
    with pytest.raises(CommandError, match="只能用于一个文件"):
        bring_in(*files, **{option: "x"})
    assert not Case.objects.exists()


def test_a_source_of_ones_own(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", *ROWS), source="省信访系统")
    assert set(Case.objects.values_list("source", flat=True)) == {"省信访系统"}
    with pytest.raises(CommandError, match="超过60字"):
        bring_in(tmp_path / "a.csv", source="省" * 61)


def test_a_system_without_an_office_says_what_to_do(db, tmp_path):
    add_unit("云河区", UnitKind.AREA, Level.DISTRICT)
    with pytest.raises(CommandError, match="先运行 bootstrap"):
        bring_in(write(tmp_path / "a.csv", *ROWS))


def test_a_file_of_bad_rows_only_fails_and_keeps_them(cast: Cast, tmp_path, data_folder):
    with pytest.raises(CommandError, match="没有一行可以导入"):
        bring_in(write(tmp_path / "a.csv", BAD))
    assert ImportRun.objects.get().refused == 1
    assert (data_folder / "imports" / "a.csv.refused.csv").exists()


@pytest.mark.parametrize("date", ["2100-01-01", "昨天"])
def test_a_wrong_default_date_is_told(cast: Cast, tmp_path, date: str):
    with pytest.raises(CommandError, match="--default-date"):
        bring_in(write(tmp_path / "a.csv", *ROWS), default_date=date)


def test_many_batches_keep_every_row_and_every_chain(cast: Cast, tmp_path):
    said = bring_in(_many(tmp_path, 1203), **{"as": "open"})
    assert counts(said) == (1203, 1203, 0, 0)
    assert Clock.objects.count() == 1203
    verified = verify_chains()
    assert (verified.cases, verified.events, verified.broken) == (1203, 1203, [])
    assert len(set(Case.objects.values_list("number", flat=True))) == 1203


def test_the_queries_grow_with_the_batches_not_with_the_rows(cast: Cast, tmp_path, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        bring_in(_many(tmp_path, 400), **{"as": "open"})


@pytest.mark.long
def test_memory_does_not_grow_with_the_file(cast: Cast, tmp_path):
    few, many = _peak(_many(tmp_path, 1000)), _peak(_many(tmp_path, 4000))
    assert many < few * 1.5  # four times the rows, beyond a batch only their numbers are kept


@pytest.mark.long
def test_the_text_sets_of_the_customer_are_taken_row_for_row(cast: Cast, shared_folder: Path):
    files = [shared_folder / "data" / f"{name}.csv.gz" for name in SETS]
    said = bring_in(*files)
    assert {file["source"]: file["read"] for file in said["files"]} == SETS
    assert counts(said) == (9890, 9890, 0, 0)
    assert Case.objects.count() == sum(SETS.values())
    assert counts(bring_in(*files)) == (9890, 0, 9890, 0)


def _many(folder: Path, rows: int) -> Path:
    words = ((f"N{n}", "2026-01-05", f"第{n}件", "路坏了，请来人看看。" * 100, "", "") for n in range(rows))
    return write(folder / f"{rows}.csv", *words, header=HEADER)


def _peak(file: Path) -> int:
    """The most memory that the objects of one import took at any moment, collected as often as in the product."""
    seldom = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    tracemalloc.start()
    try:
        bring_in(file)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.set_threshold(*seldom)
