"""The print of a day as long work: all of it, by the owner's reach when it runs and when it is fetched."""

from datetime import date
from typing import Any

import pytest

from cases.models import Document, Recusal
from cases.models.recusal import RecusalSource
from cases.printing import day_print
from kit.jobs.models import Job, JobState
from law.vocabulary import State
from organizations.jobs.working import work_on
from organizations.models import JournalEntry, Staff
from organizations.roles import Role
from tests.addresses import client_of
from tests.cast import Cast
from tests.walks import Walk, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")


@pytest.fixture
def day(cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch) -> list[Walk]:
    """Three referrals of one day, where a page prints two at most."""
    settings.ROOM_SETTINGS = {"PRINT_AT_ONCE": 2}
    monkeypatch.setattr(day_print, "CHUNK", 2)
    return [walk_to(cast, State.REFERRED) for _ in range(3)]


def asked(person: Staff, on: date) -> Job:
    """Ask on the page for the print of a day."""
    answer = client_of(person).post(f"/letters/day-print/?on={on}", {"start": "1"})
    assert answer.status_code == 302, answer.content.decode()
    return Job.objects.get(owner=person)


def test_a_long_day_is_printed_by_the_worker_whole_and_noted(cast: Cast, day: list[Walk]):
    on, client = day[0].on, client_of(cast.router)
    assert "交后台打印" in client.get(f"/letters/?on={on}").content.decode()
    for door in ("", "/api/v1"):
        assert client.get(f"{door}/letters/day.pdf?on={on}").status_code == 422
    assert "共3份" in client.get(f"/letters/day-print/?on={on}").content.decode()
    job = asked(cast.router, on)
    assert work_on(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == (JobState.DONE, 3, 3), job.error
    assert sorted(job.holds["letters"]) == sorted(Document.objects.filter(issued_on=on).values_list("pk", flat=True))
    assert f"打印{on}的文书" in client.get("/jobs/").content.decode()
    answer: Any = client.get(f"/jobs/{job.pk}/file")
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert JournalEntry.objects.get(verb="letter.file").facts == {"letters": 3, "format": "pdf"}
    verbs = JournalEntry.objects.filter(kind="jobs.job").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["job.started", "job.ended", "job.file"]


def test_who_has_to_keep_out_of_one_of_them_no_longer_gets_the_file(cast: Cast, day: list[Walk]):
    walk = day[0]
    job = asked(cast.router, walk.on)
    assert work_on(job.pk)
    said = {"source": RecusalSource.OFFICIAL, "of_head": False, "agreed": True, "reason": "亲属"}
    days = {"asked_on": walk.on, "asked_by": cast.router, "decided_on": walk.on, "decided_by": cast.bureau_head}
    Recusal.objects.create(case=walk.case, leg=walk.leg, person=cast.router, **said, **days)
    client = client_of(cast.router)
    assert client.get(f"/jobs/{job.pk}/file").status_code == 403
    Job.objects.filter(pk=job.pk).delete()
    again = asked(cast.router, walk.on)
    assert work_on(again.pk)
    again.refresh_from_db()
    assert again.done == 2, "and the worker reads as he does"


def test_programs_ask_for_it_and_what_is_cancelled_is_not_printed(cast: Cast, day: list[Walk]):
    client, said = client_of(cast.router), {"content_type": "application/json"}
    address, on = "/api/v1/letters/day-print/", str(day[0].on)
    for wrong in ({}, {"on": "x"}, {"on": on, "who": "x"}, {"on": on, "kind": "x"}):
        assert client.post(address, wrong, **said).status_code == 422
    assert client.post(address, {"on": "2020-01-01"}, **said).status_code == 404
    assert client_of(cast.system_admin).post(address, {"on": on}, **said).status_code == 403
    made = client.post(address, {"on": on}, **said)
    assert made.status_code == 202
    client.post(f"/api/v1/jobs/{made.json()['id']}/cancel/")
    assert not work_on(made.json()["id"])
    assert Job.objects.get().state == JobState.CANCELLED


def test_without_a_reason_to_see_names_it_is_not_begun(cast: Cast, day: list[Walk]):
    second, on = cast.hire("小赵", cast.bureau, Role.WINDOW_CLERK), day[0].on
    client, address = client_of(second), f"/letters/day-print/?on={on}"
    assert "共3份" not in client.get(address).content.decode(), "it asks first"
    assert client.post(address, {"start": "1"}).status_code == 403
    assert not Job.objects.exists()
    client.post(address, {"purpose": "serve"})
    assert client.post(address, {"start": "1"}).status_code == 302
