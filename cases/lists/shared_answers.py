"""What of a matter can be answered, submitted or signed together: each demand and leg with why it cannot, before anything is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from cases.actions.shared_answers import Target
from cases.models import Case, Demand, Inquiry, Leg, PastAnswer, RiskAssessment
from cases.openings.shared_answers import shareable
from cases.places.matters import units_of
from cases.places.spot import Spot
from cases.reading.acts_open import assert_open
from cases.reading.case_file import CaseFile, readable_subject
from cases.sight.querysets import CaseQuerySet
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff


@dataclass(frozen=True)
class Choice:
    """One demand or leg of the matter at a person's unit; ``refusal``: why the act cannot be done there now, or None."""

    leg: Leg
    subject: str
    demand: Demand | None
    refusal: Refused | None

    @property
    def target(self) -> Target:
        """Return where the act goes."""
        return Target(self.leg.pk, self.demand.number if self.demand else 0)


@dataclass(frozen=True)
class SharedWork:
    """What of a matter lies at the units of a person: ``source`` is the answer that ``choices`` of answering would share."""

    sources: list[Demand]
    source: Demand | None
    choices: dict[Act, list[Choice]]


def shared_work(file: CaseFile, by: Staff, on: date, source: Target | None = None) -> SharedWork:
    """Return what can be done together in the matter of a case; nothing is done. ``source``: whose answer is asked about."""
    legs = own_legs(file, by) if file.related else []
    answered = [each for leg in legs if leg.case_id == file.case.pk for each in leg.demands.all() if each.outcome]
    chosen = next((each for each in answered if source in (None, Target(each.leg_id or 0, each.number))), None)
    found = {act: _passable(act, legs, by, on) for act in (Act.SUBMIT, Act.ISSUE)}
    return SharedWork(answered, chosen, {Act.ANSWER: _answerable(chosen, legs, by, on) if chosen else [], **found})


def own_legs(file: CaseFile, by: Staff) -> list[Leg]:
    """Return the legs of a matter at the units of a person, as far as he may read them; those of the case at hand first."""
    keys = [file.case.pk, *(each.case.pk for each in file.related)]
    cases = Case.objects.visible_to(by).with_sealed_open(by).filter(pk__in=keys).select_related("unit", "district")
    found = {case.pk: case for case in cases}
    legs = Leg.objects.readable_by(by).filter(case__in=keys, unit__in=units_of(by))
    rows = list(legs.select_related("unit__parent", "from_unit", "handler").prefetch_related(*_with_a_leg(cases, by)))
    for leg in rows:
        leg.case = found[leg.case_id]
        for demand in leg.demands.all():
            demand.case, demand.leg = leg.case, leg
    return sorted(rows, key=lambda leg: (leg.case_id != file.case.pk, leg.case_id, leg.pk))


def _answerable(source: Demand, legs: Iterable[Leg], by: Staff, on: date) -> list[Choice]:
    others = [leg for leg in legs if leg.case_id != source.case_id]
    return _open_to_him(
        Choice(leg, readable_subject(leg.case), demand, shareable(source, demand) or _closed(Act.ANSWER, leg, by, on))
        for leg in others
        for demand in leg.demands.all()
    )


def _passable(act: Act, legs: Iterable[Leg], by: Staff, on: date) -> list[Choice]:
    return _open_to_him(Choice(leg, readable_subject(leg.case), None, _closed(act, leg, by, on)) for leg in legs)


def _open_to_him(choices: Iterable[Choice]) -> list[Choice]:
    """Leave out what is another's affair by his role."""
    return [each for each in choices if each.refusal is None or each.refusal.code != "not_permitted"]


def _with_a_leg(cases: CaseQuerySet[Case], by: Staff) -> list["Prefetch[str]"]:
    """Return what the conditions of these acts look at, so that a leg more is no question more."""
    return [
        Prefetch("demands", Demand.objects.read_under(cases, by)),
        Prefetch("inquiries", Inquiry.objects.read_under(cases, by)),
        Prefetch("past_answers", PastAnswer.objects.read_under(cases, by)),
        Prefetch("risk_assessments", RiskAssessment.objects.read_under(cases, by)),
    ]


def _closed(act: Act, leg: Leg, by: Staff, on: date) -> Refused | None:
    try:
        assert_open(Spot(act, leg.case, by, on, [leg], leg))
    except Refused as refused:
        return refused
    return None
