"""Reach rows say what the records say: after every act, while a unit is moved, and what differs is mended and told."""

from datetime import timedelta
from threading import Event as Moment
from threading import Thread

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections, transaction
from django.db.models import QuerySet

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.lists.paging import ORDERS, page_of
from cases.models import Case, ReachRow
from cases.places.wall import refresh_wall
from cases.record.auditing_reach import audit_reach, last_difference
from cases.record.rebuilding_reach import follow_moves, rebuild_reach
from cases.sight.keeping import keep_reach
from cases.sight.ranges import ranges_of
from cases.sight.reach import rows_answer
from cases.sight.shelves import Shelf
from law.vocabulary import Act, Kind
from organizations.actions import move_unit
from organizations.journal.verbs import COMMAND_RUN
from organizations.models import JournalEntry, Staff
from organizations.roles import Reach, Right, Role, reach_of
from tests.cast import START, Cast, register
from tests.leak_scene import Scene
from tests.leak_table import EVERY, KNOWS

pytestmark = pytest.mark.usefixtures("no_broker")


def fresh(person: Staff) -> Staff:
    """The same person, who has not asked for anything yet."""
    return Staff.objects.get(pk=person.pk)


def seen(person: Staff) -> set[int]:
    return set(Case.objects.visible_to(fresh(person)).values_list("pk", flat=True))


def by_keys(keys: list[int]) -> QuerySet[Case]:
    return Case.objects.filter(pk__in=keys)


def difference() -> int:
    found = audit_reach()
    return len(found.surplus) + len(found.missing)


def test_no_role_sees_by_the_reach_of_its_own_work():
    """The rows know units only; a role that sees just what it handles would want rows of its own."""
    assert all(reach_of(role, Right.SEE) is not Reach.OWN for role in Role)


def test_rows_and_records_agree_on_the_whole_scene(scene: Scene):
    found = audit_reach()
    assert (found.surplus, found.missing) == ([], [])
    assert found.cases == len(EVERY)
    assert found.readers > 15
    assert last_difference() == 0


@pytest.mark.parametrize("order", ORDERS)
def test_a_list_read_from_the_ranges_is_the_list_of_the_cases(scene: Scene, order: str):
    column, down = ORDERS[order].column, ORDERS[order].descending
    for name in KNOWS:
        person, found = fresh(getattr(scene.cast, name)), []
        rows = Case.objects.with_sealed_open(person)
        after = ""
        while True:
            page = page_of(ranges_of(rows, person, Shelf), order, by_keys, after=after, size=2)
            found += [case.pk for case in page.rows]
            if not (after := page.after):
                break
        expected = Case.objects.visible_to(person).with_sealed_open(person).exclude(**{column: None})
        sign = "-" if down else ""
        if column == "next_due_on":
            told = {case.pk for case in expected if not case.sealed_open}
            assert {*found} - told == {case.pk for case in expected} - told
        else:
            assert found == list(expected.order_by(f"{sign}{column}", f"{sign}pk").values_list("pk", flat=True)), name


def test_a_surplus_row_goes_and_a_missing_one_comes_back_both_told(scene: Scene):
    cast, hidden, lost = scene.cast, scene.planted["F"].case, scene.planted["A"].case
    ReachRow.objects.create(
        district=cast.area,
        case=hidden,
        unit=cast.housing,
        own=True,
        open_above=True,
        shelf=Shelf.OPEN,
        sealed=True,
        received_on=START,
    )
    ReachRow.objects.filter(case=lost, unit=cast.housing).delete()
    assert hidden.pk in seen(cast.housing_head)
    assert lost.pk not in seen(cast.housing_head)
    with pytest.raises(CommandError, match="处不一致，已更正"):
        call_command("audit_reach")
    assert hidden.pk not in seen(cast.housing_head)
    assert lost.pk in seen(cast.housing_head)
    assert last_difference()
    noted = JournalEntry.objects.filter(verb="reach.mended")
    assert {entry.key for entry in noted} == {hidden.pk, lost.pk}
    assert not any(entry.facts["surplus"] for entry in noted)
    assert JournalEntry.objects.filter(verb=COMMAND_RUN.code, facts__command="audit_reach").exists()
    assert difference() == 0


def test_what_is_missing_is_written_again_and_what_is_there_left_alone(scene: Scene):
    before = set(ReachRow.objects.values_list("case", "unit", "only_for", "own", "open_above", "next_due_on"))
    ReachRow.objects.filter(case__in=[scene.planted[letter].case for letter in "AB"]).delete()
    kept = set(ReachRow.objects.values_list("pk", flat=True))
    assert list(rebuild_reach(every=False))
    assert kept <= set(ReachRow.objects.values_list("pk", flat=True))
    list(rebuild_reach())
    assert kept <= set(ReachRow.objects.values_list("pk", flat=True)), "an equal row is not written again"
    assert set(ReachRow.objects.values_list("case", "unit", "only_for", "own", "open_above", "next_due_on")) == before


def test_while_a_unit_is_moved_the_records_answer_and_then_the_rows_again(scene: Scene):
    cast = scene.cast
    before = {name: seen(getattr(cast, name)) for name in KNOWS}
    move_unit(cast.village, cast.other_town)
    for name in ("town_head", "village_head", "other_dispatcher", "leader"):
        person = fresh(getattr(cast, name))
        assert not rows_answer(person), name
        assert seen(person) == set(Case.objects.visible_by_records(person).values_list("pk", flat=True)), name
    moved = {name: seen(getattr(cast, name)) for name in KNOWS}
    assert moved != before
    assert follow_moves()
    assert all(rows_answer(fresh(getattr(cast, name))) for name in KNOWS)
    assert {name: seen(getattr(cast, name)) for name in KNOWS} == moved
    assert difference() == 0
    assert follow_moves() == 0


def test_a_corrected_day_moves_the_case_in_every_list(cast: Cast):
    case = register(cast)
    Case.objects.filter(pk=case.pk).update(received_on=START - timedelta(days=3), historic=True)
    keep_reach([case.pk])
    rows = ReachRow.objects.filter(case=case)
    assert {(row.received_on, row.shelf) for row in rows} == {(START - timedelta(days=3), Shelf.HISTORIC)}


@pytest.mark.django_db(transaction=True)
@pytest.mark.db_slow
def test_whom_a_case_accuses_does_not_see_it_from_the_moment_that_he_is_linked(transactional_db: None):
    """Another reads his list while the clerk links: before the commit he sees the case, after it never."""
    cast = Cast()
    case = register(cast)
    ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=cast.town, demands=(1,), reason="管辖")
    linked, may_end = Moment(), Moment()

    def link() -> None:
        with transaction.atomic():
            locked = Case.objects.select_for_update().get(pk=case.pk)
            locked.demands.filter(number=2).update(kind=Kind.ACCUSATION)
            row = locked.respondents.create(name="青石镇", unit=cast.town)
            row.demands.add(locked.demands.get(number=2))
            refresh_wall(locked)
            locked.save()
            keep_reach([case.pk])
            linked.set()
            may_end.wait(10)
        connections.close_all()

    linking = Thread(target=link)
    linking.start()
    assert linked.wait(10)
    assert case.pk in seen(cast.town_head), "what is not committed is not there"
    may_end.set()
    linking.join()
    assert case.pk not in seen(cast.town_head)
    assert difference() == 0


def test_an_unlinked_accusation_is_its_registrars_alone_until_it_is_linked(cast: Cast):
    asks = [DemandInput("镇里有人收钱不办事", kind=Kind.ACCUSATION)]
    case = register(cast, by=cast.dispatcher, demands=asks, respondents=[RespondentInput("老齐", demands=(1,))])
    rows = list(ReachRow.objects.filter(case=case))
    assert {row.only_for_id for row in rows if row.unit_id} == {cast.dispatcher.pk}
    assert [row.district_id for row in rows if row.unit_id is None] == [cast.area.pk]
    assert case.pk in seen(cast.dispatcher)
    assert case.pk not in seen(cast.town_head)
