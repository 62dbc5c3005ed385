"""Files of every origin, and rows that are broken: nothing is lost, nothing bad gets in, the rest goes on."""

import csv
import gzip
import stat
from datetime import date, datetime
from pathlib import Path

import pytest
from django.core.management.base import CommandError

from cases.importing.fields import COLUMN, LINE, ORIGINAL, REASON
from cases.models import Case, ImportRun
from tests.cases.importing.files import HEADER, ROWS, as_csv, bring_in, counts, write, write_sheet
from tests.cast import Cast

GOOD = as_csv([HEADER, *ROWS])


def refused_rows(said: dict) -> list[dict[str, str]]:
    """The rows of the refused file."""
    with Path(said["files"][0]["refused_file"]).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_every_encoding_and_delimiter(cast: Cast, tmp_path, encoding: str, delimiter: str, name: str):
    data = as_csv([HEADER, *ROWS], delimiter).encode(encoding)
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert counts(bring_in(tmp_path / name)) == (2, 2, 0, 0)
    assert Case.objects.get(external_number="A2").content == "三组的水渠堵了，地里进不了水。"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_end(cast: Cast, tmp_path, ending: str):
    (tmp_path / "a.csv").write_bytes(GOOD.replace("\r\n", ending).encode())
    assert counts(bring_in(tmp_path / "a.csv")) == (2, 2, 0, 0)


def test_a_workbook_with_a_title_and_real_dates(cast: Cast, tmp_path):
    rows = (
        ("A1", datetime(2026, 1, 5, 9, 30), "路灯不亮", "路灯坏了。", "老王", 13800001234.0),
        ("A2", date(2026, 1, 6), "水渠", "水渠堵了。", None, None),
    )
    said = bring_in(write_sheet(tmp_path / "a.xlsx", *rows, preface="云河区信访件台账"))
    assert counts(said) == (2, 2, 0, 0)
    first = Case.objects.get(external_number="A1")
    assert (first.received_on, first.parties.get().phone) == (date(2026, 1, 5), "13800001234")
    assert counts(bring_in(tmp_path / "a.xlsx")) == (2, 0, 2, 0)


def test_sheets_and_cells_left_aside_are_told(cast: Cast, tmp_path):
    path = write_sheet(tmp_path / "a.xlsx", (*ROWS[0], "", "表外"))
    said = bring_in(path)["files"][0]
    assert (said["new"], said["beyond_header"]) == (1, 1)


BAD_ROWS = {
    "no text": (("X", "2026-01-05", "", " ", "", ""), "内容", "没有内容"),
    "a NUL": (("X", "2026-01-05", "", "路\x00坏了", "", ""), "内容", "NUL"),
    "no date": (("X", "昨天", "", "路坏了", "", ""), "信访日期", "不是日期"),
    "before 1990": (("X", "1900-01-01", "", "路坏了", "", ""), "信访日期", "早于1990-01-01"),
    "in the future": (("X", "2100-01-01", "", "路坏了", "", ""), "信访日期", "晚于今天"),
    "too long": (("X", "2026-01-05", "", "路" * 500_001, "", ""), "内容", "超过500000字"),
    "number too long": (("X" * 81, "2026-01-05", "", "路坏了", "", ""), "编号", "超过80字"),
    "a column too many": (("X", "2026-01-05", "", "路坏了", "", "", "多"), "", "有7列，表头有6列"),
    "a column too few": (("X", "2026-01-05", "", "路坏了", ""), "", "有5列，表头有6列"),
    "the same number, other words": (("A1", "2026-01-05", "", "桥坏了", "", ""), "外部编号", "与第2行相同而内容不同"),
}


@pytest.mark.parametrize("what", BAD_ROWS)
def test_a_bad_row_is_refused_with_line_column_and_reason(cast: Cast, tmp_path, what: str):
    row, column, reason = BAD_ROWS[what]
    said = bring_in(write(tmp_path / "a.csv", ROWS[0], row, ROWS[1]))
    assert counts(said) == (3, 2, 0, 1)
    refused = refused_rows(said)
    assert [(each[LINE], each[COLUMN]) for each in refused] == [("3", column)]
    assert reason in refused[0][REASON]


def test_broken_bytes_cost_their_row_only(cast: Cast, tmp_path):
    rows = [ROWS[0], ("A3", "2026-01-05", "", "路@坏了" + "，请修好" * 40, "", ""), ROWS[1]]
    (tmp_path / "a.csv").write_bytes(as_csv([HEADER, *rows]).encode().replace(b"@", b"\xff"))
    said = bring_in(tmp_path / "a.csv")
    assert counts(said) == (3, 2, 0, 1)
    assert "编码有误" in refused_rows(said)[0][REASON]


@pytest.mark.parametrize("place", [0, 1])
def test_a_quote_never_closed_costs_its_row_only(cast: Cast, tmp_path, place: int):
    rows = [as_csv([row]) for row in (*ROWS, ("A3", "2026-01-07", "", "桥坏了，\n护栏也倒了。", "", ""))]
    rows.insert(place, 'X,2026-01-05,路,"路坏了,老王,\r\n')
    (tmp_path / "a.csv").write_bytes((as_csv([HEADER]) + "".join(rows)).encode())
    said = bring_in(tmp_path / "a.csv")
    assert counts(said) == (4, 3, 0, 1)
    assert refused_rows(said)[0][ORIGINAL].startswith("X,2026-01-05")
    assert Case.objects.get(external_number="A3").content == "桥坏了，\n护栏也倒了。"


def test_formulas_stay_text_and_the_refused_file_runs_none(cast: Cast, tmp_path):
    rows = (("A1", "2026-01-05", "", "=1+1", "@SUM(A1)", ""), ("A2", "坏", "", '=HYPERLINK("x")', "+老王", ""))
    said = bring_in(write(tmp_path / "a.csv", *rows))
    assert Case.objects.get().content == "=1+1"
    refused = refused_rows(said)[0]
    assert (refused["内容"], refused["姓名"]) == ('\'=HYPERLINK("x")', "'+老王")


def test_repaired_rows_are_imported_from_the_refused_file(cast: Cast, tmp_path, data_folder):
    rows = (ROWS[0], ("A2", "坏", "", "=1+1", "", ""))
    said = bring_in(write(tmp_path / "a.csv", *rows))
    refused = Path(said["files"][0]["refused_file"])
    assert refused == data_folder / "imports" / "a.csv.refused.csv"
    assert stat.S_IMODE(refused.stat().st_mode) == 0o600
    refused.write_text(refused.read_text("utf-8-sig").replace(",坏,", ",2026-01-06,"), "utf-8-sig")
    again = bring_in(refused)
    assert counts(again) == (1, 1, 0, 0)
    assert again["files"][0]["unmapped"] == []
    assert set(Case.objects.values_list("source", "content")) == {("a", ROWS[0][3]), ("a", "=1+1")}


def test_a_refused_file_of_ones_own(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", ROWS[0], ("X", "坏", "", "路", "", "")), refused=tmp_path / "bad.csv")
    assert (tmp_path / "bad.csv").exists()
    assert not list(tmp_path.glob("*.part"))


def _truncated(path: Path) -> None:
    path.write_bytes(gzip.compress(GOOD.encode() * 1000)[:-20])


UNREADABLE = {
    "not there.csv": (lambda path: None, "找不到文件"),
    "cut off.csv.gz": (_truncated, "无法读取"),
    "not gzip.csv": (lambda path: path.write_bytes(b"\x1f\x8b" + b"abc" * 99), "无法读取"),
    "a picture.csv": (lambda path: path.write_bytes(bytes(range(256)) * 40), "不是UTF-8"),
    "empty.csv": (lambda path: path.write_bytes(b""), "空文件"),
    "no header.csv": (lambda path: path.write_text("1,2\n3,4\n"), "没有认出"),
    "broken.xlsx": (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 500), "不是完好的xlsx"),
    "old.xls": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9), "旧版xls"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_is_told_and_leaves_nothing(cast: Cast, tmp_path, data_folder, name: str):
    make, words = UNREADABLE[name]
    make(tmp_path / name)
    with pytest.raises(CommandError, match=words) as failed:
        bring_in(write(tmp_path / "good.csv", *ROWS), tmp_path / name)
    assert failed.value.returncode == 1
    assert not Case.objects.exists()
    assert not ImportRun.objects.exists()
    assert not data_folder.exists()


def test_a_workbook_cut_short_is_told(cast: Cast, tmp_path):
    path = write_sheet(tmp_path / "a.xlsx", *ROWS)
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(CommandError, match="不是完好的xlsx"):
        bring_in(path)
