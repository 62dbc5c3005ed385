"""The accused-party wall (Art. 30): kept up to date by the acts that change who is accused of what."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from cases.models import Case, Demand, Leg, Respondent
from cases.places.own_line import names_own_line
from kit.prefetching import keep
from kit.together import Together
from law.errors import Refused
from law.matters import ReportTo
from law.vocabulary import Kind, State
from organizations.models import Staff, Unit
from organizations.vocabulary import DEPARTMENTS, UnitKind

ARTICLE = "第三十条"
_BODIES = {
    ReportTo.LOCAL_LEADERSHIP: (UnitKind.GOVERNMENT, UnitKind.PARTY_ORGAN),
    ReportTo.DEPARTMENT: DEPARTMENTS,
    ReportTo.JOINT_CONFERENCE: (UnitKind.PETITION_OFFICE,),
}


def refresh_wall(case: Case) -> None:
    """Recompute from demands and respondents who is accused, whether the case is sealed, and who is kept out of it.

    A respondent tied to no demand counts as accused as soon as any demand accuses: the careful reading.
    """
    case.sealed = case.demands.filter(kind=Kind.ACCUSATION).exists()
    respondents = case.respondents.all()
    named = respondents.update(accused=False)
    if case.sealed:
        tied = Q(demands__kind=Kind.ACCUSATION) | Q(demands=None)
        keys = list(respondents.filter(tied).values_list("pk", flat=True).distinct())
        respondents.filter(pk__in=keys).update(accused=True)
    case.desk_walled = bool(named) and respondents.filter(accused=True, unit_id__in=case.unit.line).exists()
    _refresh_unlinked(case)
    if case.sealed:
        # What a unit gave back may have told of what is only now called an accusation: its papers are sealed with it.
        held = Q(state=State.RETURNED) | Q(demands__kind=Kind.ACCUSATION)
        case.legs.filter(held, held_accusation=False).update(held_accusation=True)


def _refresh_unlinked(case: Case) -> None:
    """At a desk below the petition office nobody can tell whom an accusation means before it is linked (Art. 30)."""
    elsewhere = case.sealed and case.unit.kind != UnitKind.PETITION_OFFICE
    nobody = list(_linked_to_nobody(case)) if elsewhere else []
    case.unlinked = elsewhere and (bool(nobody) or _unnamed(case).exists())
    case.registrar_named = bool(nobody and case.registered_by and names_own_line(nobody, case.registered_by))


def _unnamed(case: Case) -> "QuerySet[Demand]":
    """The accusing demands that name nobody."""
    return case.demands.filter(kind=Kind.ACCUSATION, respondents=None)


def _linked_to_nobody(case: Case) -> "QuerySet[Respondent]":
    return _accused(case).filter(unit=None, staff=None, outside=False)


def attach_demands(leg: Leg, rows: Sequence[Demand], together: Together) -> None:
    """Put demands on a new leg, which keeps for good that it held an accusation (Art. 30); both are written together."""
    together.update(Demand.objects.filter(pk__in=[row.pk for row in rows]), leg=leg)
    for row in rows:
        row.leg = leg
    keep(leg, "demands", rows)
    leg.held_accusation = leg.held_accusation or any(row.kind == Kind.ACCUSATION for row in rows)


def seal_given_back(case: Case, leg: Leg) -> None:
    """Keep the papers of a leg that is given back in a sealed case with the sealed part: they say why (Art. 30)."""
    leg.held_accusation = leg.held_accusation or case.sealed


def assert_clear(case: Case, unit: Unit) -> None:
    """Refuse to let a case reach a unit that it accuses, or one below it. Raises Refused accused_party."""
    if refusal := accused_party(case, unit):
        raise refusal


def accused_party(case: Case, unit: Unit) -> Refused | None:
    """Return why a case must not reach a unit (Art. 30): it accuses it, or one over it. Code: accused_party."""
    if not is_accused(case, unit):
        return None
    words = (
        f"本件含检举控告，被反映的正是“{unit.name}”或者其上级单位，不得转交。请改送有管理权限的上级或者纪检监察机关。"
    )
    return Refused("accused_party", words, ARTICLE)


def is_accused(case: Case, unit: Unit) -> bool:
    """Tell whether a case accuses a unit, or one over it; no query where ``respondents`` were prefetched."""
    line = unit.line
    return any(row.accused and row.unit_id in line for row in case.respondents.all())


def assert_outside_clear(case: Case, body: str, unit: Unit | None) -> None:
    """Refuse to send a matter to a body outside that it accuses, known by its unit or by its name.

    Raises Refused accused_party.
    """
    if unit:
        assert_clear(case, unit)
    for respondent in _accused(case).select_related("unit", "staff__unit"):
        units = (respondent.unit, respondent.staff.unit if respondent.staff else None)
        names = [respondent.name, *(each.name for each in units if each)]
        if any(len(name) > 1 and (name in body or body in name) for name in names):
            raise Refused(
                "accused_party",
                f"本件检举控告的正是“{body}”，不得转给它。请改送有管理权限的上级或者纪检监察机关。",
                ARTICLE,
            )


def barred_bodies(case: Case) -> tuple[ReportTo, ...]:
    """Return the bodies above that must not hear of a case, because it accuses one of their kind."""
    if not case.sealed:
        return ()
    rows = [row for row in case.respondents.all() if row.accused]
    units = [unit for row in rows for unit in (row.unit, row.staff.unit if row.staff else None) if unit]
    return tuple(body for body, kinds in _BODIES.items() if any(unit.kind in kinds for unit in units))


def assert_body_clear(case: Case, body: ReportTo) -> None:
    """Refuse to report a case to a body that it accuses. Raises Refused accused_party."""
    if refusal := body_accused(case, body):
        raise refusal


def body_accused(case: Case, body: ReportTo) -> Refused | None:
    """Return why a case must not be put to a body above (Art. 30): it accuses it. Code: accused_party."""
    if body not in barred_bodies(case):
        return None
    return Refused("accused_party", f"本件检举控告涉及“{body.label}”，不得向其报告；请报上一级。", ARTICLE)


def assert_clear_person(case: Case, staff: Staff) -> None:
    """Refuse to give work on a case to someone it accuses, or who was recused. Raises Refused accused_party, recused."""
    # Who works on it was not recused from it either: the predicate says both.
    if not Case.objects.workable_by(staff).filter(pk=case.pk).exists():
        assert_not_recused(case, staff)
        raise Refused("accused_party", f"不能由{staff.name}承办本件，请另选承办人。", ARTICLE)


def assert_unaccused(case: Case, staff: Staff) -> None:
    """Refuse a part in a case to someone it accuses, whatever he may see. Raises Refused accused_party, recused."""
    assert_not_recused(case, staff)
    if Case.objects.closed_to(staff).filter(pk=case.pk).exists():
        raise Refused("accused_party", f"不能由{staff.name}参与办理本件，请另选人员。", ARTICLE)


def assert_not_recused(case: Case, staff: Staff) -> None:
    """Refuse work on a case to someone who was recused from it (Art. 28). Raises Refused recused."""
    if case.recusals.filter(person=staff, agreed=True).exists():
        raise Refused("recused", f"{staff.name}已经回避，不能再参与办理本件，请另选人员。", "第二十八条")


def _accused(case: Case) -> "QuerySet[Respondent]":
    return case.respondents.for_the_wall().filter(accused=True)
