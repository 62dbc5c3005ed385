"""接访要情一页纸: what the receiver should know of a case before he receives it, on one page; people are masked."""

from typing import Any

from cases.presenting.demands import demand_cards
from cases.reading.case_file import CaseFile
from cases.reading.promises import told_lines
from cases.reading.read import read_case
from kit.days import day_words
from law.vocabulary import Channel, State
from organizations.models import Staff
from organizations.today import today
from reception.appointments.presenting import seat_lines, when
from reception.appointments.reading import seats_of
from reception.models import Appointment

_LONGEST = 600


def one_page(row: Appointment, staff: Staff) -> dict[str, Any]:
    """Return the context of the page, read with the eyes of this person. Raises Refused not_found."""
    file = read_case(row.case_id, by=staff, on=today())
    promises = file.case.promises.all() if file.whole else []
    return {
        "row": row,
        "when": f"{when(row)}，{row.day.venue}",
        "who": f"{row.day.title}{row.day.name}",
        "file": file,
        "facts": _facts(file),
        "content": _shortened(file.content),
        "demands": demand_cards(file),
        "promises": told_lines(promises),
        "seats": seat_lines(seats_of(row, staff)),
        "briefing": row.briefing,
    }


def _facts(file: CaseFile) -> list[dict[str, Any]]:
    case = file.case
    people = "、".join(each.name for each in file.parties[:5] if each.name) or "未署名"
    more = f"等{case.petitioner_count}人" if case.petitioner_count > 1 else ""
    running = [clock.due_on for clock in file.clocks if clock.ended_on is None and clock.due_on]
    due = min(running) if running else None
    facts: list[dict[str, Any]] = [
        {"label": "编号", "value": case.number},
        {"label": "信访人", "value": f"{people}{more}"},
        {"label": "收到", "value": f"{day_words(case.received_on)}，{Channel(case.channel).label}"},
        {"label": "现在的状态", "value": State(case.state).label},
        {"label": "最近的期限", "value": day_words(due)},
        {"label": "同一事项", "value": f"您能查看的另有{len(file.related)}件" if file.related else ""},
        {"label": "责任单位", "value": "、".join(dict.fromkeys(leg.unit.name for leg in file.legs)), "wide": True},
    ]
    return [fact for fact in facts if fact["value"]]


def _shortened(content: str) -> str:
    """Return the beginning of what was said: one page holds no more; the whole stands in the file."""
    return content if len(content) <= _LONGEST else f"{content[:_LONGEST]}……（全文见信访件）"
