"""Two workers carry out one reform at once, while somebody works on one of its cases: everything goes over once."""

from threading import Event as Moment
from threading import Thread

import pytest
from django.db import connections, transaction

from cases.actions import succession
from cases.actions.succession import carry_out
from cases.models import Case, Event, Leg
from law.vocabulary import Act, State
from organizations.models import JournalEntry, Reform
from organizations.today import on_the_day
from tests.cases.reforming import CLOSING, approved
from tests.cast import Cast
from tests.walks import walk_to


@pytest.mark.django_db(transaction=True)
@pytest.mark.db_slow
@pytest.mark.filterwarnings("ignore::celery.exceptions.AlwaysEagerIgnored")
def test_two_workers_move_each_case_once_and_wait_for_whoever_works_on_it(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
):
    cast = Cast()
    monkeypatch.setattr(succession, "BATCH", 2)
    walks = [walk_to(cast, State.REFERRED) for _ in range(5)]
    made = approved(cast)
    locked, may_end = Moment(), Moment()

    def working() -> None:
        with transaction.atomic():
            Case.objects.select_for_update().get(pk=walks[2].case.pk)
            locked.set()
            may_end.wait(20)
        connections.close_all()

    def carrying() -> None:
        with on_the_day(CLOSING):
            carry_out(made.pk, CLOSING)
        connections.close_all()

    threads = [Thread(target=working)]
    threads[0].start()
    assert locked.wait(10)
    threads += [Thread(target=carrying), Thread(target=carrying)]
    for thread in threads[1:]:
        thread.start()
    threads[1].join(1)
    assert not Event.objects.filter(case=walks[2].case, act=Act.SUCCEED).exists()
    may_end.set()
    for thread in threads:
        thread.join(30)
    assert [Event.objects.filter(case=walk.case, act=Act.SUCCEED).count() for walk in walks] == [1] * 5
    assert set(Leg.objects.values_list("unit", flat=True)) == {cast.other_town.pk}
    assert Reform.objects.get(pk=made.pk).moved == 5
    assert JournalEntry.objects.filter(verb__in=("reform.taken", "reform.done")).count() == 2
