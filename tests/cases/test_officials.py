"""Accusations about officials made known to the organisation department, and to nobody else (Art. 30, para 2 and 3)."""

from typing import Any

import pytest

from cases.actions.inputs import RespondentInput
from cases.api.shapes import case_answer
from cases.lists.day_letters import letters_of_day
from cases.models import Document, OfficialsReport
from cases.presenting.page import case_page
from cases.reading.read import read_case
from law.errors import Refused
from law.officials import OfficialsTo
from law.vocabulary import Act, Letter
from organizations.models import Staff
from tests.cases.accusing import ASKS, letter, refer_land
from tests.cases.views.doors import Person
from tests.cast import Cast, register
from tests.walks import Walk, code

SAID: dict[str, Any] = {
    "officials": "金村长（柳湾村村主任）",
    "told": [OfficialsTo.ORGANIZATION],
    "body": "中共云河区委组织部",
    "content": "反映其侵吞补偿款三万元",
}
BOTH = [OfficialsTo.ORGANIZATION, OfficialsTo.MAIN_LEADER, OfficialsTo.LEADER_IN_CHARGE]


def shown(walk: Walk, person: Staff) -> str:
    """Everything the page and the API show a person of the case."""
    file = read_case(walk.case.pk, by=person, on=walk.on)
    page: str = Person(person).page(walk.case).content.decode()
    return page + str(case_answer(file))


def test_the_organisation_department_is_told_with_a_sealed_letter(cast: Cast):
    walk = Walk(cast, letter(cast))
    walk.act(Act.REPORT_OFFICIALS, cast.router, later=1, **SAID)
    report = OfficialsReport.objects.get()
    assert (report.reported_on, report.unit, report.document.leg) == (walk.on, cast.bureau, None)
    content = report.document.content
    for part in ("中共云河区委组织部：", "金村长（柳湾村村主任）", "三万元", "第三十条第二款"):
        assert part in content
    assert "老王" not in content
    file = read_case(walk.case.pk, by=cast.coordinator, on=walk.on)
    [row] = case_page(file, walk.on, cast.router)["officials"]
    assert (row["number"], row["receipt"]) == (report.document.number, "尚未收到回执")
    assert report.document in file.documents
    walk.act(Act.RECORD_OFFICIALS_RECEIPT, cast.router, received_on=walk.on, note="已收")
    report.refresh_from_db()
    assert (report.receipt_on, report.receipt_note, report.receipt_by) == (walk.on, "已收", cast.router)
    assert code(walk.act, Act.RECORD_OFFICIALS_RECEIPT, cast.router, received_on=walk.on) == "nothing_open"


def test_a_major_matter_goes_to_the_two_leaders_or_it_is_said_why_not(cast: Cast):
    walk = Walk(cast, letter(cast))
    with pytest.raises(Refused) as said:
        walk.act(Act.REPORT_OFFICIALS, cast.router, major=True, **SAID)
    assert (said.value.code, said.value.article) == ("leaders_missing", "第三十条第二款")
    assert "党委主要负责同志、分管组织（人事）工作的负责同志" in said.value.message
    walk.act(Act.REPORT_OFFICIALS, cast.router, major=True, **{**SAID, "told": BOTH})
    walk.act(Act.REPORT_OFFICIALS, cast.router, major=True, left_out="反映的是其本人", **SAID)
    letters = Document.objects.filter(kind=Letter.OFFICIALS_REPORT).order_by("id")
    assert [("另报：党委主要负责同志、分管" in each.content) for each in letters] == [True, False]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({"told": []}, "bodies_missing"), ({"content": " "}, "report_empty"), ({"body": "柳湾村党支部"}, "accused_party")],
)
def test_it_is_refused_without_its_parts_and_to_the_accused(cast: Cast, changes: dict[str, Any], expected: str):
    walk = Walk(cast, letter(cast))
    assert code(walk.act, Act.REPORT_OFFICIALS, cast.router, **{**SAID, **changes}) == expected


def test_only_for_an_accusation_and_only_by_the_office(cast: Cast):
    assert code(Walk(cast, register(cast)).act, Act.REPORT_OFFICIALS, cast.router, **SAID) == "not_accusing"
    assert code(Walk(cast, letter(cast)).act, Act.REPORT_OFFICIALS, cast.clerk, **SAID) == "not_permitted"


def test_the_day_is_not_dated_back_before_the_registration(cast: Cast):
    walk = Walk(cast, letter(cast))
    early = walk.on.replace(year=walk.on.year - 1)
    assert code(walk.act, Act.REPORT_OFFICIALS, cast.router, reported_on=early, **SAID) == "date_unfit"
    walk.act(Act.REPORT_OFFICIALS, cast.router, later=2, **SAID)
    assert code(walk.act, Act.RECORD_OFFICIALS_RECEIPT, cast.router, received_on=early) == "date_unfit"


def test_who_reads_the_open_part_alone_learns_nothing_of_it(cast: Cast):
    """The town handles the land question; the supervisor watches the district: neither reads of the report."""
    walk = refer_land(cast, letter(cast))
    walk.act(Act.REPORT_OFFICIALS, cast.router, later=1, **SAID)
    number = OfficialsReport.objects.get().document.number
    assert "金村长（柳湾村村主任）" in shown(walk, cast.router)
    for person in (cast.town_head, cast.dispatcher, cast.supervisor, cast.leader, cast.analyst):
        everything = shown(walk, person)
        for trace in ("情况通报", "通报组织部门", "组织部", number, "三万元"):
            assert trace not in everything, f"{person} reads {trace}"
        assert number not in [each.number for each in letters_of_day(person, walk.on).letters]
        page = Person(person).client.get(f"/cases/{walk.case.pk}/letters/{OfficialsReport.objects.get().document_id}/")
        assert page.status_code == 404


def test_what_accuses_the_office_is_reported_by_the_sealed_desk(cast: Cast):
    accused = [RespondentInput("吴局长", unit_id=cast.bureau.pk)]
    walk = Walk(cast, register(cast, demands=ASKS, respondents=accused))
    assert code(walk.act, Act.REPORT_OFFICIALS, cast.router, **SAID) == "not_found"
    walk.act(Act.REPORT_OFFICIALS, cast.sealed_desk, **SAID)
    assert OfficialsReport.objects.count() == 1
