"""What the benchmarks make of what they measure: the rest of them is run by hand."""

import pytest

from benchmarks.figures import Cost, Figure, cost_of, figure, page_table, percentile, rate
from benchmarks.pages import cases_on
from benchmarks.visitors import account_in


def test_a_percentile_is_one_of_the_values_and_no_more_than_its_share_exceed_it():
    values = [40.0, 10.0, 30.0, 20.0]
    assert [percentile(values, share) for share in (0.01, 0.5, 0.51, 0.95)] == [10.0, 20.0, 30.0, 40.0]
    assert percentile([float(n) for n in range(1, 101)], 0.95) == 95.0


def test_a_measured_answer_is_read_and_any_other_refused():
    told = "statements=9;sql_ms=10.25;cpu_ms=48.5;db_ms=8.1;rows=-1"
    assert cost_of(58.0, told) == Cost(58.0, 9, 10.25, 48.5, 8.1, -1)
    with pytest.raises(ValueError, match="db_ms"):
        cost_of(58.0, "statements=9;sql_ms=10.25;cpu_ms=48.5;rows=-1")


def test_the_table_tells_growth_and_of_many_filters_only_the_slowest_at_the_largest_size():
    rows = page_table(
        [
            _page(10, "filter: a", 50),
            _page(10, "filter: b", 60),
            _page(100, "filter: a", 150),
            _page(100, "filter: b", 90),
        ]
    )
    assert len(rows) == 3
    assert len({row.count("|") for row in rows}) == 1, "as many cells as columns"
    assert rows[2].startswith("| router | filter: a | 50 / 50 | 150 / 150 | 3.0× | 1.0× | 9 |")
    assert rows[2].endswith("| 40 | 0.5 |"), "1,200 rows read for 30 shown"


def test_a_rate_counts_what_all_clients_did_together():
    found = rate(10, "register", 8, 2.0, [Cost(float(took), 41, 30.0, 50.0, 20.0, -1) for took in range(1, 11)])
    assert (found.per_second, found.p50, found.p95, found.statements) == (5.0, 5.0, 10.0, 41)


def test_cases_are_counted_once_on_a_page_and_in_a_program_s_answer():
    assert cases_on(
        '<a href="/cases/7/">7</a> <a href="/cases/7/">…</a> <a href="/cases/12/refer/">…</a> <a href="/cases/3/">'
    ) == [3, 7]
    assert cases_on(
        '{"results": [{"id": 5, "number": "A"}, {"id":9,"number":"B"}, {"id": 1, "case_id": 8, "number": "C"}]}'
    ) == [5, 8, 9]


def test_a_line_of_accounts_is_told_from_the_words_around_it():
    assert account_in("分办员\tfenban\t赵一\t澄湖区信访局\tab-cd") == ("分办员", "fenban", "ab-cd")
    assert account_in("角色\t账号\t姓名\t单位\t密码") is None
    assert account_in("单位代号：zhujian") is None


def _page(cases: int, page: str, took: float) -> Figure:
    costs = [Cost(took, 9, 10.0, 40.0, 8.0, -1)] * 3
    return figure(cases, "router", page, costs, read=1200, shown=30, raw=0.5)
