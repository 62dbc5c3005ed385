"""A whole holiday notice: read from csv or xlsx, its bad lines told by number, shown before it is entered."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from cases.actions.recounting import recount_due
from cases.models import Event
from law.vocabulary import Act
from organizations.holiday_notice import read_notice
from organizations.models import CalendarDay
from organizations.vocabulary import DayChange
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.walks import walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
OFF, WORK = START + timedelta(days=8), START + timedelta(days=12)
LINES = f"日期，性质，名称\n{OFF}，放假，地方节日\n\n{WORK}，调休上班，地方节日"


@pytest.fixture(autouse=True)
def on_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("cases.views.holiday_notice", "cases.api.holiday_notice", "cases.forms.holiday_notice"):
        monkeypatch.setattr(f"{place}.today", lambda: START)


def sheet() -> bytes:
    book = Workbook()
    for row in (["日期", "性质", "名称"], [OFF, "放假", "地方节日"], [], [WORK, "调休上班", "地方节日"]):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_days_in_a_row_become_one_entry_and_a_bad_line_is_told_with_what_is_possible():
    third = OFF + timedelta(days=2)
    text = f"{OFF},放假,节\n{OFF + timedelta(days=1)}\t放假\t节\n{third:%Y年%m月%d日}；放假；节\n{WORK}，上班，节"
    notice = read_notice(text, START)
    assert not notice.faults
    assert [(entry.first, entry.last, entry.kind) for entry in notice.entries] == [
        (OFF, third, DayChange.HOLIDAY),
        (WORK, WORK, DayChange.WORKDAY),
    ]
    bad = read_notice(
        f"日期,性质,名称\n2026-02-30,放假,节\n{OFF},半天,节\n{OFF},放假,\n{WORK},放假,节\n{WORK},放假,节", START
    )
    assert [fault.split("：")[0] for fault in bad.faults] == ["第2行", "第3行", "第4行", "第6行"]
    assert "2027-02-06" in bad.faults[0]
    assert "“放假”或者“调休上班”" in bad.faults[1]
    assert "第5行已经有了" in bad.faults[3]
    assert read_notice(f"{START - timedelta(days=1)},放假,节", START).faults
    assert read_notice("", START).faults


@pytest.mark.parametrize("name", ["notice.csv", "notice.xlsx"])
def test_a_file_is_shown_line_by_line_with_what_it_moves_and_then_entered(cast: Cast, name: str):
    walk, client = walk_to(cast, "referred"), client_of(cast.system_admin)
    content = sheet() if name.endswith("xlsx") else LINES.replace("，", ",").encode("gb18030")
    shown = client.post("/calendar/notice/", {"file": SimpleUploadedFile(name, content), "why": "通知"})
    page = shown.content.decode()
    assert (shown.status_code, walk.case.number in page) == (200, True), page
    assert "放假1天，其中1天与现在的日历不同" in page
    assert not CalendarDay.objects.exists()
    typed = {field: shown.context["form"][field].value() for field in ("days", "why", "shown")}
    changed = {**typed, "days": typed["days"].replace("地方节日", "别的节日"), "confirm": "1"}
    assert client.post("/calendar/notice/", changed).status_code == 200, "not what was read"
    assert client.post("/calendar/notice/", {**typed, "confirm": "1"}).status_code == 302
    assert list(CalendarDay.objects.values_list("on", "kind")) == [(OFF, "holiday"), (WORK, "workday")]
    recount_due(START)
    assert Event.objects.filter(act=Act.RECOUNT).exists()


def test_a_bad_line_enters_nothing_and_nothing_typed_is_lost(cast: Cast):
    client = client_of(cast.system_admin)
    typed = {"days": f"{LINES}\n明天，放假，节", "why": "国办发明电", "shown": LINES, "confirm": "1"}
    answer = client.post("/calendar/notice/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "第5行" in page
    assert "明天，放假，节" in page
    assert "国办发明电" in page
    broken: Any = {**typed, "file": SimpleUploadedFile("notice.xlsx", b"PK\x03\x04 broken")}
    answer = client.post("/calendar/notice/", broken)
    assert answer.status_code == 422
    assert "明天，放假，节" in answer.content.decode()
    assert not CalendarDay.objects.exists()


def test_programs_do_the_same_and_nobody_else_does(cast: Cast):
    walk, said = walk_to(cast, "referred"), {"content_type": "application/json"}
    client, body = client_of(cast.system_admin), {"days": LINES, "why": "通知"}
    shown = client.post("/api/v1/calendar/notice/preview/", body, **said).json()
    assert (shown["count"], shown["listed"][0]["number"]) == (1, walk.case.number)
    wrong = client.post("/api/v1/calendar/notice/", {**body, "days": "明天,放假,节"}, **said)
    assert wrong.status_code == 422
    assert wrong.json()["fields"]["days"][0].startswith("第1行")
    assert not CalendarDay.objects.exists()
    assert len(client.post("/api/v1/calendar/notice/", body, **said).json()) == 2
    for address in ("/api/v1/calendar/notice/", "/api/v1/calendar/notice/preview/"):
        assert client_of(cast.router).post(address, body, **said).status_code == 403
    assert client_of(cast.router).get("/calendar/notice/").status_code == 403
