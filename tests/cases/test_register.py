"""信访登记台账: what it says, in which order, to whom."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, PartyInput
from cases.doors.table import ACTIONS
from cases.lists.register import REGISTER
from cases.models import Case
from cases.models.party import PartyRole
from kit.ledgers.declaring import columns_of
from kit.ledgers.reading import parts
from law.vocabulary import Act, Channel, Letter, State
from organizations.models import JournalEntry, Staff
from tests.addresses import client_of
from tests.cast import START, Cast, register
from tests.leak_scene import Scene
from tests.leak_table import KNOWS
from tests.marks import watched
from tests.walks import walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
# The order of the office's own sheet.
COLUMNS = [
    *(
        "序号",
        "编号",
        "收到日期",
        "形式",
        "来源",
        "信访人（遮名）",
        "批次/人次",
        "属地",
        "初次/重复",
        "事由诉求",
        "类别",
    ),
    *(
        "内容分类",
        "办理方式",
        "责任单位",
        "承办人",
        "转交日",
        "受理告知日",
        "到期日",
        "答复日文号",
        "送达日",
        "状态",
        "产生原因",
    ),
]


def fresh(person: Staff) -> Staff:
    return Staff.objects.get(pk=person.pk)


def lines_of(person: Staff, on: date, **asked: Any) -> list[dict[str, Any]]:
    staff = fresh(person)
    return [
        dict(zip(COLUMNS, REGISTER.cells(before + number, line), strict=True))
        for before, part in parts(REGISTER, REGISTER.rows(staff, asked), 2)
        for number, line in enumerate(REGISTER.lines(part, staff, on), 1)
    ]


def test_the_columns_stand_in_the_order_of_the_sheet():
    assert [column.label for column in columns_of(REGISTER)] == COLUMNS


def test_a_case_from_its_registration_to_its_answer(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.ANSWERED)
    on_day(walk.on)
    [line] = lines_of(cast.coordinator, walk.on)
    case = walk.case
    opinion = case.documents.filter(kind=Letter.HANDLING_OPINION).latest("pk")
    leg = walk.leg
    assert leg
    assert (line["序号"], line["编号"], line["收到日期"]) == (1, case.number, case.received_on)
    assert (line["形式"], line["信访人（遮名）"], line["初次/重复"]) == (case.get_channel_display(), "老*", "初次")
    assert (line["责任单位"], line["承办人"]) == (cast.town.short_name, leg.handler.name)
    assert (line["办理方式"], line["类别"]) == ("转送", "申诉求决")
    assert line["转交日"] == leg.hand_offs.earliest("pk").sent_on
    assert line["受理告知日"] == case.clocks.get(duty="NOTICE_REFERRED_15D").met_on
    assert line["答复日文号"] == f"{opinion.issued_on.isoformat()} {opinion.number}"
    assert line["送达日"] == opinion.services.latest("pk").received_on
    assert "修好村口的路" in line["事由诉求"]
    assert line["状态"] == "已办结"


def test_visits_are_counted_in_batches_and_people_and_repeats_are_told(cast: Cast):
    first = register(cast)
    parties = [PartyInput("老王"), PartyInput("老赵")]
    second = register(cast, channel=Channel.VISIT, parties=parties, petitioner_count=2, received_on=START)
    Case.objects.filter(pk=second.pk).update(matter=first.matter, petitioner_count=2)
    third = register(cast, anonymous=True, parties=[])
    lines = {line["编号"]: line for line in lines_of(cast.clerk, START)}
    assert [lines[case.number]["初次/重复"] for case in (first, second, third)] == ["初次", "重复", "初次"]
    assert [lines[case.number]["批次/人次"] for case in (first, second, third)] == ["", "1批2人次", ""]
    assert lines[second.number]["信访人（遮名）"] == "老*等2人"
    assert lines[third.number]["信访人（遮名）"] == "匿名"


def test_what_was_asked_narrows_it_and_history_stays_out_unless_asked_for(cast: Cast):
    early, late = register(cast), register(cast, received_on=START + timedelta(days=3), on=START + timedelta(days=3))
    Case.objects.filter(pk=early.pk).update(historic=True)
    on = START + timedelta(days=3)
    assert [line["编号"] for line in lines_of(cast.clerk, on)] == [late.number]
    assert [line["编号"] for line in lines_of(cast.clerk, on, historic=True)] == [early.number, late.number]
    assert [line["编号"] for line in lines_of(cast.clerk, on, historic=True, until=START)] == [early.number]
    assert lines_of(cast.clerk, on, channel=Channel.VISIT) == []


def test_a_representative_stands_for_all_and_a_code_of_our_own_is_said_in_words(cast: Cast):
    people = [PartyInput("老王", role=PartyRole.REPRESENTATIVE), PartyInput("老赵", role=PartyRole.REPRESENTATIVE)]
    case = register(cast, parties=people, petitioner_count=9)
    Case.objects.filter(pk=case.pk).update(source="demo")
    [line] = lines_of(cast.clerk, START)
    assert (line["信访人（遮名）"], line["来源"]) == ("老*等9人", "演示数据")


def test_what_the_matter_came_of_stands_on_page_and_paper_once_it_is_answered(cast: Cast):
    register(cast)
    walk_to(cast, State.PENDING_SIGN_OFF)
    client = client_of(cast.clerk)
    page, paper = (client.get(f"/ledgers/registrations/{part}").content.decode() for part in ("", "print/"))
    assert [text.count("执行不到位") for text in (page, paper)] == [1, 1], "two demands of one cause name it once"
    assert '<td data-label="产生原因"' in page
    assert paper.count("<col width=") == len(COLUMNS)


@pytest.mark.parametrize("person", ["town_head", "informant", "supervisor", "clerk"])
def test_page_and_print_hold_nothing_out_of_reach(scene: Scene, person: str):
    client = client_of(getattr(scene.cast, person))
    for address in ("/ledgers/registrations/", "/ledgers/registrations/print/"):
        with watched() as slips:
            page = client.get(address)
        assert page.status_code == 200
        assert not slips
        text = page.content.decode()
        assert not [trace for trace in scene.traces(person) if trace in text], address
        assert all(scene.planted[letter].case.number in text for letter in KNOWS[person])


def test_a_print_is_noted_with_its_rows(scene: Scene):
    client_of(scene.cast.clerk).get("/ledgers/registrations/print/")
    [entry] = JournalEntry.objects.filter(verb="ledger.print")
    assert (entry.by, entry.facts) == (scene.cast.clerk, {"ledger": "registrations", "rows": len(KNOWS["clerk"])})


def test_a_line_costs_no_query_of_its_own(cast: Cast):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            lines = REGISTER.rows(staff, {})
            REGISTER.lines(list(lines), staff, START)
        return len(captured)

    staff = fresh(cast.clerk)
    register(cast)
    few = queries()
    for _ in range(6):
        case = register(cast)
        ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=cast.town, demands=[1, 2], reason="属地")
    assert queries() <= few + 2
    assert queries() <= 14


def test_a_page_is_cut_by_key_and_numbers_go_on(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("organizations.views.ledgers.PAGE_SIZE", 2)
    cases = [register(cast, demands=[DemandInput("一")]) for _ in range(3)]
    client = client_of(cast.clerk)
    first = client.get("/ledgers/registrations/")
    assert [item["cells"][1]["text"] for item in first.context["items"]] == [case.number for case in cases[:2]]
    second = client.get(f"/ledgers/registrations/{first.context['next_url']}")
    assert [[cell["text"] for cell in item["cells"][:2]] for item in second.context["items"]] == [
        ["3", cases[2].number]
    ]
    assert not second.context["next_url"]
    assert client.get("/ledgers/registrations/?after=x").status_code == 422
