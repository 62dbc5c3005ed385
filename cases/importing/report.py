"""What an import tells: for people a few lines a file, for programs plain data."""

from collections.abc import Sequence
from typing import Any

from cases.importing.desk import Desk
from cases.importing.fields import Field
from cases.importing.run import Opened, Totals, Wish

_COUNTS = ("read", "new", "known", "refused")


def as_lines(opened: Opened, totals: Totals) -> list[str]:
    """Return the lines about one file: its shape, its columns, its totals, what was refused and where that lies."""
    lines = [
        f"{opened.path.name}（{opened.shape}），来源“{opened.source}”",
        f"  列对应：{'，'.join(opened.columns.described())}",
        f"  未导入的列：{'、'.join(opened.columns.unmapped) or '无'}",
        f"  {_counted(totals)}，用时{totals.seconds:.1f}秒",
    ]
    lines += [f"  拒绝：{reason}（{count}行）" for reason, count in list(totals.reasons.items())[:20]]
    if totals.beyond:
        lines.append(f"  有{totals.beyond}行在表头之外还有内容，未导入。")
    if totals.refused_file:
        lines.append(f"  拒绝的行在：{totals.refused_file}（含个人信息，改好后可直接导入该文件，用完请删除）")
    return lines


def total_line(done: Sequence[tuple[Opened, Totals]], wish: Wish, desk: Desk) -> str:
    """Return the exact totals of all files."""
    words = f"合计（{wish.mode.label}，登记单位：{desk.unit.name}）：{_counted(_sum(done))}。"
    return f"试运行，什么也没有写入。{words}" if wish.dry_run else words


def as_data(done: Sequence[tuple[Opened, Totals]], wish: Wish, desk: Desk) -> dict[str, Any]:
    """Return the totals of all files and of each, as plain data for programs."""
    return {
        "mode": str(wish.mode),
        "dry_run": wish.dry_run,
        "unit": desk.unit.name,
        **_counts(_sum(done)),
        "files": [_file(opened, totals) for opened, totals in done],
    }


def _file(opened: Opened, totals: Totals) -> dict[str, Any]:
    columns = opened.columns
    places = ((str(each), columns.places[each]) for each in Field if each in columns.places)
    return {
        "file": opened.path.name,
        "source": opened.source,
        "shape": opened.shape,
        "columns": {name: [columns.header[place] for place in found] for name, found in places},
        "unmapped": columns.unmapped,
        **_counts(totals),
        "beyond_header": totals.beyond,
        "reasons": totals.reasons,
        "refused_file": str(totals.refused_file) if totals.refused_file else None,
        "seconds": round(totals.seconds, 2),
    }


def _sum(done: Sequence[tuple[Opened, Totals]]) -> Totals:
    return Totals(**{name: sum(getattr(totals, name) for _, totals in done) for name in _COUNTS})


def _counts(totals: Totals) -> dict[str, int]:
    return {name: getattr(totals, name) for name in _COUNTS}


def _counted(totals: Totals) -> str:
    return f"读取{totals.read}，新增{totals.new}，已有{totals.known}，拒绝{totals.refused}"
