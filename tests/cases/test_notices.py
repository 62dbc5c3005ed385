"""Who is told of an act, and that nobody is told past the wall."""

import pytest

from cases.actions.inputs import RespondentInput
from cases.doors.table import ACTIONS
from cases.models import HandOff, Notice
from law.errors import Refused
from law.vocabulary import Act
from tests.cases.accusing import ASKS, letter, refer_land, tell_all
from tests.cast import Cast, register
from tests.walks import Walk, follow


def test_notices_do_not_pass_the_wall(cast: Cast):
    walk = refer_land(cast, letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.next_village, instruction="看看")
    # The village that was asked turns out to be accused as well, before anybody was told.
    ACTIONS[Act.LINK_RESPONDENT](walk.case.pk, by=cast.router, on=walk.on, name="桃源村", unit=cast.next_village)
    tell_all(walk.case)
    told = set(Notice.objects.filter(case=walk.case).values_list("staff__username", flat=True))
    assert not told & {"next_informant", "informant", "village_head", "group_informant"}
    assert {"town_handler", "dispatcher"} <= told


def test_each_notice_goes_to_the_unit_that_was_asked(cast: Cast):
    walk = follow(
        Walk(cast, register(cast)),
        lambda w: w.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="属地"),
    )
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="看看")
    walk.on_leg(Act.CONSULT, cast.dispatcher, unit=cast.farming, question="规划？")
    tell_all(walk.case)
    told = {
        (notice.event.act, notice.staff.username)
        for notice in Notice.objects.select_related("event", "staff")
        if notice.event.act in (Act.DELEGATE, Act.CONSULT)
    }
    assert told == {("delegate", "informant"), ("consult", "farming_head"), ("consult", "farming_handler")}


def test_a_case_against_the_office_is_told_to_the_sealed_desk(cast: Cast):
    case = register(cast, demands=ASKS, respondents=[RespondentInput("信访局", unit_id=cast.bureau.pk)])
    tell_all(case)
    assert list(Notice.objects.values_list("staff__username", flat=True)) == ["sealed_desk"]


def test_a_registration_is_told_to_those_who_dispatch_or_keep(cast: Cast):
    tell_all(register(cast))
    assert {n.staff.username for n in Notice.objects.all()} == {"router", "coordinator"}
    Notice.objects.all().delete()
    tell_all(register(cast, by=cast.informant))
    assert {n.staff.username for n in Notice.objects.all()} == {"dispatcher", "town_head", "town_handler"}


def test_a_notice_holds_no_personal_data(cast: Cast):
    walk = refer_land(cast, letter(cast))
    tell_all(walk.case)
    for notice in Notice.objects.all():
        assert "老王" not in notice.text
        assert notice.text.startswith(walk.case.number)


def test_a_hand_off_to_a_village_that_is_accused_later_is_closed_to_it(cast: Cast):
    walk = refer_land(cast, letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.next_village, instruction="看看")
    asked = HandOff.objects.get(movement="delegate")
    ACTIONS[Act.LINK_RESPONDENT](walk.case.pk, by=cast.router, on=walk.on, name="桃源村", unit=cast.next_village)
    with pytest.raises(Refused) as refused:
        walk.act(Act.REPORT_FINDINGS, cast.next_informant, hand_off_id=asked.pk, text="没有问题")
    assert refused.value.code == "not_found"
