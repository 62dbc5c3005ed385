"""How fast cases are imported, and in how much memory: an invented workbook of 50,000 rows, and files of your own.

    python benchmarks/import_cases.py [--rows 50000] [FILE_OR_FOLDER …]

Works in a database of its own beside the one of DATABASE_URL, dropped at the end. Each import is one process, so
that its peak memory is its own.
"""

import argparse
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")

import django  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from openpyxl import Workbook  # noqa: E402

DATABASE = "xinfang_import_benchmark"
HEADER = "编号 信访日期 标题 内容 姓名 身份证号 联系电话 住址 信访形式 内容分类 问题属地 人数 答复内容 答复时间 责任单位 办理状态"


def main() -> None:
    """Make the workbook and the database, import everything in child processes, print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        _import(options.files[0])
        return
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "workbook.xlsx"
        _run("-c", f"from import_cases import write_book; write_book({str(book)!r}, {options.rows})")
        django.setup()
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            call_command("bootstrap", accounts_file=Path(folder) / "accounts.txt", stdout=io.StringIO())
            for path in [book, *options.files]:
                environment = {**os.environ, "XINFANG_BENCHMARK_DATABASE": str(connection.settings_dict["NAME"])}
                _run(__file__, "--child", str(path), **environment)
        finally:
            connection.creation.destroy_test_db(DATABASE, verbosity=0)


def write_book(path: str, rows: int) -> None:
    """Write invented petitions: texts of about 210 characters in the middle, 9,000 at most, as real ones are."""
    chance = random.Random(1)  # noqa: S311 (invented texts, no secret)
    letters = [chr(0x4E00 + chance.randrange(5000)) for _ in range(3000)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(HEADER.split())
    for n in range(rows):
        text = "".join(chance.choices(letters, k=max(20, min(9000, int(chance.lognormvariate(5.35, 0.9))))))
        sheet.append(
            [
                f"JS{n:06d}",
                datetime(2020, 1, 1) + timedelta(hours=n),  # noqa: DTZ001
                text[:20],
                text,
                f"周某{n}",
                f"9901021980{n % 100000000:08d}",
                f"139{n:08d}",
                f"云溪镇柳湾村{n}号",
                "来信",
                "城乡建设",
                "云溪镇",
                1,
                text[:150],
                datetime(2026, 1, 1),  # noqa: DTZ001
                "云溪镇人民政府",
                "已办结",
            ]
        )
    book.save(path)


def _import(path: Path) -> None:
    django.setup()
    connection.settings_dict["NAME"] = os.environ["XINFANG_BENCHMARK_DATABASE"]
    empty, out, began = _peak(), io.StringIO(), time.process_time()
    call_command("import_cases", str(path), json=True, stdout=out, stderr=io.StringIO(), skip_checks=True)
    totals = json.loads(out.getvalue())
    seconds = sum(file["seconds"] for file in totals["files"])
    counts = ", ".join(f"{name} {totals[name]:,}" for name in ("read", "new", "known", "refused"))
    sys.stdout.write(
        f"{path.name}: {counts}; {seconds:.1f} s, {totals['read'] / max(seconds, 0.01):,.0f} rows/s, "
        f"{time.process_time() - began:.0f} s of them on the processor here; "
        f"peak {_peak()} MB (before the first row {empty} MB)\n"
    )


def _peak() -> int:
    """Return the peak memory of this process in MB, as the kernel counts it since the program began."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(status.split("VmHWM:")[1].split()[0]) >> 10


def _run(*arguments: str, **environment: str) -> None:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "benchmarks")])
    subprocess.run(  # noqa: S603
        [sys.executable, *arguments], check=True, env={**os.environ, **environment, "PYTHONPATH": paths}
    )


if __name__ == "__main__":
    main()
