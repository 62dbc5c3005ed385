"""The command, the task and the banner."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from redis import RedisError

from cases.models import Case
from demo import progress, tasks
from demo.progress import context, demo_progress, note_progress
from demo.walk import WANTED
from organizations.actions import add_unit
from organizations.models import Staff, Unit
from organizations.vocabulary import Level, UnitKind
from tests.demo.conftest import DAY


@pytest.fixture(autouse=True)
def empty_cache():
    """No banner from another test."""
    cache.clear()
    yield
    cache.clear()


def run(*options: str) -> str:
    from io import StringIO

    out = StringIO()
    call_command("seed_demo", *options, stdout=out)
    return out.getvalue()


def test_accounts_only_makes_no_case(db, data_folder):
    run("--accounts")
    assert (data_folder / "demo_accounts.txt").exists()
    assert Staff.objects.count() > 60
    assert not Case.objects.exists()


def test_enqueue_asks_in_chunks_and_returns(cast, monkeypatch):
    sent: list[tuple[list[int], str]] = []
    monkeypatch.setattr(tasks.make_cases_task, "delay", lambda numbers, day: sent.append((numbers, day)))
    assert "300" in run("--enqueue")
    assert sorted(n for numbers, _ in sent for n in numbers) == list(range(1, WANTED + 1))
    assert max(len(numbers) for numbers, _ in sent) <= tasks.CHUNK
    assert demo_progress() == (0, WANTED)


def test_the_task_makes_its_cases_twice_safely_and_counts_them(cast):
    assert tasks.make_cases_task([5, 6], DAY.isoformat()) == 2
    assert demo_progress() == (2, WANTED)
    assert tasks.make_cases_task([5, 6], (DAY + timedelta(days=2)).isoformat()) == 0
    assert Case.objects.count() == 2


def test_the_banner_goes_when_nothing_is_missing(cast, monkeypatch):
    note_progress()
    monkeypatch.setattr(tasks, "missing", lambda day: [])
    tasks.make_cases_task([], DAY.isoformat())
    assert demo_progress() is None


def test_a_page_pays_no_query_for_the_banner(db, django_assert_num_queries: Any):
    request = RequestFactory().get("/")
    with django_assert_num_queries(0):
        assert context(request) == {}
    note_progress()
    with django_assert_num_queries(0):
        shown = context(request)["demo_progress"]
        assert (shown["value"], shown["max"]) == (0, WANTED)


def test_a_dead_cache_costs_the_banner_only(monkeypatch):
    class Dead:
        def get(self, key: str) -> None:
            raise RedisError

    monkeypatch.setattr(progress, "cache", Dead())
    assert context(RequestFactory().get("/")) == {}


def test_a_real_system_is_left_alone(db, data_folder):
    add_unit("真实的区", UnitKind.AREA, Level.DISTRICT)
    assert "不生成演示数据" in run()
    assert Unit.objects.count() == 1
    assert not (data_folder / "demo_accounts.txt").exists()


def test_production_refuses(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="生产环境"):
        run("--accounts")
