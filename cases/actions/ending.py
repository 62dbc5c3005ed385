"""The end of a leg: finalisation by two people, after-care, the archive (Art. 36, 37; 档案法)."""

from datetime import date

from django.db.models import Count

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.letters.making import make_document
from cases.models import AfterCare, Archiving, Attachment, Case, Document, Finalization
from law.articles import cited
from law.endings import CareKind, FinalizationGround, Retention
from law.errors import Refused
from law.remedies import RemedyKind
from law.vocabulary import Act, Letter, State
from organizations.models import Staff


def propose_finalization(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    ground: FinalizationGround,
    reason: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Propose to finalise a leg with its ground; again before it is approved mends the proposal.

    Raises Refused: not_found, not_permitted, wrong_state, finalized_already, ground_unfit.
    """
    with performing(Act.PROPOSE_FINALIZATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        _assert_ground(deed, ground)
        given = {"ground": ground, "reason": reason, "proposed_on": deed.on, "proposed_by": by}
        Finalization.objects.update_or_create(leg=leg, defaults=given)
        deed.facts = {"ground": str(ground)}
    return deed.case


def finalize(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Approve a finalisation that somebody else proposed, with its record.

    Raises Refused: not_found, not_permitted, wrong_state, no_proposal, finalized_already, own_proposal.
    """
    with performing(Act.FINALIZE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        found = deed.the_leg.finalization
        found.approved_on, found.approved_by = deed.on, by
        found.save()
        record = make_document(
            Letter.FINALIZATION_RECORD,
            deed.case,
            leg=deed.the_leg,
            unit=deed.the_leg.unit,
            by=by,
            on=deed.on,
            finalization=found,
            article=cited(FinalizationGround(found.ground).article),
        )
        deed.facts = {"document": record.number, "ground": found.ground}
    return deed.case


def after_care(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    kind: CareKind,
    text: str,
    held_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record what was done for a petitioner whose case is finished (Art. 37, para 3).

    Raises Refused: not_found, not_permitted, wrong_state, date_in_future.
    """
    with performing(Act.AFTER_CARE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        held_on = held_on or deed.on
        if held_on > deed.on:
            raise Refused("date_in_future", f"日期{held_on}晚于今天{deed.on}，请核对。", deed.step.article)
        AfterCare.objects.create(leg=deed.the_leg, kind=kind, on=held_on, text=text, by=by)
        deed.facts = {"care": str(kind), "held_on": held_on.isoformat()}
    return deed.case


def archive(
    case_id: int, *, leg_id: int, by: Staff, retention: Retention, seen: int | None = None, on: date | None = None
) -> Case:
    """Archive a leg with an index of its letters and files; from then on it can only be read (档案法).

    A withdrawal is archived once its 15 days have lapsed, a side exit once its notice was sent.
    Raises Refused: not_found, not_permitted, wrong_state, clock_running, notice_missing, receipt_missing.
    """
    with performing(Act.ARCHIVE, case_id, leg_id=leg_id, by=by, seen=seen, on=on) as deed:
        leg = deed.the_leg
        papers = Document.objects.filter(leg=leg).select_related("unit").annotate(scan_count=Count("scans"))
        documents = list(papers.order_by("id"))
        index = make_document(
            Letter.ARCHIVE_INDEX,
            deed.case,
            leg=leg,
            unit=leg.unit,
            by=by,
            on=deed.on,
            retention=retention.label,
            documents=documents,
            attachments=_files(deed),
        )
        Archiving.objects.create(leg=leg, retention=retention, index=index, on=deed.on, by=by)
        deed.facts = {"document": index.number, "retention": str(retention)}
    return deed.case


def _files(deed: Deed) -> list[Attachment]:
    """The files of the leg and of the case; those of a sealed case are not named to who may not read them (Art. 30)."""
    files = Attachment.objects.filter(case=deed.case)
    return list(files.filter(leg=deed.the_leg) if deed.case.sealed else files)


def _assert_ground(deed: Deed, ground: FinalizationGround) -> None:
    leg = deed.the_leg
    reviewed = leg.remedies.filter(kind=RemedyKind.REVIEW, decided_on__isnull=False).exists()
    fits = {
        FinalizationGround.AFTER_REVIEW: reviewed,
        FinalizationGround.WINDOW_LAPSED: leg.state == State.CLOSED and not reviewed,
    }
    if not fits.get(ground, True):
        text = f"本环节不符合“{ground.label}”的情形：{'已经' if reviewed else '还没有'}作出复核意见。"
        raise Refused("ground_unfit", text, ground.article)
