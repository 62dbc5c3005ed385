"""Pages and programs take the same steps of submissions and tasks; a page costs the same however many rows it has."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supervision.instructions.actions import submit_to_leader
from supervision.models import Submission, Task
from tests.addresses import client_of
from tests.cases.uploads import PDF, json_file, upload
from tests.cast import Cast
from tests.supervision.instructions.submitting import given, instructed, submitted


def said(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()
    return str(answer.content.decode())


def test_a_case_is_submitted_on_its_page_instructed_on_a_phone_and_followed_to_the_end(cast: Cast, on_day: Any):
    walk, _ = submitted(cast)
    Submission.objects.all().update(state="withdrawn")
    on_day(walk.on)
    router, leader, town = client_of(cast.router), client_of(cast.leader), client_of(cast.town_head)
    page = said(router.get(f"/cases/{walk.case.pk}/"))
    assert f"/supervision/instructions/new/?number={walk.case.number}" in page
    typed = {"numbers": walk.case.number, "leader": cast.leader.pk, "digest": "路没有修", "asks": ""}
    wrong = said(router.post("/supervision/instructions/new/", {**typed, "numbers": "没有"}), 422)
    assert "没有这些编号" in wrong
    assert "路没有修" in wrong
    assert "已呈阅" in said(router.post("/supervision/instructions/new/", typed, follow=True))
    submission = Submission.objects.get(state="submitted")
    assert "路没有修" in said(leader.get("/supervision/instructions/today/"))
    answer = leader.post(
        f"/supervision/instructions/{submission.pk}/instruct/", {"decision": "instructed", "phone": "1"}
    )
    assert "请写明批示内容" in said(answer, 422)
    told = {"decision": "instructed", "instruction": "请镇里办好", "phone": "1"}
    assert "批示已录入" in said(leader.post(f"/supervision/instructions/{submission.pk}/instruct/", told, follow=True))
    due = (walk.on + timedelta(days=20)).isoformat()
    task = {"unit": cast.town.pk, "what": "修好路", "due_on": due, "cases": [walk.case.pk]}
    coordinator = client_of(cast.coordinator)
    done = said(coordinator.post(f"/supervision/instructions/{submission.pk}/give/", task, follow=True))
    assert "任务已下达" in done
    page = said(coordinator.get(f"/cases/{walk.case.pk}/"))
    for words in ("请镇里办好", "修好路", "领导批示任务"):
        assert words in page
    assert "修好路" in said(town.get("/supervision/tasks/"))
    key = Task.objects.get().pk
    report = {"report": "路修好了", "uploads": upload("验收.pdf", PDF)}
    assert "已反馈" in said(town.post(f"/supervision/tasks/{key}/report/", report, follow=True))
    assert "不能核实" in said(coordinator.get(f"/supervision/tasks/{key}/"))
    supervisor = client_of(cast.supervisor)
    assert "任务待核实" in said(supervisor.get("/"))
    assert "任务完成" in said(supervisor.post(f"/supervision/tasks/{key}/confirm/", {"checked": "看过"}, follow=True))
    assert client_of(cast.farming_head).get(f"/supervision/tasks/{key}/").status_code == 404


def test_programs_take_the_same_steps(cast: Cast, on_day: Any):
    walk, submission = submitted(cast)
    on_day(walk.on)
    root = "/api/v1/supervision/instructions/"

    def post(client: Client, path: str, body: Any, status: int = 200) -> Any:
        answer = client.post(path, body, content_type="application/json")
        said(answer, status)
        return answer.json()

    head, coordinator = client_of(cast.bureau_head), client_of(cast.coordinator)
    assert head.get(root).json()["results"][0]["cases"] == [walk.case.number]
    paper = {
        "decision": "instructed",
        "instruction": "同意",
        "instructed_on": walk.on.isoformat(),
        "uploads": [json_file("批示.pdf", PDF)],
        "seen": submission.version,
    }
    refused = post(client_of(cast.router), f"{root}{submission.pk}/return/", paper, 422)
    assert refused["code"] == "same_person"
    assert post(head, f"{root}{submission.pk}/return/", paper)["on_paper"] is True
    due = (walk.on + timedelta(days=9)).isoformat()
    task = {"cases": [walk.case.pk], "unit": cast.town.pk, "what": "修路", "due_on": due}
    post(coordinator, f"{root}{submission.pk}/give/", {**task, "nothing": 1}, 422)
    post(coordinator, f"{root}{submission.pk}/give/", task)
    [line] = client_of(cast.town_head).get("/api/v1/supervision/tasks/").json()["results"]
    tasks = f"/api/v1/supervision/tasks/{line['id']}/"
    assert post(client_of(cast.town_head), f"{tasks}receive/", {})["state"] == "received"
    assert post(client_of(cast.town_handler), f"{tasks}report/", {"report": "好了"})["state"] == "reported"
    assert post(client_of(cast.supervisor), f"{tasks}confirm/", {"checked": "看过"})["state"] == "confirmed"


def test_a_liaison_enters_for_his_leader_who_confirms_on_the_same_page(cast: Cast, on_day: Any):
    walk, submission = instructed(cast)
    on_day(walk.on)
    liaison = cast.hire("联络员", cast.gov)
    client, leader = client_of(liaison), client_of(cast.leader)
    named = {"kind": "liaison", "hand": liaison.pk, "from_day": walk.on, "to_day": walk.on, "reason": "日常"}
    leader.post("/account/mandates/", named)
    [mandate] = cast.leader.mandates.all()
    client.post(f"/account/mandates/{mandate.pk}/use/")
    other = submit_to_leader([walk.case], leader=cast.leader, digest="再呈", by=cast.router, on=walk.on)
    client.post(f"/supervision/instructions/{other.pk}/instruct/", {"decision": "noted", "instruction": ""})
    assert "领导尚未确认" in said(leader.get(f"/supervision/instructions/{other.pk}/"))
    assert "联络员代录" in said(leader.get("/supervision/instructions/today/"))
    leader.post(f"/account/mandates/{mandate.pk}/confirm/", {"on": walk.on})
    assert "领导尚未确认" not in said(leader.get(f"/supervision/instructions/{other.pk}/"))
    assert submission.state == "instructed"


def test_a_list_costs_the_same_however_many_rows_it_has(cast: Cast, on_day: Any):
    walk, _, _ = given(cast)
    on_day(walk.on)
    pages = ("/supervision/instructions/?view=all", "/supervision/instructions/today/", "/supervision/tasks/?view=all")
    leader = client_of(cast.leader)

    def queries() -> list[int]:
        counts = []
        for page in pages:
            with CaptureQueriesContext(connection) as captured:
                said(leader.get(page))
            counts.append(len(captured))
        return counts

    submit_to_leader([walk.case], leader=cast.leader, digest="再呈", by=cast.router, on=walk.on)
    queries()
    few = queries()
    for _ in range(3):
        submit_to_leader([walk.case], leader=cast.leader, digest="又呈", by=cast.router, on=walk.on)
        task = Task.objects.get(pk=Task.objects.earliest("pk").pk)
        task.pk = None
        task.save(force_insert=True)
    assert queries() == few
