"""What a leg held once is a stored fact: set where demands come to it or it gives them back, never unset, back-filled."""

from importlib import import_module

import pytest
from django.apps import apps

from cases.actions.inputs import DemandInput
from cases.models import Document, Leg, Service
from law.vocabulary import Act, Kind, State
from tests.cases.accusing import letter, refer_land
from tests.cast import Cast, register
from tests.leak_scene import Scene
from tests.walks import Walk, walk_to


def held(walk: Walk) -> bool:
    assert walk.leg is not None
    return Leg.objects.get(pk=walk.leg.pk).held_accusation


def test_a_leg_that_accuses_nobody_held_nothing(cast: Cast):
    assert not held(refer_land(cast, letter(cast)))
    assert not held(walk_to(cast, State.RETURNED))


def test_a_leg_keeps_that_it_held_an_accusation_when_it_gives_it_back(cast: Cast):
    walk = Walk(cast, letter(cast))
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[2], reason="调查")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    assert held(walk)
    walk.on_leg(Act.OBJECT, cast.housing_head, later=1, reason="不归住建管")
    walk.on_leg(Act.AGREE_OBJECTION, cast.router, later=1, note="属实")
    assert not walk.leg.demands.exists()
    assert held(walk)


def test_what_came_back_before_anybody_called_it_an_accusation_is_sealed_with_it(cast: Cast):
    walk = walk_to(cast, State.RETURNED, demands=[DemandInput("还地"), DemandInput("村长卖了地")])
    assert not held(walk)
    walk.act(Act.SPLIT, cast.router, demands=[DemandInput("村长卖了地", Kind.ACCUSATION)])
    assert held(walk)


def test_a_plain_case_seals_nothing(cast: Cast):
    walk = Walk(cast, register(cast))
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="属地")
    walk.act(Act.SPLIT, cast.router, demands=[DemandInput("水渠堵了")])
    assert not Leg.objects.filter(held_accusation=True).exists()


def test_what_was_there_before_the_fact_was_stored_is_filled_in_and_can_be_filled_in_twice(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
):
    known = set(Leg.objects.filter(held_accusation=True).values_list("pk", flat=True))
    assert len(known) > 5
    Leg.objects.update(held_accusation=False)
    migration = import_module("cases.migrations.0013_held_accusation")
    monkeypatch.setattr(migration, "BATCH", 2)
    for _ in range(2):
        migration.keep_what_was_held(apps, None)
        assert set(Leg.objects.filter(held_accusation=True).values_list("pk", flat=True)) == known


def test_the_letters_services_and_scans_of_what_was_held_go_with_it(scene: Scene):
    """One rule for a leg and for what hangs on it two steps away."""
    for reader in (scene.cast.housing_head, scene.cast.town_handler, scene.cast.leader, scene.cast.clerk):
        legs = set(Leg.objects.readable_by(reader).values_list("pk", flat=True))
        papers = Document.objects.readable_by(reader).exclude(leg=None)
        assert set(papers.values_list("leg", flat=True)) <= legs
        of_legs = set(Document.objects.filter(leg__in=legs).values_list("pk", flat=True))
        assert set(papers.values_list("pk", flat=True)) == of_legs
        assert set(Service.objects.readable_by(reader).values_list("document", flat=True)) <= {
            *of_legs,
            *Document.objects.readable_by(reader).values_list("pk", flat=True),
        }
