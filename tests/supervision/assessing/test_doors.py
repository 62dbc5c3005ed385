"""Both doors of an assessment and of the daily spot check; what pages cost does not depend on how many units there are."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.doors.table import ACTIONS
from cases.models import Promise
from kit.ledgers.declaring import Ledger
from law.promises import Occasion, TellWay
from law.vocabulary import Act, State
from organizations.actions import add_unit
from organizations.vocabulary import Level, UnitKind
from supervision.assessing.deciding import publish
from supervision.assessing.sheets import SHEETS
from supervision.assessing.spot_check import spot_check
from supervision.models import AssessmentResult, AssessmentScheme
from supervision.tasks.actions import give_task
from supervision.words.assessing import Formula, PublishedTo, ResultState, SchemeState, SpotDuty
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.supervision.assessing.scenes import DAY, after, drawn_up, fixed, item_of, result_at, score_at, worked
from tests.supervision.meetings.calling import called, held
from tests.supervision.orders.ordering import order_on
from tests.supervision.visits.scenes import fresh
from tests.walks import Walk, walk_to

pytestmark = pytest.mark.django_db
PAGE = "/supervision/assessment/"
TRAINING = {"title": "业务培训", "duty": "quality", "evidence": "培训签到表", "weight": 4}


def sender(cast: Cast, door: str) -> Callable[..., int]:
    """Send something as a person through a door; the status it answers."""

    def send(person: str, path: str, **typed: Any) -> int:
        staff = fresh(getattr(cast, person))
        answer: Any
        if door == "api":
            answer = Caller(staff).post(f"{PAGE}{path}", typed)
        else:
            answer = client_of(staff).post(f"{PAGE}{path}", typed)
        status: int = answer.status_code
        return status

    return send


@pytest.mark.parametrize("door", ["page", "api"])
def test_the_whole_way_through_both_doors(cast: Cast, on_day: Any, door: str):
    worked(cast)
    on_day(DAY)
    send, done = sender(cast, door), (200, 201) if door == "api" else (302,)
    new = "" if door == "api" else "new/"
    assert send("supervisor", new, title="年度考核", year=2026, group="towns") in done
    scheme = AssessmentScheme.objects.get()
    assert send("supervisor", f"{scheme.pk}/add-item/", **TRAINING) in done
    hand, notices = scheme.items.get(formula=""), item_of(scheme, Formula.NOTICES_IN_TIME)
    town = result_at(scheme, cast.town)
    for result in scheme.results.all():
        where = f"results/{result.pk}/score/"
        assert send("coordinator", where, item=hand.pk, points="3.5", saw="签到表齐全") in done
    assert send("town_head", f"{scheme.pk}/fix/") == 404, "a draft is not there for the units"
    assert send("supervisor", f"{scheme.pk}/fix/") in done
    assert send("town_head", f"results/{town.pk}/object/", item=notices.pk, text="已经按时") in done
    assert send("town_head", f"results/{town.pk}/answer/", item=notices.pk, upheld="no", said="x") not in done
    assert send("leader", f"results/{town.pk}/answer/", item=notices.pk, upheld="yes", points="4", said="属实") in done
    scheme.refresh_from_db()
    on_day(after(scheme))
    assert send("leader", f"{scheme.pk}/publish/", published_to="all") in done
    assert send("leader", f"results/{town.pk}/commend/", reason="告知、答复按时", number="云信联〔2026〕9号") in done
    scheme.refresh_from_db()
    town.refresh_from_db()
    assert (scheme.state, town.state) == (SchemeState.PUBLISHED, ResultState.PUBLISHED)
    score = score_at(scheme, cast.town, Formula.NOTICES_IN_TIME)
    assert score.settled == Decimal(4)
    assert town.commended_on == after(scheme)


def test_programs_read_the_same_as_people(cast: Cast, on_day: Any):
    worked(cast)
    scheme = fixed(cast)
    on_day(DAY)
    caller, town = Caller(fresh(cast.supervisor)), result_at(scheme, cast.town)
    [listed] = caller.get(PAGE).json()["results"]
    assert (listed["id"], listed["state"]) == (scheme.pk, "open")
    read = caller.get(f"{PAGE}{scheme.pk}/").json()
    assert len(read["results"]) == 2
    score = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
    rows = caller.get(f"{PAGE}results/{town.pk}/rows/{score.pk}/").json()
    assert len(rows["results"]) + rows["hidden"] == score.owed
    assert sum(row["good"] for row in rows["results"]) == score.good
    assert caller.get(f"{PAGE}results/{town.pk}/").json()["possible"] > 0
    other = Caller(fresh(cast.other_dispatcher))
    assert other.get(f"{PAGE}results/{town.pk}/").status_code == 404
    assert other.get(f"{PAGE}results/{town.pk}/rows/{score.pk}/").status_code == 404


@pytest.mark.parametrize("fix_it", [False, True])
def test_pages_cost_the_same_however_many_units_and_rows(cast: Cast, on_day: Any, fix_it: bool):
    worked(cast)
    on_day(DAY)
    staff = client_of(fresh(cast.supervisor))

    def used() -> list[int]:
        AssessmentScheme.objects.all().delete()
        scheme = fixed(cast) if fix_it else drawn_up(cast)
        town = result_at(scheme, cast.town)
        score = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
        found = []
        for url in (scheme.get_absolute_url(), town.get_absolute_url(), f"{town.get_absolute_url()}rows/{score.pk}/"):
            with CaptureQueriesContext(connection) as captured:
                assert staff.get(url).status_code == 200, url
            found.append(len(captured))
        return found

    used()
    before = used()
    for number in range(3):
        add_unit(f"新{number}镇人民政府", UnitKind.TOWN, Level.TOWN, parent=cast.gov)
        walk_to(cast, State.ANSWERED)
    assert used() == before


@pytest.mark.parametrize("ledger", SHEETS, ids=lambda ledger: str(ledger.code))
def test_a_sheet_costs_the_same_however_many_units(cast: Cast, ledger: Ledger):
    worked(cast)

    def used() -> int:
        AssessmentScheme.objects.all().delete()
        scheme = fixed(cast)
        publish(scheme, by=fresh(cast.leader), published_to=PublishedTo.OWN, on=after(scheme))
        staff = fresh(cast.supervisor)
        with CaptureQueriesContext(connection) as captured:
            rows = list(ledger.rows(staff, {}))
            assert all(ledger.cells(number, row) for number, row in enumerate(rows, 1))
        assert len(rows) == scheme.results.count()
        return len(captured)

    before = used()
    for number in range(3):
        add_unit(f"新{number}镇人民政府", UnitKind.TOWN, Level.TOWN, parent=cast.gov)
    assert used() == before


def test_lists_tiles_and_forms_open_and_others_stay_out(cast: Cast, on_day: Any):
    worked(cast)
    scheme = fixed(cast)
    on_day(DAY)
    town = result_at(scheme, cast.town)
    head = client_of(fresh(cast.town_head))
    for url in (PAGE, f"{PAGE}results/?list=look", town.get_absolute_url(), f"{town.get_absolute_url()}object/"):
        assert head.get(url).status_code == 200, url
    assert cast.town.short_name in head.get(f"{PAGE}results/?list=look").content.decode()
    assert "考核待核对" in head.get("/").content.decode()
    AssessmentResult.objects.filter(pk=town.pk).update(state=ResultState.OBJECTED)
    leader = client_of(fresh(cast.leader))
    assert cast.town.short_name in leader.get(f"{PAGE}results/?list=answer").content.decode()
    assert client_of(fresh(cast.analyst)).get(PAGE).status_code == 403
    assert client_of(fresh(cast.farming_head)).get(town.get_absolute_url()).status_code == 404


def promised(walk: Walk, day: Any) -> Promise:
    """A promise of the town that falls due on a day."""
    said = {"occasion": Occasion.RECEPTION, "text": "修好水渠", "due_on": day, "told_way": TellWay.FACE}
    ACTIONS[Act.PROMISE](walk.case.pk, by=walk.cast.town_handler, on=walk.on, **said)
    return Promise.objects.latest("pk")


def test_the_spot_check_names_who_had_to_and_did_not(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    day = walk.on + timedelta(days=10)
    order = order_on(walk)
    meeting = held(cast, day, [], [cast.leader, cast.town_head])
    called(cast, day, title="没有登记到会")
    give_task(meeting, unit=cast.town, what="报送水渠整修方案", due_on=day, by=cast.coordinator, on=walk.on)
    promised(walk, day)
    found = spot_check(fresh(cast.supervisor), day)
    assert order.reply_by == day
    assert {(spot.duty, spot.unit) for spot in found} == {
        (SpotDuty.MEETING, cast.bureau),
        (SpotDuty.MEETING, cast.town),
        (SpotDuty.TASK, cast.town),
        (SpotDuty.ORDER, cast.town),
        (SpotDuty.PROMISE, cast.town),
    }
    assert not spot_check(fresh(cast.supervisor), day - timedelta(days=1))
    on_day(day)
    page = client_of(fresh(cast.supervisor)).get(f"{PAGE}spot-check/")
    assert order.number in page.content.decode()
    told = Caller(fresh(cast.supervisor)).get(f"{PAGE}spot-check/?day={day}").json()
    assert len(told) == len(found)
    with CaptureQueriesContext(connection) as few:
        spot_check(fresh(cast.supervisor), day)
    for _ in range(3):
        give_task(meeting, unit=cast.town, what="再报一次", due_on=day, by=cast.coordinator, on=walk.on)
    with CaptureQueriesContext(connection) as more:
        assert len(spot_check(fresh(cast.supervisor), day)) == len(found) + 3
    assert len(more) == len(few)
    for asked, status in ((f"?day={day + timedelta(days=1)}", 422), ("?day=昨天", 422)):
        assert client_of(fresh(cast.supervisor)).get(f"{PAGE}spot-check/{asked}").status_code == status
    assert client_of(fresh(cast.town_head)).get(f"{PAGE}spot-check/").status_code == 403
