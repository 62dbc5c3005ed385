"""A slip in an issued letter: the letter never changes, a sheet of its own puts it right (更正单)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.letters.making import issuer, make_document
from cases.models import Case, Correction, Document, Service
from cases.openings.letters import corrects
from law.errors import Refused
from law.letters import NOT_CORRECTED
from law.vocabulary import Act, Letter, ServiceMethod
from organizations.models import Staff


def correct_letter(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    document: int,
    wrong: str,
    right: str,
    reason: str,
    method: ServiceMethod | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Correct words of a letter (by its id) that stand in it; no date, no window and no decision changes.

    ``method``: how the sheet goes to whoever was served with the letter, today.
    Raises Refused: not_found, not_permitted, wrong_state, document_unknown, correction_empty, words_unknown,
    method_missing.
    """
    with performing(Act.CORRECT_LETTER, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        letter = _letter(deed, document)
        if wrong == right or not right.strip():
            raise Refused("correction_empty", "更正前后的文字相同，或者没有填写更正后的文字。", deed.step.article)
        if wrong not in letter.content:
            text = f"{letter.number}中没有“{wrong}”，请照原文填写需要更正的文字。"
            raise Refused("words_unknown", text, deed.step.article)
        if method is None and letter.services.exists():
            text = "原文书已经送达，更正单也要送达，请选择送达方式。"
            raise Refused("method_missing", text, deed.step.article)
        sheet = make_document(
            Letter.CORRECTION_SHEET,
            deed.case,
            leg=deed.the_leg,
            unit=deed.place,
            by=by,
            on=deed.on,
            letter=letter,
            wrong=wrong,
            right=right,
            reason=reason,
            addressee=_addressee(letter),
        )
        Correction.objects.create(
            document=letter, sheet=sheet, wrong=wrong, right=right, reason=reason, on=deed.on, by=by
        )
        if method:
            Service.objects.create(document=sheet, method=method, sent_on=deed.on, recorded_by=by)
        deed.facts = {"document": sheet.number, "corrects": letter.number}
    return deed.case


def _addressee(letter: Document) -> str:
    first = letter.content.split("\n", 1)[0].strip()
    return first.removesuffix("：") if first.endswith("：") else ""


def _letter(deed: Deed, key: int) -> Document:
    """Return the letter of this leg; who may correct stands at the unit that issued it."""
    found = deed.the_leg.documents.exclude(kind__in=NOT_CORRECTED).select_related("unit").filter(pk=key).first()
    if found is None or not corrects(deed.by, found, deed.case):
        raise Refused("document_unknown", "本环节没有这份由您单位发出、可以更正的文书，请重新选择。")
    deed.place = issuer(found, deed.case)
    return found
