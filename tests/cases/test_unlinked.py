"""An accusation at a desk below the petition office, before anybody has linked whom it means (Art. 30)."""

from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.lists.waiting import Waiting, listed
from cases.models import Case, Notice
from law.vocabulary import Act, Kind, State
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.accusing import ASKS, letter, reads_sealed, seeing, sees, tell_all
from tests.cases.views.intake_forms import client_of, typed
from tests.cast import START, Cast, register
from tests.walks import Walk


def at_town(cast: Cast, *names: str, position: str = "", by: Staff | None = None) -> Case:
    """An accusation that the town's dispatcher registers."""
    accused = [RespondentInput(name, position, demands=(2,)) for name in names]
    return register(cast, demands=ASKS, respondents=accused, by=by or cast.dispatcher)


def link(cast: Cast, case: Case, by: Staff, **to: Any) -> None:
    for row in case.respondents.filter(unit=None, staff=None, outside=False):
        ACTIONS[Act.LINK_RESPONDENT](
            case.pk, by=by, on=START, name=row.name, respondent_id=row.pk, **to or {"outside": True}
        )


@pytest.mark.parametrize("names", [("老齐",), ()], ids=["linked to nobody", "naming nobody"])
def test_until_it_is_linked_only_its_registrar_and_the_sealed_desk_have_it(cast: Cast, names: tuple[str, ...]):
    case = at_town(cast, *names)
    assert seeing(cast, case) == {"dispatcher", "sealed_desk"}
    assert reads_sealed(cast.dispatcher, case)
    assert reads_sealed(cast.sealed_desk, case)


def test_a_department_that_registers_is_no_different(cast: Cast):
    case = at_town(cast, "老齐", by=cast.housing_handler)
    assert seeing(cast, case) == {"housing_handler", "sealed_desk"}


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("青石镇人民政府", ""),
        ("青石镇政府", ""),
        ("青石 镇", ""),
        ("镇里的老齐", "青石镇副镇长"),
        ("施镇长", ""),
        ("卫区长", ""),
        ("区里", "云河区人民政府办公室"),
    ],
)
def test_who_is_named_like_his_own_line_keeps_number_and_receipt_only(cast: Cast, name: str, position: str):
    case = at_town(cast, name, position=position)
    assert seeing(cast, case) == {"sealed_desk"}


@pytest.mark.parametrize("name", ["白沙镇政府", "云河区住建局", "严某", "村里的人", "云河区某公司"])
def test_other_names_leave_it_with_its_registrar(cast: Cast, name: str):
    assert sees(cast.dispatcher, at_town(cast, name))


def test_linked_the_ordinary_wall_takes_over(cast: Cast):
    against_the_village, against_the_town, outside = (at_town(cast, name) for name in ("甲", "乙", "丙"))
    link(cast, against_the_village, cast.dispatcher, unit=cast.village)
    link(cast, against_the_town, cast.sealed_desk, unit=cast.town)
    link(cast, outside, cast.sealed_desk)
    town = {"town_head", "dispatcher", "town_handler"}
    assert seeing(cast, against_the_village) & {*town, "village_head", "sealed_desk"} == town
    assert seeing(cast, against_the_town) & {*town, "village_head", "sealed_desk"} == {"sealed_desk"}
    assert seeing(cast, outside) & {*town, "sealed_desk"} == town


def test_every_respondent_has_to_be_linked(cast: Cast):
    case = at_town(cast, "甲", "乙")
    first, second = case.respondents.order_by("pk")
    for row, hidden in ((first, True), (second, False)):
        assert not sees(cast.town_head, case)
        ACTIONS[Act.LINK_RESPONDENT](
            case.pk, by=cast.dispatcher, on=START, name=row.name, outside=True, respondent_id=row.pk
        )
        assert sees(cast.town_head, case) is not hidden


def test_the_sealed_desk_links_what_nobody_else_can(cast: Cast):
    case = at_town(cast, "施镇长", by=cast.informant)
    assert list(listed(cast.sealed_desk, Waiting.LINK, START)) == [case]
    link(cast, case, cast.sealed_desk, unit=cast.village)
    assert sees(cast.dispatcher, case)
    assert not listed(cast.sealed_desk, Waiting.LINK, START)


def test_splitting_an_accusation_off_hides_it_until_it_is_linked(cast: Cast):
    case = register(cast, by=cast.dispatcher)
    assert sees(cast.town_head, case)
    asks = [DemandInput("修路"), DemandInput("查账", Kind.ACCUSATION)]
    ACTIONS[Act.SPLIT](case.pk, by=cast.dispatcher, on=START, demands=asks)
    assert seeing(cast, case) == {"dispatcher", "sealed_desk"}
    number = case.demands.get(kind=Kind.ACCUSATION).number
    link_to = {"name": "老齐", "outside": True, "demands": [number]}
    ACTIONS[Act.LINK_RESPONDENT](case.pk, by=cast.sealed_desk, on=START, **link_to)
    assert sees(cast.town_head, case)


def test_a_registrar_who_has_left_has_it_no_more(cast: Cast):
    case = at_town(cast, "老齐")
    Staff.objects.filter(pk=cast.dispatcher.pk).update(is_active=False)
    assert seeing(cast, case) == {"sealed_desk"}


def test_the_sealed_desk_is_told_and_the_desk_only_when_it_is_linked(cast: Cast):
    case = at_town(cast, "施镇长")
    tell_all(case)
    assert set(Notice.objects.values_list("staff__username", flat=True)) == {"sealed_desk"}
    link(cast, case, cast.sealed_desk)
    tell_all(case)
    told = Notice.objects.filter(event__act=Act.LINK_RESPONDENT).values_list("staff__username", flat=True)
    assert set(told) == {"dispatcher", "town_head", "town_handler"}


def test_a_wrong_registration_is_voided_by_the_sealed_desk(cast: Cast):
    walk = Walk(cast, at_town(cast, "老齐"))
    walk.act(Act.REQUEST_VOID, cast.dispatcher, reason="重复登记")
    walk.act(Act.CONFIRM_VOID, cast.sealed_desk)
    assert Case.objects.get().state == State.VOIDED


def test_at_the_petition_office_nothing_has_changed(cast: Cast):
    case = letter(cast, link=False)
    assert not case.unlinked
    assert {"clerk", "router", "coordinator"} <= seeing(cast, case)
    assert "sealed_desk" not in seeing(cast, case)


def test_two_roles_give_no_second_way_in(cast: Cast):
    case = at_town(cast, "老齐")
    for role in (Role.HANDLER, Role.DISPATCHER, Role.COORDINATOR, Role.LEADER, Role.SUPERVISOR):
        assert not sees(cast.grant(cast.town_head, cast.town, role), case)


def test_the_registrar_prints_the_receipt_once_and_finds_the_case_nowhere(cast: Cast):
    client = client_of(cast.dispatcher)
    rows = {
        "demands-text": ["查账"],
        "demands-kind": ["accusation"],
        "demands-path": [""],
        "respondents-name": ["施镇长"],
        "respondents-position": [""],
        "respondents-demands": [""],
    }
    answer = client.post("/cases/new/", typed(**rows))
    case = Case.objects.get()
    assert answer["Location"] == "/cases/new/receipt/"
    sheet = client.get(answer["Location"]).content.decode()
    assert case.number in sheet
    assert "登记回执" in sheet
    assert f"/cases/{case.pk}/" not in sheet
    for path in ("/cases/new/receipt/", f"/cases/{case.pk}/", f"/cases/{case.pk}/receipt/"):
        assert client.get(path).status_code == 404, path
    assert client_of(cast.town_head).get("/cases/new/receipt/").status_code == 404
