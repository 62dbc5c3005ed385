"""The title of a letter: what about, and what it is (GB/T 9704: 事由 and 文种).

What about is told from the demands that the letter is about, never from the subject of the case: that speaks of all of
them, and of one that accuses somebody the reader of this letter may know nothing (Art. 30).
"""

import re
from typing import Any

from kit.letters import Words
from law.vocabulary import Letter

MOST_ABOUT = 30
# Records of a file, and what is signed by all: known by what they are.
_BARE = (Letter.ARCHIVE_INDEX, Letter.CORRECTION_SHEET, Letter.HEARING_MINUTES, Letter.FINALIZATION_RECORD)
_ENDS_A_CLAUSE = re.compile(r"[，。；！？,;!?\s]")


def heading_of(kind: Letter, words: Words) -> str:
    """Return the title that a new letter keeps; "" where the word of its kind is all there is to say."""
    if kind in _BARE:
        return ""
    if kind is Letter.MEDIATION_AGREEMENT:
        return f"{words['settlement'].get_method_display()}协议书"
    said = kind.label.replace("复查（复核）", str(words.get("word", "")))
    return f"关于{what}的{said}" if (what := about(words)) else said


def about(words: Words) -> str:
    """Return what a letter is about in a few words: the first clause of its first demand; "" of a sealed case (Art. 30)."""
    told = [] if words["case"].sealed else _demands(words)
    if not told:
        return ""
    first = str(getattr(told[0], "text", told[0])).strip().strip("“”\"'、：:")
    clause = _ENDS_A_CLAUSE.split(first, maxsplit=1)[0]
    if not 2 <= len(clause) <= MOST_ABOUT:
        return ""
    return clause if len(told) == 1 else f"{clause}等事项"


def _demands(words: Words) -> list[Any]:
    return list(words.get("demands") or (words["leg"] or words["case"]).demands.all())
