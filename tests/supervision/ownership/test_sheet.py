"""An ownership sheet: who makes it, who accepts it, what it takes, whom it is closed to."""

from datetime import timedelta
from typing import Any

import pytest

from law.errors import Refused
from organizations.mandates import acting_for, give_mandate
from organizations.models import RecordNotice
from organizations.models.mandate import MandateKind
from organizations.recording import history_of
from organizations.settings_in_force import set_setting
from organizations.today import today
from supervision.models import Guarantee, OwnershipSheet, owner_of
from supervision.ownership.making import accept, change_people, hand_over, make_sheet
from tests.cast import Cast
from tests.leak_scene import Scene
from tests.supervision.ownership.sheets import a_case, a_sheet, an_owned, until

pytestmark = pytest.mark.django_db


def refused(code: str, tried: Any) -> Refused:
    with pytest.raises(Refused) as found:
        tried()
    assert found.value.code == code, found.value.message
    return found.value


def test_six_fields_make_a_sheet_and_the_rest_is_derived(cast: Cast):
    sheet = a_sheet(cast)
    assert (sheet.state, sheet.unit, sheet.first_leader, sheet.wording) == (
        "proposed",
        cast.gov,
        cast.leader,
        "five_to_the_end",
    )
    rows = [(row.kind, row.due_on, row.person) for row in Guarantee.objects.filter(sheet=sheet)]
    assert [kind for kind, _, _ in rows] == ["know", "solve", "explain", "help", "by_law"]
    assert {due for _, due, _ in rows} == {until()}
    assert {person for _, _, person in rows} == {cast.router, cast.bureau_head, cast.housing_head}
    assert {notice.staff for notice in RecordNotice.objects.all()} == {
        cast.leader,
        cast.router,
        cast.bureau_head,
        cast.housing_head,
    }


def test_the_leader_or_his_liaison_accepts_and_both_names_are_kept(cast: Cast):
    sheet, liaison, day = a_sheet(cast), cast.hire("联络员", cast.gov), today()
    refused("not_permitted", lambda: accept(sheet, by=cast.housing_head))
    refused("not_found", lambda: accept(sheet, by=liaison))
    given = give_mandate(MandateKind.LIAISON, cast.leader, liaison, day, day, "日常", by=cast.leader)
    sheet = accept(sheet, by=acting_for(liaison, given.pk))
    assert (sheet.state, sheet.accepted_on) == ("owned", day)
    assert (history_of(sheet)[0].by, history_of(sheet)[0].for_whom) == (liaison, cast.leader)


def test_what_does_not_fit_is_refused_and_leaves_nothing(cast: Cast):
    case = a_case(cast)
    fit: dict[str, Any] = {
        "leader": "卫区长",
        "procedure": "router",
        "coordination": "bureau_head",
        "settlement": "housing_head",
        "until": until(),
        "by": cast.supervisor,
    }

    def made(**changes: Any) -> OwnershipSheet:
        return make_sheet(case.number, **{**fit, **changes})

    cast.hire("重名", cast.town)
    twin = cast.hire("重名二", cast.town)
    type(twin).objects.filter(pk=twin.pk).update(name="重名")
    refused("not_permitted", lambda: made(by=cast.clerk))
    refused("case_unknown", lambda: made(by=cast.stranger))
    refused("three_people", lambda: made(coordination="router"))
    refused("no_leader", lambda: made(leader="clerk"))
    refused("person_unknown", lambda: made(settlement="没有这个人"))
    refused("no_right", lambda: made(settlement="analyst"))
    refused("case_not_seen", lambda: made(settlement="farming_head"))
    refused("limit_past", lambda: made(until=today()))
    assert not OwnershipSheet.objects.exists()
    made()
    refused("owned_already", made)


def test_two_people_of_one_name_are_told_apart_by_account(cast: Cast):
    twin = cast.hire("twin", cast.gov)
    type(twin).objects.filter(pk=twin.pk).update(name="卫区长")
    said = refused("person_ambiguous", lambda: a_sheet(cast))
    assert "leader" in said.message
    assert "twin" in said.message


def test_handed_over_the_first_leader_stays_and_each_owns_his_days(cast: Cast):
    sheet = an_owned(cast)
    refused("same_leader", lambda: hand_over(sheet, leader="leader", reason="x", by=cast.coordinator))
    sheet = hand_over(sheet, leader="housing_head", reason="职务调整", by=cast.coordinator)
    assert (sheet.state, sheet.leader, sheet.first_leader, sheet.unit) == (
        "proposed",
        cast.housing_head,
        cast.leader,
        cast.housing,
    )
    day = today()
    OwnershipSheet.objects.filter(pk=sheet.pk).update(made_on=day)
    sheet.terms.filter(leader=cast.leader).update(from_on=day - timedelta(days=3))
    assert owner_of(sheet.case_id, day - timedelta(days=1)) == cast.leader
    assert owner_of(sheet.case_id, day) == cast.housing_head
    assert owner_of(sheet.case_id, day - timedelta(days=4)) is None


def test_other_people_take_over_what_is_open(cast: Cast):
    sheet = an_owned(cast)
    sheet = change_people(
        sheet, procedure="coordinator", coordination="bureau_head", settlement="housing_head", by=cast.supervisor
    )
    assert Guarantee.objects.get(sheet=sheet, kind="by_law").person == cast.coordinator


@pytest.mark.parametrize("word", ["稳控管理", "定人盯防", "包管控"])
def test_labels_that_stand_for_watching_people_are_refused(cast: Cast, word: str):
    value = f"包掌握情况、包解决问题、包解释疏导、{word}、包依法处理"
    tried = {"valid_from": today(), "why": "本地文件", "by": cast.system_admin, "on": today()}
    said = refused("watching_word", lambda: set_setting("OWNERSHIP_GUARANTEES", value, **tried))
    assert "包帮扶联系" in said.message
    refused("setting_unfit", lambda: set_setting("OWNERSHIP_GUARANTEES", "包掌握情况", **tried))


def test_of_a_sealed_case_only_who_reads_the_sealed_part_makes_and_reads_a_sheet(scene: Scene):
    cast, case = scene.cast, scene.planted["D"].case
    people = {"procedure": "router", "coordination": "coordinator", "settlement": "bureau_head", "until": until()}
    refused("sealed_desk_only", lambda: make_sheet(case.number, leader="leader", by=cast.supervisor, **people))
    refused("case_not_seen", lambda: make_sheet(case.number, leader="leader", by=cast.coordinator, **people))
    sheet = make_sheet(case.number, leader="bureau_head", by=cast.coordinator, **people)
    for person, reads in (
        (cast.bureau_head, True),
        (cast.coordinator, True),
        (cast.router, True),
        (cast.supervisor, False),
        (cast.leader, False),
        (cast.town_head, False),
        (cast.analyst, False),
        (cast.sealed_desk, False),
    ):
        assert OwnershipSheet.objects.readable_by(person).filter(pk=sheet.pk).exists() is reads, person.name
        assert Guarantee.objects.readable_by(person).filter(sheet=sheet).exists() is reads, person.name
