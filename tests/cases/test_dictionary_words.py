"""Category and place: a term and a division beside the words, at intake, in corrections, in the list, afterwards."""

from typing import Any

import pytest
from django.core.management import call_command

from cases.models import Case, Event
from law.errors import Refused
from law.vocabulary import Act
from organizations.dictionaries import load_dictionaries
from organizations.models import Term
from tests.addresses import client_of
from tests.cast import START, Cast, register
from tests.walks import Walk

LIGHTS, CITY = "010207", "城乡建设/城市建设和市政管理"


@pytest.fixture
def spoken(cast: Cast) -> Cast:
    load_dictionaries()
    return cast


def term_of(case: Case) -> str:
    case.refresh_from_db()
    return case.category_term.code if case.category_term else ""


def test_what_is_chosen_stands_beside_the_words_as_written(spoken: Cast):
    case = register(spoken, category_code=LIGHTS, category="路灯", place=spoken.village, location="柳湾村东头")
    assert (case.category, term_of(case)) == ("路灯", LIGHTS)
    assert (case.location, case.division) == ("柳湾村东头", spoken.village)


def test_words_that_were_not_written_are_those_of_what_was_chosen(spoken: Cast):
    case = register(spoken, category_code=LIGHTS, place=spoken.village)
    assert case.category == Term.objects.get(code=LIGHTS).path
    assert case.location == "柳湾村"


def test_words_that_name_a_term_or_a_division_exactly_find_it(spoken: Cast):
    case = register(spoken, category=CITY, location="柳湾村")
    assert (term_of(case), case.division) == ("0102", spoken.village)
    other = register(spoken, category="其他", location="柳湾村东头")
    assert (term_of(other), other.division) == ("", None)
    assert (other.category, other.location) == ("其他", "柳湾村东头")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"category_code": "9999"}, "term_unknown"),
        ({"place": "housing"}, "place_unfit"),
        ({"place": "far_area"}, "place_unfit"),
    ],
)
def test_what_is_no_term_or_no_place_of_the_district_is_refused(spoken: Cast, changes: dict[str, Any], code: str):
    given = {name: getattr(spoken, value) if name == "place" else value for name, value in changes.items()}
    with pytest.raises(Refused) as refused:
        register(spoken, **given)
    assert refused.value.code == code
    assert not Case.objects.exists()


def test_a_correction_moves_both_and_keeps_the_old_ones_in_the_chain(spoken: Cast):
    walk = Walk(spoken, register(spoken, category="路灯", location="村里"))
    walk.act(Act.CORRECT, spoken.clerk, reason="核实", category_code=LIGHTS, place=spoken.village)
    assert term_of(walk.case) == LIGHTS
    assert walk.case.division == spoken.village
    event = Event.objects.get(case=walk.case, act=Act.CORRECT)
    assert event.facts == {"fields": ["category", "category_code", "place"]}
    assert "路灯" in event.words.text
    walk.act(Act.CORRECT, spoken.clerk, reason="核实", category="说不清的一类")
    assert term_of(walk.case) == ""
    assert walk.case.division == spoken.village


def test_the_same_sending_is_the_same_case_and_another_category_is_another_content(spoken: Cast):
    sent = {"source": "网上", "external_number": "7", "category_code": LIGHTS}
    assert register(spoken, **sent) == register(spoken, **sent)
    with pytest.raises(Refused) as refused:
        register(spoken, **{**sent, "category_code": "0103"})
    assert refused.value.code == "external_number_taken"


def found(cast: Cast, **query: Any) -> set[str]:
    answer = client_of(cast.router).get("/api/v1/cases/", query)
    assert answer.status_code == 200, answer.content.decode()
    return {row["subject"] for row in answer.json()["results"]}


def test_the_list_is_narrowed_by_term_and_place_with_what_lies_below_and_what_only_words_say(spoken: Cast):
    def put(subject: str, **more: Any) -> Case:
        return register(spoken, subject=subject, **more)

    put("灯", category_code=LIGHTS, place=spoken.group)
    put("厂", category="城乡建设")
    old = put("旧", category=f"{CITY}/过去的分类", location="老地方")
    Case.objects.filter(pk=old.pk).update(location=spoken.town.name, division=None)
    put("别", category="民政", place=spoken.other_town)
    assert found(spoken, category_code="0102") == {"灯", "旧"}
    assert found(spoken, category_code="01") == {"灯", "旧", "厂"}
    assert found(spoken, category="城乡建设") == {"灯", "旧", "厂"}
    assert found(spoken, category_code="77") == set()
    assert found(spoken, place=spoken.town.pk) == {"灯", "旧"}
    assert found(spoken, place=spoken.village.pk) == {"灯"}
    page = client_of(spoken.router).get("/cases/", {"category_code": "0102", "place": spoken.town.pk, "historic": ""})
    assert "灯" in page.content.decode()
    assert CITY in page.content.decode()


def test_programs_send_and_read_code_and_place(spoken: Cast):
    client = client_of(spoken.clerk)
    body = {"channel": "letter", "received_on": str(START), "content": "路灯不亮", "category_code": LIGHTS}
    made = client.post("/api/v1/cases/", {**body, "place": spoken.village.pk}, content_type="application/json")
    assert made.status_code == 201
    row = client.get("/api/v1/cases/").json()["results"][0]
    assert (row["category_code"], row["place"]) == (LIGHTS, spoken.village.pk)
    assert row["category"] == Term.objects.get(code=LIGHTS).path
    wrong = client.post("/api/v1/cases/", {**body, "category_code": "9"}, content_type="application/json")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "term_unknown")


def test_the_intake_page_offers_both_and_keeps_what_was_chosen(spoken: Cast):
    client = client_of(spoken.clerk)
    page = client.get("/cases/new/?key=6f1c0de0-0000-4000-8000-000000000001").content.decode()
    assert "/terms/options" in page
    assert "/units/options?for=place" in page
    typed = {
        "key": "6f1c0de0-0000-4000-8000-000000000001",
        "channel": "letter",
        "received_on": str(START),
        "content": "路灯不亮",
        "category_code": LIGHTS,
        "place": spoken.village.pk,
    }
    refused = client.post("/cases/new/", {**typed, "content": ""})
    assert refused.status_code == 422
    assert f'<option value="{LIGHTS}" selected>' in refused.content.decode()
    assert client.post("/cases/new/", typed).status_code == 302
    case = Case.objects.get()
    assert (term_of(case), case.division) == (LIGHTS, spoken.village)
    assert "柳湾村" in client.get(f"/cases/{case.pk}/").content.decode()


def test_the_old_words_are_linked_in_batches_where_they_name_exactly_one(
    cast: Cast, capsys: pytest.CaptureFixture[str]
):
    named = [register(cast, category=CITY, location="柳湾村") for _ in range(3)]
    vague = register(cast, category="其他", location="柳湾村东头")
    far = register(cast, by=cast.stranger, location="柳湾村")
    load_dictionaries()
    Case.objects.update(category_term=None, division=None)
    versions = dict(Case.objects.values_list("pk", "version"))
    call_command("link_dictionaries", batch=2)
    assert {term_of(case) for case in named} == {"0102"}
    assert {case.division for case in named} == {cast.village}
    for case in (vague, far):
        assert (term_of(case), case.division) == ("", None)
    assert dict(Case.objects.values_list("pk", "version")) == versions
    assert "分类3件，属地3件" in capsys.readouterr().out
    call_command("link_dictionaries", batch=2)
    assert "分类0件，属地0件" in capsys.readouterr().out
