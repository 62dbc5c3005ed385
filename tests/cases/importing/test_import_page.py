"""导入 as a person does it: a file brought, looked at, tried, imported by the worker, its refused rows fetched."""

from base64 import b64encode
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cases.importing import long_work, run
from cases.importing.long_work import start_import
from cases.models import Case, ImportRun
from kit.jobs.models import Job, JobState
from kit.jobs.running import STALE
from law.errors import Refused
from organizations.jobs.working import clear_job_files, work_on
from organizations.models import JournalEntry, Staff
from tests.addresses import client_of
from tests.cases.importing.files import HEADER, ROWS, as_csv
from tests.cast import Cast


def fresh(person: Staff) -> Staff:
    return Staff.objects.get(pk=person.pk)


def bring(client: Client, cast: Cast, *rows: Any, name: str = "上级系统.csv", **more: Any) -> Any:
    file = SimpleUploadedFile(name, as_csv([HEADER, *rows]).encode())
    return client.post("/import/", {"file": file, "mode": "open", "unit": cast.bureau.pk, **more})


def draft(cast: Cast, *rows: Any) -> Job:
    answer = bring(client_of(cast.router), cast, *rows)
    assert answer.status_code == 302, answer.content.decode()
    return Job.objects.get(state=JobState.DRAFT)


def work(job: Job) -> Job:
    assert work_on(job.pk)
    job.refresh_from_db()
    return job


def test_from_the_upload_to_the_refused_rows(cast: Cast):
    bad = ("A3", "2026-01-07", "", "", "老孙", "")
    kept = draft(cast, *ROWS, bad)
    client = client_of(cast.router)
    page = client.get(f"/import/{kept.pk}/").content.decode()
    assert "收到日期←信访日期" in page
    assert "老周" in page
    assert "正式导入" not in page
    with pytest.raises(Refused) as refused:
        start_import(fresh(cast.router), kept.pk, dry_run=False)
    assert refused.value.code == "dry_run_first"
    assert client.post(f"/import/{kept.pk}/start/", {"dry_run": "true"})["Location"] == "/jobs/"
    tried = work(Job.objects.get(state=JobState.WAITING))
    assert tried.counts == {"read": 3, "new": 2, "known": 0, "refused": 1}
    assert not Case.objects.exists()
    assert not ImportRun.objects.exists()
    assert "读取3，新增2，已有0，拒绝1" in client.get(f"/import/{kept.pk}/").content.decode()
    client.post(f"/import/{kept.pk}/start/")
    done = work(Job.objects.get(state=JobState.WAITING))
    assert (done.state, done.counts) == (JobState.DONE, {"read": 3, "new": 2, "known": 0, "refused": 1})
    assert {case.unit for case in Case.objects.all()} == {cast.bureau}
    assert {case.source for case in Case.objects.all()} == {"上级系统"}
    assert ImportRun.objects.get().by == cast.router
    answer: Any = client.get(f"/jobs/{done.pk}/file")
    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "A3" in content
    assert "A1" not in content
    [entry] = JournalEntry.objects.filter(verb="cases.imported")
    assert (entry.by, entry.facts) == (cast.router, {"new": 2, "refused": 1})


def test_an_import_killed_between_two_batches_ends_with_exact_counts(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(run, "BATCH", 2)
    rows = [(f"B{n}", "2026-01-05", f"第{n}盏路灯", f"第{n}盏路灯坏了。", "老王", "") for n in range(7)]
    kept = draft(cast, *rows, ROWS[0], ROWS[0])
    work(start_import(fresh(cast.router), kept.pk, dry_run=True))
    job = start_import(fresh(cast.router), kept.pk, dry_run=False)

    class Killed(BaseException):
        pass

    def kill(totals: Any, *_: Any) -> Any:
        if totals.new == 4:
            raise Killed
        return {"new": totals.new}

    with monkeypatch.context() as patch:
        patch.setattr(long_work, "_counts", kill)
        with pytest.raises(Killed):
            work_on(job.pk)
    assert Case.objects.count() == 4
    Job.objects.filter(pk=job.pk).update(claimed_at=timezone.now() - STALE - timedelta(seconds=1))
    done = work(job)
    assert Case.objects.count() == 8
    assert done.counts == {"read": 9, "new": 8, "known": 1, "refused": 0}
    found = ImportRun.objects.get()
    assert (found.read, found.new, found.known, found.refused) == (9, 8, 1, 0)


def test_the_upload_is_its_owners_and_goes_after_three_days(cast: Cast, on_day: Any):
    kept = draft(cast, *ROWS)
    assert kept.expires_on
    clerk = client_of(cast.clerk)
    assert clerk.get(f"/import/{kept.pk}/").status_code == 404
    assert clerk.post(f"/import/{kept.pk}/start/", {"dry_run": "true"}).status_code == 404
    assert "上级系统" not in clerk.get("/import/").content.decode()
    owner = client_of(cast.router)
    assert "上级系统.csv" in owner.get("/import/").content.decode()
    assert "上级系统" not in owner.get("/jobs/").content.decode()
    on_day(kept.expires_on + timedelta(days=1))
    assert owner.get(f"/import/{kept.pk}/").status_code == 404
    clear_job_files()
    assert not default_storage.exists(str(kept.upload.name))


def test_what_cannot_be_read_is_said_and_not_kept(cast: Cast):
    client = client_of(cast.router)
    answer = client.post(
        "/import/", {"file": SimpleUploadedFile("a.csv", b"x,y\n1,2\n"), "mode": "open", "unit": cast.bureau.pk}
    )
    assert answer.status_code == 422
    assert "没有认出标题列或者内容列" in answer.content.decode()
    for wrong in ({"unit": cast.town.pk}, {"mode": "x"}, {"default_date": "2100-01-01"}):
        assert bring(client, cast, *ROWS, **wrong).status_code == 422
    assert client.post("/import/", {"mode": "open", "unit": cast.bureau.pk}).status_code == 422
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    "person", ["housing_handler", "bureau_head", "informant", "analyst", "system_admin", "auditor"]
)
def test_nobody_else_imports(cast: Cast, person: str):
    client = client_of(getattr(cast, person))
    assert client.get("/import/").status_code == 403
    assert bring(client, cast, *ROWS).status_code == 403


def test_a_town_imports_for_itself_alone(cast: Cast):
    dispatcher = client_of(cast.dispatcher)
    page = dispatcher.get("/import/").content.decode()
    assert cast.town.name in page
    assert cast.bureau.name not in page
    assert bring(dispatcher, cast, *ROWS).status_code == 422
    assert bring(dispatcher, cast, *ROWS, unit=cast.town.pk).status_code == 302


class TestForPrograms:
    """The other door."""

    def body(self, cast: Cast, **changes: Any) -> dict[str, Any]:
        content = b64encode(as_csv([HEADER, *ROWS]).encode()).decode()
        return {"name": "上级系统.csv", "content": content, "mode": "history", "unit": cast.bureau.pk, **changes}

    def post(self, person: Staff, address: str, body: Any) -> Any:
        return client_of(person).post(f"/api/v1/imports/{address}", body, content_type="application/json")

    def test_brought_tried_imported(self, cast: Cast):
        shown = self.post(cast.router, "", self.body(cast))
        assert shown.status_code == 201, shown.json()
        key = shown.json()["id"]
        assert shown.json() == client_of(cast.router).get(f"/api/v1/imports/{key}/").json()
        assert (shown.json()["source"], len(shown.json()["rows"])) == ("上级系统", 2)
        assert self.post(cast.router, f"{key}/start/", {"dry_run": False}).json()["code"] == "dry_run_first"
        for dry_run in (True, False):
            answer = self.post(cast.router, f"{key}/start/", {"dry_run": dry_run})
            assert answer.status_code == 202
            assert work(Job.objects.get(pk=answer.json()["id"])).counts["new"] == 2
        assert Case.objects.count() == 2

    def test_what_is_wrong_is_said_by_field(self, cast: Cast):
        for changes, field in (
            ({"content": "ä"}, "content"),
            ({"mode": "x"}, "mode"),
            ({"unit": cast.town.pk}, "unit"),
            ({"default_date": "2100-01-01"}, "default_date"),
        ):
            answer = self.post(cast.router, "", self.body(cast, **changes))
            assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])
        broken = self.body(cast, content=b64encode(b"x,y").decode())
        assert self.post(cast.router, "", broken).json()["code"] == "no_header"
        assert self.post(cast.router, "", []).status_code == 422
        assert self.post(cast.housing_handler, "", self.body(cast)).status_code == 403
        assert not Job.objects.exists()
