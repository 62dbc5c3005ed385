"""A category is suggested from the district's own confirmed cases, by the words of the dictionary until there are enough."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from insight.categories.learning import learn_categories
from insight.categories.scoring import Weighed, grams_in, guesses
from insight.categories.suggesting import suggested_terms
from insight.models import CategoryModel, GramWeight
from law.vocabulary import Channel
from organizations.dictionaries import CONTENT, load_dictionaries
from organizations.models import Term
from organizations.today import today
from tests.cast import START, Cast

ROADS = ("村道路面坑洼", "路灯坏了", "公路塌方没有修", "桥面破损", "客运班车停开")
SCHOOLS = ("学校食堂饭菜差", "老师补课收费", "幼儿园入学难", "教室漏雨", "校服价格高")


@pytest.fixture
def learned_from(cast: Cast, settings: Any) -> Cast:
    """Sixty cases of two categories; one more, sealed, with a word that stands in no other."""
    load_dictionaries()
    settings.ROOM_SETTINGS = {"INSIGHT_LEARN_FROM_CASES": 50}
    roads, schools = _terms("交通运输", "教育文体")
    rows = [(ROADS, roads), (SCHOOLS, schools)]
    write(
        cast,
        [
            (f"{text}，第{place}次反映，请派人看看。", term)
            for place in range(6)
            for texts, term in rows
            for text in texts
        ],
    )
    write(cast, [("举报校长贪占某某某经费", schools)] * 4, sealed=True)
    return cast


def _terms(*labels: str) -> list[Term]:
    return [Term.objects.of(CONTENT).get(label=label, level=1) for label in labels]


def write(cast: Cast, texts: list[tuple[str, Term]], **changes: Any) -> None:
    first = Case.objects.count()
    Case.objects.bulk_create(
        Case(
            **{
                "district": cast.area,
                "unit": cast.bureau,
                "number": f"分类{first + place}",
                "channel": Channel.LETTER,
                "received_on": START + timedelta(days=place % 20),
                "registered_on": START,
                "subject": text[:10],
                "content": text,
                "category_term": term,
                **changes,
            }
        )
        for place, (text, term) in enumerate(texts)
    )


def test_what_was_learned_suggests_and_says_by_which_words(learned_from: Cast):
    assert learn_categories(today()) == 1
    model = CategoryModel.objects.get()
    assert model.ready
    assert model.cases == 60
    found = suggested_terms(learned_from.area.pk, "我们村的路面坑洼不平，路灯坏了好几盏。", today())
    assert found[0].term.path == "交通运输"
    assert found[0].learned
    assert any(word in "我们村的路面坑洼不平，路灯坏了好几盏。" for word in found[0].words)
    assert suggested_terms(learned_from.area.pk, "学校老师在外面补课收费", today())[0].term.path == "教育文体"


def test_nothing_of_a_sealed_case_and_nothing_of_a_single_one_is_learned(learned_from: Cast):
    write(learned_from, [("独一无二的翡翠鲸鱼", _terms("教育文体")[0])])
    learn_categories(today())
    kept = set(GramWeight.objects.values_list("gram", flat=True))
    assert "路灯坏" in kept
    assert not kept & set(grams_in("贪占某某某经费翡翠鲸鱼")) - set(grams_in("".join(ROADS + SCHOOLS)))


def test_learning_again_leaves_one_model_the_same(learned_from: Cast):
    learn_categories(today())
    before = list(GramWeight.objects.order_by("gram").values_list("gram", "weights"))
    learn_categories(today())
    assert CategoryModel.objects.count() == 1
    assert list(GramWeight.objects.order_by("gram").values_list("gram", "weights")) == before


def test_too_few_cases_or_a_poor_model_leave_it_to_the_dictionary(learned_from: Cast, settings: Any):
    settings.ROOM_SETTINGS = {"INSIGHT_LEARN_FROM_CASES": 100}
    assert learn_categories(today()) == 0
    settings.ROOM_SETTINGS = {"INSIGHT_LEARN_FROM_CASES": 50, "INSIGHT_LEARN_LEAST_ACCURACY": 101}
    learn_categories(today())
    assert not CategoryModel.objects.get().ready
    [first, *_] = suggested_terms(learned_from.area.pk, "请处理安全生产的事故处理问题", today())
    assert not first.learned
    assert "事故处理" in first.words


def test_it_costs_three_statements_whatever_the_text(learned_from: Cast):
    learn_categories(today())
    for text in ("路面坑洼请修一修吧", "路面坑洼请修一修吧" * 300):
        with CaptureQueriesContext(connection) as captured:
            suggested_terms(learned_from.area.pk, text, today())
        assert len(captured) == 3


def test_little_text_says_nothing(cast: Cast):
    assert suggested_terms(cast.area.pk, "路", today()) == []


def test_a_gram_that_the_model_does_not_know_changes_nothing():
    weighed = {"路灯": Weighed(2.0, (1.0, -1.0)), "学校": Weighed(2.0, (-1.0, 1.0))}
    first = guesses("路灯", ["路", "校"], [0.0, 0.0], weighed)
    again = guesses("路灯甲乙丙丁", ["路", "校"], [0.0, 0.0], weighed)
    assert [(each.label, round(each.score, 9)) for each in first] == [
        (each.label, round(each.score, 9)) for each in again
    ]
    assert first[0].words == ("路灯",)
