"""期限计算器: one answer at the command, on the public page and in the API."""

import pytest

from tests.organizations.due_command import due

pytestmark = pytest.mark.django_db
ASKED = {"code": "OBJECTION_5WD", "starts_on": "2026-03-06"}


def test_the_three_doors_give_one_answer_without_an_account(client):
    said = client.get("/api/v1/deadlines/", ASKED)
    assert said.status_code == 200
    assert said.json() == due("OBJECTION_5WD", "2026-03-06")
    page = client.get("/calculator/", ASKED).content.decode()
    assert "2026年3月13日 星期五到期" in page
    assert "第二十三条第三款" in page


def test_the_empty_page_offers_what_can_be_counted(client):
    page = client.get("/calculator/").content.decode()
    assert "HANDLE_60D" in page
    assert "ANNUAL_REPORT" not in page


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "NO_SUCH"}, "duty_unknown"),
        ({"starts_on": "2026-13-01"}, "date_invalid"),
        ({"starts_on": "20260306"}, "date_invalid"),
        ({"starts_on": "1900-01-01"}, "date_out_of_range"),
        ({"starts_on": "2100-12-31", "code": "HANDLE_60D"}, None),
        ({"days": "六"}, "days_invalid"),
        ({"days": "9"}, "days_too_many"),
        ({"code": "\x00"}, "duty_unknown"),
    ],
)
def test_a_wrong_question_is_told_what_is_wrong(client, changes, code):
    said = client.get("/api/v1/deadlines/", {**ASKED, **changes})
    page = client.get("/calculator/", {**ASKED, **changes})
    if code is None:
        assert said.status_code == page.status_code == 200
        return
    assert (said.status_code, said.json()["code"]) == (422, code)
    assert page.status_code == 422
    assert said.json()["message"][:12] in page.content.decode().replace("&#x27;", "'")
