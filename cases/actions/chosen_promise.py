"""Which of the promises of a case an act is about."""

from collections.abc import Callable
from datetime import date

from cases.actions.deed import Deed
from cases.models import Case, Promise
from cases.places.spot import Spot
from law.errors import Refused
from law.promises import ARTICLE


def chosen_promise(
    deed: Deed, key: int, among: Callable[[Case], list[Promise]], refuse: Callable[[Spot, Promise], Refused | None]
) -> Promise:
    """Return the promise of this id, if it may be acted on. Raises Refused: promise_unknown, and what ``refuse`` says."""
    found = next((each for each in among(deed.case) if each.pk == key), None)
    if found is None:
        raise Refused("promise_unknown", "没有这个承诺，或者已经办过，请刷新后再选。", ARTICLE)
    if refusal := refuse(deed.spot, found):
        raise refusal
    return found


def day_between(deed: Deed, day: date | None, first: date, word: str) -> date:
    """Return the day that was stated, today where none was. Raises Refused date_unfit: before ``first``, or to come."""
    day = day or deed.on
    if not first <= day <= deed.on:
        raise Refused("date_unfit", f"{word}日期{day}应在{first}与今天{deed.on}之间，请核对。", ARTICLE)
    return day
