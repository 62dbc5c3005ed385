"""A commission from above in a file: its day runs on a clock of its own; what cannot be right stays in words, no row is lost for it."""

from datetime import date

from cases.models import Case, EventText
from law.vocabulary import Duty
from tests.cases.importing.files import HEADER, ROWS, bring_in, counts, write
from tests.cases.invariants import Memory, check_case
from tests.cast import Cast
from tests.walks import clock

ABOVE = (*HEADER, "交办单位", "交办文号", "来文日期", "要求上报日期")


def test_a_row_tells_whose_commission_it_is_and_by_when(cast: Cast, tmp_path):
    file = write(tmp_path / "a.csv", (*ROWS[0], "云州市信访局", "5号", "2026-01-05", "2026-03-01"), header=ABOVE)
    assert counts(bring_in(file, **{"as": "open"})) == (1, 1, 0, 0)
    case = Case.objects.get()
    owed = clock(case, Duty.SUPERIOR_REPORT)
    assert (owed.unit, owed.starts_on, owed.due_on) == (cast.bureau, date(2026, 1, 5), date(2026, 3, 1))
    assert case.next_due_on == clock(case, Duty.DISPATCH_15D).due_on
    [row] = case.superior_commissions.all()
    assert (row.superior_name, row.number, row.report_by) == ("云州市信访局", "5号", owed.due_on)
    check_case(case, Memory())


def test_what_contradicts_itself_is_kept_in_words_and_what_is_history_owes_nothing(cast: Cast, tmp_path):
    wrong = (*ROWS[0], "云州市信访局", "5号", "2026-01-05", "2026-01-01")
    assert counts(bring_in(write(tmp_path / "a.csv", wrong, header=ABOVE), **{"as": "open"})) == (1, 1, 0, 0)
    case = Case.objects.get()
    assert not case.superior_commissions.exists()
    assert "要求上报日期：2026-01-01" in EventText.objects.get(event__case=case).text
    right = (*ROWS[1], "云州市信访局", "6号", "", "2026-03-01")
    bring_in(write(tmp_path / "b.csv", right, header=ABOVE), **{"as": "history"})
    past = Case.objects.get(historic=True)
    assert (past.superior_commissions.count(), past.clocks.count()) == (1, 0)
