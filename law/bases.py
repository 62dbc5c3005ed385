"""Legal bases: what a citation is, which articles come with the program, and when each is valid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from law.periods import IN_FORCE_SINCE
from law.words import Word

_TEXTS = Path(__file__).with_name("texts")
_NUMBER = r"[零〇一二三四五六七八九十百千\d]+"
_ARTICLE = rf"第{_NUMBER}条(?:之{_NUMBER})?(?:第{_NUMBER}款)?(?:第{_NUMBER}项)?"
# A law, and the articles of it that follow: 《公路法》第三十五条、第三十六条第二款.
_CITED = re.compile(rf"《([^《》\n]{{1,100}})》((?:{_ARTICLE}[、和及，]?)*)")
_WHOLE_ARTICLE = re.compile(rf"第{_NUMBER}条(?:之{_NUMBER})?")
_OF_THE_STATE = "中华人民共和国"


class Level(Word):
    """层级."""

    LAW = "law", "法律"
    PARTY_REGULATION = "party_regulation", "党内法规"
    ADMINISTRATIVE = "administrative", "行政法规"
    LOCAL = "local", "地方性法规"
    RULE = "rule", "规章"
    JUDICIAL = "judicial", "司法解释"
    NORMATIVE = "normative", "规范性文件"


@dataclass(frozen=True)
class Basis:
    """One article, or a whole law where ``article`` is empty; ``valid_to`` is its last day."""

    title: str
    article: str
    text: str
    level: Level
    valid_from: date
    valid_to: date | None = None

    @property
    def cited(self) -> str:
        """Return it as an answer cites it: 《信访工作条例》第三十四条."""
        return f"《{self.title}》{self.article}"

    def valid_on(self, day: date) -> bool:
        """Tell whether it was in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def shipped() -> tuple[Basis, ...]:
    """Return what comes with the program: the articles of the Regulation that petitions rest on, and the one it replaced."""
    title, level = "信访工作条例", Level.PARTY_REGULATION
    rows = [Basis(title, article, text, level, IN_FORCE_SINCE) for article, text in _articles("petition_regulation")]
    old = Basis("信访条例", "", "", Level.ADMINISTRATIVE, date(2005, 5, 1), date(2022, 4, 30))
    return (*rows, old)


def _articles(name: str) -> Iterator[tuple[str, str]]:
    text = (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    for part in re.split(r"\n\n(?=第)", text.strip()):
        if found := re.match(rf"(第{_NUMBER}条) ", part):
            yield found.group(1), part[found.end() :].replace("\n\n", "\n")


def citations(words: str) -> list[tuple[str, str]]:
    """Return what a text cites: law and article, the article empty where the law alone is named; each once."""
    found: list[tuple[str, str]] = []
    for title, articles in _CITED.findall(words):
        numbers = _WHOLE_ARTICLE.findall(articles) or [""]
        found += [(title, number) for number in numbers]
    return list(dict.fromkeys(found))


def same_law(title: str) -> tuple[str, str]:
    """Return both ways in which the title of a law is written: with 中华人民共和国, and without."""
    short = title.removeprefix(_OF_THE_STATE)
    return short, f"{_OF_THE_STATE}{short}"


def fault_of(title: str, article: str, known: list[Basis], day: date) -> str:
    """Return why a citation was not valid on a day, by what is known of that law; "" where it was, or nothing is known.

    A part of an article stands and falls with it.
    """
    rows = [row for row in known if row.title in same_law(title) and _meets(row.article, article)]
    if not rows or any(row.valid_on(day) for row in rows):
        return ""
    past = [row.valid_to for row in rows if row.valid_to and row.valid_to < day]
    cited = f"《{title}》{article}"
    if past:
        return f"{cited}已于{max(past)}失效，请核对依据。"
    return f"{cited}自{min(row.valid_from for row in rows)}起施行，{day}还没有生效，请核对依据。"


def _meets(kept: str, cited: str) -> bool:
    return not kept or not cited or kept == cited or kept.startswith((f"{cited}第", f"{cited}之"))
