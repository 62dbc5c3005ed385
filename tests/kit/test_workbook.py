"""A ledger as a workbook: real dates and numbers, exact rows, a header that stays, no cell that is a formula."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.ledgers.reading import place_of
from kit.ledgers.workbook import CUT, HEADER_ROW, MOST_CELL, Head, LedgerSheet
from law.errors import Refused

LEDGER = Ledger(
    code="things",
    heading="物品台账",
    needs=(),
    form=object,
    rows=lambda staff, asked: [],
    order="on",
    holds=lambda rows: {},
    within=lambda staff, holds: True,
    period=lambda asked: "",
    note="一物一行",
    columns=(
        Column("名称", lambda line: line[0], width=20),
        Column("日期", lambda line: line[1], ColumnKind.DATE),
        Column("件数", lambda line: line[2], ColumnKind.NUMBER),
        Column("编号", lambda line: line[3], ColumnKind.CODE),
    ),
)


def written(folder: Path, *lines: tuple[Any, ...]) -> Path:
    sheet = LedgerSheet(LEDGER, Head("某局", "2026-01-01至今", "老李", date(2026, 3, 2)))
    sheet.add(LEDGER.cells(number, line) for number, line in enumerate(lines, 1))
    assert sheet.count == len(lines)
    path = folder / "things.xlsx"
    sheet.write_to(path)
    return path


def rows_of(path: Path) -> list[list[Any]]:
    return [list(row) for row in load_workbook(path).active.iter_rows(values_only=True)]


def test_dates_are_dates_and_numbers_are_numbers(tmp_path: Path):
    path = written(tmp_path, ("花瓶", date(2026, 3, 1), 12, "007"), ("画", None, None, ""))
    sheet = load_workbook(path).active
    first = list(sheet[HEADER_ROW + 1])
    assert [cell.value for cell in first] == [1, "花瓶", datetime(2026, 3, 1), 12, "007"]
    assert [cell.data_type for cell in first] == ["n", "s", "d", "n", "s"]
    assert first[2].number_format == "yyyy-mm-dd"
    assert [cell.value for cell in sheet[HEADER_ROW + 2]] == [2, "画", None, None, None]


def test_the_head_and_the_foot_say_whose_when_and_how_many(tmp_path: Path):
    rows = rows_of(written(tmp_path, ("a", None, 1, ""), ("b", None, 1, "")))
    assert rows[0][0] == "物品台账"
    assert rows[1][0] == "单位：某局　期间：2026-01-01至今　制表日期：2026-03-02"
    assert rows[2] == ["序号", "名称", "日期", "件数", "编号"]
    assert [row[0] for row in rows[5:]] == ["合计2行", "说明：一物一行", "制表：老李　　审核：　　　　　　日期："]


def test_the_sheet_is_a3_landscape_and_its_header_stays(tmp_path: Path):
    sheet = load_workbook(written(tmp_path, ("a", None, 1, ""))).active
    assert sheet.freeze_panes == f"A{HEADER_ROW + 1}"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 8)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.column_dimensions["B"].width == 20


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_becomes_a_formula(tmp_path: Path, mark: str):
    evil = f'{mark}HYPERLINK("http://evil.example","点")'
    path = written(tmp_path, (evil, evil, evil, evil))
    cells = load_workbook(path).active[HEADER_ROW + 1][1:]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.value.startswith(f"'{mark.strip()}") for cell in cells)
    with zipfile.ZipFile(path) as packed:
        assert not re.search(rb"<f[ >]", packed.read("xl/worksheets/sheet1.xml"))


def test_what_no_workbook_takes_is_left_out_and_a_cut_says_so(tmp_path: Path):
    [name, *_] = rows_of(written(tmp_path, ("a\x00\x0bb", None, 1, "x" * 40_000)))[3][1:2]
    assert name == "ab"
    long = rows_of(tmp_path / "things.xlsx")[3][4]
    assert long == "x" * MOST_CELL + CUT


@pytest.mark.parametrize("text", ["x", "2026-13-01_1_1", "2026-01-01_1", "2026-01-01_-1_1", "２026-01-01_1_1", "\x00"])
def test_a_broken_place_is_refused(text: str):
    with pytest.raises(Refused) as refused:
        place_of(text)
    assert refused.value.code == "key_broken"


def test_a_place_reads_as_it_was_written():
    place = place_of("2026-03-02_15_30")
    assert place
    assert (place.day, place.key, place.before, str(place)) == (date(2026, 3, 2), 15, 30, "2026-03-02_15_30")
    assert place_of("") is None
