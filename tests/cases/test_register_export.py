"""The export of the register as long work: exact, harmless, within reach, and asked for again when it is fetched."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from openpyxl import load_workbook

from cases.actions.inputs import PartyInput
from cases.models import Recusal
from kit.jobs.models import Job, JobState
from organizations.jobs.working import clear_job_files, work_on
from organizations.ledgers import exporting
from organizations.ledgers.exporting import start_export
from organizations.models import Grant, JournalEntry, Staff
from tests.addresses import client_of
from tests.cast import START, Cast, register
from tests.leak_scene import Scene
from tests.leak_table import KNOWS
from tests.marks import watched

pytestmark = pytest.mark.usefixtures("no_broker")


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
    return [dict(zip(rows[2], row, strict=True)) for row in rows[3:] if isinstance(row[0], int)]


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
