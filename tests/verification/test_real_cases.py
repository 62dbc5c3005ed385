"""Twenty real messages, imported as open cases and walked to closing through both doors.

With XINFANG_RECORD=1 the acts and dates go to docs/verification/real-cases.md; the texts never do.
"""

import csv
import gzip
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from cases.models import Case, Leg
from law.paths import outcomes_for
from law.vocabulary import Act, Kind, State
from tests.cases.api.bodies import body_of
from tests.cases.api.caller import Caller
from tests.cases.api.conftest import Turn
from tests.cases.asking import first_broken_link
from tests.cases.views.doors import Person, done
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.long]
SETS = ("labeled_7class", "unlabeled_messages", "hot_messages", "replies", "liuyan_gas_2022")
PICKED = (11, 101, 201, 301)
BEGIN = date(2026, 11, 23)


class Walk:
    """One case on its way; even numbers go through pages, odd ones through the API."""

    def __init__(self, case: Case, cast: Cast, calendar: Turn, *, page: bool) -> None:
        self.case, self.cast, self.calendar, self.page, self.on = case, cast, calendar, page, BEGIN
        self.steps: list[tuple[str, date]] = []
        calendar(self.on)

    def later(self, days: int) -> None:
        self.on += timedelta(days=days)
        self.calendar(self.on)

    def do(self, act: Act, staff: Any, **body: Any) -> None:
        leg = Leg.objects.filter(case=self.case).first()
        read = Caller(staff).read(self.case.pk)
        typed = {**body_of(act, self.cast, read, self.on), **body}
        if act is Act.ANSWER:
            typed["outcome"] = str(outcomes_for(Kind(read["demands"][0]["kind"]))[0])
        if self.page:
            answer = Person(staff).send(act, self.case, leg=leg, **typed)
            assert done(answer), f"{act}: {answer.status_code} {answer.content.decode()[:600]}"
        else:
            Caller(staff).done(act, self.case.pk, **({"leg_id": leg.pk} if leg else {}), **typed)
        self.steps.append((act.label, self.on))


@pytest.fixture
def opened(shared_folder: Path, cast: Cast, tmp_path: Path, calendar: Turn) -> list[Case]:
    calendar(BEGIN)
    for name in SETS:
        few = tmp_path / f"{name}.csv"
        _few_rows(shared_folder / "data" / f"{name}.csv.gz", few)
        refused = str(tmp_path / f"{name}.refused.csv")
        call_command("import_cases", str(few), "--as", "open", "--unit", cast.bureau.name, "--refused", refused)
    return list(Case.objects.order_by("pk"))


def test_twenty_real_messages_reach_closing_through_the_doors(opened: list[Case], cast: Cast, calendar: Turn):
    assert len(opened) == len(SETS) * len(PICKED)
    walks = [_walked(Walk(case, cast, calendar, page=index % 2 == 0)) for index, case in enumerate(opened)]
    for walk in walks:
        walk.case.refresh_from_db()
        assert walk.case.state == State.CLOSED
        assert first_broken_link(walk.case) is None
        assert not walk.case.clocks.filter(met_on=None, waived_on=None, ended_on=None).exists()
    if os.environ.get("XINFANG_RECORD"):
        _record(walks)


def _walked(walk: Walk) -> Walk:
    cast = walk.cast
    walk.do(Act.REFER, cast.router)
    walk.do(Act.OPEN, cast.housing_handler)
    walk.later(2)
    walk.do(Act.ACCEPT, cast.housing_head)
    walk.do(Act.NOTIFY, cast.housing_head)
    walk.do(Act.TAKE, cast.housing_head, handler=cast.housing_handler.pk)
    walk.later(9)
    walk.do(Act.RECORD_INQUIRY, cast.housing_handler)
    walk.do(Act.ANSWER, cast.housing_handler)
    walk.do(Act.SUBMIT, cast.housing_handler)
    walk.later(1)
    walk.do(Act.ISSUE, cast.housing_head)
    walk.do(Act.SERVE, cast.housing_handler)
    walk.later(4)
    walk.do(Act.RECORD_RECEIPT, cast.housing_handler)
    walk.do(Act.CHECK_DUTIES, cast.housing_handler)
    walk.later(34)
    walk.do(Act.CLOSE, cast.housing_head)
    return walk


def _few_rows(whole: Path, few: Path) -> None:
    csv.field_size_limit(10_000_000)
    with gzip.open(whole, "rt", encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    dated = [row for row in rows if row.get("msg_time")]
    with few.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(dated[index] for index in PICKED)


def _record(walks: list[Walk]) -> None:
    lines = [
        "# 二十件真实来件走到结案",
        "",
        "测试 `tests/verification/test_real_cases.py` 把五个数据集各取四行，以在办件导入，再经页面和接口逐步办到结案。",
        "这里只记来源、编号、行为和日期，不记内容。日期由测试逐日拨动；收到日期是原始日期，所以分流期限从第一天起就已超期。",
        "",
    ]
    for walk in walks:
        case = walk.case
        steps = "，".join(f"{label}{on:%m-%d}" for label, on in walk.steps)
        clocks = "；".join(f"{c.get_duty_display()} {c.starts_on}→{c.due_on}（{c.met_on}）" for c in case.clocks.all())
        door = "页面" if walk.page else "接口"
        lines += [
            f"- **{case.source} {case.external_number}**（{door}，{case.received_on}收到）：{steps}。期限：{clocks}。"
        ]
    text = "\n".join(lines) + "\n"
    (Path(settings.BASE_DIR) / "docs" / "verification" / "real-cases.md").write_text(text, encoding="utf-8")
