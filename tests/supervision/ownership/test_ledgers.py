"""领导包案台账 and 重信重访排查表: their columns, one line from beginning to end, and what never stands in them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case, Matter
from kit.ledgers.declaring import Ledger, columns_of
from kit.ledgers.reading import parts
from organizations.models import Staff
from organizations.roles import Role
from organizations.today import now, today
from supervision.models.ownership_words import Satisfaction
from supervision.ownership.closing import close, visit
from supervision.ownership.ledger import OWNERSHIP_LEDGER, within_sheets
from supervision.ownership.making import hand_over
from supervision.ownership.repeats import REPEATS, RepeatsForm
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.leak_scene import Scene
from tests.supervision.ownership.sheets import a_case, a_reported, an_owned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_broker")]
COLUMNS = (
    "序号、编号、事由、属地、首登日/历时、包案领导职务、程序推进人、实质解决单位/责任人、方案、时限、接谈/走访、帮扶、最新进展日、"
    "办结、化解、信访人意见、回访、销号人日期、原包案领导"
)


def lines(ledger: Ledger, staff: Staff) -> list[dict[str, Any]]:
    """The rows of a ledger by their columns."""
    labels = [column.label for column in columns_of(ledger)]
    found = []
    for before, part in parts(ledger, ledger.rows(staff, {}), 2):
        told = ledger.lines(part, staff, today())
        found += [ledger.cells(before + number, line) for number, line in enumerate(told, 1)]
    return [dict(zip(labels, cells, strict=True)) for cells in found]


@pytest.mark.parametrize("ledger", [OWNERSHIP_LEDGER, REPEATS], ids=["owned", "repeated"])
def test_the_columns_stand_in_the_order_of_the_office(ledger: Ledger):
    assert "、".join(column.label for column in columns_of(ledger)) == COLUMNS


def test_a_line_from_beginning_to_end(cast: Cast):
    sheet = a_reported(cast)
    visit(sheet, said=Satisfaction.SATISFIED, text="约好上门", by=cast.coordinator)
    close(sheet, by=cast.hire("督查二", cast.bureau, Role.SUPERVISOR))
    [line] = lines(OWNERSHIP_LEDGER, cast.coordinator)
    day = today().isoformat()
    assert (line["编号"], line["包案领导职务"], line["实质解决单位/责任人"]) == (
        sheet.case.number,
        "卫区长",
        f"{cast.housing.short_name} 张主任",
    )
    assert (line["接谈/走访"], line["最新进展日"], line["办结"], line["化解"]) == ("走访1次", today(), today(), None)
    assert (line["信访人意见"], line["回访"], line["销号人日期"]) == ("同意修路方案", f"{day} 满意", f"督查二 {day}")
    assert line["首登日/历时"] == f"{START.isoformat()}，{(today() - START).days}天"


def test_the_first_leader_stays_in_the_ledger(cast: Cast):
    hand_over(an_owned(cast), leader="housing_head", reason="职务调整", by=cast.coordinator)
    [line] = lines(OWNERSHIP_LEDGER, cast.coordinator)
    assert (line["包案领导职务"], line["原包案领导"]) == ("张主任", "卫区长")


def test_a_ledger_costs_the_same_however_long(cast: Cast):
    counts = []
    for _ in range(2):
        an_owned(cast)
        with CaptureQueriesContext(connection) as asked:
            assert client_of(cast.leader).get("/ledgers/ownerships/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def of_one_matter(cast: Cast, number: int) -> list[Case]:
    """So many letters of one matter, the first of them received first."""
    matter = Matter.objects.create(district=cast.area, subject="修路", created_at=now())
    cases = [a_case(cast) for _ in range(number)]
    for late, case in enumerate(cases):
        Case.objects.filter(pk=case.pk).update(matter=matter, received_on=START + timedelta(days=late))
    return cases


def test_a_matter_brought_again_is_one_line_without_anybody_and_without_a_count(cast: Cast):
    first, second = of_one_matter(cast, 2)
    often = of_one_matter(cast, 3)[0]
    of_one_matter(cast, 1)
    an_owned(cast, second)
    found = lines(REPEATS, cast.supervisor)
    # By the day of the first letter, whoever came how often.
    assert [line["编号"] for line in found] == [first.number, often.number]
    assert [line["包案领导职务"] for line in found] == ["卫区长", None]
    assert "老王" not in str(found)
    assert set(RepeatsForm.base_fields) == {"since", "until"}
    assert client_of(cast.clerk).get("/ledgers/repeated-matters/").status_code == 403


def test_neither_holds_what_is_out_of_reach(scene: Scene):
    cast = scene.cast
    for ledger in (OWNERSHIP_LEDGER, REPEATS):
        for person in (cast.supervisor, cast.leader, cast.farming_head, cast.town_head):
            told = str(lines(ledger, person))
            for trace in scene.traces(person.username):
                assert trace not in told, (ledger.code, person.name, trace)


def test_a_file_is_not_fetched_by_who_lost_a_row(cast: Cast):
    sheet = an_owned(cast)
    held = {"sheets": [sheet.pk]}
    assert within_sheets(cast.supervisor, held)
    assert not within_sheets(cast.farming_head, held)
