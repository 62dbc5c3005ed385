"""Dated access: reading for a time, under wall and recusal, as the rule says and no further."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.access import revoke_access
from cases.models import Case, DatedAccess, Involvement, Recusal, Respondent
from cases.models.access import AccessPurpose, Standing
from cases.models.recusal import RecusalSource
from cases.reading.read import read_case
from cases.reading.why_seen import why_seen
from cases.sight.keeping import keep_reach
from organizations.models import Grant, Staff
from organizations.roles import OFFICERS, Right, Role, reach_of
from organizations.today import today
from tests.addresses import ENDS_THE_SESSION, Share, asked, assert_silent, client_of
from tests.cases.access import TODAY, fresh, given, raw, sees
from tests.cases.api.caller import Caller
from tests.cast import PEOPLE as CAST
from tests.cast import START
from tests.leak_keys import keys_of
from tests.leak_scene import Scene
from tests.leak_table import EVERY, KNOWS
from tests.walks import code


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
        share, keys = Share(turn), keys_of(scene.planted[letter])
        for address in share.addresses():
            if address.name in ENDS_THE_SESSION:
                continue
            for url in address.filled(keys, share.slugs):
                assert_silent(asked(client, "get", url), [*traces, *names], f"{reader} get {url}")


def test_who_was_only_asked_reads_the_file_itself_by_an_access(scene: Scene):
    case, cast = scene.planted["A"].case, scene.cast
    Involvement.objects.create(case=case, unit=cast.next_village, district=cast.area)
    keep_reach([case.pk])
    assert not read_case(case.pk, by=fresh(cast.next_informant), on=TODAY).whole
    raw(cast, to_staff=cast.next_informant, case=case)
    assert read_case(case.pk, by=fresh(cast.next_informant), on=TODAY).whole


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
