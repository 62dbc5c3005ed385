"""What becomes of suggestions (Art. 29): awards for those adopted, with a letter of thanks."""

from datetime import timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.api.shapes import case_answer
from cases.models import Award
from cases.models.leg import InquiryKind
from cases.models.suggestion import AwardKind
from cases.presenting.page import case_page
from cases.reading.read import read_case
from law.errors import Refused
from law.vocabulary import Act, Kind, Letter, Outcome, ServiceMethod, State
from tests.cases.asking import acts_open
from tests.cast import Cast
from tests.walks import Walk, check_duties, code, walk_to

GIVEN: dict[str, Any] = {
    "demand": 1,
    "kind": AwardKind.CERTIFICATE,
    "recipient": "老王",
    "body": "云河区人民政府",
    "contribution": "路灯改装省下三成电费",
}


def answered(cast: Cast, outcome: Outcome = Outcome.ADOPTED, **more: Any) -> Walk:
    """A suggestion answered by the town."""
    walk = walk_to(cast, State.REGISTERED, demands=[DemandInput("把路灯换成感应灯", Kind.SUGGESTION)], **more)
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="属地")
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.TAKE, cast.town_head, handler=cast.town_handler)
    walk.on_leg(Act.RECORD_INQUIRY, cast.town_handler, kind=InquiryKind.HEARD_PETITIONER, text="听取")
    said = {"facts": "可行", "opinion": "今年改装", "legal_basis": "镇建设规划", "cause": "other"}
    walk.on_leg(Act.ANSWER, cast.town_handler, demand=1, outcome=outcome, **said)
    check_duties(walk)
    walk.on_leg(Act.SUBMIT, cast.town_handler)
    walk.on_leg(Act.ISSUE, cast.town_head)
    walk.on_leg(Act.SERVE, cast.town_handler, later=1, method=ServiceMethod.IN_PERSON)
    return walk


@pytest.mark.parametrize("outcome", [Outcome.ADOPTED, Outcome.PARTLY_ADOPTED])
def test_an_adopted_suggestion_is_awarded_and_thanked_for(cast: Cast, outcome: Outcome):
    walk = answered(cast, outcome)
    assert Act.AWARD in acts_open(cast.town_handler, walk)
    walk.on_leg(Act.AWARD, cast.town_handler, later=5, thanks=ServiceMethod.IN_PERSON, **GIVEN)
    award = Award.objects.get()
    assert (award.awarded_on, award.recipient) == (walk.on, "老王")
    letter = walk.leg.documents.get(kind=Letter.THANKS_LETTER)
    assert letter == award.letter
    for part in ("老王：", "把路灯换成感应灯", "省下三成电费", "衷心的感谢", "第二十九条"):
        assert part in letter.content
    assert letter.services.get().received_on == walk.on
    file = read_case(walk.case.pk, by=cast.town_handler, on=walk.on)
    [line] = [each for each in case_answer(file)["proceedings"] if each["kind"] == "award"]
    assert "由云河区人民政府给予荣誉证书" in line["status"]
    assert "老王" not in str(line)
    assert "荣誉证书" in str(case_page(file, walk.on, cast.town_head)["proceedings"])


def test_an_award_can_be_recorded_after_the_case_was_closed_and_without_a_letter(cast: Cast):
    walk = answered(cast)
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.IN_PERSON)
    walk.on_leg(Act.CLOSE, cast.town_head, later=2)
    walk.on_leg(Act.AWARD, cast.town_head, later=100, **{**GIVEN, "kind": AwardKind.BONUS})
    assert (walk.case.state, Award.objects.get().letter) == (State.CLOSED, None)


def test_what_was_not_adopted_is_not_awarded(cast: Cast):
    walk = answered(cast, Outcome.NOT_ADOPTED)
    assert Act.AWARD not in acts_open(cast.town_handler, walk)
    with pytest.raises(Refused) as said:
        walk.on_leg(Act.AWARD, cast.town_handler, **GIVEN)
    assert (said.value.code, said.value.article) == ("not_adopted", "第二十九条第二款")


def test_an_appeal_is_no_suggestion(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    assert code(walk.on_leg, Act.AWARD, cast.town_handler, **GIVEN) == "not_adopted"


def test_the_day_and_the_way_of_thanks_have_to_fit(cast: Cast):
    walk = answered(cast)
    early = walk.on - timedelta(days=30)
    assert code(walk.on_leg, Act.AWARD, cast.town_handler, awarded_on=early, **GIVEN) == "date_unfit"
    late = walk.on + timedelta(days=1)
    assert code(walk.on_leg, Act.AWARD, cast.town_handler, awarded_on=late, **GIVEN) == "date_unfit"
    given = {**GIVEN, "thanks": ServiceMethod.ANNOUNCEMENT}
    assert code(walk.on_leg, Act.AWARD, cast.town_handler, **given) == "method_unfit"
    assert code(walk.on_leg, Act.AWARD, cast.town_handler, **{**GIVEN, "demand": 9}) == "demand_unknown"


def test_nobody_can_be_thanked_who_gave_no_name(cast: Cast):
    walk = answered(cast, anonymous=True, parties=[])
    given = {**GIVEN, "recipient": "匿名", "thanks": ServiceMethod.POST}
    assert code(walk.on_leg, Act.AWARD, cast.town_handler, **given) == "petitioner_unknown"
    assert not walk.leg.documents.filter(kind=Letter.THANKS_LETTER).exists()
