"""公示: the opinion of a review after a hearing is made public, without anybody's name, number or address (Art. 36, para 2)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.letters.names import masked_for_everybody, names_standing_in
from cases.models import Case, Publication
from cases.openings.publication import ARTICLE, decided_review
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff


def publish_review(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    text: str,
    place: str,
    shown_to: date,
    shown_from: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Publish what a review decided, from a day on (today) to a day; what was published before is taken down.

    Numbers and addresses in ``text`` are masked; a name is not: whoever writes decides how to call the petitioner.
    Raises Refused: not_found, not_permitted, wrong_state, sealed_case, no_review, no_hearing, name_in_text, dates_unfit.
    """
    with performing(Act.PUBLISH_REVIEW, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        shown_from = shown_from or deed.on
        if not deed.on <= shown_from <= shown_to:
            days = f"公示日期{shown_from}至{shown_to}不合适：不能早于今天{deed.on}，结束不能早于开始。"
            raise Refused("dates_unfit", days, ARTICLE)
        review, shown = decided_review(deed.the_leg), _shown(deed, text)
        assert review is not None, "the opening of the act has seen to it"
        deed.text = shown
        _take_down(deed, "由新的公示代替")
        Publication.objects.create(
            leg=deed.the_leg,
            remedy=review,
            text=shown,
            place=place,
            shown_from=shown_from,
            shown_to=shown_to,
            published_on=deed.on,
            published_by=by,
        )
        deed.facts = {"shown_from": shown_from.isoformat(), "shown_to": shown_to.isoformat()}
    return deed.case


def end_publication(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Take down what is published, for a reason. Raises Refused: not_found, not_permitted, wrong_state, nothing_published."""
    with performing(Act.END_PUBLICATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        _take_down(deed, reason)
    return deed.case


def _take_down(deed: Deed, reason: str) -> None:
    standing = deed.the_leg.publications.filter(ended_on=None)
    standing.update(ended_on=deed.on, ended_by=deed.by, end_reason=reason)


def end_of_accusing(deed: Deed) -> None:
    """Take down for good what is published of a case that turns out to accuse somebody; the event says so (Art. 30)."""
    if not deed.case.sealed:
        return
    standing = Publication.objects.filter(leg__case=deed.case, ended_on=None)
    words = "本件含检举控告，有关材料和办理情况不得公开（第三十条）"
    if number := standing.update(ended_on=deed.on, ended_by=deed.by, end_reason=words):
        deed.facts["publications"] = number


def _shown(deed: Deed, text: str) -> str:
    """Return the text as everybody may read it. Raises Refused name_in_text: somebody of the case is named in it."""
    parties = list(deed.case.parties.all())
    then = (name for names in deed.the_leg.documents.values_list("names", flat=True) for name in names.split("\n"))
    complained_of = (each.name for each in deed.case.respondents.all() if each.staff_id or each.position)
    found = names_standing_in(text, {*(party.name for party in parties), *then, *complained_of})
    if found:
        words = f"公示内容里有{len(found)}处本件当事人的姓名（名称），不能公开。请改为“信访人”等称呼后再公示。"
        raise Refused("name_in_text", words, ARTICLE)
    return masked_for_everybody(text, parties)
