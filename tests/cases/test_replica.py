"""A replica finds keys and counts; however old it is, nobody is shown what is closed to him now."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cases.lists.desk import stats
from cases.models import Case, Recusal
from cases.places.wall import refresh_wall
from cases.sight.keeping import keep_reach
from kit.replica import REPLICA, may_look_in_replica
from law.vocabulary import Kind, State
from organizations.jobs.working import work_on
from organizations.ledgers.exporting import start_export
from organizations.models import Staff
from tests.addresses import client_of
from tests.cast import START, Cast, register
from tests.standby import Standby, as_replica, standby
from tests.walks import walk_to

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", REPLICA]),
    pytest.mark.db_slow,
    pytest.mark.usefixtures("no_broker"),
    pytest.mark.filterwarnings("ignore::celery.exceptions.AlwaysEagerIgnored"),
]
PLACES = (
    "/cases/",
    "/cases/?q={number}",
    "/cases/?q=路坏",
    "/cases/?order=due",
    "/",
    "/clocks/",
    "/ledgers/registrations/",
)
FOR_PROGRAMS = ("/api/v1/cases/", "/api/v1/cases/?q=路坏", "/api/v1/clocks/")


@pytest.fixture(scope="module")
def running(django_db_setup: None, django_db_blocker: Any) -> Iterator[Standby]:
    """One replica for the file."""
    with django_db_blocker.unblock(), standby() as found, as_replica(found):
        yield found


@pytest.fixture
def replica(running: Standby, transactional_db: None, settings: Any) -> Standby:
    """The replica, with a lag that nobody minds."""
    settings.REPLICA_MOST_LATE = 3600
    return running


@pytest.fixture
def cast(replica: Standby) -> Cast:
    """The small cast, where the replica sees it."""
    return Cast()


def asked_there() -> CaptureQueriesContext:
    return CaptureQueriesContext(connections[REPLICA])


def fresh(person: Staff) -> Staff:
    return Staff.objects.get(pk=person.pk)


def accuse(case: Case, **whom: Any) -> None:
    """Let the second demand accuse somebody, as a correction and the link after it do."""
    case.demands.filter(number=2).update(kind=Kind.ACCUSATION)
    row = case.respondents.create(name="有人", **whom)
    row.demands.add(case.demands.get(number=2))
    refresh_wall(case)
    case.save()
    keep_reach([case.pk])


def exported(person: Staff) -> str:
    job = start_export("registrations", {}, by=fresh(person))
    assert work_on(job.pk)
    job.refresh_from_db()
    sheet = load_workbook(BytesIO(job.file.read())).active
    assert sheet
    return str(list(sheet.values))


def test_no_list_shows_what_was_walled_off_since_the_replica_stood_still(cast: Cast, replica: Standby):
    case, head = walk_to(cast, State.IN_HANDLING).case, cast.town_head
    client = client_of(head)
    with replica.held():
        accuse(Case.objects.get(pk=case.pk), unit=cast.town)
        stale = Case.objects.visible_to(fresh(head)).using(REPLICA)
        assert stale.filter(pk=case.pk).exists(), "the replica knows of no wall"
        for place in (*PLACES, *FOR_PROGRAMS):
            with asked_there() as asked:
                page = client.get(place.format(number=case.number), {}).content.decode()
            assert "没有" in page or "results" in page
            assert case.number not in page.replace(f'value="{case.number}"', ""), place
            assert any("cases_reach" in each["sql"] for each in asked) or "clocks" in place, place
        with asked_there() as asked:
            assert case.number not in exported(head)
        assert any("cases_reach" in each["sql"] for each in asked)


def test_a_wall_of_his_own_counts_at_once_in_a_figure_written_down_before(cast: Cast, replica: Standby):
    walk, head = walk_to(cast, State.IN_HANDLING), cast.town_head

    def figure() -> str:
        with may_look_in_replica(lambda: True), asked_there() as asked:
            found = stats(fresh(head), START)
        assert asked, "the figures come from the replica"
        return next(str(each["value"]) for each in found if each["label"] == "我单位在办")

    with replica.held():
        assert figure() == "1"
        Recusal.objects.create(case=walk.case, leg=walk.leg, person=head, agreed=True, asked_on=START, reason="亲属")
        assert figure() == "0"


def test_what_the_primary_says_otherwise_by_now_is_not_listed(cast: Cast, replica: Standby):
    """Whatever a list is narrowed by is asked again: words that were sealed meanwhile must not find their case."""
    case = register(cast)
    Case.objects.filter(pk=case.pk).update(search_terms=["暗语"])
    client = client_of(cast.router)
    with replica.held():
        assert case.number in client.get("/cases/?q=暗语").content.decode()
        Case.objects.filter(pk=case.pk).update(search_terms=[])
        with asked_there() as asked:
            assert case.number not in client.get("/cases/?q=暗语").content.decode()
        assert asked


def test_who_has_just_written_finds_it_at_once_and_so_does_everybody_where_the_replica_is_late(
    cast: Cast, replica: Standby, settings: Any
):
    old = register(cast)
    client, other = client_of(cast.clerk), client_of(cast.router)
    with replica.held():
        new = register(cast)
        for reader in (client, other):
            page = reader.get("/cases/").content.decode()
            assert (old.number in page, new.number in page) == (True, False), "found in the replica"
        client.post("/drafts/none/")
        with asked_there() as asked:
            assert new.number in client.get("/cases/").content.decode()
        assert not asked
        assert client.get("/healthz").json()["replica_behind"] is not None
        settings.REPLICA_MOST_LATE = 0
        assert new.number in other.get("/cases/").content.decode()
