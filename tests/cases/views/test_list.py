"""信访件列表: filters in the address, keys instead of page numbers, one price for any number of rows."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.models import Case, Leg
from cases.sight.keeping import keep_reach
from law.vocabulary import Act, Channel, Kind
from organizations.models import Staff
from tests.cast import START, Cast, register

DAY = START + timedelta(days=1)


@pytest.fixture(autouse=True)
def on_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The doors of this file stand on the day after the cast's first."""
    for module in ("cases.lists.filters", "cases.views.listing"):
        monkeypatch.setattr(f"{module}.today", lambda: DAY)


def listing(staff: Staff, **query: Any) -> Any:
    """The list as a person sees it."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(f"/cases/?{urlencode(query)}")


def text(answer: Any) -> str:
    """The page as text."""
    return str(answer.content.decode())


def test_a_row_says_number_subject_unit_state_and_nearest_date(cast: Cast):
    case = register(cast, subject="村口道路失修", urgent=True, petitioner_count=3)
    ACTIONS[Act.REFER](case.pk, by=cast.coordinator, unit=cast.town, demands=[1], reason="属地", on=START)
    page = text(listing(cast.router))
    for words in (
        case.number,
        "村口道路失修",
        "来信",
        "2026-03-02",
        "已登记待分流",
        "青石镇人民政府",
        "重大紧急",
        "3人",
        "还剩",
    ):
        assert words in page, words


def test_words_and_number_find_a_case_and_other_words_do_not(cast: Cast):
    case = register(cast, subject="村口道路失修")
    for found in ("水渠", case.number, case.number[:9].lower()):
        assert case.number in text(listing(cast.clerk, q=found)), found
    for other in ("拆迁", "%", "_", "990102Z"):
        assert case.number not in text(listing(cast.clerk, q=other)), other


def test_filters_narrow_and_stay_in_the_address(cast: Cast):
    letter = register(cast)
    visit = register(cast, channel=Channel.VISIT, received_on=START - timedelta(days=20))
    assert visit.number not in text(listing(cast.clerk, channel="letter"))
    assert letter.number not in text(listing(cast.clerk, received_to="2026-02-20"))
    page = text(listing(cast.clerk, channel="visit", received_from="2026-02-01", order="oldest"))
    assert visit.number in page
    assert 'value="visit" selected' in page
    assert "channel=visit&amp;received_from=2026-02-01" in page, "a sort link keeps the filters"


def test_the_form_sent_as_it_stands_narrows_nothing(cast: Cast):
    case = register(cast)
    form = listing(cast.clerk).context["form"]
    as_shown = {
        name: bound.subwidgets[0].data["value"] if bound.widget_type == "select" else ""
        for name, bound in ((b.name, b) for b in form)
    }
    assert as_shown["urgent"] == ""
    assert case.number in text(
        listing(cast.clerk, state="", urgent="", historic="false", q="", unit="", order="received")
    )


def test_history_has_a_view_of_its_own(cast: Cast):
    old, new = register(cast), register(cast)
    Case.objects.filter(pk=old.pk).update(historic=True)
    keep_reach([old.pk])
    assert old.number not in text(listing(cast.clerk))
    only = text(listing(cast.clerk, historic="true"))
    assert old.number in only
    assert new.number not in only
    both = text(listing(cast.clerk, historic=""))
    assert old.number in both
    assert new.number in both


def test_pages_go_forth_and_back_by_key_without_a_gap_or_a_repeat(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cases.lists.paging.page_of.__kwdefaults__", {"after": "", "before": "", "size": 3})
    cases = [register(cast, received_on=START - timedelta(days=n % 3)) for n in range(8)]
    wanted = [c.number for c in sorted(cases, key=lambda c: (c.received_on, c.pk), reverse=True)]
    seen: list[str] = []
    answer = listing(cast.clerk)
    while True:
        seen += [line.number for line in answer.context["lines"]]
        following = answer.context["pager"]["next_url"]
        if not following:
            break
        answer = listing(cast.clerk, **dict(part.split("=") for part in following[1:].split("&")))
    assert seen == wanted
    back = listing(
        cast.clerk, **dict(part.split("=") for part in answer.context["pager"]["previous_url"][1:].split("&"))
    )
    assert [line.number for line in back.context["lines"]] == wanted[3:6]


@pytest.mark.parametrize(
    "query",
    [
        {"state": "eaten"},
        {"channel": "smoke"},
        {"kind": "1"},
        {"unit": "x"},
        {"unit": "9" * 40},
        {"unit": "-1"},
        {"due": "never"},
        {"waiting": "godot"},
        {"received_from": "1900-13-40"},
        {"received_to": "明天"},
        {"q": "a\x00b"},
        {"q": "长" * 101},
        {"order": "number"},
        {"after": "!!"},
        {"after": "WyJ4Il0"},
        {"before": "bnVsbA"},
        {"after": "W1tbW1tbW1tbW1tb" * 200},
        {"after": "WyIyMDI2LTAxLTAxIixJbmZpbml0eV0"},
    ],
)
def test_what_the_address_gets_wrong_is_said_and_lists_nothing(cast: Cast, query: dict[str, str]):
    case = register(cast)
    answer = listing(cast.clerk, **query)
    assert answer.status_code == 422
    assert case.number not in text(answer)
    assert 'role="alert"' in text(answer)


@pytest.mark.parametrize("query", [{"received_from": "1900-01-01"}, {"received_to": "2100-12-31"}, {"colour": "blue"}])
def test_far_dates_and_unknown_fields_do_no_harm(cast: Cast, query: dict[str, str]):
    case = register(cast)
    answer = listing(cast.clerk, **query)
    assert answer.status_code == 200
    assert case.number in text(answer)


def test_bytes_of_another_encoding_do_no_harm(cast: Cast):
    client = Client()
    client.force_login(cast.clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/cases/?q=%CB%AE%C7%FE").status_code == 200


def test_each_sees_only_what_is_within_reach(cast: Cast):
    case = register(cast)
    for name in ("stranger", "housing_handler", "informant", "town_head", "far_bureau"):
        person = Staff.objects.filter(username=name).first()
        if person:
            assert case.number not in text(listing(person)), name
    assert Client().get("/cases/").status_code == 302


def test_a_sealed_leg_shows_neither_unit_nor_date_to_who_may_not_read_it(cast: Cast):
    demands = [DemandInput("修好村口的路"), DemandInput("村干部多占地", Kind.ACCUSATION)]
    case = register(cast, demands=demands, respondents=[RespondentInput("金某", unit_id=cast.village.pk, demands=(2,))])
    ACTIONS[Act.REFER](case.pk, by=cast.router, unit=cast.discipline, demands=[2], reason="管辖", extract="", on=START)
    ACTIONS[Act.REFER](
        case.pk, by=cast.router, unit=cast.housing, demands=[1], reason="职责", extract="反映道路失修", on=START
    )
    inner = text(listing(cast.housing_head))
    assert case.number in inner
    assert "云河区纪委监委" not in inner
    assert "多占地" not in inner
    assert "云河区纪委监委" in text(listing(cast.router))
    assert case.number not in text(listing(cast.informant))


def test_a_village_that_was_asked_sees_the_asking_leg_alone(cast: Cast):
    case = register(cast)
    ACTIONS[Act.REFER](case.pk, by=cast.router, unit=cast.town, demands=[1], reason="属地", on=START)
    ACTIONS[Act.REFER](case.pk, by=cast.router, unit=cast.housing, demands=[2], reason="职责", on=START)
    leg = Leg.objects.get(case=case, unit=cast.town)
    ACTIONS[Act.ACCEPT](case.pk, leg_id=leg.pk, by=cast.town_head, on=START)
    ACTIONS[Act.DELEGATE](
        case.pk,
        leg_id=leg.pk,
        by=cast.dispatcher,
        unit=cast.village,
        instruction="请看看",
        reply_by=START + timedelta(days=4),
        on=START,
    )
    page = text(listing(cast.informant))
    assert case.number in page
    assert "云河区住建局" not in page
    assert "请予回复" in page


def test_the_list_costs_the_same_with_5_and_with_60_rows(
    cast: Cast, django_assert_max_num_queries, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("cases.lists.paging.page_of.__kwdefaults__", {"after": "", "before": "", "size": 100})
    client = Client()
    client.force_login(cast.router, backend="django.contrib.auth.backends.ModelBackend")
    costs = []
    for wanted in (5, 60):
        while Case.objects.count() < wanted:
            case = register(cast)
            ACTIONS[Act.REFER](case.pk, by=cast.router, unit=cast.town, demands=[1], reason="属地", on=START)
        with django_assert_max_num_queries(9) as asked:
            answer = client.get("/cases/")
        assert len(answer.context["lines"]) == wanted
        costs.append(len(asked))
    assert costs[0] == costs[1]
