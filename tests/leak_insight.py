"""Insight of the leak scene: the texts of all cases sketched, as far as they are, and a hint on every case that names another."""

from collections.abc import Mapping, Sequence

from cases.models import Case
from insight.models import FoundRepeat, FoundState, Hint, HintKind
from insight.repeats.indexing import index_texts
from organizations.journal.chaining import sequence_all
from tests.cast import START, Cast


def hang_hints(cast: Cast, cases: Mapping[str, tuple[Case, Sequence[str]]]) -> None:
    """Let the worker take up every text, say that each case was suggested for the next one, and that it may repeat it."""
    sequence_all()
    index_texts()
    rows = [case for case, _words in cases.values()]
    Hint.objects.bulk_create(
        Hint(
            district=case.district,
            form=f"leak-{case.pk}",
            kind=HintKind.REPEAT,
            other=other,
            shown_on=START,
            shown_to=cast.clerk,
            case=case,
            followed=True,
        )
        for case, other in zip(rows, [*rows[1:], rows[0]], strict=True)
    )
    FoundRepeat.objects.bulk_create(
        FoundRepeat(
            district=case.district,
            unit=case.unit,
            state=FoundState.OPEN,
            case=case,
            other=other,
            closeness=0.5,
            found_on=START,
        )
        for case, other in zip(rows, [*rows[1:], rows[0]], strict=True)
    )


def insight_keys(case: Case) -> dict[str, int]:
    """The key of a pair that a case is of."""
    found = FoundRepeat.objects.filter(case=case).first()
    return {"found_id": found.pk if found else 0}
