"""What was suggested is noted, and whether it was followed; of a sealed case nothing, never a word, never about a person."""

from datetime import timedelta
from typing import Any

import pytest

from cases.doors.table import ACTIONS
from cases.models import Case
from insight.following import follow_hints
from insight.models import Hint, HintKind
from insight.urgency import signs_of
from law.vocabulary import Act
from organizations.dictionaries import CONTENT, load_dictionaries
from organizations.models import Term
from organizations.today import today
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import HTMX, send, typed
from tests.cast import Cast
from tests.insight.scenes import AGAIN, BRIDGE, indexed
from tests.supervision.visits.scenes import fresh

pytestmark = pytest.mark.usefixtures("no_broker")
WORDS = "工地没有安全生产管理，事故处理也没有人管，燃气管道被挖断后泄漏了两天。"


@pytest.fixture
def office(cast: Cast) -> Cast:
    """An office with its dictionary."""
    load_dictionaries()
    return cast


def ask(cast: Cast, form: dict[str, Any]) -> str:
    answer = client_of(cast.clerk).post("/cases/new/hints/", form, headers=HTMX)
    assert answer.status_code == 200
    return answer.content.decode()


def tomorrow() -> int:
    return follow_hints(today() + timedelta(days=1))


def test_a_suggested_category_is_taken_with_one_choice_and_counts_as_followed(office: Cast):
    form = typed(content=WORDS, subject="工地事故")
    page = ask(office, form)
    hint = Hint.objects.get(kind=HintKind.CATEGORY)
    assert hint.term is not None
    assert f'name="category_suggested" value="{hint.term.code}"' in page
    assert "依据：" in page
    send(office.clerk, {**form, "category_suggested": hint.term.code})
    case = Case.objects.get()
    assert case.category_term == hint.term
    assert tomorrow() == 1
    hint.refresh_from_db()
    assert (hint.followed, hint.case) == (True, case)
    assert tomorrow() == 0


def test_what_the_form_says_comes_before_the_hint(office: Cast):
    form = typed(content=WORDS, subject="工地事故")
    ask(office, form)
    hint, other = Hint.objects.get(), Term.objects.of(CONTENT).get(label="教育文体", level=1)
    send(office.clerk, {**form, "category_suggested": hint.term.code, "category_code": other.code})
    assert Case.objects.get().category_term == other
    tomorrow()
    hint.refresh_from_db()
    assert hint.followed is False


def test_a_joined_repeat_counts_as_followed_also_when_the_router_joined_it(office: Cast):
    [bridge] = indexed(office, BRIDGE)
    form = typed(content=AGAIN, subject="石桥断了", **{"parties-name": [""], "parties-phone": [""]})
    assert bridge.number in ask(office, form)
    send(office.clerk, form)
    case = Case.objects.exclude(pk=bridge.pk).get()
    ACTIONS[Act.JOIN_MATTER](case.pk, by=office.router, number=bridge.number, reason="同一座桥")
    tomorrow()
    assert Hint.objects.get(kind=HintKind.REPEAT).followed is True


def test_what_became_an_accusation_is_forgotten_and_a_form_given_up_too(office: Cast):
    form = typed(content=WORDS, **{"demands-kind": ["accusation", "appeal"]})
    ask(office, form)
    send(office.clerk, form)
    assert Case.objects.get().sealed
    tomorrow()
    assert not Hint.objects.exists()
    ask(office, typed(content=WORDS))
    assert Hint.objects.exists()
    follow_hints(today() + timedelta(days=40))
    assert not Hint.objects.exists()


def test_anothers_form_is_not_noted_over(office: Cast):
    form = typed(content=WORDS)
    ask(office, form)
    client_of(office.router).post("/cases/new/hints/", form, headers=HTMX)
    assert set(Hint.objects.values_list("shown_to", flat=True)) == {office.clerk.pk, office.router.pk}


def test_the_figures_of_both_doors_count_hints_and_nobody(office: Cast):
    form = typed(content=WORDS, subject="工地事故")
    ask(office, form)
    send(office.clerk, form)
    tomorrow()
    page = client_of(office.supervisor).get("/insight/").content.decode()
    assert "内容分类" in page
    assert office.clerk.name not in page
    [told] = Caller(fresh(office.analyst)).get("/insight/figures/").json()
    assert (told["kind"], told["shown"], told["followed"]) == ("category", 1, 0)
    for person in (office.clerk, office.town_head, office.informant):
        assert client_of(person).get("/insight/").status_code == 403
        assert Caller(fresh(person)).get("/insight/figures/").status_code == 403


def test_programs_are_told_the_same_as_the_form(office: Cast):
    [bridge] = indexed(office, BRIDGE)
    told = Caller(fresh(office.clerk)).post("/insight/suggestions/", {"content": AGAIN}).json()
    assert [each["number"] for each in told["alike"]] == [bridge.number]
    told = Caller(fresh(office.clerk)).post("/insight/suggestions/", {"content": WORDS}).json()
    assert told["categories"][0]["words"]
    assert [each["sign"] for each in told["signs"]] == ["燃气、用电危险"]
    assert Caller(fresh(office.supervisor)).post("/insight/suggestions/", {"content": WORDS}).status_code == 403


def test_signs_are_facts_of_the_matter_with_their_passage_and_never_about_the_person(office: Cast):
    assert "燃气管道被挖断后泄漏了两天" in ask(office, typed(content=WORDS))
    assert "可能紧急" not in ask(office, typed(content=WORDS, urgent="on"))
    for about_the_person in ("再不解决我就去北京上访", "我已经来过十次，不想活了", "我有精神病史，打过架"):
        assert signs_of(about_the_person) == []
