"""Several people at the same moment: one wins, the others are told; numbers stay unique and without gaps."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections, transaction

from cases.actions.inputs import DemandInput, RespondentInput
from cases.actions.unmasking import give_reasons
from cases.doors.table import ACTIONS
from cases.models import Case, Document, Event, FollowUp, Leg, Notice
from cases.places.wall import refresh_wall
from cases.record.chain import verify_chains
from cases.record.follow_ups import do_follow_up
from law.errors import Refused
from law.privacy import Purpose
from law.vocabulary import Act, Kind, Letter, State
from organizations.models import Staff
from tests.cast import START, Cast, register
from tests.walks import walk_to

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db_slow,
    pytest.mark.filterwarnings("ignore::celery.exceptions.AlwaysEagerIgnored"),
]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, where every connection sees it."""
    return Cast()


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Call all at the same moment, each on a connection of its own; a refusal is a result."""
    start = Barrier(len(calls))

    def one(call: Callable[[], Any]) -> Any:
        try:
            start.wait(10)
            return call()
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(one, calls))


def fresh(person: Staff) -> Staff:
    return Staff.objects.get(pk=person.pk)


def refused_of(results: list[Any]) -> list[Refused]:
    return [result for result in results if isinstance(result, Refused)]


def test_two_accept_at_once_and_the_loser_learns_who_was_first(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    leg = walk.leg

    def accepting(person: Staff, **seen: int) -> Callable[[], Any]:
        return lambda: ACTIONS[Act.ACCEPT](walk.case.pk, leg_id=leg.pk, by=person, on=walk.on, **seen)

    results = at_once(accepting(cast.town_head), accepting(cast.dispatcher))
    [loser] = refused_of(results)
    winner = Event.objects.get(act=Act.ACCEPT).by
    assert loser.code == "wrong_state"
    assert f"{winner.name}于" in loser.message
    assert "受理并告知" in loser.message
    assert Document.objects.filter(kind=Letter.ACCEPTANCE_NOTICE).count() == 1
    assert walk.case.clocks.filter(duty="HANDLE_60D").count() == 1


def test_two_answer_what_both_saw_and_the_loser_keeps_his_words(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    seen = walk.leg.version
    words = {"outcome": "support", "facts": "f", "opinion": "o", "legal_basis": "l", "cause": "other"}

    def answering(number: int) -> Callable[[], Any]:
        return lambda: ACTIONS[Act.ANSWER](
            walk.case.pk, leg_id=walk.leg.pk, by=fresh(cast.town_handler), on=walk.on, demand=number, seen=seen, **words
        )

    [loser] = refused_of(at_once(answering(1), answering(2)))
    assert loser.code == "changed_meanwhile"
    assert cast.town_handler.name in loser.message
    assert "您填写的内容已保留" in loser.message
    assert Leg.objects.get(pk=walk.leg.pk).version == seen + 1


def test_one_demand_cannot_be_referred_twice(cast: Cast):
    case = register(cast)
    results = at_once(
        *[
            lambda unit=unit: ACTIONS[Act.REFER](
                case.pk, by=fresh(cast.router), on=START, unit=unit, demands=[1], reason="职权"
            )
            for unit in (cast.housing, cast.farming, cast.town)
        ]
    )
    assert [refused.code for refused in refused_of(results)] == ["demand_taken"] * 2
    assert case.legs.count() == 1
    assert case.documents.count() == 1


def test_a_wall_built_while_an_act_waits_holds_for_it(cast: Cast):
    case = register(cast, demands=[DemandInput("还地"), DemandInput("贪污", Kind.ACCUSATION)], by=cast.informant)
    reached = Barrier(2)

    def building() -> None:
        with transaction.atomic():
            locked = Case.objects.select_for_update().get(pk=case.pk)
            locked.respondents.create(name="柳湾村", unit=cast.village)
            reached.wait(10)
            wait_until_somebody_waits()
            refresh_wall(locked)

    def acting() -> Any:
        reached.wait(10)
        return ACTIONS[Act.REMIND](case.pk, leg_id=0, by=fresh(cast.informant), on=START, text="x")

    refused = at_once(building, acting)[1]
    assert refused.code == "not_found"
    assert refused.message.startswith("没有找到这件信访件")


def wait_until_somebody_waits() -> None:
    with connection.cursor() as cursor:
        for _ in range(500):
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT pg_sleep(0.01), count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                " AND datname = current_database()"
            )
            if cursor.fetchone()[1]:
                return
    raise AssertionError("nobody waits for the lock")


def test_document_numbers_have_no_gaps_even_where_acts_are_refused(cast: Cast):
    cases = [register(cast) for _ in range(16)]

    def referring(index: int, case: Case) -> Callable[[], Any]:
        # Every third one is refused after its letter was numbered.
        return lambda: refer_or_fail(cast, case, fails=index % 3 == 0)

    calls = [referring(index, case) for index, case in enumerate(cases)]
    results = at_once(*calls[:8]) + at_once(*calls[8:])
    assert [refused.code for refused in refused_of(results)] == ["test"] * 6
    numbers = [int(d.number.split("〕")[1].removesuffix("号")) for d in Document.objects.order_by("id")]
    assert sorted(numbers) == list(range(1, 11))
    assert verify_chains().broken == []
    assert Event.objects.count() == FollowUp.objects.count() == 16 + 10


def refer_or_fail(cast: Cast, case: Case, *, fails: bool) -> None:
    with transaction.atomic():
        ACTIONS[Act.REFER](case.pk, by=fresh(cast.router), on=START, unit=cast.town, demands=[1, 2], reason="属地")
        if fails:
            raise Refused("test", "x")


def test_case_numbers_are_unique_and_the_same_external_number_is_one_case(cast: Cast):
    results = at_once(
        *[lambda n=n: register(cast, by=fresh(cast.clerk), external_number=f"{n // 4}") for n in range(8)]
    )
    assert not refused_of(results)
    assert len({case.pk for case in results}) == Case.objects.count() == 2
    assert len({case.number for case in results}) == 2
    assert verify_chains().broken == []


def test_an_accusation_sent_twice_at_once_is_one_case_even_where_it_is_hidden_at_once(cast: Cast):
    accused = {"demands": [DemandInput("查账", Kind.ACCUSATION)], "respondents": [RespondentInput("施镇长")]}
    asked = {**accused, "source": "热线", "external_number": "R-1"}
    results = at_once(*[lambda: register(cast, by=fresh(cast.dispatcher), **asked)] * 2)
    assert not refused_of(results)
    assert len({case.pk for case in results}) == Case.objects.count() == 1


def test_two_who_meet_a_hidden_number_at_once_share_one_new_case(cast: Cast):
    asked = {"source": "热线", "external_number": "R-1"}
    accused = {"demands": [DemandInput("查账", Kind.ACCUSATION)], "respondents": [RespondentInput("施镇长")]}
    hidden = register(cast, by=cast.dispatcher, **asked, **accused)
    results = at_once(*[lambda: register(cast, by=fresh(cast.town_handler), **asked)] * 2)
    assert not refused_of(results)
    [made] = {case.pk for case in results}
    assert set(Case.objects.values_list("pk", flat=True)) == {hidden.pk, made}


def test_a_follow_up_claimed_by_many_is_done_once(cast: Cast):
    follow_up = register(cast).events.get().follow_ups.get()
    results = at_once(*[lambda: do_follow_up(follow_up.pk)] * 6)
    assert sorted(results) == [False] * 5 + [True]
    assert Notice.objects.count() == 2
    assert FollowUp.objects.get(pk=follow_up.pk).attempts == 1


def test_people_act_on_different_legs_of_one_case_at_once(cast: Cast):
    case = register(cast)
    for unit, number in ((cast.housing, 1), (cast.farming, 2)):
        ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=unit, demands=[number], reason="职权")
    legs = {leg.unit_id: leg for leg in case.legs.all()}

    def accepting(head: Staff) -> Callable[[], Any]:
        leg = legs[head.unit_id]
        return lambda: ACTIONS[Act.ACCEPT](case.pk, leg_id=leg.pk, by=head, on=START, seen=leg.version)

    assert not refused_of(at_once(accepting(cast.housing_head), accepting(cast.farming_head)))
    assert {leg.state for leg in case.legs.all()} == {State.ACCEPTED}
    assert [event.sequence for event in case.events.all()] == [1, 2, 3, 4, 5]


def test_two_tabs_that_print_at_once_leave_one_reason_a_case(cast: Cast):
    """A print of the day and one of a single letter: whoever comes second finds the reason of the first."""
    cases = [register(cast), register(cast)]
    keys, given = [case.pk for case in cases], {"by": cast.router, "on": START}
    results = at_once(
        lambda: give_reasons(keys, purpose=Purpose.DOCUMENT, **given),
        lambda: give_reasons(keys[::-1], purpose=Purpose.DOCUMENT, **given),
        lambda: ACTIONS[Act.UNMASK](keys[1], reason="核对", **given),
    )
    assert refused_of(results) == []
    for case in cases:
        assert Event.objects.filter(case=case, act=Act.UNMASK).count() == 1
        assert Case.objects.get(pk=case.pk).version == case.events.count()
    assert not verify_chains().broken
