"""Whatever is read of a case is read through one rule, and its SQL says so."""

import pytest

from cases.models import Case, Demand, Document, Event, Leg
from cases.sight.hanging import HANGING, NOT_READ
from cases.sight.querysets import ReadableQuerySet
from kit.rooms import rooms
from tests.addresses import ENDS_THE_SESSION, Share, asked, client_of
from tests.cast import Cast
from tests.leak_keys import keys_of
from tests.leak_scene import Scene
from tests.leak_table import KNOWS
from tests.marks import hanging, unmarked, watched

pytestmark = pytest.mark.usefixtures("no_broker")


def known() -> set[str]:
    """Every model that cases or a room above says how to read."""
    return {*HANGING, *(name for room in rooms() for name in room.hanging)}


def test_every_record_with_a_way_to_a_case_is_read_by_the_rule_or_has_a_reason_not_to():
    for model in hanging().values():
        name = str(model._meta.model_name)
        if model is Case or name in NOT_READ:
            continue
        assert name in known(), f"say in cases/sight/hanging.py how {name} hangs on its case, or why nobody reads it"
        assert isinstance(model._default_manager.all(), ReadableQuerySet), f"{name} has no readable_by"
    assert {*known(), *NOT_READ} == {str(m._meta.model_name) for m in hanging().values() if m is not Case}


def test_the_mark_stands_in_every_kind_of_question(cast: Cast):
    staff = cast.town_head
    for rows in (
        Leg.objects.readable_by(staff),
        Demand.objects.readable_by(staff).filter(leg__unit=cast.town).distinct(),
        Document.objects.readable_by(staff).exclude(services=None).order_by("-id")[:3],
        Event.objects.readable_by(staff).union(Event.objects.readable_by(cast.clerk)),
        Case.objects.visible_to(staff).with_sealed_open(staff),
        Leg.objects.filter(case__in=Case.objects.visible_to(staff).values("pk")).readable_by(staff),
    ):
        with watched() as found:
            list(rows), rows.count(), rows.exists(), list(rows.values("pk"))
        assert not found
        assert "readable" in str(rows.query)


def test_what_is_fetched_under_cases_wants_cases_that_were_asked_for(cast: Cast):
    staff = cast.town_head
    seen = Case.objects.visible_to(staff).filter(urgent=False).order_by("id")
    assert "readable cases_leg" in str(Leg.objects.read_under(seen, staff).query)
    with pytest.raises(AssertionError):
        Leg.objects.read_under(Case.objects.filter(urgent=False), staff)
    with pytest.raises(AssertionError):
        Leg.objects.read_with(Case(pk=1))


def test_a_question_without_the_rule_is_found_out(cast: Cast):
    seen = Case.objects.visible_to(cast.town_head)
    for rows in (
        Leg.objects.all(),
        Leg.objects.filter(case__in=seen.values("pk")),
        Event.objects.readable_by(cast.clerk).union(Event.objects.all()),
        Document.objects.filter(case__in=seen)[:5],
    ):
        assert unmarked(str(rows.query)), str(rows.query)
        with watched() as found:
            rows.count()
        assert found


# One of every kind of reader; of each the case that has most to be read.
READERS = {
    "clerk": "A",
    "router": "E",
    "coordinator": "D",
    "leader": "E",
    "sealed_desk": "F",
    "inspector": "E",
    "housing_handler": "G",
    "town_head": "J",
    "informant": "D",
    "stranger": "C",
    "auditor": "A",
}


# In the default run the walk of tests/test_leak_within.py watches for it, everybody at his share of the addresses.
@pytest.mark.long
@pytest.mark.parametrize("person", READERS)
def test_whatever_a_get_reads_of_a_case_carries_the_mark(scene: Scene, person: str):
    assert person in KNOWS
    client, keys = client_of(getattr(scene.cast, person)), keys_of(scene.planted[READERS[person]])
    share, slips = Share(list(READERS).index(person), whole=True), []
    for address in share.addresses():
        if address.name in ENDS_THE_SESSION:
            continue
        for url in address.filled(keys, share.slugs):
            with watched() as found:
                asked(client, "get", url)
            slips += [f"{person} {url}\n    {each}" for each in found]
    assert not slips, f"{len(slips)} questions ask past the rule:\n  " + "\n  ".join(slips)
