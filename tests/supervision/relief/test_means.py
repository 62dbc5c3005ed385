"""Livelihood projects and legal publicity: entered one by one or from a sheet, carried on, in their ledgers."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from kit.ledgers.declaring import columns_of
from supervision.models import LivelihoodProject, PublicityCampaign
from supervision.relief.means_forms import COLUMNS, ProjectForm
from supervision.relief.means_ledgers import CAMPAIGNS, PROJECTS
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import START, Cast
from tests.supervision.visits.scenes import fresh

PAGE = "/supervision/relief/"
ROAD = [
    "柳湾村道路硬化",
    "道路交通",
    "柳湾村",
    "民生实事清单3号",
    "120000.50",
    "2026-01-05",
    "2026-06-30",
    "180",
    "620",
    "路基完成",
]


def sheet(*rows: list[str]) -> SimpleUploadedFile:
    """A workbook with a head and these rows."""
    book, kept = Workbook(), BytesIO()
    page = book.active
    assert page
    for row in ([str(ProjectForm.base_fields[name].label) for name in COLUMNS], *rows):
        page.append(row)
    book.save(kept)
    return SimpleUploadedFile("projects.xlsx", kept.getvalue())


def test_a_sheet_is_shown_first_and_entered_as_a_whole(cast: Cast, on_day: Any):
    on_day(START)
    client, where = client_of(cast.dispatcher), f"{PAGE}projects/sheet/"
    shown = client.post(where, {"file": sheet(ROAD)})
    assert shown.status_code == 200
    assert "确认登记" in shown.content.decode()
    assert not LivelihoodProject.objects.exists()
    lines = "\t".join(ROAD)
    assert client.post(where, {"lines": lines, "shown": lines, "confirm": "1"}).status_code == 302
    project = LivelihoodProject.objects.get()
    assert (project.unit, project.invested, project.people) == (cast.town, 12_000_050, 620)
    again = client.post(where, {"lines": lines, "shown": lines, "confirm": "1"})
    assert again.status_code == 422
    assert "已经登记" in again.content.decode()


def test_a_line_that_is_wrong_keeps_all_of_them_out_and_says_why(cast: Cast):
    bad = [*ROAD[:1], "铁路", *ROAD[2:6], "去年", *ROAD[7:]]
    lines = "\n".join(["\t".join(ROAD), "\t".join(bad)])
    answer = client_of(cast.dispatcher).post(f"{PAGE}projects/sheet/", {"lines": lines, "shown": lines, "confirm": "1"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "第2行“类别”" in said
    assert "第2行“计划完成日期”" in said
    assert not LivelihoodProject.objects.exists()


def test_what_the_ledger_sends_out_can_be_read_again(cast: Cast, on_day: Any):
    on_day(START)
    lines = "\t".join(ROAD)
    client = client_of(cast.dispatcher)
    client.post(f"{PAGE}projects/sheet/", {"lines": lines, "shown": lines, "confirm": "1"})
    [row] = list(PROJECTS.rows(fresh(cast.dispatcher), {}))
    cells = ["" if cell is None else str(cell) for cell in PROJECTS.cells(1, row)]
    assert [column.label for column in columns_of(PROJECTS)][1 : len(COLUMNS) + 1] == [
        str(ProjectForm.base_fields[name].label) for name in COLUMNS
    ]
    LivelihoodProject.objects.all().delete()
    back = "\t".join(cells)
    assert client.post(f"{PAGE}projects/sheet/", {"lines": back, "shown": back, "confirm": "1"}).status_code == 302
    assert LivelihoodProject.objects.get().invested == row.invested


@pytest.mark.parametrize("door", ["page", "api"])
def test_a_project_and_a_campaign_through_both_doors(cast: Cast, on_day: Any, door: str):
    on_day(START)

    def send(path: str, **typed: Any) -> Any:
        if door == "api":
            return Caller(fresh(cast.dispatcher)).post(f"{PAGE}{path}", typed)
        return client_of(cast.dispatcher).post(f"{PAGE}{path}", typed)

    new, done = ("", (200, 201)) if door == "api" else ("new/", (302,))
    typed = {"name": "校舍修缮", "kind": "school", "location": "柳湾村", "basis": "清单", "planned_on": "2026-09-01"}
    assert send(f"projects/{new}", **typed).status_code in done
    project = LivelihoodProject.objects.get()
    assert send(f"projects/{project.pk}/progress/", progress="已开工").status_code in done
    assert send(f"projects/{project.pk}/done/", done_on=START.isoformat()).status_code in done
    project.refresh_from_db()
    assert (project.progress, project.done_on) == ("已开工", START)
    held = {"title": "信访工作条例宣讲", "form": "lecture", "location": "镇政府", "reach": 120}
    days = {"from_day": START.isoformat(), "to_day": (START + timedelta(days=1)).isoformat()}
    assert send(f"campaigns/{new}", **held, **days).status_code in (409, 422)
    assert send(f"campaigns/{new}", **held, from_day=START.isoformat(), to_day=START.isoformat()).status_code in done
    [campaign] = list(CAMPAIGNS.rows(fresh(cast.dispatcher), {"since": date(2026, 1, 1)}))
    assert CAMPAIGNS.cells(1, campaign)[1:3] == ["信访工作条例宣讲", "讲座培训"]


def test_pages_open_for_who_works_on_it_and_units_see_their_own(cast: Cast, on_day: Any):
    on_day(START)
    lines = "\t".join(ROAD)
    client_of(cast.dispatcher).post(f"{PAGE}projects/sheet/", {"lines": lines, "shown": lines, "confirm": "1"})
    project = LivelihoodProject.objects.get()
    for url in (f"{PAGE}projects/", project.get_absolute_url(), f"{PAGE}campaigns/", f"{PAGE}projects/new/"):
        assert client_of(cast.dispatcher).get(url).status_code == 200, url
    assert client_of(cast.farming_handler).get(project.get_absolute_url()).status_code == 404
    assert client_of(cast.analyst).get(f"{PAGE}projects/").status_code == 403
    assert not PublicityCampaign.objects.exists()
