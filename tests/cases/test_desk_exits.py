"""At the desk, before any unit has the matter: not taken up, led to the statutory way, answered as reviewed already."""

from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.models import Case, Matter
from cases.sight.keeping import keep_reach
from law.errors import Refused
from law.vocabulary import Act, Channel, Duty, Kind, Letter, Path, ServiceMethod, State
from tests.cases.exits import COURT, NA, NLA, approve, fresh, own_leg
from tests.cast import Cast
from tests.walks import Walk, clock, code, walk_to

GUIDED: dict[str, Any] = {"demands": [1, 2], **COURT}
DECLINED: dict[str, Any] = {"demands": [1, 2], **NA}


def test_a_visit_about_a_lawsuit_is_explained_the_law_and_led_on(cast: Cast):
    walk = fresh(cast, channel=Channel.VISIT)
    walk.act(Act.GUIDE, cast.router, later=1, **GUIDED)
    leg = own_leg(walk).leg
    assert (walk.case.state, leg.state, leg.unit) == (State.DIVERTED, State.DIVERTED, cast.bureau)
    letter = leg.documents.get(kind=Letter.DIVERSION_NOTICE)
    for part in ("老王：", "云河区人民法院", "6个月", "《行政诉讼法》第四十六条"):
        assert part in letter.content
    assert set(walk.case.demands.values_list("path", flat=True)) == {Path.JUDICIAL}
    assert clock(walk.case, Duty.DISPATCH_15D).met_on == walk.on
    assert code(walk.on_leg, Act.CLOSE, cast.router) == "notice_missing"
    walk.on_leg(Act.NOTIFY, cast.router, method=ServiceMethod.IN_PERSON)
    walk.on_leg(Act.CLOSE, cast.router)
    assert walk.case.state == State.CLOSED


def test_one_demand_is_led_on_and_the_other_goes_its_way(cast: Cast):
    walk = fresh(cast)
    walk.act(Act.GUIDE, cast.router, **{**GUIDED, "demands": [2]})
    assert (walk.case.state, clock(walk.case, Duty.DISPATCH_15D).met_on) == (State.REGISTERED, None)


def test_not_taking_up_at_the_desk_says_why_and_where_to_go(cast: Cast):
    walk = fresh(cast)
    assert code(walk.act, Act.DECLINE, cast.clerk, **DECLINED) == "not_permitted"
    walk.act(Act.DECLINE, cast.router, later=1, **DECLINED)
    assert code(own_leg(walk).on_leg, Act.NOTIFY, cast.router, method=ServiceMethod.POST) == "wrong_state"
    leg = approve(walk).leg
    assert (walk.case.state, leg.exit.ground) == (State.NOT_ACCEPTED, "NA_LITIGATION")
    assert "您已向法院起诉" in leg.documents.get(kind=Letter.NON_ACCEPTANCE_NOTICE).content
    walk.on_leg(Act.NOTIFY, cast.router, method=ServiceMethod.POST)
    walk.on_leg(Act.CLOSE, cast.router)
    assert walk.case.state == State.CLOSED


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"ground": "NA_NOT_COMPETENT"}, "ground_unfit"),  # the petition office passes on what is not its own
        ({"ground": "NLA_AFTER_REVIEW"}, "ground_unfit"),
        ({"where": " "}, "exit_incomplete"),
        ({"demands": [9]}, "demand_unknown"),
    ],
)
def test_the_office_does_not_turn_away_without_its_grounds(cast: Cast, changes: dict[str, Any], expected: str):
    walk = fresh(cast)
    assert code(walk.act, Act.DECLINE, cast.bureau_head, **{**DECLINED, **changes}) == expected
    assert Case.objects.get(pk=walk.case.pk).state == State.REGISTERED


@pytest.mark.parametrize(("act", "given"), [(Act.DECLINE, DECLINED), (Act.GUIDE, GUIDED)])
def test_suggestions_and_accusations_are_neither_turned_away_nor_led_on(cast: Cast, act: Act, given: dict[str, Any]):
    walk = fresh(cast, DemandInput("修路"), DemandInput("建议设红绿灯", Kind.SUGGESTION))
    with pytest.raises(Refused) as said:
        walk.act(act, cast.bureau_head, **given)
    assert (said.value.code, said.value.article) == ("kind_unfit", "第三十一条")
    assert walk.case.legs.count() == 0


# 不再受理: the number of the review opinion is checked against those known here
def reviewed_and_again(cast: Cast) -> tuple[Walk, Walk]:
    """A reviewed case, and the same matter brought again."""
    first = walk_to(cast, State.REVIEW_DECIDED)
    matter = Matter.objects.create(district_id=first.case.district_id)
    again = fresh(cast)
    Case.objects.filter(pk__in=(first.case.pk, again.case.pk)).update(matter=matter)
    return first, again.refresh()


def test_a_number_that_is_no_review_of_this_matter_is_refused_with_those_known(cast: Cast):
    _, again = reviewed_and_again(cast)
    unsaid = {key: value for key, value in NLA.items() if key not in ("elsewhere", "papers")}
    with pytest.raises(Refused) as said:
        again.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **unsaid)
    assert (said.value.code, said.value.article) == ("review_unknown", "第三十六条第三款")
    assert "云政信核〔2026〕17号" in said.value.message
    again.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **{**unsaid, "earlier": "云政信核[2026]17号"})
    assert approve(again).case.state == State.NO_LONGER_ACCEPTED


def test_a_review_made_elsewhere_is_named_with_its_reason(cast: Cast):
    _, again = reviewed_and_again(cast)
    again.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **NLA)
    leg = own_leg(again).leg
    assert leg.exit.earlier_elsewhere == NLA["elsewhere"]
    assert again.case.attachments.filter(leg=leg, title="原复核意见书").count() == 1


def test_a_review_out_of_reach_is_neither_named_nor_betrayed(cast: Cast):
    """Of another district the desk sees nothing: it may name any number, and is told none."""
    first, again = reviewed_and_again(cast)
    Case.objects.filter(pk=first.case.pk).update(district=cast.far_area, unit=cast.far_bureau)
    first.case.involvements.all().delete()
    keep_reach([first.case.pk])
    assert code(again.act, Act.NO_LONGER_ACCEPT, cast.bureau_head, **{**NLA, "papers": []}) == "ground_unproven"
    again.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **NLA)
    assert approve(again).case.state == State.NO_LONGER_ACCEPTED
