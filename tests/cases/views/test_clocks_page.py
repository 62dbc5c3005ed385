"""期限一览: whose clocks are listed, in which order, and what stays unknown."""

from datetime import timedelta

from cases.models import Clock
from law.vocabulary import Duty, State
from tests.cases.accusing import letter, refer_land
from tests.cases.views.conftest import Turn
from tests.cast import START, Cast, register
from tests.walks import walk_to


def listed(client, person, **query: str) -> str:
    client.force_login(person)
    answer = client.get("/clocks/", query)
    assert answer.status_code == 200, answer.content.decode()[:500]
    return str(answer.content.decode())


def test_each_sees_the_clocks_of_the_units_within_reach(cast: Cast, calendar: Turn, client):
    walk = walk_to(cast, State.ACCEPTED)
    waiting = register(cast, content="另一件")
    calendar(walk.on)
    town, desk, other = (listed(client, who) for who in (cast.town_handler, cast.router, cast.housing_handler))
    assert walk.case.number in town
    assert waiting.number not in town
    assert waiting.number in desk
    assert walk.case.number not in other
    assert walk.case.number in listed(client, cast.supervisor, duty="HANDLE_60D")
    assert walk.case.number not in listed(client, cast.supervisor, duty="DISPATCH_15D")


def test_windows_and_reminders_are_apart_from_what_is_owed(cast: Cast, calendar: Turn, client):
    walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    assert "提出异议" not in listed(client, cast.town_head).split("</form>")[1]
    assert walk.case.number in listed(client, cast.town_head, owed="window", duty="OBJECTION_5WD")


def test_the_soonest_is_first_and_a_page_goes_on_where_it_ended(cast: Cast, calendar: Turn, client, monkeypatch):
    monkeypatch.setattr(
        "cases.lists.running_clocks.page_of_clocks.__kwdefaults__", {"after": "", "before": "", "size": 2}
    )
    cases = [register(cast, received_on=START - timedelta(days=days)) for days in (1, 9, 5)]
    calendar(START)
    first = listed(client, cast.router)
    assert [case.number in first for case in cases] == [False, True, True]
    assert first.index(cases[1].number) < first.index(cases[2].number)
    following = first.split("after=")[1].split('"')[0]
    assert cases[0].number in listed(client, cast.router, after=following)
    assert client.get("/clocks/", {"after": "x"}).status_code == 422


def test_the_clock_of_an_accusation_is_for_its_readers(cast: Cast, calendar: Turn, client):
    case = letter(cast)
    refer_land(cast, case)
    calendar(START)
    leg_clock = Clock.objects.get(case=case, duty=Duty.NOTICE_REFERRED_15D)
    for person, dispatch, land in (
        (cast.router, True, False),
        (cast.supervisor, False, True),
        (cast.town_head, False, True),
        (cast.village_head, False, False),
        (cast.housing_head, False, False),
    ):
        text = listed(client, person)
        assert (f"/clocks/{case.clocks.get(leg=None).pk}/why/" in text) == dispatch, person.name
        assert (f"/clocks/{leg_clock.pk}/why/" in text) == land, person.name
    assert case.subject not in listed(client, cast.router)


def test_a_wrong_filter_is_said_and_a_role_without_cases_is_refused(cast: Cast, client):
    client.force_login(cast.router)
    assert client.get("/clocks/", {"duty": "x"}).status_code == 422
    client.force_login(cast.auditor)
    assert client.get("/clocks/").status_code == 403


def test_the_page_asks_the_same_of_the_database_however_many_clocks(cast: Cast, client, django_assert_max_num_queries):
    client.force_login(cast.router)
    for _ in range(12):
        register(cast)
    with django_assert_max_num_queries(14):
        client.get("/clocks/")


def test_a_program_gets_the_same_clocks(cast: Cast, calendar: Turn, client):
    walk = walk_to(cast, State.ACCEPTED)
    calendar(walk.on)
    client.force_login(cast.town_handler)
    rows = client.get("/api/v1/clocks/", {"owed": "agency"}).json()["results"]
    assert {row["number"] for row in rows} == {walk.case.number}
    assert "HANDLE_60D" in {row["duty"] for row in rows}
    assert {row["unit"] for row in rows} == {cast.town.name}
    assert client.get("/api/v1/clocks/", {"colour": "red"}).json()["code"] == "filter_unknown"
    assert client.get("/api/v1/clocks/", {"due": "soon"}).json()["code"] == "filter_invalid"
    assert client.get("/api/v1/clocks/", {"after": "x"}).json()["code"] == "key_broken"
