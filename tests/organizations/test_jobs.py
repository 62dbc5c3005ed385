"""我的任务: both doors to a person's own long work."""

from datetime import timedelta
from typing import Any

import pytest
from celery import current_app
from django.utils import timezone

from kit.jobs.models import Job, JobState
from kit.jobs.running import STALE
from law.errors import Refused
from organizations.jobs.asking import MOST_AT_ONCE, fetch_file, job_of, own_jobs, start_job
from organizations.jobs.uploads import draft_of, drafts_of
from organizations.jobs.working import sweep_jobs, work_on
from organizations.ledgers.exporting import start_export
from organizations.models import JournalEntry
from organizations.roles import Role
from tests.organizations.conftest import District, as_person


def asked(code: str = "registrations", **filters: str) -> dict[str, Any]:
    return {"ledger": code, "asked": filters}


def test_an_export_is_asked_for_from_the_page_and_found_again(district: District):
    clerk = as_person(district.people[Role.WINDOW_CLERK])
    answer = clerk.post("/ledgers/registrations/export/", {"since": "2026-01-01", "until": "2026-03-31"})
    assert (answer.status_code, answer["Location"]) == (302, "/jobs/")
    job = Job.objects.get()
    assert job.arguments == asked(since="2026-01-01", until="2026-03-31")
    page = clerk.get("/jobs/").content.decode()
    assert "导出信访登记台账（2026-01-01至2026-03-31）" in page
    assert f'hx-get="/jobs/{job.pk}/"' in page
    fragment = clerk.get(f"/jobs/{job.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert "排队中" in fragment


def test_the_same_twice_is_one_job(district: District):
    clerk = district.people[Role.WINDOW_CLERK]
    assert start_export("registrations", {}, by=clerk) == start_export("registrations", {}, by=clerk)
    assert Job.objects.count() == 1
    assert JournalEntry.objects.filter(verb="job.started").count() == 1


def test_whoever_acts_for_another_has_none_of_his_jobs(district: District):
    clerk, other = district.people[Role.WINDOW_CLERK], district.people[Role.ROUTER]
    job = start_export("registrations", {}, by=clerk)
    vars(clerk)["hand"] = other
    calls: list[Any] = [
        lambda: start_export("registrations", {}, by=clerk),
        lambda: own_jobs(clerk),
        lambda: job_of(clerk, job.pk),
        lambda: fetch_file(clerk, job.pk),
        lambda: drafts_of(clerk, "case_import"),
        lambda: draft_of(clerk, job.pk),
    ]
    for call in calls:
        with pytest.raises(Refused) as refused:
            call()
        assert refused.value.code == "not_permitted"


def test_one_person_has_so_many_at_once(district: District):
    clerk, other = district.people[Role.WINDOW_CLERK], district.people[Role.ROUTER]
    for day in range(1, MOST_AT_ONCE + 1):
        start_export("registrations", {"since": f"2026-01-0{day}"}, by=clerk)
    with pytest.raises(Refused) as refused:
        start_export("registrations", {"since": "2026-02-01"}, by=clerk)
    assert refused.value.code == "too_many_jobs"
    assert start_export("registrations", {}, by=other).owner == other
    Job.objects.filter(owner=clerk).update(state=JobState.DONE)
    assert start_export("registrations", {"since": "2026-02-01"}, by=clerk).owner == clerk


def test_cancelled_from_the_page_by_a_fragment_or_a_page(district: District):
    clerk = district.people[Role.WINDOW_CLERK]
    client = as_person(clerk)
    first, second = (start_export("registrations", {"since": day}, by=clerk) for day in ("2026-01-01", "2026-01-02"))
    fragment = client.post(f"/jobs/{first.pk}/cancel/", headers={"HX-Request": "true"})
    assert "已取消" in fragment.content.decode()
    assert "hx-get" not in fragment.content.decode()
    assert client.post(f"/jobs/{second.pk}/cancel/").status_code == 302
    assert client.post(f"/jobs/{second.pk}/cancel/").status_code == 409
    assert JournalEntry.objects.filter(verb="job.cancelled").count() == 2


def test_programs_ask_follow_cancel(district: District):
    clerk = as_person(district.people[Role.WINDOW_CLERK])
    found = {each["code"]: each for each in clerk.get("/api/v1/ledgers/").json()["results"]}
    assert found["registrations"]["columns"][0] == {"name": "序号", "kind": "number"}
    answer = clerk.post(
        "/api/v1/ledgers/registrations/export/", {"asked": {"since": "2026-01-01"}}, content_type="application/json"
    )
    assert answer.status_code == 202
    key = answer.json()["id"]
    assert clerk.get(f"/api/v1/jobs/{key}/").json()["state"] == "waiting"
    assert [job["id"] for job in clerk.get("/api/v1/jobs/").json()["results"]] == [key]
    assert clerk.get(f"/api/v1/jobs/{key}/file").status_code == 404
    assert clerk.post(f"/api/v1/jobs/{key}/cancel/").json()["state"] == "cancelled"
    assert clerk.post(f"/api/v1/jobs/{key}/cancel/").json()["code"] == "job_ended_already"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"asked": {"since": "heute"}}, "filter_invalid"),
        ({"asked": {"since": "2026-03-01", "until": "2026-01-01"}}, "filter_invalid"),
        ({"asked": {"name": "老王"}}, "filter_unknown"),
        ({"asked": {"since": "x\x00"}}, "text_unreadable"),
        ({"asked": ["x"]}, "input_invalid"),
        ([], "input_invalid"),
    ],
)
def test_what_is_not_understood_is_refused(district: District, body: Any, code: str):
    clerk = as_person(district.people[Role.WINDOW_CLERK])
    answer = clerk.post("/api/v1/ledgers/registrations/export/", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Job.objects.exists()


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.SECURITY_AUDITOR])
def test_the_three_officers_have_no_ledger_and_yet_a_page_of_their_own_jobs(district: District, role: Role):
    officer = as_person(district.people[role])
    assert officer.get("/jobs/").status_code == 200
    for address in ("/ledgers/", "/ledgers/registrations/", "/ledgers/registrations/print/"):
        assert officer.get(address).status_code == 403
    assert officer.post("/ledgers/registrations/export/").status_code == 403
    assert officer.get("/api/v1/ledgers/").json() == {"results": []}
    assert officer.get("/ledgers/nothing/").status_code == 404


def test_odd_addresses_are_answered(district: District):
    clerk = as_person(district.people[Role.WINDOW_CLERK])
    for address in ("/jobs/?before=x", "/jobs/?before=99999999999999999999", "/ledgers/registrations/?since=x"):
        assert clerk.get(address).status_code == 422
    assert clerk.get("/ledgers/registrations/print/?since=x").status_code == 422
    assert clerk.get("/jobs/99999999999999999999/").status_code == 404
    assert clerk.get("/api/v1/jobs/99999999999999999999/").status_code == 404


def test_what_no_room_does_is_refused(district: District):
    with pytest.raises(Refused) as refused:
        start_job("no_such_kind", by=district.people[Role.ROUTER], arguments={})
    assert refused.value.code == "not_built"


def test_the_sweep_announces_what_waits_once_a_minute(district: District, monkeypatch: pytest.MonkeyPatch):
    told: list[Any] = []
    monkeypatch.setattr(current_app, "send_task", lambda name, args, **more: told.append((name, args)))
    job = start_export("registrations", {}, by=district.people[Role.ROUTER])
    assert sweep_jobs() == 0
    Job.objects.filter(pk=job.pk).update(made_at="2026-01-01T00:00:00Z")
    assert sweep_jobs() == 1
    assert told == [("organizations.tasks.run_job_task", [job.pk])]


def test_so_many_run_at_once_and_the_next_follows(district: District, monkeypatch: pytest.MonkeyPatch, settings: Any):
    told: list[Any] = []
    monkeypatch.setattr(current_app, "send_task", lambda name, args, **more: told.append(args))
    clerk = district.people[Role.WINDOW_CLERK]
    first, second = (start_export("registrations", {"since": day}, by=clerk) for day in ("2026-01-01", "2026-01-02"))
    Job.objects.filter(pk=first.pk).update(state=JobState.RUNNING, claimed_at=timezone.now())
    assert not work_on(second.pk)
    second.refresh_from_db()
    assert second.state == JobState.WAITING
    settings.ROOM_SETTINGS = {"JOBS_AT_ONCE": 2}
    third = start_export("registrations", {"since": "2026-01-03"}, by=clerk)
    assert work_on(second.pk)
    assert told == [[third.pk]]
    # A worker that is dead holds nothing.
    settings.ROOM_SETTINGS = {}
    Job.objects.filter(pk=first.pk).update(claimed_at=timezone.now() - STALE - timedelta(seconds=1))
    assert work_on(third.pk)
