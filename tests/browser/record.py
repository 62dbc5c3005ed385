"""Walks the main path on a running demonstration and writes docs/verification/main-path.md and docs/screenshots/.

./run --data DIR            (a fresh demonstration; wait until its cases are made)
.venv/bin/python -m tests.browser.record DIR
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.browser import chromium
from tests.browser.main_path import CONTENT, DEMANDS, SUBJECT, Crew, Department, Entry
from tests.browser.main_path import Path as Walked
from tests.browser.office import Office, Pick, Seat
from tests.browser.screenshots import office_pages, phone_pages, picture

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "verification" / "main-path.md"
HEAD = "| 序号 | 办理人 | 办理 | 办理日期 | 办理后状态 | 页面上的期限（到期日；“为什么是这一天？”逐日列出的天数） |\n| --- | --- | --- | --- | --- | --- |\n"
INTRO = """# 主流程走查记录

由 `tests/browser/record.py` 在一套演示环境上用真实的 Chromium 浏览器走完后生成；每一步都从页面上办理，
没有调用程序接口，没有直接改数据库。同一条路线由 `tests/browser/test_main_path.py` 在每次 `./test` 中重走。
单位、人名、事由均为虚构。每一步办完后，脚本展开期限旁的“为什么是这一天？”，核对最后一日与页面显示的到期日一致、每一天都写明理由；
浏览器控制台没有报错，没有违反内容安全策略。

重做一遍：

    ./run --data 目录
    .venv/bin/python -m tests.browser.record 目录
"""


def crew_of(table: str) -> tuple[Crew, str, dict[str, str]]:
    """Read the printed accounts: who walks, the password, and everybody's role and name."""
    rows = [line.split("\t") for line in table.splitlines() if line.count("\t") == 4 and not line.startswith("角色")]
    names = {row[1]: row[2] for row in rows}
    known = {row[1]: f"{row[2]}（{row[3]}{row[0]}）" for row in rows}
    housing = Department(Pick("zfhcx", "澄湖区住房和城乡建设局"), "fuzeren", "chengban", names["chengban"])
    land = Department(Pick("zrzy", "澄湖区自然资源局"), "ziran.fuzeren", "ziran.chengban", names["ziran.chengban"])
    town = Department(Pick("wtz", "苇塘镇"), "weitang.fuzeren", "weitang.chengban", names["weitang.chengban"])
    crew = Crew("chuangkou", "fenban", (housing, land), town, "diaodu", Pick("ljc", "芦家村"), "xinxiyuan")
    return crew, rows[0][4], known


def wait_for_demonstration(seat: Seat) -> None:
    """Wait until the banner of the demonstration's cases has gone."""
    for _ in range(200):
        if not seat.go("/").page.get_by_text("演示信访件正在生成").count():
            return
        time.sleep(3)
    raise SystemExit("the demonstration's cases are not made after ten minutes")


def table(entries: list[Entry], known: dict[str, str]) -> str:
    """The journal as a table."""
    lines = []
    for number, entry in enumerate(entries, 1):
        clocks = "；".join(f"{clock.name} {clock.due_on}（{clock.told}天）" for clock in entry.clocks) or "—"
        lines.append(f"| {number} | {known[entry.who]} | {entry.did} | {entry.on} | {entry.state or '—'} | {clocks} |")
    return HEAD + "\n".join(lines) + "\n"


def verified(data: Path) -> str:
    """Let the product verify its chain, and return what it said."""
    command = [sys.executable, "-m", "embedded", "--data", str(data), "manage", "verify_chain"]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def write(closed: Walked, handling: Walked, known: dict[str, str], chain: str) -> None:
    """Write the page."""
    asked = "、".join(f"“{demand}”" for demand in DEMANDS)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(
        f"{INTRO}\n## 一、两项诉求、两个部门，从登记到结案\n\n编号 **{closed.number}**。事由：{SUBJECT}。来访内容：{CONTENT}诉求：{asked}。\n"
        "登记时先只填一部分、存为草稿，清空浏览器的记忆后从工作台的“没有登记完的”重新打开，内容齐全，再补诉求并用 Ctrl+Enter 登记。\n"
        "两处都核对：复查期限届满当天两位负责人的页面上都没有“结案”，次日才有。\n\n"
        f"{table(closed.journal, known)}\n## 二、镇、村：调度员受理、下派，信息员用手机报告，调度员研判\n\n编号 **{handling.number}**。"
        "信息员在 360 像素宽的手机上只看到一页：谁请他核查、要求、期限、信访人的诉求和一个大按钮，看不到信访人信息和办理台账。\n\n"
        f"{table(handling.journal, known)}\n## 三、办理链核验\n\n走完后执行 `./run manage verify_chain`：\n\n    {chain.replace(chr(10), chr(10) + '    ')}\n\n"
        "## 四、页面截图\n\n见 `docs/screenshots/`：1366 像素宽的工作台、列表、登记、信访件、办理对话框、文书、权限一览，360 像素宽的工作台、信息员页面、信访件。\n",
        encoding="utf-8",
    )


def main(data: Path) -> None:
    """Walk both paths, take the pictures, write the page."""
    crew, password, known = crew_of((data / "demo_accounts.txt").read_text(encoding="utf-8"))
    url = f"http://127.0.0.1:{json.loads((data / 'state.json').read_text(encoding='utf-8'))['web_port']}"
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium(Path(folder)) as browser,
        Office(browser, url, password) as office,
    ):
        wait_for_demonstration(office.seat(crew.clerk))
        handling = Walked(office, crew, look=picture).through_the_village()
        closed = Walked(office, crew)
        window_ends = closed.to_service()
        # Before the date is moved: afterwards half of the demonstration is overdue.
        office_pages(office, closed, handling)
        phone_pages(office, handling, lambda seat, who: seat.log_in(who, password))
        closed.is_closed(window_ends)
        office.assert_quiet()
    write(closed, handling, known, verified(data))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
