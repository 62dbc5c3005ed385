"""Demands with their answers, for the page and for whoever has to judge them before signing."""

from typing import Any

from cases.models import Leg
from cases.presenting.marks import badge, opening_url
from cases.reading.case_file import CaseFile, DemandView
from law.matters import Cause
from law.procedure import DISPATCHED, WORKING
from law.vocabulary import Act, Kind, Outcome, Path, State

_DRAFT = (*DISPATCHED, *WORKING, State.PENDING_SIGN_OFF)


def demand_cards(file: CaseFile, leg: Leg | None = None) -> list[dict[str, Any]]:
    """Return the demands of the file, or of one leg, each with where it is and what was answered."""
    legs = {each.pk: each for each in file.legs}
    return [
        _card(view, file, legs.get(view.demand.leg_id or 0))
        for view in file.demands
        if leg is None or view.demand.leg_id == leg.pk
    ]


def _card(view: DemandView, file: CaseFile, leg: Leg | None) -> dict[str, Any]:
    demand = view.demand
    return {
        "number": demand.number,
        "text": view.text,
        "kind": Kind(demand.kind).label,
        "path": Path(demand.path).label if demand.path else "",
        "unit": leg.unit.name if leg else "尚未分流",
        "state": badge(leg.state) if leg else badge(State.REGISTERED),
        "outcome": Outcome(demand.outcome).label if demand.outcome else "",
        "draft": bool(leg and leg.state in _DRAFT),
        "answered_on": demand.answered_on,
        "answer": [
            {"label": "查明事实", "value": demand.facts},
            {"label": "处理意见", "value": demand.opinion},
            {"label": "依据", "value": demand.legal_basis},
            *([{"label": "产生原因", "value": Cause(demand.cause).label}] if demand.cause else []),
        ]
        if demand.outcome
        else [],
        **_answering(view, file),
    }


def _answering(view: DemandView, file: CaseFile) -> dict[str, str]:
    """Return the address for answering just this demand, where that is open."""
    for opening in file.openings:
        if opening.act is Act.ANSWER and opening.leg and opening.leg.pk == view.demand.leg_id:
            url = opening_url(opening, file.case.pk, demand=view.demand.number)
            return {"answer_url": url, "answer_label": "修改答复" if view.demand.outcome else "答复"}
    return {"answer_url": "", "answer_label": ""}
