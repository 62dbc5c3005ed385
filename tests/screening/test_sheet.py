"""A ledger of another system is entered as a whole or not at all, once however often it comes, and meets the round."""

from django.core.files.uploadedfile import SimpleUploadedFile

from screening.models import Dispute, Report
from screening.models.words import ReportSource
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.screening.scenes import FRIDAY, WEDNESDAY, round_of, zero

HEAD = "序号\t排查日\t村（社区）\t组\t类型\t户数\t人数\t主要情况\n"
ONE = "1\t2026-03-04\t柳湾村\t柳湾村三组\t邻里关系\t2\t4\t两家为院墙争执\n"
NONE = "2\t2026-03-04\t桃源村\t\t\t\t\t无\n"
URL = "/screening/disputes/sheet/"


def test_it_is_shown_first_and_entered_once(cast: Cast, on_day):
    on_day(FRIDAY)
    round_ = round_of(cast)
    client = client_of(cast.dispatcher)
    csv = (HEAD + ONE + NONE).replace("\t", ",").encode()
    shown = client.post(URL, {"file": SimpleUploadedFile("台账.csv", csv)})
    assert shown.status_code == 200
    assert "两家为院墙争执" in shown.content.decode()
    assert not Dispute.objects.exists()
    typed = shown.context["form"].data
    for _ in range(2):
        assert client.post(URL, {"lines": typed["lines"], "shown": typed["shown"], "confirm": "1"}).status_code == 302
    row = Dispute.objects.get()
    assert (row.found_at, row.group, row.found_on, row.people) == (cast.village, cast.group, WEDNESDAY, 4)
    reports = {report.unit: report for report in Report.objects.all()}
    assert reports[cast.next_village].zero
    assert {report.source for report in reports.values()} == {ReportSource.SHEET}
    assert {report.round for report in reports.values()} == {round_}


def test_a_fault_leaves_nothing_and_is_said_by_its_line(cast: Cast, on_day):
    on_day(FRIDAY)
    call = Caller(cast.dispatcher)
    told = call.post(URL, {"lines": HEAD + ONE + ONE.replace("柳湾村\t", "无名村\t")})
    assert told.json()["code"] == "sheet_faulty"
    assert "第3行" in told.json()["message"]
    assert not Dispute.objects.exists()
    assert Caller(cast.other_dispatcher).post(URL, {"lines": HEAD + ONE}).json()["code"] == "sheet_faulty"
    assert call.post(URL, {"lines": HEAD + ONE + NONE}).json() == {"disputes": 1, "zeros": 0}
    assert Caller(cast.analyst).post(URL, {"lines": HEAD}).status_code == 403


def test_what_the_village_said_itself_is_not_overwritten(cast: Cast, on_day):
    on_day(FRIDAY)
    first = zero(cast, round_of(cast))
    told = Caller(cast.dispatcher).post(URL, {"lines": HEAD + NONE.replace("桃源村", "柳湾村")})
    assert told.json() == {"disputes": 0, "zeros": 1}
    assert Report.objects.get() == first
