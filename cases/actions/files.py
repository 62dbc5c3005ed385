"""Files that come later: a letter's sealed scan, and what a case is given after its registration; digests go into the chain."""

from collections.abc import Sequence
from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.letters.attachments import store_files
from cases.letters.making import issuer
from cases.letters.scans import store_scans
from cases.models import Attachment, Case, Document, Leg
from cases.openings.letters import attachable
from cases.places.spot import Actor
from kit.files import CheckedFile
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.papers.scans import fresh_scans


def attach_scan(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    document: int,
    uploads: Sequence[CheckedFile],
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Attach scans of a letter (by its id) as it was signed and sealed on paper; its own words stay as they are.

    Raises Refused: not_found, not_permitted, wrong_state, document_unknown, file_missing, scan_kind, scan_known,
    files_not_stored.
    """
    with performing(Act.ATTACH_SCAN, case_id, leg_id=leg_id, by=by, seen=seen, on=on) as deed:
        letter = _letter(deed, document)
        _assert_any(uploads, deed)
        known = set(letter.scans.values_list("sm3", flat=True))
        fresh = fresh_scans(uploads, known, number=letter.number, article=deed.step.article)
        store_scans(letter, fresh, by=by, on=deed.on)
        deed.facts = {"document": letter.number, "sm3": [file.sm3 for file in fresh]}
    return deed.case


def add_file(
    case_id: int,
    *,
    by: Actor,
    title: str,
    uploads: Sequence[CheckedFile],
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Add files to a case under a short title. What a unit adds stands with its own leg: Art. 30 holds for it as for the leg.

    Raises Refused: not_found, not_permitted, wrong_state, title_missing, file_missing, file_known, files_not_stored.
    """
    with performing(Act.ADD_FILE, case_id, by=by, seen=seen, on=on) as deed:
        if not title.strip():
            raise Refused("title_missing", "请写明附件的名称，例如“承包合同复印件”。", deed.step.article)
        _assert_any(uploads, deed)
        leg = own_leg(deed)
        held = Attachment.objects.filter(case=deed.case, leg=leg).values_list("sm3", flat=True)
        fresh = list({file.sm3: file for file in uploads if file.sm3 not in set(held)}.values())
        if not fresh:
            raise Refused("file_known", "这些附件已经在卷内，不需要再加。", deed.step.article)
        store_files(deed.case, fresh, deed.account, leg=leg, title=title.strip())
        deed.text = title.strip()
        deed.facts = {"sm3": [file.sm3 for file in fresh]}
    return deed.case


def _letter(deed: Deed, key: int) -> Document:
    found = deed.the_leg.documents.select_related("unit").filter(pk=key).first()
    if found is None or not attachable(deed.by, found, deed.the_leg):
        raise Refused("document_unknown", "本环节没有这份由您单位发出的文书，请重新选择。", deed.step.article)
    deed.place = issuer(found, deed.case)
    return found


def _assert_any(files: Sequence[CheckedFile], deed: Deed) -> None:
    if not files:
        raise Refused("file_missing", "请选择文件。", deed.step.article)


def own_leg(deed: Deed) -> Leg | None:
    """Return the leg of the unit at which something is added to the case; None at the desk."""
    if deed.place.pk == deed.case.unit_id:
        return None
    legs = deed.case.legs.filter(unit=deed.place).order_by("id")
    return legs.filter(handler=deed.by).first() or legs.first()
