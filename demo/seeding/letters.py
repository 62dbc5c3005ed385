"""Letters of seeded cases: how many of each series an outline makes, their numbers without gaps, and their words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from cases.letters.making import KIND_WORDS, NAMELESS
from cases.models import Document
from demo.seeding.keeping import Keeping
from demo.seeding.outlines import Outline
from demo.seeding.world import Place, World
from kit.days import day_words
from kit.paper.check_codes import check_code
from kit.paper.papers import Paper
from kit.paper.sheet import LAYOUT
from law.answers import answered_by
from law.vocabulary import Act, Kind, Letter
from organizations.papers.numbers import written_number


class Series(NamedTuple):
    """One series of numbers: of a unit, a kind of letter and a year."""

    unit: int
    kind: Letter
    year: int


# Whose letter an act makes; what a body outside decides bears a number of its own.
_DESK, _LEG, _DECIDER = "desk", "leg", "decider"
_MADE: dict[Act, tuple[Letter, str]] = {
    Act.REFER: (Letter.REFERRAL_LETTER, _DESK),
    Act.COMMISSION: (Letter.COMMISSION_LETTER, _DESK),
    Act.TRANSFER_OUT: (Letter.TRANSFER_LETTER, _DESK),
    Act.GUIDE: (Letter.DIVERSION_NOTICE, _DESK),
    Act.ACCEPT: (Letter.ACCEPTANCE_NOTICE, _LEG),
    Act.ISSUE: (Letter.HANDLING_OPINION, _LEG),
    Act.REPORT_CONCLUSION: (Letter.CONCLUSION_REPORT, _LEG),
    Act.ARCHIVE: (Letter.ARCHIVE_INDEX, _LEG),
    Act.OBJECT: (Letter.OBJECTION_LETTER, _LEG),
    Act.SETTLE: (Letter.MEDIATION_AGREEMENT, _LEG),
    Act.APPROVE_EXIT: (Letter.NON_ACCEPTANCE_NOTICE, _LEG),
    Act.DIVERT: (Letter.DIVERSION_NOTICE, _LEG),
    Act.EXTEND: (Letter.EXTENSION_NOTICE, _LEG),
    Act.DECIDE_REEXAMINATION: (Letter.REEXAM_OPINION, _DECIDER),
}


def tells_whereabouts(outline: Outline, demands: tuple[int, ...]) -> bool:
    """Tell whether who asked is told where his demands went: not of an accusation, and nobody who gave no name."""
    return not outline.anonymous and all(outline.kinds[number - 1] is not Kind.ACCUSATION for number in demands)


def series_of(world: World, outline: Outline) -> Iterator[Series]:
    """Return the series of every letter that the acts of an outline make, in their order."""
    for planned in outline.planned:
        if planned.leg is None or planned.act not in _MADE:
            continue
        leg = outline.legs[planned.leg]
        kind, whose = _MADE[planned.act]
        unit = {_DESK: outline.desk, _LEG: leg.unit, _DECIDER: world.government}[whose]
        if planned.act is Act.ISSUE:
            kind = answered_by(outline.kinds[leg.demands[0] - 1], None)
        yield Series(unit.id, kind, planned.on.year)
        if planned.act is Act.TRANSFER_OUT and tells_whereabouts(outline, leg.demands):
            yield Series(unit.id, Letter.TRANSFER_NOTICE, planned.on.year)


class Papers:
    """Gives out the numbers of one piece of work, each series from where the pieces before it end."""

    def __init__(self, keeping: Keeping, before: Mapping[Series, int]) -> None:
        """Go on behind what was given before."""
        self._keeping = keeping
        self.given = Counter(before)
        self.last: dict[str, Any] = {}

    def make(
        self, kind: Letter, case: int, leg: int | None, place: Place, by: int, on: date, people: list[str], words: str,
        number: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        """Begin a letter: numbered, its words fixed, with its check code."""
        if not number:
            series = Series(place.id, kind, on.year)
            self.given[series] += 1
            prefix = place.prefix or f"{place.short}信"
            number = written_number(prefix, KIND_WORDS.get(kind, ""), on.year, self.given[series])
        addressed = "、".join(people) or NAMELESS
        content = f"{place.name}\n{kind.label}\n{number}\n{addressed}：\n{words}\n{place.name}\n{day_words(on)}"
        paper = _Sheet(place.id, kind, number, on, content)
        self.last = self._keeping.row(
            Document,
            case_id=case,
            leg_id=leg,
            unit_id=place.id,
            kind=kind,
            number=number,
            content=content,
            issued_on=on,
            issued_by_id=by,
            layout=LAYOUT,
            check_code=check_code(cast(Paper, paper)),
            names="\n".join(people),
        )
        return self.last


class _Sheet(NamedTuple):
    """A letter as its check code reads it."""

    unit_id: int
    kind: str
    number: str
    issued_on: date
    content: str
