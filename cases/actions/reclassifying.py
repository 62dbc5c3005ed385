"""Kind and path corrected after dispatch: asked with a reason, decided by another, told to the petitioner anew (Art. 29-31, 34)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.own_duty import turn_reminder
from cases.clocks import end_clocks, start_clock
from cases.letters.making import told_demands
from cases.models import Case, Demand, Reclassification
from cases.openings.paths import owes_answer
from cases.openings.reclassifying import ARTICLE, open_reclassification
from law.errors import Refused
from law.paths import outcomes_for
from law.vocabulary import Act, Duty, Kind, Letter, Path
from organizations.models import Staff


def ask_reclassification(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    demand: int,
    kind: Kind,
    reason: str,
    path: Path | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Ask to correct kind and path of one demand (by number) that was classified wrongly; nothing changes before the decision.

    Raises Refused: not_found, not_permitted, wrong_state, reclassification_asked, demand_unknown, kind_unfit,
    path_unfit, nothing_changed.
    """
    with performing(Act.ASK_RECLASSIFICATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        row = deed.demand(demand)
        _assert_fits(row, kind, path)
        Reclassification.objects.create(
            leg=deed.the_leg,
            demand=row,
            kind=kind,
            path=path or "",
            old_kind=row.kind,
            old_path=row.path,
            reason=reason,
            asked_on=deed.on,
            asked_by=by,
        )
        deed.facts = {"demand": demand, "kind": str(kind), "path": str(path or "")}
    return deed.case


def _assert_fits(row: Demand, kind: Kind, path: Path | None) -> None:
    if Kind.ACCUSATION in (kind, row.kind):
        words = "不能改为或者改掉检举控告：是检举控告的，请报转送交办方收回，由登记单位关联被反映对象后另行分流。"
        raise Refused("kind_unfit", words, "第三十条")
    if path and kind is not Kind.APPEAL:
        raise Refused("path_unfit", f"{kind.label}没有办理途径之分，只有申诉求决分六种途径。", ARTICLE)
    if (row.kind, row.path) == (kind, path or ""):
        raise Refused(
            "nothing_changed", f"第{row.number}项诉求已经是{kind.label}{path.label if path else ''}，不需要更正。"
        )


def reclassify(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Correct what was asked for: on path six the sixty days count from the first acceptance, however late it is found (Art. 34).

    What the petitioner was told is corrected by a new notice. Raises Refused: not_found, not_permitted, wrong_state,
    nothing_asked, own_request.
    """
    with performing(Act.RECLASSIFY, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        asked = _decided(deed, agreed=True, note=note)
        row = next(each for each in deed.demands_of_leg if each.pk == asked.demand_id)
        row.kind, row.path = asked.kind, asked.path
        if row.outcome and row.outcome not in outcomes_for(Kind(row.kind)):
            row.outcome = ""
        row.save(update_fields=["kind", "path", "outcome"])
        deed.facts = {"demand": row.number, "kind": str(row.kind), "path": str(row.path)}
        if accepted_on := deed.the_leg.accepted_on:
            sixty_days = any(map(owes_answer, deed.demands_of_leg))
            _turn_sixty_days(deed, accepted_on, owed=sixty_days)
            turn_reminder(deed)
            _tell_anew(deed, row, sixty_days=sixty_days)
    return deed.case


def refuse_reclassification(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Leave kind and path as they are. Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, own_request."""
    with performing(Act.REFUSE_RECLASSIFICATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        asked = _decided(deed, agreed=False, note=reason)
        deed.facts = {"demand": asked.demand.number}
    return deed.case


def _decided(deed: Deed, *, agreed: bool, note: str) -> Reclassification:
    asked = open_reclassification(deed.the_leg)
    assert asked, "the opening of the act has seen to it"
    asked.agreed, asked.note, asked.decided_on, asked.decided_by = agreed, note, deed.on, deed.by
    asked.save()
    return asked


def _turn_sixty_days(deed: Deed, accepted_on: date, *, owed: bool) -> None:
    leg = deed.the_leg
    sixty = leg.clocks.filter(duty=Duty.HANDLE_60D)
    if not owed:
        end_clocks(sixty, deed.act, deed.on)
    elif not sixty.exclude(ended_by=Act.RECLASSIFY).exists():
        start_clock(Duty.HANDLE_60D, deed.case, leg=leg, unit=leg.unit, starts_on=accepted_on)


def _tell_anew(deed: Deed, row: Demand, *, sixty_days: bool) -> None:
    """Correct the notice that told of another way; what was never told needs no correcting."""
    told = deed.the_leg.documents.filter(kind=Letter.ACCEPTANCE_NOTICE).order_by("-id").first()
    if told is None:
        return
    now = Path(row.path).label if row.path else Kind(row.kind).label
    then = "" if sixty_days else "办结后书面答复您。"
    deed.writes(
        Letter.ACCEPTANCE_NOTICE,
        handling=f"更正{told.number}：第{row.number}项诉求按照“{now}”办理。{then}",
        sixty_days=sixty_days,
        since=deed.the_leg.accepted_on,
        demands=told_demands(deed.case, deed.the_leg),
    )
