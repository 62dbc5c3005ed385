"""Handling anew: the old answers are kept as history, and after a remand the new opinion must not repeat them."""

from cases.actions.deed import Deed
from cases.models import Demand, PastAnswer, Remedy


def set_answers_aside(deed: Deed, remedy: Remedy | None = None) -> None:
    """Keep the answers of a leg as they stand; after a remand each demand has to be answered afresh."""
    rows = list(deed.the_leg.demands.exclude(outcome=""))
    PastAnswer.objects.bulk_create(
        PastAnswer(
            leg=deed.the_leg,
            demand=row,
            remedy=remedy,
            outcome=row.outcome,
            facts=row.facts,
            opinion=row.opinion,
            legal_basis=row.legal_basis,
            answered_on=row.answered_on,
            set_aside_on=deed.on,
        )
        for row in rows
    )
    if remedy:
        Demand.objects.filter(pk__in=[row.pk for row in rows]).update(
            outcome="", facts="", opinion="", legal_basis="", answered_on=None
        )
