"""Dated access: reading for a time, under wall and recusal, and nothing more."""

import random
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.access import MOST_DAYS, revoke_access
from cases.actions.frame import performing
from cases.actions.unmasking import give_reasons
from cases.doors.table import doors_on_a_case
from cases.models import Case, DatedAccess, Event, Involvement, Recusal, Respondent
from cases.models.access import AccessPurpose, Standing
from cases.models.recusal import RecusalSource
from cases.reading.read import read_case
from cases.reading.why_seen import why_seen
from law.errors import Refused
from law.privacy import Purpose
from law.vocabulary import Act
from organizations.models import Grant, JournalEntry, Staff
from organizations.roles import OFFICERS, Right, Role, reach_of
from organizations.today import today
from tests.addresses import ENDS_THE_SESSION, Share, asked, assert_silent, client_of
from tests.cases.access import TODAY, fresh, given, raw
from tests.cases.api.caller import Caller
from tests.cast import PEOPLE as CAST
from tests.cast import START, Cast
from tests.leak_scene import Scene, keys_of
from tests.leak_table import EVERY, KNOWS
from tests.walks import code


def sees(person: Staff) -> set[int]:
    return set(Case.objects.visible_to(fresh(person)).values_list("pk", flat=True))


@pytest.fixture
def monitor(cast: Cast) -> Staff:
    """Somebody with an account at the government and no role at all."""
    return cast.hire("monitor", cast.gov)


def test_one_case_is_read_from_its_day_to_its_day_and_not_a_day_longer(
    scene: Scene, monitor: Staff, monkeypatch: pytest.MonkeyPatch
):
    case, cast = scene.planted["A"].case, scene.cast
    row = given(cast.coordinator, account="monitor", number=case.number, from_day=TODAY + timedelta(days=1))
    assert row.stands(TODAY) is Standing.AHEAD
    assert sees(monitor) == set()
    for day, opened in ((1, {case.pk}), (6, {case.pk}), (7, set())):
        monkeypatch.setattr("cases.sight.accesses.today", lambda day=day: TODAY + timedelta(days=day))
        assert sees(monitor) == opened, day


def test_revoked_it_ends_at_the_next_request_on_a_page_and_by_a_token(scene: Scene, monitor: Staff):
    case, cast = scene.planted["A"].case, scene.cast
    row = given(cast.coordinator, account="monitor", number=case.number)
    page, program = client_of(fresh(monitor)), Caller(monitor)
    assert page.get(f"/cases/{case.pk}/").status_code == 200
    assert program.read(case.pk)["case"]["number"] == case.number
    assert case.number in program.get("/cases/").content.decode()
    revoke_access(row.pk, by=fresh(cast.coordinator), reason="督查结束")
    assert page.get(f"/cases/{case.pk}/").status_code == 404
    assert program.get(f"/cases/{case.pk}/").status_code == 404
    assert case.number not in program.get("/cases/").content.decode()
    assert code(revoke_access, row.pk, by=fresh(cast.coordinator), reason="再收") == "access_ended_already"


def test_a_unit_is_who_may_see_cases_there_and_the_cases_of_a_unit_are_all_that_reached_it(
    scene: Scene, monitor: Staff
):
    cast = scene.cast
    given(cast.coordinator, to_unit=cast.village, of_unit=cast.other_town)
    assert sees(cast.informant) == sees(cast.village_head) == {scene.planted["B"].case.pk}
    assert sees(monitor) == sees(cast.next_informant) == set()
    cast.grant(monitor, cast.village, Role.WINDOW_CLERK)
    assert scene.planted["B"].case.pk in sees(monitor)


@pytest.mark.parametrize("seed", range(8))
def test_the_predicate_says_what_the_rule_says_one_case_and_person_at_a_time(scene: Scene, monitor: Staff, seed: int):
    dice, cast = random.Random(seed), scene.cast
    people = {name: getattr(cast, name) for name in CAST} | {"monitor": monitor}
    units = [getattr(cast, name) for name in ("bureau", "housing", "town", "other_town", "village", "far_bureau")]
    cases = {letter: scene.planted[letter].case for letter in EVERY}
    for _ in range(14):
        to_person, one_case = dice.random() < 0.7, dice.random() < 0.5
        giver, reader = dice.sample(list(people.values()), 2)
        raw(
            cast,
            to_staff=reader if to_person else None,
            to_unit=None if to_person else dice.choice(units),
            case=dice.choice(list(cases.values())) if one_case else None,
            of_unit=None if one_case else dice.choice(units),
            sealed_too=one_case and dice.random() < 0.5,
            from_day=TODAY + timedelta(days=dice.choice((-5, -1, 0, 1))),
            to_day=TODAY + timedelta(days=dice.choice((-1, 0, 1, 5))),
            given_by=giver,
            revoked_by=giver if dice.random() < 0.2 else None,
        )
    recused = set()
    for letter in dice.sample("ABDGHIJ", 3):
        person, case = dice.choice(list(people.values())), cases[letter]
        recused.add((person.pk, case.pk))
        Recusal.objects.create(
            case=case,
            leg=case.legs.all()[0],
            person=person,
            source=RecusalSource.OFFICIAL,
            reason="x",
            asked_on=START,
            asked_by=person,
            agreed=True,
        )
    opened = 0
    for name, person in people.items():
        expected = {
            case.pk
            for letter, case in cases.items()
            if (letter in KNOWS.get(name, "") and (person.pk, case.pk) not in recused)
            or (_given(person, case) and not _walled(person, case, recused))
        }
        assert sees(person) == expected, f"{name}: {sees(person) ^ expected}"
        opened += len(expected - {cases[letter].pk for letter in KNOWS.get(name, "")})
    assert opened


def _given(person: Staff, case: Case) -> bool:
    """The rule in plain words, one access after the other."""
    grants = list(Grant.objects.filter(staff=person))
    if any(Role(grant.role) in OFFICERS for grant in grants):
        return False
    seeing_at = {grant.unit_id for grant in grants if reach_of(Role(grant.role), Right.SEE)}
    case = Case.objects.get(pk=case.pk)
    if case.desk_walled or case.unlinked:
        return False
    reached = set(Involvement.objects.filter(case=case).values_list("unit", flat=True))
    for access in DatedAccess.objects.all():
        his = access.to_staff_id == person.pk or access.to_unit_id in seeing_at
        now = access.revoked_at is None and access.from_day <= today() <= access.to_day
        this = access.case_id == case.pk and (access.sealed_too or not case.sealed)
        passed = access.of_unit_id in reached and not case.sealed
        if (
            his
            and now
            and (this or passed)
            and access.given_by_id != person.pk
            and access.district_id == case.district_id
        ):
            return True
    return False


def _walled(person: Staff, case: Case, recused: set[tuple[int, int]]) -> bool:
    stands = [person.unit, *(grant.unit for grant in Grant.objects.filter(staff=person).select_related("unit"))]
    over = {key for unit in stands for key in unit.line}
    accused = Respondent.objects.filter(case=case, accused=True)
    named = any(each.unit_id in over or each.staff_id == person.pk for each in accused)
    return named or (person.pk, case.pk) in recused


@pytest.mark.usefixtures("no_broker")
@pytest.mark.parametrize(("reader", "letters"), [("monitor", "ABDEGHIJ"), ("village_head", "AB"), ("auditor", "")])
def test_every_access_there_is_opens_no_walled_case_no_sealed_word_and_no_other_district(
    scene: Scene, monitor: Staff, reader: str, letters: str
):
    """The village head is accused himself; his line stands below the town and the government."""
    cast = scene.cast
    person: Staff = monitor if reader == "monitor" else getattr(cast, reader)
    for planted in scene.planted.values():
        raw(cast, to_staff=person, case=planted.case, sealed_too=reader == "monitor")
    for unit in (cast.bureau, cast.housing, cast.other_town, cast.town, cast.far_bureau, cast.party):
        raw(cast, to_staff=person, of_unit=unit)
    assert sees(person) == {scene.planted[letter].case.pk for letter in letters}
    traces = [word for letter in EVERY for word in scene.planted[letter].sealed]
    traces += [word for letter in EVERY if letter not in letters for word in scene.planted[letter].traces]
    names = [scene.planted[letter].name for letter in EVERY]
    client = client_of(fresh(person))
    for turn, letter in enumerate("DE" if letters else "D"):
        share = Share(turn)
        for address in share.addresses():
            if address.name in ENDS_THE_SESSION:
                continue
            for url in address.filled(keys_of(scene.planted[letter]), share.slugs):
                assert_silent(asked(client, "get", url), [*traces, *names], f"{reader} get {url}")


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


def test_who_was_only_asked_reads_the_file_itself_by_an_access(scene: Scene):
    case, cast = scene.planted["A"].case, scene.cast
    Involvement.objects.create(case=case, unit=cast.next_village, district=cast.area)
    assert not read_case(case.pk, by=fresh(cast.next_informant), on=TODAY).whole
    raw(cast, to_staff=cast.next_informant, case=case)
    assert read_case(case.pk, by=fresh(cast.next_informant), on=TODAY).whole


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


def test_the_auditor_is_told_that_an_access_is_why(scene: Scene, monitor: Staff):
    cast, case = scene.cast, scene.planted["A"].case
    row = given(cast.coordinator, account="monitor", of_unit=cast.housing, purpose=AccessPurpose.LEGAL_ADVICE)
    found = why_seen(case.number, "monitor", by=fresh(cast.auditor))
    assert found.sees
    assert not found.walled
    until = TODAY + timedelta(days=6)
    assert found.ways == [f"临时查阅（第{row.pk}号）：查看单位经手的信访件，{TODAY}至{until}，法律咨询"]
    assert not why_seen(scene.planted["B"].case.number, "monitor", by=fresh(cast.auditor)).ways


def test_who_has_no_access_is_asked_once_and_his_questions_are_as_before(scene: Scene):
    cast = scene.cast
    person = fresh(cast.town_head)
    with CaptureQueriesContext(connection) as captured:
        for _ in range(3):
            list(Case.objects.readable_by(person))
    about = [each["sql"] for each in captured if "datedaccess" in each["sql"]]
    assert len(about) == 1
    assert not any("access_alone" in each["sql"] for each in captured)


def test_a_list_makes_as_many_queries_for_thirty_accesses_as_for_one(scene: Scene, monitor: Staff):
    cast = scene.cast
    counts = []
    for number in (1, 29):
        for _ in range(number):
            raw(cast, to_staff=monitor, of_unit=cast.housing)
            raw(cast, to_staff=monitor, case=scene.planted["A"].case)
        client = client_of(fresh(monitor))
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/cases/").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_predicate_walks_an_index_in_a_table_of_twenty_thousand(scene: Scene, monitor: Staff):
    cast, case = scene.cast, scene.planted["A"].case
    columns = [field.column for field in Case._meta.concrete_fields if field.column not in ("id", "number")]
    copied = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO cases_case (number, {copied}) SELECT 'N' || n, {copied} FROM cases_case, "
            "generate_series(1, 20000) n WHERE id = %s",
            [case.pk],
        )
        cursor.execute(
            "INSERT INTO cases_involvement (case_id, unit_id, district_id) SELECT id, %s, district_id FROM cases_case "
            "WHERE number LIKE 'N%%'",
            [cast.bureau.pk],
        )
        cursor.execute("ANALYZE cases_case, cases_involvement")
    raw(cast, to_staff=monitor, case=case)
    assert "cases_case_pkey" in _plan(monitor, {case.pk})
    raw(cast, to_staff=monitor, of_unit=cast.other_town)
    assert "involvement_unit_case" in _plan(monitor, {case.pk, scene.planted["B"].case.pk})
    DatedAccess.objects.filter(of_unit=None).delete()
    assert "involvement_unit_case" in _plan(monitor, {scene.planted["B"].case.pk})


def _plan(reader: Staff, expected: set[int]) -> str:
    rows = Case.objects.visible_to(fresh(reader)).order_by("-received_on", "-id")
    assert {each.pk for each in rows} == expected
    plan = str(rows.all()[:30].explain())
    assert "Seq Scan on cases_case" not in plan, plan
    return plan
