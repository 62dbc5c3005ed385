"""The way back to the old columns and forward again, over real rows: hidden cases and doubled numbers are found, numbers go on."""

from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from cases.actions.inputs import RespondentInput
from cases.models import Case
from organizations.models.papers import PaperCounter
from tests.cases.accusing import ASKS
from tests.cast import Cast, register
from tests.emptying import let_tables_be_emptied

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db_slow,
    pytest.mark.filterwarnings("ignore::celery.exceptions.AlwaysEagerIgnored"),
]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast, committed: the migrations see it."""
    return Cast()


def migrate(*names: str) -> None:
    """Bring the tables of `cases` to these migrations; or all, with those of the rooms above, to the newest ones."""
    executor = MigrationExecutor(connection)
    wanted = [("cases", name) for name in names]
    executor.migrate(wanted or executor.loader.graph.leaf_nodes())


@pytest.fixture
def newest_afterwards() -> Iterator[None]:
    yield
    migrate()
    let_tables_be_emptied()


@pytest.mark.long
@pytest.mark.usefixtures("newest_afterwards")
def test_what_was_hidden_doubled_or_counted_is_so_again_after_the_way_back(cast: Cast):
    """One way back for all of it: it takes as long as all migrations there are, twice."""

    def accusing(name: str, by: str) -> Case:
        return register(cast, by=getattr(cast, by), demands=ASKS, respondents=[RespondentInput(name, demands=(2,))])

    cases = [
        accusing("老齐", "dispatcher"),
        accusing("青石镇政府", "dispatcher"),
        accusing("施镇长", "dispatcher"),
        accusing("老齐", "clerk"),
        register(cast, by=cast.dispatcher),
        register(cast, by=cast.dispatcher, demands=ASKS),
    ]
    before = facts(cases)
    assert before == [(True, False), (True, True), (True, True), (False, False), (False, False), (True, False)]
    kept, doubled = (
        register(cast, by=person, source="热线", external_number="R" * 80) for person in (cast.clerk, cast.dispatcher)
    )
    PaperCounter.objects.create(unit=cast.bureau, kind="referral_letter", year=2026, last=7)
    PaperCounter.objects.create(unit=cast.bureau, kind="a_room.letter", year=2026, last=3)
    migrate("0026_party_actor")
    assert rows("SELECT kind, last FROM cases_documentcounter") == [("referral_letter", 7)]
    rows("UPDATE cases_documentcounter SET last = 8 RETURNING last")
    migrate("0012_words")
    numbers = {key: str(number) for key, number in rows("SELECT id, external_number FROM cases_case")}
    assert numbers[kept.pk] == "R" * 80
    assert numbers[doubled.pk].endswith(f"R#{doubled.number}")
    assert len(numbers[doubled.pk]) == 80
    assert ("case_external_once",) in rows("SELECT indexname FROM pg_indexes WHERE tablename = 'cases_case'")
    migrate()
    assert facts(cases) == before
    assert set(PaperCounter.objects.values_list("kind", "last")) == {("referral_letter", 8), ("a_room.letter", 3)}
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=doubled.pk).update(unit=kept.unit, external_number=kept.external_number)


def facts(cases: list[Case]) -> list[tuple[bool, bool]]:
    """Who is hidden, and whose registrar is named."""
    found = Case.objects.in_bulk([case.pk for case in cases])
    return [(found[case.pk].unlinked, found[case.pk].registrar_named) for case in cases]


def rows(sql: str) -> list[tuple[object, ...]]:
    """What the database itself holds, whatever the models say."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        found: list[tuple[object, ...]] = cursor.fetchall()
    return found
