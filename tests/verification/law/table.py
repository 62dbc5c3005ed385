"""docs/verification/law.md: each history its section, compared with what its walk prints, or written anew."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[3] / "docs" / "verification" / "law.md"
NUMERALS = "一二三四五六七八九十"
HEAD = "| 序号 | 日期 | 办理 | 办理后 | 正在计算的期限 | 停下的期限 | 文书 |\n| --- | --- | --- | --- | --- | --- | --- |\n"
# The twelve, in their order; each is walked by the test of its number.
TITLES = (
    "匿名检举村干部，同时请求修路",
    "三项诉求，同一项两次提出异议",
    "限期十五日的交办",
    "第60日和第61日的延期",
    "跨国庆节邮寄的复查请求",
    "经过听证的复核",
    "延长期内撤回",
    "办理中途机构合并",
    "同一人重复提出和复核之后再提出",
    "其他机关直接收到的信访事项",
    "八名代表走访",
    "下级正在办理时又向上级提出",
)


@dataclass
class Row:
    """One line: what was done, or tried in vain; what stands after it."""

    on: str
    did: str
    stands: str
    running: Sequence[str] = ()
    stopped: Sequence[str] = ()
    letters: Sequence[str] = ()

    def tell(self, stands: str, running: Sequence[str], stopped: Sequence[str], letters: Sequence[str]) -> None:
        """Say what stands after it, once it was read."""
        self.stands, self.running, self.stopped, self.letters = stands, running, stopped, letters

    def cells(self, number: int) -> str:
        """The line as Markdown."""
        lists = (each or ("—",) for each in (self.running, self.stopped, self.letters))
        return f"| {' | '.join([str(number), self.on, self.did, self.stands, *map('；'.join, lists)])} |"


def numeral(number: int) -> str:
    """A number from 1 to 19 in Chinese."""
    return NUMERALS[number - 1] if number <= len(NUMERALS) else f"十{NUMERALS[number - 11]}"


def section(number: int, question: str, rows: Sequence[Row], conclusion: str) -> str:
    """One history as the document prints it."""
    table = "\n".join(row.cells(place) for place, row in enumerate(rows, 1))
    title = f"## {numeral(number)}、{TITLES[number - 1]}"
    return f"{title}\n\n{question}\n\n{HEAD}{table}\n\n结论：{conclusion}\n"


def assert_printed(number: int, printed: str) -> None:
    """The document says what the walk printed; with XINFANG_RECORD=1 it is made to."""
    head, *parts = re.split(r"^(?=## )", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    sections = {part.partition("、")[0].removeprefix("## "): part.strip() for part in parts}
    if os.environ.get("XINFANG_RECORD"):
        sections[numeral(number)] = printed.strip()
        kept = [sections[name] for name in map(numeral, range(1, len(TITLES) + 1)) if name in sections]
        PAGE.write_text("\n\n".join([head.strip(), *kept]) + "\n", encoding="utf-8")
        return
    assert sections.get(numeral(number)) == printed.strip(), (
        "docs/verification/law.md is stale: its head says how to mend it"
    )
