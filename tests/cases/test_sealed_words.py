"""What an accusation says stays with those who handle it: search, letters, extracts (Art. 30)."""

from cases.actions.inputs import DemandInput
from cases.doors.table import ACTIONS
from cases.models import Case
from cases.sight.terms import terms_of
from law.vocabulary import Act, Kind, ServiceMethod
from tests.cases.accusing import LAND, THEFT, letter, reads_sealed, refer_land, refusal, seeing, sees
from tests.cast import START, Cast
from tests.walks import follow, issue, take


def test_the_sealed_part_cannot_be_found_by_words(cast: Cast):
    case = letter(cast)
    assert list(Case.objects.holding("侵吞")) == []
    walk = refer_land(cast, case)
    for words, found in (("承包地", 1), ("侵吞", 0), ("三万元", 0), ("金村长", 0), ("老王", 0)):
        assert Case.objects.visible_to(cast.town_handler).holding(words).count() == found, words
    assert not set(terms_of(THEFT)) - set(terms_of("请求返还承包地")) & set(walk.case.search_terms)
    assert Case.objects.holding(case.number[:10]).count() == 1


def test_only_the_desk_and_the_unit_of_the_accusation_read_the_sealed_part(cast: Cast):
    case = letter(cast)
    refer_land(cast, case)
    ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=cast.discipline, demands=[2], reason="管理权限")
    reading = {name for name in seeing(cast, case) if reads_sealed(getattr(cast, name), case)}
    assert reading == {"clerk", "router", "bureau_head", "coordinator", "inspector"}


def test_the_land_question_travels_with_an_extract_alone(cast: Cast):
    case = letter(cast)
    arguments = {"by": cast.router, "unit": cast.town, "reason": "属地"}
    assert refusal(Act.REFER, case, demands=[1], **arguments).code == "extract_missing"
    assert refusal(Act.REFER, case, demands=[1, 2], extract="x", **arguments).code == "accusation_apart"
    walk = refer_land(cast, case)
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.IN_PERSON)
    follow(walk, take)
    walk.on_leg(Act.RECORD_INQUIRY, cast.town_handler, kind="heard_petitioner", text="听取")
    words = {
        "outcome": "support",
        "facts": "属实",
        "opinion": "返还",
        "legal_basis": "《农村土地承包法》",
        "cause": "other",
    }
    walk.on_leg(Act.ANSWER, cast.town_handler, demand=1, **words)
    walk.on_leg(Act.SUBMIT, cast.town_handler)
    issue(walk)
    for document in walk.leg.documents.all():
        assert "侵吞" not in document.content
        assert LAND not in document.content, f"{document.kind} carries more than the extract"
    assert "请求返还承包地" in walk.leg.documents.get(kind="handling_opinion").content


def test_a_town_can_keep_the_land_question_of_a_sealed_case(cast: Cast):
    case = letter(cast, by=cast.dispatcher)
    assert refusal(Act.KEEP, case, by=cast.dispatcher, demands=[1]).code == "extract_missing"
    ACTIONS[Act.KEEP](case.pk, by=cast.dispatcher, on=START, demands=[1], extract="请求返还承包地")
    assert case.legs.get().unit == cast.town


def test_splitting_keeps_the_wall(cast: Cast):
    case = letter(cast)
    parts = [DemandInput("还地"), DemandInput("赔青苗"), DemandInput(THEFT, Kind.ACCUSATION)]
    ACTIONS[Act.SPLIT](case.pk, by=cast.router, on=START, demands=parts)
    case.refresh_from_db()
    assert case.sealed
    assert case.respondents.get().accused
    assert not sees(cast.village_head, case)
    ACTIONS[Act.SPLIT](case.pk, by=cast.router, on=START, demands=parts[:2])
    assert not Case.objects.get(pk=case.pk).sealed
    assert not case.respondents.get().accused
