"""劝阻、批评、教育 (Art. 26, 47): the facts of one occasion, and the petitioner's own remark; nothing follows from either."""

from datetime import date

from cases.actions.frame import performing
from cases.models import Case, Dissuasion
from cases.openings.dissuasion import unremarked
from law.dissuasion import ARTICLE, DissuasionKind, judging_word
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff


def record_dissuasion(
    case_id: int,
    *,
    by: Staff,
    kind: DissuasionKind,
    place: str,
    happened: str,
    said: str,
    held_on: date | None = None,
    at_time: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that officials dissuaded, criticised or educated: what happened, when, where, what was said.

    The event says only that it was done; its words are committed to, and shown with the case alone.
    Raises Refused: not_found, not_permitted, wrong_state, judging_words, date_in_future.
    """
    if word := judging_word(place, happened, said):
        text = f"“{word}”是对人的评价。这里只写事实：什么时候、在哪里、发生了什么、说了什么。"
        raise Refused("judging_words", text, ARTICLE)
    with performing(Act.RECORD_DISSUASION, case_id, by=by, seen=seen, on=on, text=f"{happened}\n{said}") as deed:
        held_on = held_on or deed.on
        if held_on > deed.on:
            raise Refused("date_in_future", f"日期{held_on}晚于今天{deed.on}，请核对。", ARTICLE)
        Dissuasion.objects.create(
            case=deed.case,
            kind=kind,
            on=held_on,
            at_time=at_time,
            place=place,
            happened=happened,
            said=said,
            unit=deed.place,
            by=by,
        )
    return deed.case


def remark_dissuasion(
    case_id: int, *, by: Staff, record: int, remark: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Record what the petitioner says of a record, in his own words, once.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_to_remark, record_unknown.
    """
    with performing(Act.REMARK_DISSUASION, case_id, by=by, seen=seen, on=on, text=remark) as deed:
        row = next((each for each in unremarked(deed.case) if each.pk == record), None)
        if row is None:
            raise Refused("record_unknown", "本件没有这条等候说明的劝阻教育记录。", ARTICLE)
        row.remark, row.remarked_on = remark, deed.on
        row.save(update_fields=["remark", "remarked_on"])
    return deed.case
