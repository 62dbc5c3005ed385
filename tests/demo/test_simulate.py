"""A district that lives for some days in this process: the same seed gives the same district, and everything holds."""

import json
import os
from datetime import date, timedelta
from random import Random

import pytest
from celery import current_app
from celery.app import app_or_default
from celery.schedules import crontab
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime

from cases.models import Case, Clock, Document, Event, FollowUp, Leg, Notice
from demo.simulation import days as simulation
from demo.simulation.days import Wish, simulate
from demo.simulation.lives import lives
from demo.simulation.report import as_data, as_text, digest
from demo.simulation.worker import has_its_turn, working_here
from kit.rooms import Room, rooms
from law.errors import Refused
from law.vocabulary import Act, Channel
from organizations.models import JournalEntry, Staff, Unit
from organizations.roles import Role
from organizations.simulated import NOTHING_THERE, World
from organizations.today import on_the_day, today
from organizations.vocabulary import Level, UnitKind
from organizations.working_days import working_calendar
from tests.cases.invariants import check_all
from tests.demo.conftest import DAY

SMALL = Wish(days=6, cases=9, seed=7)


class _UndoneError(Exception):
    """Takes back what a run has made."""


def run_and_take_back(wish: Wish) -> dict:
    """What a run came to; nothing of it stays."""
    found = {}
    try:
        around = transaction.atomic()
        # Like the one that a test stands in: what must be outermost (the outbox commits before it sends) may begin in it.
        around._from_testcase = True  # type: ignore[attr-defined]
        with around:
            found = as_data(simulate(wish)) | {
                "letters": list(Document.objects.order_by("pk").values_list("number", flat=True))
            }
            raise _UndoneError
    except _UndoneError:
        return found


@pytest.fixture
def at_the_end(on_day, data_folder, db) -> date:
    """Today, the last day of every run of this file."""
    on_day(DAY)
    return DAY


def test_messages_are_done_here_and_the_broker_hears_of_none():
    with working_here() as worker:
        current_app.send_task("organizations.tasks.sequence_task", [], retry=False)
        assert [name for name, _, _ in worker.waiting] == ["organizations.tasks.sequence_task"]
    assert "send_task" not in vars(app_or_default())


def test_one_seed_gives_one_district(at_the_end):
    first, again = run_and_take_back(SMALL), run_and_take_back(SMALL)
    assert first["cases"] == 9
    assert first["faults"] == []
    assert first["letters"]
    same = ("digest", "states", "acts", "refused", "tasks", "letters")
    assert [first[name] for name in same] == [again[name] for name in same]


def test_the_digest_tells_what_became_of_cases_legs_clocks_and_letters(at_the_end):
    outcome = simulate(Wish(days=5, cases=5, seed=7))
    told = {digest(outcome.case_ids)}
    [*_, letter] = Document.objects.order_by("pk")
    changes: list[tuple[QuerySet, dict]] = [
        (Case.objects.all(), {"subject": "别的"}),
        (Leg.objects.all(), {"accepted_on": date(2026, 1, 1)}),
        (Clock.objects.all(), {"due_on": date(2030, 1, 1)}),
        (Document.objects.filter(pk=letter.pk), {"number": letter.number.replace("〕", "〕9")}),
    ]
    for rows, change in changes:
        assert rows.update(**change)
        assert digest(outcome.case_ids) not in told, rows.model
        told.add(digest(outcome.case_ids))


def test_a_periodic_task_has_its_turn_on_the_days_that_beat_would_send_it():
    monday, first = date(2026, 11, 23), date(2026, 12, 1)
    assert all(has_its_turn(crontab(hour=2), day) for day in (monday, first))
    assert [has_its_turn(crontab(day_of_week="mon"), day) for day in (monday, first)] == [True, False]
    assert [has_its_turn(crontab(day_of_month=1), day) for day in (monday, first)] == [False, True]
    assert not has_its_turn(crontab(month_of_year=1), first)
    assert has_its_turn(crontab(day_of_week=0), date(2026, 11, 29))
    assert has_its_turn(timedelta(minutes=5), monday)


def test_a_second_run_beside_the_first_comes_to_the_same(at_the_end):
    wish = Wish(days=3, cases=3, seed=5)
    first, again = as_data(simulate(wish)), as_data(simulate(wish))
    # Beside them what came in through the portal.
    assert Case.objects.exclude(channel=Channel.ONLINE).count() == 6
    assert first["faults"] == again["faults"] == []
    assert first["digest"] == again["digest"]


def test_another_seed_gives_another_district(db):
    def told(seed: int) -> list[tuple[date, str, list[Act]]]:
        begun = lives(20, DAY - timedelta(days=9), DAY, working_calendar(), Random(seed))
        return [(life.starts, life.plan.subject, life.plan.acts) for life in begun]

    assert told(7) == told(7)
    assert told(7) != told(8)


def test_a_run_ends_today_and_everything_in_it_is_dated_by_its_days(at_the_end):
    outcome = simulate(Wish(days=8, cases=12, seed=3))
    assert (outcome.first, outcome.last, today()) == (DAY - timedelta(days=7), DAY, DAY)
    cases, span = Case.objects.filter(pk__in=outcome.case_ids), (outcome.first, DAY)
    assert cases.count() == 12
    assert not cases.exclude(registered_on__range=span).exists()
    assert not cases.exclude(created_at__date__range=span).exists()
    assert all(localtime(event.at).date() == event.on for event in Event.objects.filter(case__in=cases))
    assert not FollowUp.objects.filter(done_at=None).exists()
    assert not FollowUp.objects.exclude(done_at__date__range=span).exists()
    assert Notice.objects.exists()
    assert not Notice.objects.exclude(created_at__date__range=span).exists()
    assert outcome.worker.done["organizations.tasks.sequence_task"] == 8
    # Somebody tried what was not his turn: that is counted, and no fault.
    assert outcome.world.refused
    assert not outcome.faults
    assert "核对无误" in as_text(as_data(outcome))
    check_all()


def test_a_room_joins_by_its_own_file_with_chance_of_its_own(at_the_end, monkeypatch):
    seen: list[tuple[date, float, list[str]]] = []

    def join(day: date, rng: Random, world: World) -> int:
        seen.append((day, rng.random(), [each.username for each in world.holding(Role.ROUTER)]))
        world.attempt("knock", lambda: None)
        return 2

    joined = Room(name="above", label="上面", floor=3, simulate=join)
    below = rooms()
    before = run_and_take_back(Wish(days=3, cases=2, seed=1))
    monkeypatch.setattr(simulation, "rooms", lambda: (*below, joined))
    with_it = run_and_take_back(Wish(days=3, cases=2, seed=1))
    assert [day for day, _, _ in seen] == [DAY - timedelta(days=2), DAY - timedelta(days=1), DAY]
    assert len({draw for _, draw, _ in seen}) == 3
    assert seen[0][2] == ["fenban"]
    assert with_it["acts"]["room:above"] == 6
    assert with_it["acts"]["knock"] == 3
    # Its draws are its own: what the others do is what they did without it.
    assert with_it["digest"] == before["digest"]


def test_what_does_not_hold_fails_the_command(at_the_end, monkeypatch, capsys):
    def stopped(day: date, world: World) -> None:
        Clock.objects.filter(due_on__isnull=False).update(due_on=date(2030, 1, 1))

    monkeypatch.setattr("demo.management.commands.simulate.Command._tell", lambda self, day, world: stopped(day, world))
    with pytest.raises(CommandError) as failed:
        call_command("simulate", days=3, cases=3, seed=1)
    assert failed.value.returncode == 1
    assert "期限不符" in capsys.readouterr().out


def test_a_task_that_fails_is_a_fault_and_does_not_stop_the_day(at_the_end, monkeypatch):
    monkeypatch.setattr("cases.tasks.sweep_follow_ups", lambda: 1 / 0)
    outcome = simulate(Wish(days=2, cases=2, seed=1))
    assert outcome.faults == ["任务失败：cases.tasks.sweep_follow_ups_task: ZeroDivisionError（2次）"]
    assert outcome.worker.done["organizations.tasks.sequence_task"] == 2


def test_the_command_prints_data_and_is_noted(at_the_end, capsys):
    call_command("simulate", days=3, cases=4, seed=1, json=True)
    said = json.loads(capsys.readouterr().out)
    assert sum(said["states"].values()) == said["cases"] == 4
    assert said["faults"] == []
    assert JournalEntry.objects.filter(verb="command.run", facts__command="simulate").count() == 2


@pytest.mark.parametrize("wish", [Wish(days=0), Wish(days=401), Wish(cases=0), Wish(cases=100_001)])
def test_a_wish_has_its_limits(at_the_end, wish):
    with pytest.raises(Refused) as refused:
        simulate(wish)
    assert refused.value.code == "bad_wish"
    assert not Unit.objects.exists()


def test_a_real_district_is_left_alone(at_the_end, settings):
    Unit.objects.create(name="正式区", kind=UnitKind.AREA, level=Level.DISTRICT)
    with pytest.raises(CommandError) as failed:
        call_command("simulate", days=2, cases=1)
    assert failed.value.returncode == 2
    assert not Staff.objects.exists()
    settings.PRODUCTION = True
    with pytest.raises(CommandError):
        call_command("simulate", days=2, cases=1)


def test_what_is_not_there_is_counted_as_refused_and_a_fault_says_on_which_day():
    world = World(Unit(), DAY)
    assert not world.attempt("look", lambda: Case.objects.none().get())
    assert world.refused == {NOTHING_THERE: 1}
    with on_the_day(DAY), pytest.raises(ZeroDivisionError) as fault:
        world.attempt("divide", lambda: 1 / 0)
    assert str(DAY) in fault.value.__notes__[0]


@pytest.mark.long
def test_two_hundred_histories_leave_no_gap_and_no_repeat(at_the_end):
    outcome = simulate(Wish(days=90, cases=200, seed=int(os.environ.get("XINFANG_SEED", "11"))))
    assert outcome.faults == []
    assert len(outcome.case_ids) == 200
    assert len([act for act in outcome.world.done if outcome.world.done[act]]) > 30
    assert sum(outcome.world.refused.values()) > 20
    check_all()
