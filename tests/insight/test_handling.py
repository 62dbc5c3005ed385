"""How a petition may be handled: kind, path, unit, tier, each with its reason; nothing of what is sealed or out of reach."""

from datetime import timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.models import Case
from insight.following import follow_hints
from insight.handling.by_words import kinds_by_words, paths_by_words
from insight.handling.suggesting import Asked, suggested_handling
from insight.models import Hint, HintKind
from law.vocabulary import Act, Kind, Path
from organizations.dictionaries import CONTENT, load_dictionaries
from organizations.models import Term
from organizations.today import today
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import HTMX, typed
from tests.cast import Cast, register
from tests.insight.scenes import AGAIN, BRIDGE, indexed
from tests.statements import statements_of
from tests.supervision.visits.scenes import fresh

pytestmark = pytest.mark.usefixtures("no_broker")


def refer(cast: Cast, case: Case, unit: Any) -> None:
    ACTIONS[Act.REFER](case.pk, by=cast.router, demands=[1], unit=unit, reason="职责")


def handling(cast: Cast, case: Case) -> dict[str, dict[str, str]]:
    """What both doors say of a case: its reasons by choice, by what is chosen."""
    found: dict[str, dict[str, str]] = {}
    for row in Caller(fresh(cast.router)).get(f"/insight/cases/{case.pk}/handling/").json():
        found.setdefault(row["kind"], {})[row["label"]] = row["reason"]
    page = client_of(cast.router).get(f"/insight/cases/{case.pk}/handling/").content.decode()
    assert all(label in page for each in found.values() for label in each)
    return found


@pytest.mark.parametrize(
    ("text", "kind"), [("举报村主任侵占集体资金二十万元", Kind.ACCUSATION), ("建议在路口增设红绿灯", Kind.SUGGESTION)]
)
def test_words_speak_for_a_kind_with_their_passage(text: str, kind: Kind):
    [found] = kinds_by_words(text)
    assert found.code == kind
    assert "第" in found.reason
    assert "“" in found.reason


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("法院已经判决，对方不履行", Path.JUDICIAL),
        ("公司拖欠工资，劳动仲裁一直不开庭", Path.ARBITRATION),
        ("对党内警告处分不服", Path.PARTY_APPEAL),
        ("不服交警的行政处罚", Path.ADMIN_PROCEDURE),
        ("要求查处楼下饭店违法排烟", Path.STATUTORY_DUTY),
    ],
)
def test_words_speak_for_a_path_and_its_article(text: str, path: Path):
    assert path in [each.code for each in paths_by_words(text)]


def test_ordinary_words_and_words_about_the_person_speak_for_nothing():
    for text in ("村口的路坏了一年没有人修。", "我已经来过十次，不解决就去北京。", "我有精神病史，建议书已经交了。"):
        assert not paths_by_words(text)
    assert not kinds_by_words("我已经来过十次，不解决就去北京。")


def test_who_answered_the_like_before_is_suggested_with_the_count(cast: Cast):
    [before] = indexed(cast, BRIDGE)
    refer(cast, before, cast.town)
    case = indexed(cast, AGAIN)[0]
    found = handling(cast, case)
    assert found["unit"][cast.town.name] == "内容相近的1件中1件由它办理"


def test_units_that_the_text_names_and_the_town_where_it_happened(cast: Cast):
    case = register(cast, content="青石镇住建局说漏水不归他们管，云河区住建局也不管。", place=cast.village, demands=())
    found = handling(cast, case)["unit"]
    assert "文中写到“云河区住建局”" in found[cast.housing.name]
    assert "属地管理" in found[cast.town.name]
    assert cast.bureau.name not in found


def test_an_accusation_suggests_no_unit_and_a_sealed_case_nothing(cast: Cast):
    found = suggested_handling(cast.router, Asked("举报云河区住建局负责人受贿，请转云河区住建局。"))
    assert HintKind.UNIT not in found.by_kind
    sealed = register(
        cast,
        content="举报村主任侵占集体资金。",
        demands=[DemandInput("侵占集体资金", Kind.ACCUSATION)],
        respondents=[RespondentInput("某某", outside=True)],
    )
    assert Caller(fresh(cast.router)).get(f"/insight/cases/{sealed.pk}/handling/").json() == []
    assert not Hint.objects.exists()


@pytest.fixture
def water(cast: Cast) -> Term:
    """A category of which the bureau has dispatched four cases in one village: three to farming, one to housing."""
    load_dictionaries()
    term: Term = Term.objects.of(CONTENT).filter(level=2).order_by("code")[0]
    for number in range(4):
        done = register(cast, content=f"第{number}件", category_code=term.code, place=cast.village, demands=())
        refer(cast, done, cast.farming if number else cast.housing)
    return term


def test_cases_of_the_same_category_at_the_same_place_say_who_answers(cast: Cast, water: Term):
    case = register(cast, content="水渠堵了没有人疏通。", category_code=water.code, place=cast.village, demands=())
    found = handling(cast, case)["unit"]
    assert f"柳湾村“{water.label}”类4件中3件由它办理" in found[cast.farming.name]
    assert cast.housing.name not in found


def test_what_is_out_of_reach_is_counted_for_nobody(cast: Cast, water: Term):
    asked = Asked("水渠堵了没有人疏通。", (), water)
    assert suggested_handling(cast.router, asked).by_kind[HintKind.UNIT]
    assert not suggested_handling(cast.other_dispatcher, asked).by_kind[HintKind.UNIT]


def test_a_suggestion_is_taken_by_its_dialog_and_counts_as_followed_once_it_left_the_desk(cast: Cast):
    [before] = indexed(cast, BRIDGE)
    refer(cast, before, cast.town)
    case = indexed(cast, AGAIN)[0]
    handling(cast, case)
    client = client_of(cast.router)
    page = client.get(f"/cases/{case.pk}/").content.decode()
    assert f"/insight/cases/{case.pk}/handling/" in page
    dialog = client.get(f"/cases/{case.pk}/refer/?unit={cast.town.pk}", headers=HTMX)
    assert f'<option value="{cast.town.pk}" selected' in dialog.content.decode()
    tomorrow = today() + timedelta(days=1)
    assert follow_hints(tomorrow) == 0
    refer(cast, case, cast.town)
    assert follow_hints(tomorrow) >= 1
    hint = Hint.objects.get(kind=HintKind.UNIT)
    assert (hint.value, hint.followed) == (str(cast.town.pk), True)


def test_kinds_and_paths_stand_beside_the_form_and_nothing_is_chosen(cast: Cast):
    form = typed(content="公司拖欠工资，劳动仲裁一直不开庭，请求处理。")
    page = client_of(cast.clerk).post("/cases/new/hints/", form, headers=HTMX).content.decode()
    assert Path.ARBITRATION.label in page
    assert "第三十一条第二项" in page
    assert Hint.objects.get(kind=HintKind.PATH).value == Path.ARBITRATION
    told = Caller(fresh(cast.clerk)).post("/insight/suggestions/", {"content": "举报村主任受贿二十万元"}).json()
    assert [(row["kind"], row["code"]) for row in told["handling"]] == [("kind", "accusation")]


def test_who_does_not_dispatch_is_told_nothing(cast: Cast):
    [case] = indexed(cast, BRIDGE)
    assert client_of(cast.clerk).get(f"/insight/cases/{case.pk}/handling/").status_code == 403
    assert client_of(cast.housing_head).get(f"/insight/cases/{case.pk}/handling/").status_code == 404


def test_many_past_cases_cost_no_more_statements(cast: Cast, water: Term):
    case = register(cast, content="水渠堵了没有人疏通。", category_code=water.code, place=cast.village, demands=())
    client, url = client_of(cast.router), f"/insight/cases/{case.pk}/handling/"
    few = statements_of(client, url)
    for number in range(6):
        more = register(cast, content=f"又{number}件", category_code=water.code, place=cast.village, demands=())
        refer(cast, more, cast.farming)
    assert statements_of(client, url) == few
    assert few < 40
