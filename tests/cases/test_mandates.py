"""Acting for somebody: his rights, his reach, both walls, both names in event, chain and journal, confirmed by a leader."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils.timezone import get_current_timezone

from cases.doors.table import ACTIONS
from cases.models import Case, Event, Respondent
from cases.record.chain import digest, verify_chains
from law.errors import Refused
from law.vocabulary import Act, State
from organizations.mandates import acting_for, end_mandate, give_mandate
from organizations.models import ApiToken, JournalEntry, Mandate, Staff
from organizations.models.mandate import MandateKind
from organizations.today import today
from tests.cast import Cast, register
from tests.standing_in import stand_in
from tests.walks import walk_to

pytestmark = pytest.mark.usefixtures("no_broker")


def client_of(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_deputy_does_what_the_absent_may_do_and_both_stand_in_the_event(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    given = stand_in(cast.town_head, cast.town_handler)
    person = acting_for(cast.town_handler, given.pk)
    ACTIONS[Act.ACCEPT](walk.case.pk, by=person, on=walk.on, leg_id=walk.leg.pk)
    event = Event.objects.filter(case=walk.case).latest("sequence")
    assert (event.act, event.by, event.for_whom, event.payload) == (Act.ACCEPT, cast.town_handler, cast.town_head, 3)
    assert verify_chains().broken == []
    page = client_of(cast.town_head).get(f"/cases/{walk.case.pk}/").content.decode()
    assert f"{cast.town_handler.name}（代{cast.town_head.name}）" in page


def test_in_whose_name_it_was_done_is_part_of_the_chain(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    person = acting_for(cast.town_handler, stand_in(cast.town_head, cast.town_handler).pk)
    ACTIONS[Act.ACCEPT](walk.case.pk, by=person, on=walk.on, leg_id=walk.leg.pk)
    event = Event.objects.filter(case=walk.case).latest("sequence")
    event.for_whom = cast.dispatcher
    assert digest(event) != event.digest
    event.for_whom, event.payload = cast.town_head, 1
    assert digest(event) != event.digest


@pytest.mark.parametrize("payload", [1, 2])
def test_an_event_of_before_verifies_as_it_did(cast: Cast, payload: int):
    case = register(cast)
    event = case.events.get()
    event.payload = payload
    old = digest(event)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE cases_event DISABLE TRIGGER cases_event_no_change")
        cursor.execute("UPDATE cases_event SET payload = %s, digest = %s WHERE id = %s", [payload, old, event.pk])
    assert verify_chains().broken == []


def test_the_wall_of_either_stands(cast: Cast):
    case = register(cast)
    given = stand_in(cast.clerk, cast.router)
    person = acting_for(cast.router, given.pk)
    assert Case.objects.visible_to(person).filter(pk=case.pk).exists()
    Respondent.objects.create(case=case, name="x", accused=True, staff=cast.router)
    assert not Case.objects.visible_to(acting_for(cast.router, given.pk)).filter(pk=case.pk).exists()


def test_it_begins_and_ends_with_its_days_and_at_once_when_ended(cast: Cast, on_day: Any):
    given = give_mandate(
        MandateKind.STAND_IN,
        cast.town_head,
        cast.town_handler,
        today() + timedelta(days=2),
        today() + timedelta(days=4),
        "培训",
        by=cast.town_head,
    )
    start = today()
    for later, stands in ((0, False), (2, True), (4, True), (5, False)):
        on_day(start + timedelta(days=later))
        assert (acting_for(cast.town_handler, given.pk) is not None) == stands, later
    on_day(start + timedelta(days=3))
    end_mandate(given.pk, by=cast.town_head)
    assert acting_for(cast.town_handler, given.pk) is None
    assert acting_for(cast.dispatcher, given.pk) is None


@pytest.mark.parametrize(
    ("kind", "person", "hand", "by", "days", "reason", "code"),
    [
        (MandateKind.STAND_IN, "town_head", "town_handler", "router", 5, "x", "not_permitted"),
        (MandateKind.STAND_IN, "town_head", "town_head", "town_head", 5, "x", "same_person"),
        (MandateKind.STAND_IN, "town_head", "router", "town_head", 5, "x", "hand_unfit"),
        (MandateKind.STAND_IN, "system_admin", "clerk", "system_admin", 5, "x", "officer_alone"),
        (MandateKind.STAND_IN, "clerk", "auditor", "clerk", 5, "x", "officer_alone"),
        (MandateKind.STAND_IN, "town_head", "town_handler", "town_head", 100, "x", "dates_unfit"),
        (MandateKind.STAND_IN, "town_head", "town_handler", "town_head", -1, "x", "dates_unfit"),
        (MandateKind.STAND_IN, "town_head", "town_handler", "town_head", 5, " ", "reason_missing"),
        (MandateKind.LIAISON, "town_head", "town_handler", "town_head", 5, "x", "not_permitted"),
        (MandateKind.PROGRAM, "town_head", "town_handler", "town_head", 5, "x", "not_permitted"),
        (MandateKind.PROGRAM, "town_head", "town_handler", "system_admin", 5, "x", "hand_unfit"),
    ],
)
def test_who_may_name_whom(cast: Cast, kind: Any, person: str, hand: str, by: str, days: int, reason: str, code: str):
    until = today() + timedelta(days=days)
    with pytest.raises(Refused) as refused:
        give_mandate(kind, getattr(cast, person), getattr(cast, hand), today(), until, reason, by=getattr(cast, by))
    assert refused.value.code == code


def test_the_head_of_a_unit_names_a_deputy_for_who_fell_ill_but_nobody_passes_on_what_is_not_his(cast: Cast):
    until = today() + timedelta(days=5)
    given = give_mandate(
        MandateKind.STAND_IN, cast.town_handler, cast.dispatcher, today(), until, "病假", by=cast.town_head
    )
    person = acting_for(cast.dispatcher, given.pk)
    with pytest.raises(Refused) as refused:
        give_mandate(MandateKind.STAND_IN, cast.town_handler, cast.town_head, today(), until, "x", by=person)
    assert refused.value.code == "not_permitted"


def test_the_page_changes_places_and_back_and_ones_own_account_stays_ones_own(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    head, hand = client_of(cast.town_head), client_of(cast.town_handler)
    sent = {"kind": "stand_in", "hand": cast.town_handler.pk, "from_day": today(), "to_day": today(), "reason": "开会"}
    assert "已指定" in head.post("/account/mandates/", sent, follow=True).content.decode()
    given = Mandate.objects.get()
    page = hand.post(f"/account/mandates/{given.pk}/use/", follow=True).content.decode()
    assert f"代{cast.town_head.name}" in page
    address = f"/cases/{walk.case.pk}/accept/?leg={walk.leg.pk}"
    assert hand.post(address, {"leg_id": walk.leg.pk}).status_code in (200, 302)
    account = hand.get("/account/").content.decode()
    assert (
        f"账号{cast.town_handler.username}" in account.replace("\n", "").replace(" ", "") or "town_handler" in account
    )
    entries = list(JournalEntry.objects.filter(verb="mandate.used").values_list("by", flat=True))
    assert entries == [cast.town_handler.pk]
    end_mandate(given.pk, by=cast.town_head)
    assert "正在代" not in hand.get("/").content.decode()
    assert hand.post(f"/account/mandates/{given.pk}/use/").status_code == 404
    assert head.post("/account/mandates/", {**sent, "hand": ""}).status_code == 422
    refused = head.post("/account/mandates/", {**sent, "to_day": "2036-01-01"})
    assert (refused.status_code, "最长92天" in refused.content.decode()) == (422, True)
    assert f'value="{sent["reason"]}"' in refused.content.decode()


def test_a_program_says_whom_it_acts_for_until_the_last_second_of_its_mandate(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
):
    program = cast.hire("程序", cast.town)
    given = give_mandate(
        MandateKind.PROGRAM,
        cast.town_head,
        program,
        today(),
        today() + timedelta(days=20),
        "接口",
        by=cast.system_admin,
    )
    walk = walk_to(cast, State.REFERRED)
    _, token = ApiToken.objects.create(user=program)
    alone = {"HTTP_AUTHORIZATION": f"Token {token}"}
    assert Client().get(f"/api/v1/cases/{walk.case.pk}/", **alone).status_code == 404
    acting = {**alone, "HTTP_X_ACTING_FOR": str(given.pk)}
    assert Client().get(f"/api/v1/cases/{walk.case.pk}/", **acting).status_code == 200
    other = Client().get("/api/v1/cases/", **{**alone, "HTTP_X_ACTING_FOR": "999"})
    assert (other.status_code, other.json()["code"]) == (422, "mandate_unknown")
    last = datetime.combine(given.to_day, time(23, 59, 59), tzinfo=get_current_timezone())
    for moment, status in ((last, 200), (last + timedelta(seconds=1), 422)):
        monkeypatch.setattr("django.utils.timezone.now", lambda moment=moment: moment)
        assert Client().get(f"/api/v1/cases/{walk.case.pk}/", **acting).status_code == status


def test_programs_give_list_and_end_mandates(cast: Cast):
    client = client_of(cast.town_head)
    sent = {"kind": "stand_in", "hand": "town_handler", "reason": "年休假"}
    days = {"from_day": today().isoformat(), "to_day": today().isoformat()}
    answer = client.post("/api/v1/mandates/", {**sent, **days}, "application/json")
    assert answer.status_code == 201, answer.content.decode()
    assert [row["hand"] for row in client_of(cast.town_handler).get("/api/v1/mandates/").json()["results"]] == [
        "town_handler"
    ]
    number = answer.json()["id"]
    assert client_of(cast.router).post(f"/api/v1/mandates/{number}/end/").status_code == 404
    assert client_of(cast.town_handler).post(f"/api/v1/mandates/{number}/end/").status_code == 204
    for wrong, status in (({"hand": "nobody"}, 422), ({"to_day": "soon"}, 422), ({"kind": "x"}, 422)):
        said = client.post("/api/v1/mandates/", {**sent, **days, **wrong}, "application/json")
        assert said.status_code == status, said.content.decode()


def test_a_second_person_is_asked_for_whoever_the_hand_is(cast: Cast):
    walk = walk_to(cast, State.PENDING_SIGN_OFF)
    person = acting_for(walk.handler, stand_in(cast.town_head, walk.handler).pk)
    with pytest.raises(Refused) as refused:
        ACTIONS[Act.ISSUE](walk.case.pk, by=person, on=walk.on, leg_id=walk.leg.pk)
    assert refused.value.code == "own_draft"
    case = register(cast)
    ACTIONS[Act.REQUEST_VOID](
        case.pk, by=acting_for(cast.bureau_head, stand_in(cast.clerk, cast.bureau_head).pk), on=walk.on, reason="重复"
    )
    with pytest.raises(Refused) as refused:
        ACTIONS[Act.CONFIRM_VOID](case.pk, by=cast.bureau_head, on=walk.on)
    assert refused.value.code == "same_person"


def test_the_database_keeps_two_people_apart(cast: Cast):
    with pytest.raises(DatabaseError), transaction.atomic():
        Mandate.objects.create(
            kind="stand_in",
            person=cast.clerk,
            hand=cast.clerk,
            from_day=date(2026, 1, 1),
            to_day=date(2026, 1, 2),
            reason="x",
            given_by=cast.clerk,
            given_on=date(2026, 1, 1),
        )
