"""What follows an act: exactly once, later, whatever dies in between."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from cases.models import Event, FollowUp, Notice
from cases.record import follow_ups
from cases.record.follow_ups import KEPT, NOTIFY, do_follow_up, sweep_follow_ups
from cases.tasks import follow_up_task, forget_follow_ups_task, sweep_follow_ups_task
from organizations.models import Staff
from tests.cast import Cast, register
from xinfang import celery_app


@pytest.fixture
def follow_up(cast: Cast) -> FollowUp:
    """The follow-up of one registration: two people are to be told."""
    return register(cast).events.get().follow_ups.get()


def age(minutes: float, **fields: Any) -> None:
    FollowUp.objects.update(created_at=timezone.now() - timedelta(minutes=minutes), **fields)


def told() -> int:
    return Notice.objects.count()


def test_one_follow_up_row_per_event(cast: Cast):
    register(cast)
    assert [(row.event.act, row.kind) for row in FollowUp.objects.all()] == [("register", NOTIFY)]
    assert Event.objects.count() == FollowUp.objects.count()


def test_done_twice_tells_once(follow_up: FollowUp):
    assert follow_up_task(follow_up.pk) == 1
    assert follow_up_task(follow_up.pk) == 0
    follow_up.refresh_from_db()
    assert told() == 2
    assert (follow_up.attempts, follow_up.done_at is not None) == (1, True)


def test_a_claimed_one_is_left_alone_until_the_claim_is_stale(follow_up: FollowUp):
    FollowUp.objects.update(claimed_at=timezone.now() - timedelta(minutes=4))
    assert do_follow_up(follow_up.pk) is False
    FollowUp.objects.update(claimed_at=timezone.now() - timedelta(minutes=6))
    assert do_follow_up(follow_up.pk) is True
    assert told() == 2


def test_a_worker_that_dies_leaves_nothing_and_the_sweep_does_it_once(follow_up: FollowUp, monkeypatch):
    def dies_after_telling(event: Event) -> int:
        Notice.objects.create(staff=Staff.objects.earliest("id"), case=event.case, event=event, text="x")
        raise SystemError("killed")

    with monkeypatch.context() as patch:
        patch.setitem(follow_ups.DOERS, NOTIFY, dies_after_telling)
        with pytest.raises(SystemError):
            follow_up_task(follow_up.pk)
    follow_up.refresh_from_db()
    assert (told(), follow_up.done_at, follow_up.error) == (0, None, "SystemError")
    age(1)
    assert sweep_follow_ups_task() == 0, "somebody may still be at it"
    age(10, claimed_at=timezone.now() - timedelta(minutes=6))
    assert sweep_follow_ups_task() == 1
    assert sweep_follow_ups_task() == 0
    follow_up.refresh_from_db()
    assert (told(), follow_up.attempts, follow_up.error) == (2, 2, "")


def test_one_that_always_fails_does_not_keep_the_others_waiting(cast: Cast, follow_up: FollowUp, monkeypatch):
    others = [register(cast) for _ in range(3)]
    age(10)
    real = follow_ups.DOERS[NOTIFY]

    def fails_on_the_first(event: Event) -> int:
        if event.pk == follow_up.event_id:
            raise ValueError(event.case.number)
        return real(event)

    monkeypatch.setitem(follow_ups.DOERS, NOTIFY, fails_on_the_first)
    assert sweep_follow_ups() == len(others)
    follow_up.refresh_from_db()
    assert (follow_up.done_at, follow_up.error, follow_up.attempts) == (None, "ValueError", 1)
    FollowUp.objects.update(claimed_at=None)
    monkeypatch.setitem(follow_ups.DOERS, NOTIFY, real)
    assert sweep_follow_ups() == 1


def test_the_sweep_leaves_the_fresh_ones_to_the_workers(follow_up: FollowUp):
    assert sweep_follow_ups() == 0
    age(1)
    assert sweep_follow_ups() == 1


def test_what_was_done_long_ago_is_deleted_and_what_waits_is_not(cast: Cast, monkeypatch):
    long_ago = timezone.now() - KEPT - timedelta(minutes=1)
    done, late, waiting = (register(cast).events.get().follow_ups.get() for _ in range(3))
    also_done = register(cast).events.get().follow_ups.get()
    FollowUp.objects.update(created_at=long_ago)
    FollowUp.objects.filter(pk__in=[done.pk, also_done.pk]).update(done_at=long_ago)
    FollowUp.objects.filter(pk=late.pk).update(done_at=long_ago + timedelta(minutes=2))
    monkeypatch.setattr(follow_ups, "_SLICE", 1)
    assert forget_follow_ups_task() == 2
    assert set(FollowUp.objects.values_list("pk", flat=True)) == {late.pk, waiting.pk}
    assert Event.objects.count() == 4


def test_an_act_succeeds_while_the_broker_is_away(cast: Cast, monkeypatch, django_capture_on_commit_callbacks: Any):
    def away(*_args: Any, **_options: Any) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(celery_app, "send_task", away)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        case = register(cast)
    assert len(callbacks) == 1
    assert case.events.count() == 1
    age(1)
    assert sweep_follow_ups() == 1
    assert told() == 2


def test_the_worker_is_told_an_id_after_the_commit(cast: Cast, monkeypatch, django_capture_on_commit_callbacks: Any):
    sent: list[Any] = []
    monkeypatch.setattr(celery_app, "send_task", lambda name, args, **_: sent.append((name, args)))
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        case = register(cast)
    assert sent == []
    for callback in callbacks:
        callback()
    assert sent == [("cases.tasks.follow_up_task", [case.events.get().follow_ups.get().pk])]


def test_what_follows_one_transaction_is_one_message(cast: Cast, monkeypatch, django_capture_on_commit_callbacks: Any):
    sent: list[Any] = []
    monkeypatch.setattr(celery_app, "send_task", lambda name, args, **_: sent.append((name, args)))
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        keys = [register(cast).events.get().follow_ups.get().pk for _ in range(3)]
    assert sent == [("cases.tasks.follow_up_task", keys)]
    assert follow_up_task(*keys) == 3
