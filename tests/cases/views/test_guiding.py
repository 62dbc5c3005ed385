"""What tells a person what to do next: the acts worth offering, the words that came back, the clocks that are mine."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cases.models import Clock
from law.vocabulary import Act, State
from organizations.models import Staff
from tests.cases.views.doors import Person, buttons_of
from tests.cast import START, Cast
from tests.walks import Walk, accept, take, walk_to

Turn = Callable[[date], None]
WHY = "第二项没有写明修路的时间"
pytestmark = pytest.mark.django_db


def buttons(who: Staff, walk: Walk) -> dict[str, str]:
    """The labels of the acts offered on a case page, with their tones."""
    groups = Person(who).page(walk.case).context["act_groups"]
    return {button["label"]: button["tone"] for group in groups for button in buttons_of(group)}


def sent_back(cast: Cast, calendar: Turn) -> Walk:
    """A leg whose draft its head did not sign."""
    walk = walk_to(cast, State.PENDING_SIGN_OFF)
    walk.on_leg(Act.SEND_BACK, cast.town_head, later=1, reason=WHY)
    calendar(walk.on)
    return walk


def at_housing(cast: Cast, calendar: Turn) -> Walk:
    """A leg in the hands of a department, which has no villages."""
    walk = walk_to(cast, State.REGISTERED)
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职责所在")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    accept(walk)
    take(walk)
    calendar(walk.on)
    return walk


def test_only_a_town_is_offered_to_send_to_villages(cast: Cast, calendar: Turn):
    assert "下派核查" not in buttons(cast.housing_handler, at_housing(cast, calendar))
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    assert "下派核查" in buttons(cast.town_handler, walk)


def test_nobody_is_offered_to_remind_the_own_unit(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    assert "催办" not in buttons(cast.town_head, walk)
    assert "催办" in buttons(cast.supervisor, walk)


def test_a_draft_sent_back_is_mended_first_and_says_why(cast: Cast, calendar: Turn):
    walk = sent_back(cast, calendar)
    offered = buttons(cast.town_handler, walk)
    assert [label for label, tone in offered.items() if tone == "primary"] == ["答复诉求"]
    [group] = Person(cast.town_handler).page(walk.case).context["act_groups"][:1]
    assert group["returned"] == WHY
    for act in (Act.ANSWER, Act.SUBMIT):
        assert WHY in Person(cast.town_handler).dialog(act, walk.case, leg=walk.leg).content.decode()
    walk.on_leg(Act.SUBMIT, cast.town_handler)
    groups = Person(cast.town_head).page(walk.case).context["act_groups"]
    assert [group["returned"] for group in groups if group["returned"]] == []


def test_who_was_only_asked_never_reads_why_a_draft_came_back(cast: Cast, calendar: Turn):
    walk = sent_back(cast, calendar)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="请看看路况")
    answer = Person(cast.informant).page(walk.case)
    assert "请看看路况" in answer.content.decode()
    assert WHY not in answer.content.decode()


def test_who_decides_on_voiding_reads_why_it_was_asked(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.VOID_PENDING)
    calendar(walk.on)
    for act in (Act.CONFIRM_VOID, Act.REFUSE_VOID):
        assert "与另一件重复登记" in Person(cast.coordinator).dialog(act, walk.case).content.decode()


@pytest.mark.parametrize(
    ("state", "who"),
    [(State.PENDING_SIGN_OFF, "待单位负责人审签"), (State.ISSUED, "已签发，待送达"), (State.IN_HANDLING, "承办人曹")],
)
def test_the_heading_names_whom_the_case_waits_for(cast: Cast, calendar: Turn, state: State, who: str):
    walk = walk_to(cast, state)
    calendar(walk.on)
    [place] = Person(cast.coordinator).page(walk.case).context["whereabouts"]
    assert place["who"] == who


def test_the_clocks_of_the_own_unit_come_first(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REGISTERED)
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1], reason="职责所在")
    walk.act(Act.REFER, cast.router, later=3, unit=cast.town, demands=[2], reason="属地管理")
    calendar(START.replace(day=28))
    running = {clock.unit_id for clock in Clock.objects.filter(case=walk.case)}
    assert {cast.housing.pk, cast.town.pk} <= running
    for who in (cast.town_head, cast.housing_head):
        page: Any = Person(who).page(walk.case).context
        owners = [card["who"] == who.unit.short_name for card in [*page["clocks"], *page["more_clocks"]]]
        assert any(owners)
        assert not all(owners)
        assert owners == sorted(owners, reverse=True)


def test_a_missing_field_is_called_by_its_name_and_a_select_asks_to_choose(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.ACCEPTED)
    calendar(walk.on)
    opened = Person(cast.town_head).dialog(Act.TAKE, walk.case, leg=walk.leg).content.decode()
    assert "请选择" in opened
    assert "---------" not in opened
    answer = Person(cast.town_head).send(Act.TAKE, walk.case, leg=walk.leg)
    assert answer.status_code == 422
    assert "请填写“承办人”。" in answer.content.decode()


def test_a_desk_without_work_points_to_the_list(cast: Cast):
    for who, reads_only in ((cast.analyst, True), (cast.router, False)):
        client = Person(who).client
        answer = client.get("/", headers={"HX-Request": ""})
        assert ("您的岗位没有待办事项" in answer.content.decode()) == reads_only
