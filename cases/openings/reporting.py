"""When something is reported to other bodies, and a receipt waited for (Art. 22, 25, 30)."""

from cases.places.spot import Spot
from cases.places.wall import body_accused
from law.errors import Refused
from law.matters import ReportTo
from law.officials import ARTICLE as OFFICIALS
from organizations.vocabulary import UnitKind

URGENT = "第二十五条"
URGENT_WORD, OFFICIALS_WORD = "报告", "通报"


def urgent(spot: Spot) -> Refused | None:
    """Only what is marked major and urgent is reported upward (Art. 25). Code: not_urgent."""
    if spot.case.urgent:
        return None
    words = "本件没有标为重大紧急。确属重大紧急的，请先“更正登记”，勾选“重大紧急”。"
    return Refused("not_urgent", words, URGENT)


def for_the_own_level(spot: Spot) -> Refused | None:
    """An urgent matter is put to the own level, unless it accuses it (Art. 22, 30). Codes: not_urgent, accused_party."""
    return urgent(spot) or body_accused(spot.case, ReportTo.LOCAL_LEADERSHIP)


def urgent_receipt_waits(spot: Spot) -> Refused | None:
    """A report upward has no receipt yet (Art. 25). Code: nothing_open."""
    waits = any(report.receipt_on is None for report in spot.case.urgent_reports.all())
    return None if waits else nothing_open(URGENT_WORD, URGENT)


def accusing_at_the_office(spot: Spot) -> Refused | None:
    """A petition office tells of the officials whom a petition accuses (Art. 30). Codes: not_accusing, office_only."""
    if not spot.case.sealed:
        return Refused("not_accusing", "本件没有检举控告，不需要通报组织（人事）部门。", OFFICIALS)
    if spot.case.unit.kind != UnitKind.PETITION_OFFICE:
        words = "向组织（人事）部门通报由党委和政府信访部门办理；本单位请按规定移送。"
        return Refused("office_only", words, OFFICIALS)
    return None


def officials_receipt_waits(spot: Spot) -> Refused | None:
    """What was told of officials has no receipt yet (Art. 30). Code: nothing_open."""
    waits = any(report.receipt_on is None for report in spot.case.officials_reports.all())
    return None if waits else nothing_open(OFFICIALS_WORD, OFFICIALS)


def nothing_open(word: str, article: str) -> Refused:
    """Return the refusal of a receipt for which there is no report; ``word``: what such a report is called."""
    return Refused("nothing_open", f"没有等候回执的{word}。", article)
