"""Pages and programs take the same steps of a meeting, and print its minutes."""

from io import BytesIO
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document as Word

from law.vocabulary import State
from organizations.models import RecordLetter
from supervision.models import Meeting, MeetingState
from tests.addresses import client_of
from tests.cast import Cast
from tests.supervision.meetings.calling import called
from tests.walks import walk_to


def said(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()
    return str(answer.content.decode())


def test_a_meeting_goes_its_way_on_its_page(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    client = client_of(cast.coordinator)
    assert "欠开" in said(client.get("/supervision/meetings/")) or "每年4次" in said(
        client.get("/supervision/meetings/")
    )
    asked = {
        "kind": "joint_conference",
        "title": "联席会议",
        "day": walk.on.isoformat(),
        "at": "9:00",
        "venue": "三楼",
        "chair": "卫区长",
    }
    assert "请填写" in said(client.post("/supervision/meetings/new/", {**asked, "chair": ""}), 422)
    page = said(client.post("/supervision/meetings/new/", asked, follow=True))
    root = Meeting.objects.get().get_absolute_url()
    assert "会议已建立" in page

    def post(step: str, **typed: Any) -> str:
        return said(client.post(f"{root}{step}/", typed, follow=True))

    assert "已列入议程" in post("draw-up", number=walk.case.number)
    assert "已通知" in post("invite", people=[cast.leader.pk, cast.bureau_head.pk])
    assert "已登记到会" in post("hold", came=[cast.leader.pk], others="老党员代表")
    item = Meeting.objects.get().agenda.get().pk
    assert "议定意见已记录" in post("decide", item=item, decision="由镇里办好")
    due = walk.on.replace(year=walk.on.year + 1).isoformat()
    assert "任务已下达" in post("resolve", item=item, unit=cast.town.pk, what="修路", due_on=due)
    assert "会议纪要已印发" in post("minutes", summary="会议听取了情况。")
    assert Meeting.objects.get().state == MeetingState.MINUTED
    letter = RecordLetter.objects.get(record="supervision.minutes")
    answer: Any = client.get(f"/records/letters/{letter.pk}.docx")
    lines = [line.text for line in Word(BytesIO(answer.content)).paragraphs]
    assert "会议纪要" in lines
    assert any("由镇里办好" in line for line in lines)
    pdf: Any = client.get(f"/records/letters/{letter.pk}.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert "由镇里办好" in said(client.get(f"/cases/{walk.case.pk}/"))


def test_programs_call_a_meeting_and_read_what_is_due(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    client = client_of(cast.coordinator)
    body = {
        "kind": "joint_session",
        "title": "集中会办",
        "day": walk.on.isoformat(),
        "at": "14:30",
        "venue": "信访局",
        "chair": "吴局长",
    }
    made = client.post("/api/v1/supervision/meetings/", body, content_type="application/json")
    said(made, 201)
    root = f"/api/v1/supervision/meetings/{made.json()['meeting']['id']}/"
    drawn = client.post(f"{root}draw-up/", {"number": walk.case.number}, content_type="application/json")
    assert [item["number"] for item in drawn.json()["agenda"]] == [walk.case.number], drawn.json()
    codes = {row["kind"] for row in client.get("/api/v1/supervision/meetings/cadences/").json()}
    assert "joint_session" in codes
    assert client_of(cast.clerk).get("/api/v1/supervision/meetings/cadences/").status_code == 403
    assert client_of(cast.stranger).get(root).status_code == 404


def test_the_list_costs_the_same_however_many_meetings_there_are(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    client = client_of(cast.coordinator)
    called(cast, walk.on)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            said(client.get("/supervision/meetings/"))
        return len(captured)

    queries()
    few = queries()
    for _ in range(4):
        called(cast, walk.on)
    assert queries() == few
