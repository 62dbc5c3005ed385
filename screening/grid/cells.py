"""One cell of the grid: how a unit stands in a round. Pure, so that page, program and figures say the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from law.words import Word
from organizations.models import Unit
from screening.models import Report, Round


class CellState(Word):
    """How a village stands in a round."""

    ON_TIME = "on_time", "按时"
    LATE = "late", "迟报"
    ZERO = "zero", "零报告"
    DOUBT = "doubt", "零报告存疑"
    MISSING = "missing", "未报"
    WAITING = "waiting", "未到期"
    NOT_OWED = "not_owed", "不用报"


SIGNS = {
    CellState.ON_TIME: "报",
    CellState.LATE: "迟",
    CellState.ZERO: "零",
    CellState.DOUBT: "疑",
    CellState.MISSING: "未",
    CellState.WAITING: "…",
    CellState.NOT_OWED: "—",
}


@dataclass(frozen=True)
class Cell:
    """How one unit stands in one round; ``report``: its key, None where there is none."""

    state: CellState
    report: int | None = None


def cell_of(unit: Unit, round_: Round, report: Report | None, *, doubtful: bool, on: date) -> Cell:
    """Return the cell of a unit in a round; late comes before zero, for it is what somebody has to ask about."""
    if report is None:
        if not round_.expects(unit):
            return Cell(CellState.NOT_OWED)
        return Cell(CellState.MISSING if on > round_.due_on else CellState.WAITING)
    if report.zero and doubtful:
        return Cell(CellState.DOUBT, report.pk)
    if report.late:
        return Cell(CellState.LATE, report.pk)
    return Cell(CellState.ZERO if report.zero else CellState.ON_TIME, report.pk)


def count_of(cells: Iterable[Cell], state: CellState) -> int:
    """Return how many cells are of a state."""
    return sum(cell.state is state for cell in cells)
