"""A seeded district holds what the acts would have left behind: chains, clocks, states, walls, numbers, search terms."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model, QuerySet
from django.test import override_settings

from cases.clocks import wrong_clocks
from cases.models import Case, Event, FollowUp, Leg, Matter, Respondent
from cases.places.wall import refresh_wall
from cases.record.facts import assert_declared
from cases.record.follow_ups import KEPT
from cases.record.search_terms import terms_for
from demo.seeding.accesses import give_accesses
from demo.seeding.accounts import READERS, make_accounts
from demo.seeding.district import make_district
from demo.seeding.keeping import WRITTEN, first_keys
from demo.seeding.loading import load_cases
from demo.seeding.outlines import Wish
from demo.seeding.petitions import again, petition
from demo.seeding.tables import Table
from demo.seeding.world import World, load_world
from law.procedure import SECONDED, steps_of
from law.vocabulary import Act, Kind, State
from organizations.journal.chaining import place_at_once
from organizations.models import Awaiting, FeedPosition, Staff
from organizations.today import now, on_the_day
from supervision.room import ROOM as SUPERVISION
from supervision.warnings.auditing import audit_warnings
from supervision.warnings.running import run_warnings
from tests.cases.invariants import Memory, check_all, check_case
from tests.demo.likeness import too_alike

DAY = date(2026, 11, 27)
WANTED = Wish(cases=400, seed=7, open_share=0.3)
MANY = Wish(cases=5000, seed=7, open_share=0.3)
CHECKED = {WANTED.cases: 70, MANY.cases: 500}


@pytest.fixture(scope="module", params=[WANTED, pytest.param(MANY, marks=pytest.mark.long)], ids=["few", "many"])
def wish(request: Any) -> Wish:
    """How many cases: in the long run enough to draw five hundred from."""
    wanted: Wish = request.param
    return wanted


@pytest.fixture(scope="module")
def world(wish: Wish, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """The district with its cases, made once for this file and taken back after it."""
    folder = tmp_path_factory.mktemp("seed")
    with django_db_blocker.unblock(), override_settings(DATA_DIR=folder), on_the_day(DAY), transaction.atomic():
        area = make_district()
        make_accounts(area)
        made = load_world(area)
        load_cases(made, wish)
        give_accesses(made, wish.seed)
        with connection.cursor() as cursor:
            # No other connection sees these rows, so nobody else tells the planner of them.
            cursor.execute("ANALYZE")
        yield made
        transaction.set_rollback(True)


def drawn(wish: Wish) -> "QuerySet[Case]":
    """Cases at random, the same each time."""
    keys = list(Case.objects.order_by("pk").values_list("pk", flat=True))
    return Case.objects.filter(pk__in=Random(wish.seed).sample(keys, CHECKED[wish.cases])).order_by("pk")


def test_chains_clocks_and_invariants_hold_and_every_reference_has_its_row(world: World, wish: Wish):
    connection.check_constraints()
    assert list(islice(wrong_clocks(), 3)) == []
    for case in drawn(wish):
        check_case(case, Memory())
    # The reach rows of every case among it, for every kind of reader.
    check_all()


def test_every_event_is_a_row_of_steps_with_declared_facts_on_a_day_that_has_come(world: World):
    for event in Event.objects.iterator():
        steps = steps_of(Act(event.act))
        if event.act != Act.REGISTER:
            assert any(State(event.from_state) in step.from_states for step in steps), event.act
        targets = {step.to_state for step in steps} | {State.RETURNED, *SECONDED}
        assert event.to_state == event.from_state or State(event.to_state) in targets, event.act
        assert_declared(Act(event.act), event.facts)
        assert event.on <= DAY


def test_walls_and_search_terms_are_what_the_acts_compute(world: World, wish: Wish):
    derived = ("sealed", "desk_walled", "unlinked", "registrar_named")
    for case in drawn(wish).select_related("unit", "registered_by"):
        before = [getattr(case, name) for name in derived]
        accused = sorted(case.respondents.filter(accused=True).values_list("pk", flat=True))
        held = dict(case.legs.values_list("pk", "held_accusation"))
        refresh_wall(case)
        assert [getattr(case, name) for name in derived] == before, case.pk
        assert sorted(case.respondents.filter(accused=True).values_list("pk", flat=True)) == accused
        assert dict(case.legs.values_list("pk", "held_accusation")) == held
        assert case.search_terms == terms_for(case, case.demands.all())


def test_the_mix_is_that_of_a_district(world: World, wish: Wish):
    ended = {State.CLOSED, State.ARCHIVED, State.FILED}
    states = Counter(State(state) for state in Case.objects.values_list("state", flat=True))
    still_open = sum(count for state, count in states.items() if state not in ended)
    assert wish.cases * 0.27 < still_open < wish.cases * 0.36
    assert len(states) > 8
    assert Case.objects.filter(sealed=True, desk_walled=False).exists()
    assert Case.objects.filter(next_due_on__lt=DAY).count() < still_open / 3
    assert Leg.objects.filter(state=State.RETURNED).exists()
    assert Respondent.objects.filter(accused=True, staff__isnull=False).exists()
    assert {post.username for post in READERS} <= set(Staff.objects.values_list("username", flat=True))


def test_texts_differ_save_those_planned_to_repeat_one_matter(world: World, wish: Wish):
    cases = list(Case.objects.values_list("content", "matter"))
    assert len({matter for _, matter in cases}) < wish.cases
    assert too_alike(cases, 0.5) == []
    bigrams = {text[at : at + 2] for text, _ in cases for at in range(len(text) - 1)}
    assert len(bigrams) > 15_000


def test_the_same_seed_gives_the_same_data_again(world: World):
    found = []
    for _ in range(2):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT setval('cases_case_number_seq', 9000)")
            before = first_keys()
            load_cases(world, Wish(cases=40, seed=3, open_share=0.2))
            found.append(_fingerprint(before))
            transaction.set_rollback(True)
    assert found[0] == found[1]


def test_follow_ups_are_done_and_none_is_older_than_the_product_keeps_them(world: World):
    of_late = FollowUp.objects.filter(event__at__gte=now() - KEPT)
    assert 0 < of_late.count() < Event.objects.count()
    assert FollowUp.objects.exclude(done_at__gte=now() - KEPT - timedelta(days=1)).count() == 0


def test_whatever_a_text_holds_arrives_as_it_was(world: World):
    said = ["None", "\\N", "a\tb\\c\nd\re", "\\None", "50%s", ""]
    table = Table(Matter)
    for key, text in enumerate(said, 10**9):
        table.add({"id": key, "district_id": world.district, "subject": text, "created_at": now()})
    assert table.copy() == len(said)
    assert list(Matter.objects.filter(pk__gte=10**9).order_by("pk").values_list("subject", flat=True)) == said


@pytest.mark.long
def test_in_twenty_thousand_petitions_no_two_are_alike_by_chance():
    told = (petition(Random(number), [Kind.APPEAL], "双溪村", "").content for number in range(20_000))
    assert too_alike([(text, number) for number, text in enumerate(told)], 0.5) == []


def test_a_text_with_few_words_changed_is_found_alike():
    said = petition(Random(1), [Kind.APPEAL], "双溪村", "").content
    assert too_alike([(said, 1), (again(Random(2), petition(Random(1), [Kind.APPEAL], "双溪村", "")), 2)], 0.5)
    assert not too_alike([(said, 1), (petition(Random(3), [Kind.APPEAL], "双溪村", "").content, 2)], 0.5)


def _fingerprint(before: dict[type[Model], int]) -> str:
    """Everything behind these keys as programs read it: the ciphers differ each time, what they hold does not."""
    digest = hashlib.sha256()
    for model in WRITTEN:
        for row in model._default_manager.filter(pk__gt=before[model]).order_by("pk").values_list():
            digest.update(repr(row).encode())
    return digest.hexdigest()


def test_a_load_gets_its_places_in_the_feed_as_the_sequencer_would_give_them(world: World):
    taken = set(Awaiting.objects.filter(kind="event").values_list("key", flat=True))
    assert taken == set(Event.objects.values_list("pk", flat=True))
    last = place_at_once("event", "cases_event", 0)
    placed = list(FeedPosition.objects.filter(kind="event").order_by("position").values_list("key", flat=True))
    assert placed == sorted(taken)
    assert place_at_once("event", "cases_event", last) == last
    assert FeedPosition.objects.filter(kind="event").count() == len(placed)


def test_of_a_seeded_district_everybody_is_warned_who_is_owed_it_and_nobody_else(world: World):
    assert SUPERVISION.seed
    assert SUPERVISION.seed(0, DAY) > 0
    run_warnings(DAY)
    found = audit_warnings()
    assert found.due > 0
    assert (found.missing, found.double) == (0, 0)
