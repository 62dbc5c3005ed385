"""重大紧急日报, page and API: what happened on the day, what is still owed, and nothing of what is closed to the reader."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, RespondentInput
from cases.lists.urgent_days import urgent_cases
from law.matters import ReportKind, ReportTo
from law.vocabulary import Act, Kind
from tests.cases.api.caller import Caller
from tests.cases.views.doors import Person
from tests.cast import START, Cast, register
from tests.walks import Walk, follow, refer

pytestmark = pytest.mark.django_db
FLASH: dict[str, Any] = {"kind": ReportKind.FLASH, "content": "三十余人在工地聚集，已派人到场。"}


def urgent(cast: Cast, **more: Any) -> Walk:
    return Walk(cast, register(cast, urgent=True, **more))


def test_a_day_holds_what_was_registered_reported_received_and_decided(cast: Cast):
    walk = urgent(cast)
    register(cast)
    [first] = urgent_cases(cast.router, walk.on)
    assert (first.case, first.new, first.owed) == (walk.case, True, tuple(ReportTo))
    walk.act(Act.REPORT_URGENT, cast.router, later=1, bodies=list(ReportTo), **FLASH)
    [second] = urgent_cases(cast.router, walk.on)
    assert (second.new, [row.content for row in second.reports], second.owed) == (False, [FLASH["content"]], ())
    walk.act(Act.RECORD_URGENT_RECEIPT, cast.router, received_on=walk.on)
    walk.act(Act.ASK_DECISION, cast.router, proposal="建议由住建局牵头")
    [third] = urgent_cases(cast.router, walk.on)
    assert (len(third.reports), len(third.receipts), len(third.decisions)) == (1, 1, 1)
    html = Person(cast.router).client.get(f"/urgent/?on={walk.on}").content.decode()
    assert all(words in html for words in (walk.case.number, "快报的回执", "建议由住建局牵头"))
    assert urgent_cases(cast.router, START.replace(year=START.year + 1)) == []


def test_what_is_still_owed_stays_until_it_is_reported_and_comes_first(cast: Cast):
    owed, told = urgent(cast), urgent(cast)
    told.act(Act.REPORT_URGENT, cast.router, later=1, bodies=list(ReportTo), **FLASH)
    assert [each.case for each in urgent_cases(cast.router, told.on)] == [owed.case, told.case]


def test_programs_read_the_same(cast: Cast):
    walk = urgent(cast)
    said = Caller(cast.router).get("/urgent/", on=str(walk.on)).json()
    assert [row["number"] for row in said["cases"]] == [walk.case.number]
    assert len(said["cases"][0]["owed"]) == len(ReportTo)
    wrong = Caller(cast.router).get("/urgent/", on="2026-13-01")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "input_invalid")


def test_neither_the_accused_nor_who_reads_only_an_extract_finds_it(cast: Cast):
    accused = RespondentInput("施镇长", unit_id=cast.town.pk, demands=(1,))
    walk = urgent(cast, demands=[DemandInput("收受好处", Kind.ACCUSATION), DemandInput("修路")], respondents=[accused])
    assert [each.case for each in urgent_cases(cast.router, walk.on)] == [walk.case]
    for person in (cast.town_head, cast.dispatcher, cast.leader, cast.supervisor, cast.housing_head):
        assert urgent_cases(person, walk.on) == []
        assert walk.case.number not in Person(person).client.get(f"/urgent/?on={walk.on}").content.decode()


def test_the_unit_that_handles_it_finds_it_and_the_officers_are_refused(cast: Cast):
    walk = follow(urgent(cast), refer)
    assert [each.case for each in urgent_cases(cast.town_head, walk.on)] == [walk.case]
    assert Person(cast.auditor).client.get("/urgent/").status_code == 403
    assert Caller(cast.auditor).get("/urgent/").status_code == 403
    assert Person(cast.router).client.get("/urgent/?on=gestern").status_code == 422


def test_ten_matters_ask_as_much_as_one(cast: Cast):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            urgent_cases(cast.router, START)
        return len(asked)

    urgent(cast)
    one = queries()
    for _ in range(9):
        urgent(cast)
    assert queries() <= one
