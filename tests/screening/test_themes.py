"""Themed screenings: their cost is seen before they are published; what is known is not asked again."""

from typing import Any
from uuid import uuid4

import pytest

from law.errors import Refused
from organizations.vocabulary import UnitKind
from screening.models import Report, Round, Theme
from screening.reports.actions import ReportInput, report_round
from screening.rounds.opening import open_rounds
from screening.rounds.themes import draw_up_theme, publish_theme
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.refusals import refusal
from tests.screening.scenes import FRIDAY, WEDNESDAY


def theme(cast: Cast, **changes: Any) -> Theme:
    asked = {
        "by": cast.coordinator,
        "title": "汛期水利",
        "kinds": [UnitKind.VILLAGE],
        "from_day": WEDNESDAY,
        "to_day": FRIDAY,
        "why": "防汛通知",
        "questions": ["有没有堵塞的渠段"],
        "on": WEDNESDAY,
    }
    return draw_up_theme(**{**asked, **changes})


def test_its_cost_is_seen_before_it_is_published(cast: Cast):
    made = theme(cast)
    assert refusal(publish_theme, made, by=cast.coordinator, minutes=0, on=WEDNESDAY) == "burden_unseen"
    with pytest.raises(Refused) as refused:
        publish_theme(made, by=cast.coordinator, minutes=0, on=WEDNESDAY)
    assert "2个单位，每个约3分钟，合计约6分钟" in refused.value.message
    assert publish_theme(made, by=cast.coordinator, minutes=6, on=WEDNESDAY).minutes == 6
    assert refusal(theme, cast, by=cast.dispatcher) == "not_permitted"


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        (["联系电话"], "known_already"),
        (["本周矛盾纠纷起数"], "known_already"),
        (["有没有人进京"], "about_people"),
        (["一", "二", "三", "四", "五", "六"], "too_many_questions"),
    ],
)
def test_what_is_known_or_about_people_is_not_asked(cast: Cast, questions: list[str], code: str):
    assert refusal(theme, cast, questions=questions) == code


def test_it_opens_a_round_of_its_own_that_asks_its_questions(cast: Cast):
    publish_theme(theme(cast), by=cast.coordinator, minutes=6, on=WEDNESDAY)
    open_rounds(WEDNESDAY)
    round_ = Round.objects.get(theme__isnull=False)
    assert (round_.label, round_.due_on) == ("汛期水利", FRIDAY)
    sent = {"client_id": uuid4(), "by": cast.informant, "on": WEDNESDAY}
    assert refusal(report_round, round_, cast.village, ReportInput(zero=True), **sent) == "answers_missing"
    said = ReportInput(zero=True, answers={"有没有堵塞的渠段": "没有"})
    assert report_round(round_, cast.village, said, **sent).answers == {"有没有堵塞的渠段": "没有"}


def test_both_doors(cast: Cast, on_day):
    on_day(WEDNESDAY)
    client = client_of(cast.coordinator)
    typed = {"title": "欠薪", "kinds": ["village"], "from_day": "20260304", "to_day": "20260306", "why": "通知"}
    answer = client.post("/screening/themes/new/", typed)
    page = client.get(answer["Location"]).content.decode()
    assert "合计约2分钟" in page
    assert client_of(cast.informant).get(answer["Location"]).status_code == 404, "a draft is the district's"
    call, key = Caller(cast.coordinator), Theme.objects.get().pk
    done = call.post(f"/screening/themes/{key}/publish/", {"minutes": 2})
    assert (done.status_code, done.json()["state"]) == (200, "published"), done.content
    assert client_of(cast.informant).get(answer["Location"]).status_code == 200
    open_rounds(WEDNESDAY)
    cards = client_of(cast.informant).get("/screening/").context["cards"]
    assert {card["title"] for card in cards} == {"欠薪", "2026年第10周"}
    assert not Report.objects.exists()
