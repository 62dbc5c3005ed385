"""What is known of mail, a letter a line: sent under which number, received by whom, come back for which reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kit.days import day_found
from law.errors import Refused
from law.words import Word

MOST_LINES = 100
_BETWEEN = re.compile(r"[,，\t;；|｜]")
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?: \d\d:\d\d:\d\d)?", re.ASCII)


class Mailed(Word):
    """登记什么."""

    SENT = "sent", "发出"
    RECEIVED = "received", "签收"
    RETURNED = "returned", "退回"


# What stands in the columns of a line, by what is entered.
COLUMNS: dict[Mailed, tuple[str, str, str]] = {
    Mailed.SENT: ("核验码或者文号", "邮件号码", "发出日期"),
    Mailed.RECEIVED: ("邮件号码（或者核验码、文号）", "收到日期", "签收人"),
    Mailed.RETURNED: ("邮件号码（或者核验码、文号）", "退回日期", "退回原因"),
}


@dataclass(frozen=True)
class MailLine:
    """One line: which letter, and what became of it. ``words``: the mail number, who signed, or why it came back."""

    number: int
    letter: str
    day: date
    words: str


@dataclass(frozen=True)
class MailSheet:
    """What the lines say, and what cannot be read of them, line by line."""

    lines: list[MailLine]
    faults: list[str]


def read_mailings(what: Mailed, text: str) -> MailSheet:
    """Read lines; nothing is entered."""
    lines, faults = list[MailLine](), list[str]()
    for number, cells in _rows(text):
        try:
            line = _line(what, number, cells)
            if before := next((each for each in lines if each.letter == line.letter), None):
                raise Refused("letter_twice", f"“{line.letter[:60]}”在第{before.number}行已经有了，请留一行。")
            lines.append(line)
        except Refused as refused:
            faults.append(f"第{number}行：{refused.message}")
    if not lines and not faults:
        faults = [f"没有可以登记的行。每行依次写{'、'.join(COLUMNS[what])}，中间用逗号隔开。"]
    if len(lines) > MOST_LINES:
        faults = [f"一次最多{MOST_LINES}行，请分几次登记。"]
    return MailSheet(lines, faults)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    headers = {columns[0] for columns in COLUMNS.values()} | {"核验码", "文号", "邮件号码"}
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in _BETWEEN.split(line)]
        if any(cells) and cells[0] not in headers:
            yield number, cells


def _line(what: Mailed, number: int, cells: list[str]) -> MailLine:
    first, second, third = (*cells, "", "", "")[:3]
    day, words = (third, second) if what is Mailed.SENT else (second, third)
    for name, cell in zip(COLUMNS[what], (first, second, third), strict=True):
        if not cell:
            raise Refused("cell_missing", f"没有写{name}。")
    return MailLine(number, first[:200], _day(day), words[:200])


def _day(text: str) -> date:
    if day := day_found(_DAY.fullmatch(text)):
        return day
    raise Refused("day_unclear", f"日期“{text[:20]}”看不懂，请写成2026-11-30。")
