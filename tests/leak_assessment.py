"""An assessment of the leak scene: every case counted for every unit, with all its words, so that every wall is tried."""

from collections.abc import Mapping, Sequence

from cases.models import Case
from supervision.models import AssessmentFact, AssessmentItem, AssessmentResult, AssessmentScheme, AssessmentScore
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula, ResultState, SchemeState
from tests.cast import START, Cast


def assess_all(cast: Cast, cases: Mapping[str, tuple[Case, Sequence[str]]]) -> None:
    """Fix an assessment of some units with every case behind the figure of each."""
    place = {"district": cast.area, "fixed_on": START}
    scheme = AssessmentScheme.objects.create(
        **place,
        unit=cast.bureau,
        state=SchemeState.OPEN,
        title="年度考核",
        year=2026,
        group=AssessedGroup.TOWNS,
        made_on=START,
        made_by=cast.supervisor,
        fixed_by=cast.supervisor,
        objections_until=START,
    )
    item = AssessmentItem.objects.create(
        scheme=scheme, title="期限按时完成率", duty=AssessedDuty.TIME, formula=Formula.CLOCKS_IN_TIME, weight=10
    )
    for unit in (cast.town, cast.other_town, cast.housing, cast.farming, cast.village):
        result = AssessmentResult.objects.create(**place, scheme=scheme, unit=unit, state=ResultState.OPEN)
        score = AssessmentScore.objects.create(result=result, item=item, owed=len(cases), good=0, points=0)
        AssessmentFact.objects.bulk_create(
            AssessmentFact(score=score, case=case, key=case.pk, what="，".join(words)[:100], due_on=START, good=False)
            for case, words in cases.values()
        )
