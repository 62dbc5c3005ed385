"""Repeats: found by the text within reach, whoever signed; nothing of a sealed case is kept to find it by."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.intake.similar import similar_cases
from cases.models import Case
from cases.sight.predicate import sealed_open
from insight.likeness import sketch_of
from insight.models import Indexed, TextSketch
from insight.repeats.indexing import index_texts
from law.vocabulary import Act, Kind
from organizations.models import Staff
from organizations.today import today
from tests.addresses import client_of
from tests.cast import Cast, register
from tests.insight.scenes import AGAIN, BRIDGE, WATER, indexed, take_up

pytestmark = pytest.mark.usefixtures("no_broker")


def shown(staff: Staff, text: str) -> list[str]:
    return [each.line.number for each in similar_cases(staff, (), text, today())]


def test_the_same_matter_of_an_unsigned_letter_is_found_and_says_why(cast: Cast):
    bridge, _water = indexed(cast, BRIDGE, WATER, parties=(PartyInput("", ""),), anonymous=True)
    [found] = similar_cases(cast.clerk, (), AGAIN, today())
    assert found.line.number == bridge.number
    assert "今年六月被大水冲断一半" in found.why
    assert shown(cast.clerk, "城北菜市场夜里卸货吵得人睡不着，希望管一管卸货的时间。") == []


def test_only_what_is_within_reach_is_shown(cast: Cast):
    [bridge] = indexed(cast, BRIDGE)
    assert shown(cast.clerk, AGAIN) == [bridge.number]
    for person in (cast.farming_handler, cast.town_handler, cast.stranger, cast.system_admin):
        assert shown(person, AGAIN) == []


def test_who_registered_it_elsewhere_is_said(cast: Cast):
    [bridge] = indexed(cast, BRIDGE, by=cast.dispatcher)
    found = similar_cases(cast.coordinator, (), AGAIN, today())
    assert [(each.line.number, each.elsewhere) for each in found] == [(bridge.number, cast.town.short_name)]


def accuse(cast: Cast, text: str) -> Case:
    """Register an accusation of a village, linked to it."""
    return register(
        cast,
        content=text,
        demands=[DemandInput("查处", kind=Kind.ACCUSATION)],
        respondents=[RespondentInput("村委会", "")],
    )


def test_of_a_sealed_case_nothing_is_kept(cast: Cast):
    case = accuse(cast, BRIDGE)
    take_up()
    assert case.sealed
    assert not TextSketch.objects.exists()
    assert case.number not in shown(cast.town_head, AGAIN)


def test_what_is_sealed_later_is_forgotten_and_not_found_before_that(cast: Cast):
    [bridge] = indexed(cast, BRIDGE)
    assert TextSketch.objects.count() == 1
    ACTIONS[Act.SPLIT](
        bridge.pk, by=cast.router, demands=[DemandInput("查处村干部", kind=Kind.ACCUSATION), DemandInput("修桥")]
    )
    bridge.refresh_from_db()
    assert bridge.sealed
    assert Case.objects.visible_to(cast.leader).filter(pk=bridge.pk).exists()
    assert shown(cast.leader, AGAIN) == []
    take_up()
    assert not TextSketch.objects.exists()


def test_who_keeps_sealed_cases_is_told_of_a_sealed_repeat(cast: Cast):
    case = accuse(cast, BRIDGE)
    take_up()
    assert Case.objects.visible_to(cast.router).filter(sealed_open(cast.router), pk=case.pk).exists()
    assert shown(cast.router, AGAIN) == [case.number]


def test_a_corrected_text_is_sketched_anew_and_the_task_is_safe_twice(cast: Cast):
    [bridge] = indexed(cast, BRIDGE)
    before = TextSketch.objects.get()
    ACTIONS[Act.CORRECT](bridge.pk, by=cast.clerk, reason="录错", content=WATER, subject="水质")
    take_up()
    after = TextSketch.objects.get()
    assert after.grams != before.grams
    place = Indexed.objects.get(pk=1).position
    assert index_texts() == 0
    assert Indexed.objects.get(pk=1).position == place


def test_a_sketch_holds_numbers_and_no_word(cast: Cast):
    indexed(cast, BRIDGE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT s::text FROM insight_textsketch s")
        [(row,)] = cursor.fetchall()
    assert "桥" not in row
    assert TextSketch.objects.get().grams == sorted(TextSketch.objects.get().grams)
    assert sketch_of({}) == []


def test_what_it_costs_does_not_depend_on_how_many_there_are(cast: Cast):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.post("/cases/new/hints/", {"content": AGAIN, "channel": "letter"})
        return len(captured)

    client = client_of(cast.clerk)
    indexed(cast, BRIDGE)
    asked()
    one = asked()
    indexed(cast, BRIDGE, AGAIN, BRIDGE + WATER)
    assert asked() <= one


def test_the_router_joins_from_the_page_of_a_case_with_one_key(cast: Cast):
    first, second = indexed(cast, BRIDGE, AGAIN)
    client = client_of(cast.router)
    assert f"/insight/cases/{second.pk}/alike/" in client.get(f"/cases/{second.pk}/").content.decode()
    page = client.get(f"/insight/cases/{second.pk}/alike/").content.decode()
    assert f"/cases/{second.pk}/join-matter/?number={first.number}" in page
    assert first.number in client.get(f"/cases/{second.pk}/join-matter/?number={first.number}").content.decode()
    ACTIONS[Act.JOIN_MATTER](second.pk, by=cast.router, number=first.number, reason="同一座桥")
    assert first.number not in client.get(f"/insight/cases/{second.pk}/alike/").content.decode()


def test_who_may_not_join_is_not_offered_it(cast: Cast):
    first, second = indexed(cast, BRIDGE, AGAIN)
    for person in (cast.supervisor, cast.leader):
        assert client_of(person).get(f"/insight/cases/{second.pk}/alike/").status_code == 403
    assert client_of(cast.stranger).get(f"/insight/cases/{first.pk}/alike/").status_code == 404
