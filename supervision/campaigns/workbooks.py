"""The numbers in a superior's workbook: one column is read, no other is kept, so that no name comes along."""

from pathlib import Path
from tempfile import TemporaryDirectory

from cases.importing.sheets import is_workbook, sheet_names, sheet_rows
from kit.files import CheckedFile
from law.errors import Refused

_HEADS = ("信访件编号", "信访编号", "信访事项编号", "编号", "信访件号")
_MOST_ROWS = 20_000
# Above the header may stand a title and a line of words.
_HEADER_WITHIN = 10


def numbers_in(file: CheckedFile) -> list[str]:
    """Return the numbers of a workbook in their order. Raises Refused: file_kind, file_unreadable, column_missing, too_many."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / file.name
        file.upload.seek(0)
        path.write_bytes(file.upload.read())
        if not is_workbook(path):
            raise Refused("file_kind", f"“{file.name}”不是xlsx表格。")
        sheet_names(path)
        return _numbers(path)


def _numbers(path: Path) -> list[str]:
    place, found = -1, []
    for count, row in enumerate(sheet_rows(path, 0)):
        if count > _MOST_ROWS:
            raise Refused("too_many", f"表格超过{_MOST_ROWS}行，请拆成几个文件。")
        if place < 0:
            place = _place(row.cells)
            if place < 0 and count >= _HEADER_WITHIN:
                break
        elif place < len(row.cells) and row.cells[place]:
            found.append(row.cells[place])
    if place < 0:
        raise Refused(
            "column_missing", f"前{_HEADER_WITHIN}行里没有找到“编号”一列，列名应为：{'、'.join(_HEADS)}之一。"
        )
    return found


def _place(cells: tuple[str, ...]) -> int:
    heads = [cell.replace(" ", "") for cell in cells]
    return next((heads.index(head) for head in _HEADS if head in heads), -1)
