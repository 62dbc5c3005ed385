"""Letters of one matter: who writes them, and who joins them."""

from typing import Any

from cases.actions.inputs import PartyInput
from cases.models import Case
from law.vocabulary import Act
from tests.cast import Cast, register
from tests.walks import Walk

NEIGHBOUR = PartyInput("老赵", phone="13800005678", address="青石镇柳湾村15号")
WHY = "同一人就同一条路再次来信"


def again(cast: Cast, first: Case, **changes: Any) -> Walk:
    """Another letter, joined by the router to the matter of the first."""
    walk = Walk(cast, register(cast, **changes))
    walk.act(Act.JOIN_MATTER, cast.router, number=first.number, reason=WHY)
    return walk


def matters(*cases: Case) -> list[int | None]:
    """The matters of these cases as they are now, by the order of their first member."""
    now = [Case.objects.get(pk=case.pk).matter_id for case in cases]
    return [now.index(each) for each in now]
