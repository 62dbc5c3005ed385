"""`manage import_cases FILE… [--as history|open] …`: cases of other systems from csv, csv.gz and xlsx files."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import DatabaseError

from cases.importing.columns import chosen_from
from cases.importing.desk import Desk, desk_for
from cases.importing.intake import Mode
from cases.importing.report import as_data, as_lines, total_line
from cases.importing.run import Opened, Totals, Wish, import_opened, open_file
from cases.importing.words import date_of
from law.errors import Refused
from organizations.management.noted import NotedCommand
from organizations.today import today

_ENDINGS = (".csv", ".csv.gz", ".xlsx")
_TELL_EVERY = 2500  # rows

# Pages refuse the same; these ways out are the command's alone.
_OPTIONS = {"no_header": "也可用 --map 指定各列。", "source_too_long": "也可用 --source 指定。"}


class Command(NotedCommand):
    """Look through all files first, then import each; exit code 1 where a file is bad or nothing could be taken."""

    help = "导入其他系统的信访件（csv、csv.gz、xlsx）；可以反复运行，已有的不会重复。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the files, or a folder of them, and how they are to be read."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="文件，或者装有这些文件的文件夹")
        parser.add_argument(
            "--as",
            dest="mode",
            choices=[str(mode) for mode in Mode],
            default=str(Mode.HISTORY),
            help="history：历史件，已归档，不起期限（默认）；open：在办件，期限按原日期起算",
        )
        parser.add_argument("--map", type=Path, metavar="JSON", help="列对应文件：{我们的字段: 文件的表头}")
        parser.add_argument("--source", default="", help="来源名称；默认为去掉扩展名的文件名")
        parser.add_argument("--unit", default="", metavar="CODE_OR_NAME", help="登记单位；默认为信访部门")
        parser.add_argument("--default-date", default="", metavar="YYYY-MM-DD", help="没有日期的行按这一天登记")
        parser.add_argument("--dry-run", action="store_true", help="只检查和计数，什么也不写")
        parser.add_argument(
            "--refused", type=Path, metavar="FILE", help="拒绝行写入这个文件；默认在数据目录的imports下"
        )
        parser.add_argument("--json", action="store_true", help="标准输出只有一个JSON")

    def work(self, *args: Any, **options: Any) -> None:
        """Import and print exact totals."""
        try:
            wish, desk, files = self._prepared(options)
            done = [(opened, self._import(opened, desk, wish, options)) for opened in files]
        except Refused as refused:
            raise CommandError(f"{refused.message}{_OPTIONS.get(refused.code, '')}") from refused
        except OSError as error:
            raise CommandError(f"无法读取：{error.filename}（{error.strerror}）。") from error
        except DatabaseError as error:
            why = str(error).partition("\n")[0]  # the lines below it may quote a row
            raise CommandError(f"数据库中断：{why}。已提交的批次保留，再次运行会接着导入。") from error
        if options["json"]:
            self.stdout.write(json.dumps(as_data(done, wish, desk), ensure_ascii=False))
        else:
            self.stdout.write(total_line(done, wish, desk))
        if not any(totals.new + totals.known for _, totals in done):
            raise CommandError("没有一行可以导入。")

    def _prepared(self, options: dict[str, Any]) -> tuple[Wish, Desk, list[Opened]]:
        """Read every argument and look through every file before the first row is written."""
        wish = Wish(
            Mode(options["mode"]), _map(options["map"]), _default_date(options["default_date"]), options["dry_run"]
        )
        desk = desk_for(options["unit"], today())
        return wish, desk, self._opened(options, wish)

    def _opened(self, options: dict[str, Any], wish: Wish) -> list[Opened]:
        opened = []
        for path in options["files"]:
            inside = _inside(path) if path.is_dir() else [path]
            for each in inside:
                try:
                    opened.append(open_file(each, wish, options["source"]))
                except Refused as refused:
                    if not path.is_dir() or refused.code != "no_header":
                        raise
                    self.stderr.write(f"跳过{each.name}：没有认出标题列或者内容列。")
        if not opened:
            raise Refused("no_file", "这里没有可以导入的csv、csv.gz或者xlsx文件。")
        if len(opened) > 1 and (options["source"] or options["refused"]):
            raise Refused("one_file", "--source 和 --refused 只能用于一个文件，请一个一个导入。")
        return opened

    def _import(self, opened: Opened, desk: Desk, wish: Wish, options: dict[str, Any]) -> Totals:
        refused = options["refused"]
        if not refused and not wish.dry_run:
            refused = settings.DATA_DIR / "imports" / f"{opened.path.name}.refused.csv"
        self._told = 0
        totals = import_opened(
            opened, desk, wish, on=today(), refused_path=refused, progress=lambda now: self._progress(opened, now)
        )
        out = self.stderr if options["json"] else self.stdout
        for line in as_lines(opened, totals):
            out.write(line)
        return totals

    def _progress(self, opened: Opened, totals: Totals) -> None:
        if totals.read - self._told < _TELL_EVERY:
            return
        self._told = totals.read
        self.stderr.write(
            f"{opened.path.name}：已处理{totals.read}行，新增{totals.new}，已有{totals.known}，拒绝{totals.refused}"
        )


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name.casefold().endswith(_ENDINGS))


def _map(path: Path | None) -> dict[Any, list[str]]:
    if path is None:
        return {}
    try:
        return chosen_from(json.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError) as error:
        raise Refused("map_invalid", f"列对应文件{path}无法读取：{error}。") from error


def _default_date(text: str) -> date | None:
    found = date_of(text) if text else None
    if text and (found is None or found > today()):
        raise Refused("default_date", f"--default-date 应是不晚于今天的日期，如2020-01-31，不能是“{text}”。")
    return found
