"""The words of other systems turned into ours: dates, channels, kinds, numbers."""

import re
import unicodedata
from datetime import UTC, date, datetime

from django.utils.timezone import get_default_timezone

from law.vocabulary import Channel, Kind

# The first that occurs in the word counts; "网上" stands before "来信" because of 网上来信.
_CHANNELS = {
    Channel.ONLINE: ("网", "online", "web", "邮件", "邮箱", "微信", "客户端", "信箱", "留言", "app"),
    Channel.FAX: ("传真", "fax"),
    Channel.VISIT: ("来访", "走访", "接访", "上访", "个访", "体访", "群访", "visit"),
    Channel.CALL: ("来电", "电话", "热线", "12345", "call", "phone"),
    Channel.LETTER: ("来信", "信件", "信函", "书信", "联名信", "邮寄", "letter"),
}
_SINGLE = {"网": Channel.ONLINE, "访": Channel.VISIT, "电": Channel.CALL, "信": Channel.LETTER}
_KINDS = {
    Kind.ACCUSATION: ("检举", "控告", "举报", "accusation"),
    Kind.SUGGESTION: ("建议", "意见", "建言", "suggestion"),
}
_IDS = {
    "身份证": "id_card",
    "户口": "household",
    "护照": "passport",
    "港": "hk_macao_taiwan",
    "澳": "hk_macao_taiwan",
    "台": "hk_macao_taiwan",
    "军": "military",
    "士兵": "military",
}
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?!\d)")
_YES = frozenset({"是", "匿名", "y", "yes", "true", "1", "√"})


def date_of(text: str) -> date | None:
    """Return the date a cell begins with, None where it is no date; a moment with a zone becomes our own date."""
    text = unicodedata.normalize("NFKC", text).strip()
    try:
        if re.fullmatch(r"\d{8}(\d{6})?", text):
            return datetime.strptime(text[:8], "%Y%m%d").replace(tzinfo=UTC).date()
        if found := _DATE.match(text):
            return _zoned(text) or date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
    return None


def channel_of(word: str) -> Channel | None:
    """Return the channel a word names, None where it names none we know."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    known = (channel for channel, marks in _CHANNELS.items() if any(mark in folded for mark in marks))
    return next(known, _SINGLE.get(folded))


def kind_of(word: str) -> Kind:
    """Return the kind a word names; an accusation wins wherever it is named, an appeal is the rule."""
    return next((kind for kind, marks in _KINDS.items() if any(mark in word for mark in marks)), Kind.APPEAL)


def id_type_of(word: str, number: str) -> str:
    """Return the code of a kind of identity paper; eighteen digits alone are an identity card."""
    known = next((code for mark, code in _IDS.items() if mark in word), "other" if word else "")
    return known or ("id_card" if re.fullmatch(r"\d{17}[\dXx]", number) else "other" if number else "")


def count_of(text: str) -> int | None:
    """Return the number of people a cell names (3, 3人, 3.0), None where it names none."""
    found = re.fullmatch(r"(\d{1,6})(?:\.0+)?\s*(?:人|名|人次)?", unicodedata.normalize("NFKC", text).strip())
    return max(int(found[1]), 1) if found else None


def yes(text: str) -> bool:
    """Tell whether a cell says yes."""
    return unicodedata.normalize("NFKC", text).strip().casefold() in _YES


def _zoned(text: str) -> date | None:
    if not re.search(r"(Z|[+-]\d{2}:?\d{2})$", text):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(get_default_timezone()).date()
    except ValueError:
        return None
