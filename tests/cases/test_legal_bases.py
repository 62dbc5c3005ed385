"""法律依据: searched by everybody, entered by who manages units, cited in answers, with a warning where it was not valid."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from cases.actions.legal_bases import keep_bases
from cases.importing.legal_bases import read_bases
from cases.models import LegalBasis
from cases.reading.legal_bases import bases_for, unfit_citations
from law.vocabulary import State
from organizations.models import JournalEntry
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import walk_to

OLD = "中华人民共和国公路法|第三十五条|公路管理机构应当按照规定养护公路。|法律|1998-01-01|2026-03-01"
NEW = "公路法|第三十五条|公路应当处于良好的技术状态。|法律|2026-03-02"
DAY = date(2026, 3, 10)


def test_a_sheet_is_read_line_by_line_and_a_bad_line_says_what_is_possible():
    sheet = read_bases(f"名称|条款\n{OLD}\n{NEW}\n{NEW}\n某办法|第一条||通知|2026-01-01\n某办法|||规章|昨天")
    assert [basis.cited for basis in sheet.bases] == ["《中华人民共和国公路法》第三十五条", "《公路法》第三十五条"]
    assert [fault.split("：")[0] for fault in sheet.faults] == ["第4行", "第5行", "第6行"]
    assert "规范性文件" in sheet.faults[1]
    assert read_bases("").faults


def test_who_manages_units_enters_a_sheet_and_everybody_finds_it(cast: Cast):
    book = Workbook()
    for row in (["名称", "条款", "条文", "层级", "施行日期", "失效日期"], NEW.split("|")):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    client = client_of(cast.system_admin)
    shown = client.post("/legal-bases/enter/", {"file": SimpleUploadedFile("依据.xlsx", out.getvalue())})
    assert "良好的技术状态" in shown.content.decode()
    assert not LegalBasis.objects.exists(), "only shown"
    assert client.post("/legal-bases/enter/", {"lines": NEW, "shown": NEW, "confirm": "1"}).status_code == 302
    assert JournalEntry.objects.get(verb="legal_bases.kept").facts == {"new": 1, "corrected": 0}
    keep_bases(read_bases(f"{NEW}|2027-01-01").bases, by=cast.system_admin)
    assert LegalBasis.objects.get().valid_to == date(2027, 1, 1), "the same wording is corrected"
    [found] = Caller(cast.town_handler).get("/legal-bases/", q="公路 良好", on="2026-03-10").json()
    assert (found["cited"], found["valid"]) == ("《公路法》第三十五条", True)
    options = client_of(cast.town_handler).get("/legal-bases/options?q=复查").json()["results"]
    assert "《信访工作条例》第三十五条" in [each["name"] for each in options], "what comes with the program"
    assert "公路法" in client_of(cast.informant).get("/legal-bases/?q=公路法").content.decode()
    assert client_of(cast.town_head).post("/legal-bases/enter/", {"lines": NEW}).status_code == 403
    assert Caller(cast.town_head).post("/legal-bases/", {"lines": NEW}).status_code == 403


def test_another_district_does_not_see_what_this_one_keeps(cast: Cast):
    keep_bases(read_bases(NEW).bases, by=cast.system_admin)
    LegalBasis.objects.update(district=cast.village.pk)
    assert bases_for(cast.town_handler, "公路法", on=DAY) == []


def test_what_is_cited_and_was_not_valid_is_said_and_refuses_nothing(cast: Cast):
    keep_bases(read_bases(OLD).bases, by=cast.system_admin)
    [said] = unfit_citations(cast.town_handler, "《公路法》第三十五条第一款、第三十六条；《某某规定》第二条", DAY)
    assert "《公路法》第三十五条已于2026-03-01失效" in said
    keep_bases(read_bases(NEW).bases, by=cast.system_admin)
    assert unfit_citations(cast.town_handler, "《公路法》第三十五条", DAY) == []
    assert "2022-04-30" in unfit_citations(cast.town_handler, "《信访条例》第二十一条", DAY)[0]
    walk = walk_to(cast, State.IN_HANDLING)
    person, address = Person(walk.handler), f"/cases/{walk.case.pk}/answer/"
    typed = {"leg_id": walk.leg.pk, "legal_basis": "《信访条例》第二十一条"}
    answer = person.client.post(f"{address}said/?leg={walk.leg.pk}", typed).content.decode()
    assert "已于2022-04-30失效" in answer
    assert "data-adds-to" in person.client.get(f"{address}?leg={walk.leg.pk}").content.decode()
