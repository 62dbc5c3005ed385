"""The title of a letter: what about, and what it is (GB/T 9704: 事由 and 文种)."""

import re

from cases.models import Case
from kit.letters import Words
from law.vocabulary import Letter

MOST_ABOUT = 30
# Records of a file, and what is signed by all: known by what they are.
_BARE = (Letter.ARCHIVE_INDEX, Letter.CORRECTION_SHEET, Letter.HEARING_MINUTES, Letter.FINALIZATION_RECORD)
_ASKS = ("建议", "请求", "申请", "要求", "希望")
_ENDS_A_CLAUSE = re.compile(r"[，。；！？,;!?\s]")


def heading_of(kind: Letter, case: Case, words: Words) -> str:
    """Return the title that a new letter keeps; "" where the word of its kind is all there is to say."""
    if kind in _BARE:
        return ""
    if kind is Letter.MEDIATION_AGREEMENT:
        return f"{words['settlement'].get_method_display()}协议书"
    said = kind.label.replace("复查（复核）", str(words.get("word", "")))
    return f"关于{what}的{said}" if (what := about(case)) else said


def about(case: Case) -> str:
    """Return what a case is about in a few words: the first clause of its subject; "" of a sealed case (Art. 30)."""
    clause = "" if case.sealed else _ENDS_A_CLAUSE.split(case.subject.strip(), maxsplit=1)[0].strip("“”\"'、：:")
    if not 2 <= len(clause) <= MOST_ABOUT:
        return ""
    if clause.startswith(_ASKS):
        return clause
    return f"反映{clause.removeprefix('反映').removesuffix('问题')}问题"
