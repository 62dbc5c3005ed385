"""What the screening room holds of the cases of the leak scene: each came from a dispute of the village, which says nothing of it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from cases.models import Case
from law.matters import Tier
from organizations.vocabulary import UnitKind
from screening.disputes.accusing import SOURCE
from screening.models import Dispute, DisputeCase, EarlyWarning, GridApproval, Report, Round, Theme
from screening.models.words import (
    ApprovalState,
    DisputeKind,
    DisputeSource,
    DisputeState,
    Grade,
    Settler,
    ThemeState,
    WarningState,
)
from tests.cast import START, Cast


def hang_screening(cast: Cast, cases: Mapping[str, Case]) -> None:
    """Let each case have come from a dispute of the village: who reads the dispute learns of no case that is closed to him."""
    round_ = Round.objects.create(
        district=cast.area,
        kind=UnitKind.VILLAGE,
        label="2026年第10周",
        first_day=START,
        last_day=START + timedelta(days=6),
        due_on=START + timedelta(days=4),
    )
    at = {"district": cast.area, "unit": cast.village}
    told = {"kind": DisputeKind.LAND, "source": DisputeSource.VISIT, "people": 4, "facts": "两户争水"}
    graded = {"grade": Grade.ORDINARY, "tier": Tier.ORDINARY, "settler": Settler.VILLAGE, "due_on": START}
    for place, (letter, case) in enumerate(cases.items()):
        row = Dispute.objects.create(
            **at,
            **told,
            **graded,
            number=f"990102PC{letter}",
            client_id=UUID(int=place),
            round=round_,
            found_at=cast.village,
            found_on=START,
            found_by=cast.informant,
            state=DisputeState.TURNED,
        )
        DisputeCase.objects.create(dispute=row, case=case, on=START)
        Case.objects.filter(pk=case.pk).update(source=SOURCE)
    day = {"reported_on": START, "reported_by": cast.informant}
    Report.objects.create(**at, **day, round=round_, client_id=UUID(int=99), zero=False, state="filed")
    counts = {"expected": 2, "on_time": 1, "late": 0, "zero": 0}
    town = {"district": cast.area, "unit": cast.town}
    by = {"approved_on": START, "approved_by": cast.dispatcher}
    GridApproval.objects.create(**town, **by, **counts, round=round_, state=ApprovalState.APPROVED)
    EarlyWarning.objects.create(
        **town,
        village=cast.village,
        kind=DisputeKind.LAND,
        state=WarningState.WAITING,
        drawn_on=START,
        reports=3,
        people=12,
        answer_by=START,
    )
    Theme.objects.create(
        district=cast.area,
        unit=cast.bureau,
        state=ThemeState.DRAFT,
        title="汛期水利",
        kinds=["village"],
        from_day=START,
        to_day=START,
        why="通知",
    )


def screening_keys(case: Case) -> dict[str, Any]:
    """The keys of what this room holds of a case; 0 where there is nothing."""
    found = {
        "dispute_id": Dispute.objects.filter(became__case=case).first(),
        "round_id": Round.objects.first(),
        "screening_report_id": Report.objects.first(),
        "approval_id": GridApproval.objects.first(),
        "warning_id": EarlyWarning.objects.first(),
        "theme_id": Theme.objects.first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
