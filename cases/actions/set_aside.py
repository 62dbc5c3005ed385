"""Handling anew: the old answers are kept as history, and after a remand the new opinion must not repeat them."""

from cases.actions.deed import Deed
from cases.models import Demand, Leg, PastAnswer, Remedy
from law.errors import Refused
from law.remedies import alike
from law.vocabulary import Outcome

# The Regulation itself does not say so; 山东 and 北京 do.
ARTICLE = "地方规定"


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


def assert_anew(leg: Leg) -> None:
    """Refuse a new opinion that says what a remanded one said. Raises Refused same_as_before."""
    remanded = {row.demand_id: row for row in leg.past_answers.exclude(remedy=None)}
    for demand in leg.demands.all() if remanded else ():
        old = remanded.get(demand.pk)
        if old and old.outcome == demand.outcome and alike(old.opinion, demand.opinion):
            raise Refused(
                "same_as_before",
                f"第{demand.number}项诉求的结论（{Outcome(demand.outcome).label}）和处理意见与被责令重新办理的原意见相同。"
                "重新办理不得作出与原意见相同或者基本相同的处理意见，请查明后重新答复。",
                ARTICLE,
            )
