"""A ledger as an xlsx workbook, streamed row by row: real dates and numbers, no cell that could become a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from kit.formulas import harmless
from kit.ledgers.declaring import Column, ColumnKind, Ledger, columns_of

# The rows of the sheet down to the header, which stays in sight and is printed on every page.
HEADER_ROW = 3
_A3 = 8
MOST_CELL = 32_000
CUT = "……（超过单元格上限，全文见原件）"
_FORMATS = {ColumnKind.DATE: "yyyy-mm-dd", ColumnKind.NUMBER: "0", ColumnKind.CODE: "@", ColumnKind.TEXT: "@"}
_LINE = Side(style="thin", color="FF999999")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRAP = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Head:
    """What stands above and below the rows: whose ledger it is, of which days, made by whom and when."""

    unit: str
    period: str
    made_by: str
    made_on: date


class LedgerSheet:
    """Writes one ledger: lines as they come, the foot with their exact number at the end."""

    def __init__(self, ledger: Ledger, head: Head) -> None:
        self.ledger, self.head, self.count = ledger, head, 0
        self._book = Workbook(write_only=True)
        self._sheet: Any = self._book.create_sheet(ledger.heading[:31])
        self._columns = columns_of(ledger)
        self._set_up()
        self._sheet.append([self._cell(ledger.heading, font=Font(bold=True, size=16))])
        told = f"单位：{head.unit}　期间：{head.period}　制表日期：{head.made_on.isoformat()}"
        self._sheet.append([self._cell(told)])
        bold = Font(bold=True)
        self._sheet.append([self._cell(column.label, font=bold, border=_BOX) for column in self._columns])

    def add(self, lines: Iterable[Sequence[Any]]) -> None:
        """Write lines, each a list of cells in the order of the columns."""
        for cells in lines:
            self.count += 1
            self._sheet.append([self._value(column, value) for column, value in zip(self._columns, cells, strict=True)])

    def write_to(self, path: Path) -> None:
        """Write the foot and the file."""
        self._sheet.append([self._cell(f"合计{self.count}行")])
        if self.ledger.note:
            self._sheet.append([self._cell(f"说明：{self.ledger.note}")])
        self._sheet.append([self._cell(f"制表：{self.head.made_by}　　审核：　　　　　　日期：")])
        self._book.save(path)

    def _set_up(self) -> None:
        sheet = self._sheet
        sheet.freeze_panes = f"A{HEADER_ROW + 1}"
        for place, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A3
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
        sheet.oddFooter.center.text = "第 &P 页，共 &N 页"

    def _cell(self, text: str, **styles: Any) -> Any:
        cell = WriteOnlyCell(self._sheet, _opened_by_all(text))
        # Said in so many words: a text is a text, whatever it begins with.
        cell.data_type = "s"
        for name, style in styles.items():
            setattr(cell, name, style)
        return cell

    def _value(self, column: Column, value: Any) -> Any:
        if value is None or value == "":
            cell = WriteOnlyCell(self._sheet)
        elif column.kind in (ColumnKind.DATE, ColumnKind.NUMBER) and not isinstance(value, str):
            cell = WriteOnlyCell(self._sheet, value)
        else:
            cell = self._cell(str(value))
        cell.number_format = _FORMATS[column.kind]
        cell.alignment, cell.border = _WRAP, _BOX
        return cell


def _opened_by_all(text: str) -> str:
    """Return a text that no program takes for a formula and every program can open; a cut says that it is one."""
    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    if len(text) > MOST_CELL:
        text = f"{text[:MOST_CELL]}{CUT}"
    return harmless(text)
