"""Dated access gives no act, and is given only within the giver's own reach."""

from datetime import timedelta
from typing import Any

import pytest

from cases.actions.access import MOST_DAYS, revoke_access
from cases.actions.frame import performing
from cases.actions.unmasking import give_reasons
from cases.doors.table import doors_on_a_case
from cases.models import Case, DatedAccess, Event
from cases.models.access import Standing
from cases.reading.read import read_case
from law.errors import Refused
from law.privacy import Purpose
from law.vocabulary import Act
from organizations.models import JournalEntry, Staff
from tests.addresses import client_of
from tests.cases.access import TODAY, fresh, given, raw, sees
from tests.leak_scene import Scene
from tests.walks import code


@pytest.mark.parametrize(
    ("by", "asks", "refused"),
    [
        ("clerk", {}, "not_permitted"),
        ("system_admin", {}, "not_permitted"),
        ("coordinator", {"account": "", "to_unit": None}, "access_reader"),
        ("coordinator", {"to_unit": "town"}, "access_reader"),
        ("coordinator", {"of_unit": "town"}, "access_thing"),
        ("coordinator", {"number": "", "of_unit": "town", "sealed_too": True}, "access_sealed"),
        ("coordinator", {"from_day": TODAY - timedelta(days=1)}, "access_days"),
        ("coordinator", {"to_day": TODAY - timedelta(days=1)}, "access_days"),
        ("coordinator", {"to_day": TODAY + timedelta(days=MOST_DAYS)}, "access_too_long"),
        ("coordinator", {"reason": "  "}, "reason_missing"),
        ("coordinator", {"number": "不是编号"}, "case_unknown"),
        ("coordinator", {"account": "nobody"}, "account_unknown"),
        ("coordinator", {"account": "stranger"}, "account_unknown"),
        ("coordinator", {"account": "coordinator"}, "own_access"),
        ("coordinator", {"account": "auditor"}, "officers_handle_no_case"),
        ("coordinator", {"account": "", "to_unit": "far_bureau"}, "other_district"),
        ("coordinator", {"number": "", "of_unit": "far_bureau"}, "not_permitted"),
        ("stranger", {}, "case_unknown"),
        ("stranger", {"number": "", "of_unit": "bureau"}, "not_permitted"),
        ("farming_head", {}, "case_unknown"),
        ("housing_head", {"number": "", "of_unit": "bureau"}, "not_permitted"),
        ("town_head", {"number": "", "of_unit": "village"}, "not_permitted"),
    ],
)
def test_what_cannot_be_given(scene: Scene, monitor: Staff, by: str, asks: dict[str, Any], refused: str):
    cast = scene.cast
    units = {name: getattr(cast, value) for name, value in asks.items() if name.endswith("_unit") and value}
    asked_for = {"account": "monitor", "number": scene.planted["A"].case.number, **asks, **units}
    with pytest.raises(Refused) as found:
        given(getattr(cast, by), **asked_for)
    assert found.value.code == refused
    assert found.value.message.endswith("。")
    assert not DatedAccess.objects.exists()
    assert not JournalEntry.objects.filter(verb="access.given").exists()


@pytest.mark.parametrize(
    ("by", "letter"), [("coordinator", "B"), ("bureau_head", "A"), ("housing_head", "A"), ("leader", "B")]
)
def test_who_gives_within_his_reach_and_the_journal_tells_it(scene: Scene, monitor: Staff, by: str, letter: str):
    case, giver = scene.planted[letter].case, getattr(scene.cast, by)
    row = given(giver, account="monitor", number=case.number)
    assert sees(monitor) == {case.pk}
    with pytest.raises(Refused) as again:
        given(giver, account="monitor", number=case.number, to_day=TODAY + timedelta(days=2))
    assert again.value.code == "access_given_already"
    revoke_access(row.pk, by=fresh(giver), reason="到此为止")
    gave, took = JournalEntry.objects.filter(verb__startswith="access.").order_by("pk")
    assert (gave.by, gave.kind, gave.key, gave.district_id) == (giver, "cases.datedaccess", row.pk, case.district_id)
    assert gave.facts == {
        "to_staff": monitor.pk,
        "to_unit": None,
        "case": case.pk,
        "of_unit": None,
        "from_day": TODAY.isoformat(),
        "to_day": (TODAY + timedelta(days=6)).isoformat(),
        "purpose": "inspection",
        "sealed_too": False,
    }
    assert (took.by, took.verb, took.key) == (giver, "access.revoked", row.pk)
    row.refresh_from_db()
    assert (row.revoked_by, row.revoke_reason, row.stands(TODAY)) == (giver, "到此为止", Standing.REVOKED)


def test_what_one_was_given_to_read_one_does_not_give_on(scene: Scene, monitor: Staff):
    cast, case = scene.cast, scene.planted["B"].case
    raw(cast, to_staff=cast.bureau_head, case=case)
    assert case.pk in sees(cast.bureau_head)
    with pytest.raises(Refused) as refused:
        given(cast.bureau_head, account="monitor", number=case.number)
    assert refused.value.code == "case_unknown"


@pytest.mark.parametrize(
    ("by", "may"),
    [("coordinator", True), ("leader", True), ("housing_head", True), ("town_head", False), ("stranger", False)],
)
def test_who_may_give_the_like_revokes_it_too(scene: Scene, monitor: Staff, by: str, may: bool):
    cast = scene.cast
    row = given(cast.bureau_head, account="monitor", number=scene.planted["A"].case.number)
    if may:
        revoke_access(row.pk, by=fresh(getattr(cast, by)), reason="不再需要")
        assert sees(monitor) == set()
    else:
        assert code(revoke_access, row.pk, by=fresh(getattr(cast, by)), reason="不再需要") == "not_found"
        assert sees(monitor)


def test_reading_gives_no_act_not_even_to_whose_roles_reach_the_whole_district(scene: Scene):
    case, cast = scene.planted["B"].case, scene.cast
    leg = case.legs.get()
    for person in (cast.clerk, cast.sealed_desk):
        assert code(_begin, Act.ASK_WITHDRAWAL, case, leg.pk, fresh(person)) == "not_found"
        raw(cast, to_staff=person, case=case)
        before = Event.objects.filter(case=case).count()
        for act in doors_on_a_case():
            assert code(_begin, act, case, leg.pk, fresh(person)) == "not_permitted", act
        assert code(give_reasons, [case.pk], by=fresh(person), purpose=Purpose.CONTACT) == "not_permitted"
        file = read_case(case.pk, by=fresh(person), on=TODAY)
        assert file.whole
        assert file.openings == file.closed == []
        assert scene.planted["B"].name not in str(file.parties)
        client = client_of(fresh(person))
        assert client.get(f"/cases/{case.pk}/unmask/").status_code == 403
        assert client.post(f"/cases/{case.pk}/unmask/", {"reason": "看看"}).status_code == 403
        assert Event.objects.filter(case=case).count() == before


def _begin(act: Act, case: Case, leg: int, by: Staff) -> None:
    with performing(act, case.pk, by=by, leg_id=leg, on=TODAY):
        raise AssertionError("began")


def test_who_works_on_the_case_anyway_goes_on_working(scene: Scene):
    case, cast = scene.planted["A"].case, scene.cast
    before = len(read_case(case.pk, by=fresh(cast.housing_handler), on=TODAY).openings)
    raw(cast, to_staff=cast.housing_handler, case=case)
    assert len(read_case(case.pk, by=fresh(cast.housing_handler), on=TODAY).openings) == before > 0
