"""The registering office and the body above that commissioned the matter: reports up, changes from above (Art. 22, item three)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.feedback import write_interim
from cases.actions.frame import performing
from cases.actions.from_above import checked, commission_row, facts_of_commission
from cases.actions.inputs import FromAbove
from cases.actions.proof_of_answer import proof_of_answers
from cases.actions.reported import assert_written
from cases.clocks import recount
from cases.letters.making import make_document
from cases.models import Case, SuperiorChange, SuperiorCommission
from cases.models.clock import RUNNING
from cases.openings.upward import commission_above, open_superior_change
from law.commission import ARTICLE, PetitionerView, SuperiorChangeKind
from law.errors import Refused
from law.vocabulary import Act, Duty, Letter
from organizations.models import Staff


def record_commission_above(
    case_id: int, *, by: Staff, from_above: FromAbove, seen: int | None = None, on: date | None = None
) -> Case:
    """Record that a body above commissioned what is registered already; the report counts from the day of its letter.

    Raises Refused: not_found, not_permitted, wrong_state, commissioned_already, superior_missing, superior_unfit, date_unfit.
    """
    with performing(Act.RECORD_COMMISSION_ABOVE, case_id, by=by, seen=seen, on=on) as deed:
        found = checked(from_above, deed.case.unit, deed.on, deed.on)
        deed.together.insert(commission_row(deed.case, found))
        deed.starts_on[Duty.SUPERIOR_REPORT] = found.starts_on(deed.on)
        if days := found.days(deed.on):
            deed.days[Duty.SUPERIOR_REPORT] = days
        deed.facts = facts_of_commission(found)
    return deed.case


def interim_upward(
    case_id: int,
    *,
    by: Staff,
    text: str,
    reported_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Tell the body above how far its commission is; its day stays as it is.

    Raises Refused: not_found, not_permitted, wrong_state, not_from_above, reported_already, cancelled_already,
    report_empty, date_unfit.
    """
    # Of a sealed case the words would be read by everybody who reads the event: they stand in the row alone (Art. 30).
    with performing(Act.INTERIM_UPWARD, case_id, by=by, seen=seen, on=on) as deed:
        write_interim(deed, _commission(deed).superior_name, text, reported_on)
    return deed.case


def report_upward(
    case_id: int,
    *,
    by: Staff,
    text: str,
    view: PetitionerView,
    view_note: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Report to the body above: results, how they were served, what the petitioner says; its clock is met.

    Raises Refused: not_found, not_permitted, wrong_state, not_from_above, reported_already, cancelled_already,
    report_awaited, report_empty.
    """
    with performing(Act.REPORT_UPWARD, case_id, by=by, seen=seen, on=on) as deed:
        assert_written(text, "请写明办理过程和结果。", ARTICLE)
        found, case = _commission(deed), deed.case
        letter = make_document(
            Letter.UPWARD_REPORT,
            case,
            leg=None,
            unit=case.unit,
            by=by,
            on=deed.on,
            above=found.superior_name,
            commissioned=found,
            text=text,
            demands=case.demands.select_related("leg"),
            **proof_of_answers(case, "：".join(filter(None, (view.label, view_note.strip())))),
        )
        found.report, found.reported_on = letter, deed.on
        found.save()
        deed.facts = {"document": letter.number}
    return deed.case


def record_superior_change(
    case_id: int,
    *,
    by: Staff,
    kind: SuperiorChangeKind,
    number: str,
    reason: str,
    new_due_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record by its paper that the body above named another day, or wants no report any more.

    Another confirms it; until then the old day stands, and recording anew mends what was recorded.
    Raises Refused: not_found, not_permitted, wrong_state, not_from_above, reported_already, cancelled_already, date_unfit.
    """
    with performing(Act.RECORD_SUPERIOR_CHANGE, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        _assert_day(kind, new_due_on, deed.on)
        row = open_superior_change(deed.case) or SuperiorChange(case=deed.case)
        row.number, row.reason, row.new_report_by = number, reason, new_due_on
        row.old_report_by, row.asked_on, row.asked_by = _commission(deed).report_by, deed.on, by
        row.save()
        deed.facts = {"wanted_on": new_due_on.isoformat() if new_due_on else None}
    return deed.case


def confirm_superior_change(
    case_id: int, *, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Confirm what the body above changed: the clock of its report moves, or ends without having been met.

    Raises Refused: not_found, not_permitted, wrong_state, not_from_above, reported_already, cancelled_already,
    nothing_asked, own_request.
    """
    with performing(Act.CONFIRM_SUPERIOR_CHANGE, case_id, by=by, seen=seen, on=on, text=note) as deed:
        row, found = open_superior_change(deed.case), _commission(deed)
        assert row, "the opening of the act has seen to it"
        row.old_report_by, row.confirmed_on, row.confirmed_by = found.report_by, deed.on, by
        row.save()
        deed.facts = {"former_due_on": _said(found.report_by), "new_due_on": _said(row.new_report_by)}
        if row.new_report_by:
            _move(deed, row.new_report_by)
            found.report_by = row.new_report_by
        else:
            found.cancelled_on = deed.on
        found.save()
    return deed.case


def _assert_day(kind: SuperiorChangeKind, day: date | None, on: date) -> None:
    if kind is SuperiorChangeKind.CANCELLED:
        if day:
            raise Refused(
                "date_unfit", f"撤销交办的不填新的上报日期，现填了{day}；另定日期的请选“另定上报日期”。", ARTICLE
            )
    elif day is None or day < on:
        said = f"{day}早于今天{on}" if day else "没有填写"
        raise Refused("date_unfit", f"上级另定的上报日期{said}，请核对。", ARTICLE)


def _move(deed: Deed, day: date) -> None:
    """Let the clock of the report upward run to another day, from its own start."""
    deed.spares.add(Duty.SUPERIOR_REPORT)
    for clock in deed.case.clocks.filter(RUNNING, leg=None, duty=Duty.SUPERIOR_REPORT):
        clock.days = (day - clock.starts_on).days
        recount(clock)


def _commission(deed: Deed) -> SuperiorCommission:
    found = commission_above(deed.case)
    assert found, "the opening of the act has seen to it"
    return found


def _said(day: date | None) -> str | None:
    return day.isoformat() if day else None
