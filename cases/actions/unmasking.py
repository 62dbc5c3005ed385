"""Giving a reason to see the people of a case: one act (UNMASK), once a person, case and day, for every door."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from cases.actions.deed import Deed
from cases.actions.frame import assert_not_before, performing, permitted_place, step_now
from cases.models import Case, Document, Party
from cases.places.reading_only import assert_works_on
from cases.places.reasons_to_see import Paper, Way, has_keys, noted
from cases.places.spot import Spot
from cases.record.chain import append_to_each
from cases.record.verbs import NAMES_SEEN
from cases.sight.out_of_reach import not_found
from law.errors import Refused
from law.privacy import ARTICLE, LIGHT, Purpose
from law.vocabulary import Act
from organizations.journal.noting import note
from organizations.models import Staff, Unit
from organizations.today import today

SHOWN = ("unit", "legs__unit", "legs__remedies__unit", "legs__documents__unit")


def unmask(
    case_id: int,
    *,
    by: Staff,
    reason: str = "",
    purpose: Purpose | None = None,
    document: int | None = None,
    on: date | None = None,
) -> Sequence[Party]:
    """Return the people of a case unmasked; the reason is kept in the chain, once a person and day.

    ``purpose``: the reason by one key, for a handler, the registrar, the desk, and the office that issued a letter of
    the case (the letter ``document`` where it is named).
    Raises Refused: not_found, not_permitted, reason_missing, key_not_open.
    """
    with performing(Act.UNMASK, case_id, by=by, on=on) as deed:
        deed.known = bool(noted([case_id], by, deed.on))
        if not deed.known:
            deed.text, deed.facts = said(reason, purpose)
            if purpose:
                _assert_key(deed, document)
        note(NAMES_SEEN, by=by, at=deed.place, about=deed.case, cases=1, on=deed.on)
    return list(deed.case.parties.all())


def give_reasons(
    case_ids: Collection[int], *, by: Staff, purpose: Purpose | None = None, reason: str = "", on: date | None = None
) -> None:
    """Keep one reason for the people of many cases, for a day's print; where there is one today, nothing is written.

    Raises Refused: not_found, not_permitted, wrong_state, date_before_last, reason_missing.
    """
    on = on or today()
    text, facts = said(reason, purpose)
    with transaction.atomic():
        # Locked in one order, asked under the lock: two tabs at once leave one event.
        locked = Case.objects.select_for_update(of=("self",)).filter(pk__in=case_ids).order_by("pk")
        cases = list(locked.prefetch_related(*SHOWN))
        assert_works_on(case_ids, by)
        known = noted(case_ids, by, on)
        fresh = [(case, _place(case, by, on)) for case in cases if case.pk not in known]
        append_to_each(fresh, Act.UNMASK, by=by, on=on, article=ARTICLE, facts=facts, text=text)
        looked_at = Case.objects.filter(pk__in=[case.pk for case, _ in fresh])
        looked_at.update(version=F("version") + 1, last_act_on=on)
        note(NAMES_SEEN, by=by, about=cases[0] if len(cases) == 1 else None, cases=len(cases), on=on)


def said(reason: str, purpose: Purpose | None) -> tuple[str, dict[str, str]]:
    """Return the words and facts of a reason. Raises Refused reason_missing."""
    if not purpose and not reason.strip():
        raise Refused("reason_missing", "请写明查看姓名的理由，理由会记入办理链。", ARTICLE)
    return (purpose.label, {"purpose": str(purpose)}) if purpose else (reason.strip(), {})


def names_on_paper(way: Way, case: Case, *, by: Staff, on: date) -> bool:
    """Tell whether a file that is printed or saved carries the names; printing one's own paper is a reason, and is kept.

    Raises Refused reason_needed.
    """
    if way in (Way.KEY, Way.TYPED):
        raise reason_needed()
    if way is Way.OWN:
        give_reasons([case.pk], by=by, purpose=Purpose.DOCUMENT, on=on)
    return way is not Way.CLOSED


def reason_needed(count: int = 1) -> Refused:
    """Return the refusal of a paper with names for which a reason must be given first."""
    many = f"其中{count}件信访件的" if count > 1 else ""
    text = f"{many}姓名是遮盖的：请先办理“{Act.UNMASK.label}”说明理由，当天内对该件一直有效，然后再打开。"
    return Refused("reason_needed", text, ARTICLE)


def _assert_key(deed: Deed, document: int | None) -> None:
    """A key is light because the work is theirs; everybody else writes down why. Raises Refused: not_found, key_not_open."""
    case = deed.case
    legs = list(case.legs.select_related("unit").prefetch_related("remedies", "documents__unit"))
    letters = _letters(case, document)
    papers = [Paper.of_letter(letter, case) for letter in letters]
    if document is None:
        papers.append(Paper(case.unit, issued_by_id=case.registered_by_id))
    if not has_keys(deed.by, case, legs, papers):
        keys = "、".join(each.label for each in LIGHT)
        text = f"“{keys}”只供承办人、登记人和制作这份文书的单位使用，请写明查看的理由。"
        raise Refused("key_not_open", text, ARTICLE)


def _letters(case: Case, document: int | None) -> Iterable[Document]:
    rows = case.documents.select_related("unit", "leg").prefetch_related("leg__remedies")
    letters = list(rows.filter(pk=document) if document else rows)
    if document and not letters:
        raise not_found()
    return letters


def _place(case: Case, by: Staff, on: date) -> Unit:
    spot = Spot(Act.UNMASK, case, by, on, case.legs.all())
    place = permitted_place(spot)
    assert_not_before(case, on)
    step_now(spot)
    return place
