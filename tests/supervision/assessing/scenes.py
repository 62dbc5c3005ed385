"""An assessment of the towns of the district, as the tests of it begin."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cases.models import Clock
from law.vocabulary import State
from organizations.models import Staff, Unit
from supervision.assessing.deciding import fix
from supervision.assessing.making import add_item, draw_up, score
from supervision.models import AssessmentItem, AssessmentResult, AssessmentScheme, AssessmentScore
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula
from tests.cast import Cast
from tests.supervision.visits.scenes import fresh
from tests.walks import Walk, walk_to

DAY = date(2026, 12, 1)
TRAINING: dict[str, Any] = {"title": "业务培训", "duty": AssessedDuty.QUALITY, "evidence": "培训签到表", "weight": 4}


def worked(cast: Cast) -> Walk:
    """A case that the town has answered, and one more whose handling it let run out in autumn."""
    walk = walk_to(cast, State.ANSWERED)
    late = walk_to(cast, State.IN_HANDLING)
    Clock.objects.filter(leg=late.leg, duty="HANDLE_60D").update(due_on=date(2026, 9, 1))
    return walk


def drawn_up(cast: Cast, on: date = DAY, **more: Any) -> AssessmentScheme:
    """The assessment of the towns, drawn up by the supervisor with the usual items."""
    asked: dict[str, Any] = {"title": "2026年度信访工作考核", "year": 2026, "group": AssessedGroup.TOWNS, **more}
    return draw_up(by=asked.pop("by", cast.supervisor), on=on, **asked)


def by_hand(cast: Cast, scheme: AssessmentScheme, points: str = "3.5") -> AssessmentItem:
    """One more item that people score, scored for every unit by the coordinator."""
    add_item(scheme, by=cast.supervisor, on=DAY, **TRAINING)
    item = scheme.items.get(formula="")
    for result in scheme.results.all():
        score(result, by=fresh(cast.coordinator), item=item, points=Decimal(points), saw="签到表齐全", on=DAY)
    return item


def fixed(cast: Cast, on: date = DAY) -> AssessmentScheme:
    """Fixed by the supervisor, with one item that the coordinator scored; the units may object."""
    scheme = drawn_up(cast, on)
    by_hand(cast, scheme)
    fix(scheme, by=fresh(cast.supervisor), on=on)
    return AssessmentScheme.objects.get(pk=scheme.pk)


def after(scheme: AssessmentScheme) -> date:
    """The first day on which it may be published."""
    assert scheme.objections_until
    return scheme.objections_until + timedelta(days=1)


def result_at(scheme: AssessmentScheme, unit: Unit) -> AssessmentResult:
    """What came of one unit."""
    found: AssessmentResult = scheme.results.get(unit=unit)
    return found


def score_at(scheme: AssessmentScheme, unit: Unit, formula: Formula) -> AssessmentScore:
    """The score of one unit by one formula."""
    return AssessmentScore.objects.get(result__scheme=scheme, result__unit=unit, item__formula=formula)


def item_of(scheme: AssessmentScheme, formula: Formula) -> AssessmentItem:
    """The item of a formula."""
    found: AssessmentItem = scheme.items.get(formula=formula)
    return found


def second(cast: Cast) -> Staff:
    """Who decides and publishes, and has scored and fixed nothing."""
    return fresh(cast.leader)
