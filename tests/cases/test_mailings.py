"""邮寄登记: a list of mail is entered line by line through the acts, each for itself, after a look at what each would do."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from cases.importing.mailings import Mailed, read_mailings
from cases.models import Clock, Event, Service
from law.vocabulary import Act, Duty, Letter, State
from organizations.models import JournalEntry
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.walks import Walk, walk_to

PLACES = ("cases.views.mailings", "cases.api.mailings")


@pytest.fixture
def walk(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """An opinion that waits to be sent."""
    walk = walk_to(cast, State.ISSUED)
    for place in PLACES:
        monkeypatch.setattr(f"{place}.today", lambda: walk.on)
    return walk


def opinion(walk: Walk) -> Any:
    return walk.leg.documents.get(kind=Letter.HANDLING_OPINION)


def test_bad_lines_are_told_by_their_number_and_what_is_possible():
    lines = "邮件号码,收到日期,签收人\nXA1,2026-02-30,老王\nXA2,2026-11-02\n\nXA3，2026年11月2日，老王"
    sheet = read_mailings(Mailed.RECEIVED, lines)
    assert [(each.number, each.letter, each.words) for each in sheet.lines] == [(5, "XA3", "老王")]
    assert [fault.split("：")[0] for fault in sheet.faults] == ["第2行", "第3行"]
    assert "签收人" in sheet.faults[1]
    assert read_mailings(Mailed.SENT, "").faults
    assert read_mailings(Mailed.SENT, "".join(f"A{n},B,20261102\n" for n in range(101))).faults == [
        "一次最多100行，请分几次登记。"
    ]


def test_a_letter_goes_out_and_arrives_by_lists_that_are_shown_before_they_are_entered(walk: Walk):
    client, letter, day = client_of(walk.handler), opinion(walk), walk.on.isoformat()
    page = client.get("/mailings/").content.decode()
    assert letter.number in page
    sent = {"what": "sent", "lines": f"{letter.number}，xa 1，{day}\n没有这个号，XA2，{day}"}
    shown = client.post("/mailings/", sent).content.decode()
    assert "可以登记" in shown
    assert "不能登记" in shown
    assert not letter.services.exists(), "only shown"
    assert not JournalEntry.objects.filter(verb="mailings.entered").exists()
    done = client.post("/mailings/", {**sent, "shown": f"sent\n{sent['lines']}", "confirm": "1"}).content.decode()
    assert "没有找到" in done
    assert (letter.services.get().mail_number, walk.refresh().leg.state) == ("XA1", State.ANSWERED)
    noted = JournalEntry.objects.get(verb="mailings.entered")
    assert noted.facts == {"lines": 2, "done": 1, "refused": 1}

    book = Workbook()
    for row in (["邮件号码", "收到日期", "签收人"], ["XA1", walk.on, "老王"]):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    file = SimpleUploadedFile("签收.xlsx", out.getvalue())
    shown = client.post("/mailings/", {"what": "received", "file": file}).content.decode()
    assert "信访人的30日从" in shown
    answer = Caller(walk.handler).post("/mailings/", {"what": "received", "lines": f"XA1,{day},老王"}).json()
    assert [(each["line"], each["code"], each["case_id"]) for each in answer] == [(1, "", walk.case.pk)]
    assert Clock.objects.get(case=walk.case, duty=Duty.REEXAM_REQ_30D).starts_on == walk.on
    assert [e.act for e in Event.objects.filter(case=walk.case).order_by("-sequence")[:2]] == [
        Act.RECORD_RECEIPT,
        Act.SERVE,
    ]


def test_each_line_is_an_act_of_its_own_and_nobody_reaches_further_by_a_list(walk: Walk, cast: Cast):
    letter, day = opinion(walk), walk.on.isoformat()
    lines = {"what": "sent", "lines": f"{letter.check_code},XA1,{day}\n{letter.number},XA2,{day}"}
    said = Caller(walk.handler).post("/mailings/preview/", lines).json()
    assert [each["code"] for each in said] == ["", ""], "each is looked at for itself"
    assert not Service.objects.filter(document=letter).exists()
    said = Caller(cast.farming_handler).post("/mailings/", lines).json()
    assert {each["code"] for each in said} == {"letter_unknown"}
    said = Caller(walk.handler).post("/mailings/", lines).json()
    assert [each["code"] for each in said] == ["", "served_already"]
    assert Caller(cast.auditor).post("/mailings/", lines).status_code == 403
    assert Caller(walk.handler).post("/mailings/", {"what": "", "lines": "x"}).status_code == 422


def test_mail_that_came_back_is_entered_and_a_notice_is_not_signed_for(walk: Walk, cast: Cast):
    notice, day = walk.leg.documents.get(kind=Letter.ACCEPTANCE_NOTICE), walk.on.isoformat()
    said = Caller(walk.handler).post("/mailings/", {"what": "received", "lines": f"{notice.number},{day},老王"}).json()
    assert said[0]["code"] == "nothing_open"
    said = (
        Caller(walk.handler).post("/mailings/", {"what": "returned", "lines": f"{notice.number},{day},查无此人"}).json()
    )
    assert said[0]["code"] == ""
    assert notice.services.get().returned_reason == "查无此人"
