"""docs/verification/whole-procedure.md, written from the journals of the walks."""

from pathlib import Path

from tests.browser.procedure_walk import Paper, Walk

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "verification" / "whole-procedure.md"
HEAD = "| 序号 | 日期 | 办理人 | 办理 | 经由 | 办理后 | 正在计算的期限 | 新出具的文书 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
INTRO = """# 全部规程走查记录

由 `tests/browser/whole_procedure.py` 在一套演示环境上走完后生成：“页面”是在真实的 Chromium 浏览器里从信访件页面办理，
“页面（360像素）”是在手机宽度的页面上扫码登记或者报告核查，“接口”是同一行为的程序接口；没有直接改数据库。
日期用演示环境的“演示日期”往后拨。单位、人名、事由均为虚构。脚本逐步核对状态、期限日期、文号，以及不准办的行为被拒绝；
浏览器没有报错，没有违反内容安全策略。

重做一遍（要用新的目录，日期只能往后拨）：

    ./run --data 目录
    .venv/bin/python -m tests.browser.whole_procedure 目录
"""
EXITS = "每件都以送达文书后结案告终；匿名、不需要答复的存查归档。\n"


def write(walks: list[Walk], pictures: dict[str, Paper], chain: str) -> None:
    """Write the page."""
    main, *others = walks
    parts = [INTRO, f"## 一、{main.title}\n\n编号 **{main.number}**。\n\n{_table(main)}{_refusals(main)}"]
    parts.append(f"## 二、六件走旁路的信访件\n\n{EXITS}")
    parts += [f"### {w.title}\n\n编号 **{w.number}**。\n\n{_table(w)}{_refusals(w)}" for w in others]
    parts.append(
        f"## 三、文书图样\n\n每种文书一份，取第一页（有三个环节那一件的，取那一件的最后一份）。\n\n{_pictures(pictures)}"
    )
    indented = chain.replace("\n", "\n    ")
    parts.append(f"## 四、办理链核验\n\n走完后执行 `./run manage verify_chain`：\n\n    {indented}\n")
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _table(walk: Walk) -> str:
    rows = [
        f"| {number} | {e.on} | {e.who} | {e.did} | {e.door} | {e.state} "
        f"| {'；'.join(e.clocks) or '—'} | {'；'.join(e.letters) or '—'} |"
        for number, e in enumerate(walk.journal, 1)
    ]
    return HEAD + "\n".join(rows) + "\n"


def _refusals(walk: Walk) -> str:
    lines = "\n".join(f"- {said}" for said in walk.refusals)
    return f"\n途中试过、被拒绝的：\n\n{lines}\n" if lines else ""


def _pictures(pictures: dict[str, Paper]) -> str:
    return "".join(
        f"- {p.kind.label}（{p.number}）：![{p.kind.label}](letters/{name})\n" for name, p in pictures.items()
    )
