"""A commission from above as a row of another system tells it; what does not fit stays in words, no row is refused for it."""

from datetime import date

from cases.actions.from_above import misfit
from cases.actions.inputs import FromAbove
from cases.importing.fields import Field
from cases.importing.words import date_of

_FIELDS = (Field.SUPERIOR, Field.SUPERIOR_NUMBER, Field.SUPERIOR_DATED_ON, Field.SUPERIOR_REPORT_BY)
_MOST = {Field.SUPERIOR: 100, Field.SUPERIOR_NUMBER: 80}


def commission_of(texts: dict[Field, str], received_on: date, *, named: str = "") -> tuple[FromAbove | None, list[str]]:
    """Return the commission that a row tells of, or none, and the words that no field could take.

    ``named``: whose it is where the row itself does not say.
    """
    said = [f"{each.label}：{texts[each]}" for each in _FIELDS if texts[each]]
    if not said:
        return None, []
    dated_on, report_by = date_of(texts[Field.SUPERIOR_DATED_ON]), date_of(texts[Field.SUPERIOR_REPORT_BY])
    found = FromAbove(None, texts[Field.SUPERIOR] or named, texts[Field.SUPERIOR_NUMBER], dated_on, report_by)
    unread = [each for each in _FIELDS[2:] if texts[each] and date_of(texts[each]) is None]
    long = [each for each, most in _MOST.items() if len(texts[each]) > most]
    if not found.name or unread or long or misfit(found, received_on):
        return None, [*said, "（上级交办的记载不完整或者互相矛盾，没有起上报期限，请核对）"]
    return found, []
