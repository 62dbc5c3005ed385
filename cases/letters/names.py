"""The people of a case in the words of a letter: whether it names them, and the same words with them masked."""

import re
from collections.abc import Iterable
from copy import copy

from cases.models import Document, Party
from kit.masking import mask_address, mask_name, mask_number
from vault.digests import normalised

_SHORTEST_NAME, _SHORTEST_NUMBER, _SHORTEST_ADDRESS = 2, 6, 7
# An identity number, a mobile or a landline number, of whomever.
_PERSONAL = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")
MASKED_MARK = "（遮盖件：姓名没有显示，不作送达之用。）"


def names_people(document: Document, parties: Iterable[Party]) -> bool:
    """Tell whether a letter says anything of a person that the case page masks."""
    shown = masked_letter(document, parties)
    return (shown.content, shown.heading) != (document.content, document.heading)


def masked_letter(document: Document, parties: Iterable[Party]) -> Document:
    """Return a letter as somebody reads it who has given no reason; never to be saved."""
    shown = copy(document)
    masks = _masks(document, parties)
    shown.content, shown.heading = _masked(document.content, masks), _masked(document.heading, masks)
    return shown


def marked(document: Document) -> Document:
    """Return a masked letter for paper, which says of itself that it is one."""
    shown = copy(document)
    shown.content = f"{document.content}\n{MASKED_MARK}"
    return shown


def masked_for_everybody(text: str, parties: Iterable[Party]) -> str:
    """Return a text to be published without the numbers and addresses of the parties, or any that looks like one of a person."""
    return _PERSONAL.sub(lambda found: mask_number(found[0]), _masked(text, _numbers_and_addresses(parties)))


def names_standing_in(text: str, names: Iterable[str]) -> list[str]:
    """Return the names of people that stand in a text, blanks and width of characters apart."""
    said = normalised(text)
    return [name for name in names if len(normalised(name)) >= _SHORTEST_NAME and normalised(name) in said]


def _masks(document: Document, parties: Iterable[Party]) -> dict[str, str]:
    """Return what is replaced by what: a name of one character tells no more than its mask."""
    people = list(parties)
    # A registration may have been corrected since: the letter still says the name of then.
    names = {*document.names.split("\n"), *(party.name for party in people)}
    return {name: mask_name(name) for name in names if len(name) >= _SHORTEST_NAME} | _numbers_and_addresses(people)


def _numbers_and_addresses(people: Iterable[Party]) -> dict[str, str]:
    people = list(people)
    numbers = [number for party in people for number in (party.phone, party.id_number)]
    masks = {number: mask_number(number) for number in numbers if len(number) >= _SHORTEST_NUMBER}
    addresses = [party.address for party in people]
    return masks | {text: mask_address(text) for text in addresses if len(text) >= _SHORTEST_ADDRESS}


def _masked(content: str, masks: dict[str, str]) -> str:
    if not masks:
        return content
    longest_first = sorted(masks, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: masks[found[0]], content)
