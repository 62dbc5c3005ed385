"""Command `import_divisions`: administrative divisions from a file into the tree of units."""

import re
from argparse import ArgumentParser
from itertools import groupby
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from law.errors import Refused
from organizations.division_files import Fault, read_divisions
from organizations.divisions import Totals, import_divisions
from organizations.management.noted import NotedCommand

_CODE = re.compile(r"\d{2}|\d{4}|\d{6}|\d{9}|\d{12}")


class Command(NotedCommand):
    """Read one file, print exact totals; a second run adds nothing."""

    help = "导入行政区划（省、市、区县、乡镇街道、村社区）的csv或csv.gz文件；可以反复运行。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and, if only one division of it is wanted, its code."""
        parser.add_argument("file", type=Path, help="csv或csv.gz文件，UTF-8或GBK编码")
        parser.add_argument("--under", default="", metavar="CODE", help="只导入这个代码的区划及其下级，其余各行略过")

    def work(self, *args: Any, **options: Any) -> None:
        """Import the file; exit with 1 where the file is bad or no row at all could be taken."""
        under = options["under"]
        if under and not _CODE.fullmatch(under):
            raise CommandError(f"--under 应为2、4、6、9或12位数字代码，不能是“{under}”。")
        try:
            found = read_divisions(options["file"])
        except Refused as refused:
            raise CommandError(refused.message) from refused
        if found.encoding != "utf-8-sig":
            self.stderr.write(f"文件不是UTF-8编码，已按{found.encoding.upper()}读取。")
        totals = import_divisions(found, under=under)
        self._report(totals)
        if not totals.new and not totals.known:
            raise CommandError("没有一行可以导入。")

    def _report(self, totals: Totals) -> None:
        for reason, lines in _by_reason(totals.refused):
            self.stderr.write(f"未导入：{reason}（第{lines}行）")
        for top in totals.tops:
            self.stdout.write(f"第{top.line}行“{top.name}”的上级{top.parent}不在库中，作为最上级单位。")
        words = [f"读取{totals.read}", f"新增{totals.new}", f"已有{totals.known}", f"其中更名{totals.renamed}"]
        words += [f"其中归入上级{totals.rehung}"] if totals.rehung else []
        words += [f"拒绝{len(totals.refused)}"]
        words += [f"不在范围内{totals.aside}"] if totals.aside else []
        self.stdout.write("，".join(words) + "。")


def _by_reason(faults: list[Fault]) -> list[tuple[str, str]]:
    """Gather the faults by reason, their line numbers written as ranges: 2-9、11."""
    ordered = sorted(faults, key=lambda fault: (fault.reason, fault.line))
    return [(reason, _ranges([f.line for f in group])) for reason, group in groupby(ordered, lambda f: f.reason)]


def _ranges(lines: list[int]) -> str:
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][1] + 1:
            spans[-1][1] = line
        else:
            spans.append([line, line])
    return "、".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
