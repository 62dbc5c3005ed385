"""Two runs at once share the dates between them: nobody is told twice, and none is left out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections

from supervision.models import Alert, AlertRun, AlertWatch
from supervision.warnings.running import run_warnings
from tests.cast import START, Cast, register

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db_slow,
    pytest.mark.filterwarnings("ignore::celery.exceptions.AlwaysEagerIgnored"),
]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, where every connection sees it."""
    return Cast()


def test_two_runs_at_once(cast: Cast):
    for _ in range(12):
        register(cast)
    start, day = Barrier(3), START + timedelta(days=14)

    def run() -> int:
        try:
            start.wait(10)
            ran = run_warnings(day, batch=2)
            return ran.advanced if ran else -1
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as pool:
        advanced = [each.result() for each in [pool.submit(run) for _ in range(3)]]
    assert sum(advanced) == AlertWatch.objects.count() == 12
    # The 15 days end tomorrow: who dispatches there is told, and the head.
    assert sorted(Alert.objects.order_by().values_list("staff__username").distinct()) == [("bureau_head",), ("router",)]
    assert Alert.objects.count() == 24
    assert AlertRun.objects.exclude(ended_at=None).count() == 3
