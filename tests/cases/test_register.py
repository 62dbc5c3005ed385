"""信访登记台账: what it says, to whom; its export as long work, its file asked for again when it is fetched."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cases.actions.inputs import DemandInput, PartyInput
from cases.doors.table import ACTIONS
from cases.lists.register import REGISTER
from cases.models import Case, Recusal
from kit.jobs.models import Job, JobState
from kit.ledgers.declaring import columns_of
from kit.ledgers.reading import parts
from law.vocabulary import Act, Channel, Letter, State
from organizations.jobs.working import clear_job_files, work_on
from organizations.ledgers import exporting
from organizations.ledgers.exporting import start_export
from organizations.models import Grant, JournalEntry, Staff
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


def export(person: Staff, **asked: str) -> Job:
    """Ask for an export and do the worker's share."""
    job = start_export("registrations", asked, by=fresh(person))
    assert work_on(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.DONE, job.error
    return job


def file_of(person: Staff, job: Job) -> bytes:
    answer: Any = client_of(fresh(person)).get(f"/jobs/{job.pk}/file")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def table_of(content: bytes) -> list[dict[str, Any]]:
    """The rows of a workbook by their columns, without head and foot."""
    rows = list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
    assert list(rows[2]) == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[3:] if isinstance(row[0], int)]


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


def test_an_export_has_every_row_once_whatever_the_chunks(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exporting, "CHUNK", 2)
    cases = [register(cast) for _ in range(5)]
    job = export(cast.clerk)
    assert (job.done, job.total, job.counts) == (5, 5, {"rows": 5})
    content = file_of(cast.clerk, job)
    rows = table_of(content)
    assert [row["编号"] for row in rows] == [case.number for case in cases]
    assert [row["序号"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0]["收到日期"] == datetime(2026, 3, 2)
    assert "合计5行".encode() in b"".join(_texts(content))
    noted = [
        (entry.verb, entry.by, entry.facts) for entry in JournalEntry.objects.filter(kind="jobs.job").order_by("pk")
    ]
    assert noted == [
        ("job.started", cast.clerk, {"kind": "ledger_export"}),
        ("job.ended", cast.clerk, {"kind": "ledger_export", "state": "done", "rows": 5}),
        ("job.file", cast.clerk, {"kind": "ledger_export", "rows": 5}),
    ]


def _texts(content: bytes) -> list[bytes]:
    rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [str(cell).encode() for row in rows for cell in row if cell]


def test_what_a_petitioner_wrote_is_never_a_formula(cast: Cast):
    register(cast, subject='=HYPERLINK("http://evil.example")', parties=[PartyInput("=王")])
    content = file_of(cast.clerk, export(cast.clerk))
    sheet = load_workbook(BytesIO(content)).active
    assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    [row] = table_of(content)
    assert row["事由诉求"].startswith("'=HYPERLINK")
    assert row["信访人（遮名）"].startswith("'=")


@pytest.mark.parametrize("person", ["town_head", "informant", "housing_handler", "supervisor", "clerk", "sealed_desk"])
def test_an_export_holds_nothing_out_of_reach(scene: Scene, person: str):
    staff = getattr(scene.cast, person)
    with watched() as slips:
        job = export(staff)
    assert not slips
    text = b"\n".join(_texts(file_of(staff, job))).decode()
    assert not [trace for trace in scene.traces(person) if trace in text]
    assert {planted.case.number for planted in scene.planted.values() if planted.case.number in text} == {
        scene.planted[letter].case.number for letter in KNOWS[person]
    }
    # A name is masked for whoever may read the case, too.
    assert not [planted.name for planted in scene.planted.values() if planted.name in text]


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


class TestTheFileIsAskedForAgain:
    """Between the run and the fetch things change."""

    def refused(self, person: Staff, job: Job) -> tuple[int, str]:
        answer = client_of(fresh(person)).get(f"/api/v1/jobs/{job.pk}/file")
        return answer.status_code, answer.json()["code"]

    def test_a_right_taken_away(self, cast: Cast):
        register(cast)
        job = export(cast.clerk)
        Grant.objects.filter(staff=cast.clerk).update(ended_on=date(2026, 1, 1))
        assert self.refused(cast.clerk, job) == (403, "not_permitted")

    def test_a_grant_taken_away_while_another_stays(self, cast: Cast):
        register(cast)
        cast.grant(cast.clerk, cast.town, *(grant_role(cast.informant),))
        job = export(cast.clerk)
        Grant.objects.filter(staff=cast.clerk, unit=cast.bureau).update(ended_on=date(2026, 1, 1))
        assert self.refused(cast.clerk, job) == (403, "file_out_of_reach")

    def test_a_right_taken_away_before_it_ran(self, cast: Cast):
        register(cast)
        job = start_export("registrations", {}, by=fresh(cast.clerk))
        Grant.objects.filter(staff=cast.clerk).update(ended_on=date(2026, 1, 1))
        assert work_on(job.pk)
        job.refresh_from_db()
        assert (job.state, job.file.name) == (JobState.FAILED, "")

    def test_one_case_of_it_that_he_keeps_out_of_since(self, scene: Scene):
        clerk, leg = scene.cast.clerk, scene.planted["A"].case.legs.get()
        job = export(clerk)
        assert file_of(clerk, job)
        Recusal.objects.create(
            case=leg.case, leg=leg, person=clerk, agreed=True, asked_by=scene.cast.router, asked_on=START
        )
        assert self.refused(clerk, job) == (403, "file_out_of_reach")

    def test_a_sealed_part_that_is_closed_since(self, scene: Scene):
        clerk = scene.cast.clerk
        job = export(clerk)
        # The words of D are sealed, and open to the clerk.
        [word, *_] = scene.planted["D"].sealed
        assert word in b"\n".join(_texts(file_of(clerk, job))).decode()
        role = Grant.objects.get(staff=clerk)
        role.role = "supervisor"
        role.save(update_fields=["role"])
        assert self.refused(clerk, job) == (403, "file_out_of_reach")

    def test_the_file_of_another_is_404_for_everybody(self, cast: Cast):
        register(cast)
        job = export(cast.clerk)
        for person in (cast.router, cast.bureau_head, cast.auditor, cast.system_admin):
            for address in (f"/jobs/{job.pk}/", f"/jobs/{job.pk}/file", f"/api/v1/jobs/{job.pk}/file"):
                assert client_of(person).get(address).status_code == 404
            assert client_of(person).post(f"/jobs/{job.pk}/cancel/").status_code == 404
            assert client_of(person).get("/api/v1/jobs/").json()["results"] == []
            assert "信访登记台账" not in client_of(person).get("/jobs/").content.decode()

    def test_it_is_gone_after_its_end(self, cast: Cast, on_day: Any):
        register(cast)
        job = export(cast.clerk)
        on_day(job.expires_on)
        assert file_of(cast.clerk, job)
        on_day(job.expires_on + timedelta(days=1))
        assert self.refused(cast.clerk, job) == (422, "file_gone")
        assert clear_job_files() == 1
        assert not default_storage.exists(job.file.name)
        assert self.refused(cast.clerk, job) == (422, "file_gone")
        assert "已经清除" in client_of(cast.clerk).get("/jobs/").content.decode()
        assert JournalEntry.objects.get(verb="job.cleared").facts == {"number": 1}


def grant_role(person: Staff) -> Any:
    return Grant.objects.get(staff=person).role


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
