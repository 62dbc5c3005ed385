"""Who decides a re-examination or review, and at which unit it is acted on (Art. 30, 35, 36); doors ask for it by ``where_decided``.

The tree derives the deciding unit: the nearest body above who decided below (no area, village or petition office), else
the government of its district, for a government the one of the next level outside. Where there are two superiors, a person
chooses between them, and no other. Never who decided below, never one accused. What a body outside decides is recorded at
the desk.
"""

from cases.models import Case, Leg, Remedy
from cases.places.wall import assert_clear, is_accused
from law.errors import Refused
from law.remedies import Course
from organizations.models import Unit
from organizations.superiors import proposed_superior, superiors_of
from organizations.vocabulary import UnitKind


def current_remedy(leg: Leg) -> Remedy | None:
    """Return the last remedy of a leg; no query where ``remedies`` were prefetched."""
    found = list(leg.remedies.all())
    return found[-1] if found else None


def place_of(remedy: Remedy, case: Case) -> Unit:
    """Return the unit that acts on a remedy: the deciding one, or the desk that records what a body outside decided."""
    return case.unit if remedy.unit.kind == UnitKind.EXTERNAL else remedy.unit


def proposed_decider(case: Case, below: Unit) -> Unit | None:
    """Return the unit that the tree proposes over ``below``, None where there is none or the case accuses it."""
    unit = proposed_superior(below)
    return None if unit is None or is_accused(case, unit) else unit


def possible_deciders(case: Case, below: Unit) -> list[Unit]:
    """Return the units that can decide over ``below``; in place of one that the case accuses, those that stand over it."""
    found = [
        each
        for unit in superiors_of(below)
        for each in (possible_deciders(case, unit) if is_accused(case, unit) else [unit])
    ]
    return list({unit.pk: unit for unit in found}.values())


def chosen_decider(case: Case, below: Unit, unit: Unit | None, course: Course) -> Unit:
    """Return the deciding unit: the one proposed, or one chosen among the real superiors.

    Raises Refused: decider_unknown, unit_unfit, accused_party.
    """
    unit = unit or proposed_superior(below)
    if unit is None:
        raise Refused(
            "decider_unknown",
            f"单位树里没有“{below.name}”的上一级机关、单位，请选择{course.kind.label}机关（上级在系统外的，选择外部单位）。",
            course.article,
        )
    assert_clear(case, unit)
    possible = possible_deciders(case, below)
    if unit not in possible:
        raise Refused(
            "unit_unfit",
            f"{course.kind.label}由“{below.name}”的上一级机关、单位办理，“{unit.name}”不是它的上一级。{deciders_said(possible)}",
            course.article,
        )
    return unit


def deciders_said(possible: list[Unit]) -> str:
    """Say which units can be chosen."""
    if not possible:
        return "单位树里没有它的上一级，请先由系统管理员登记。"
    return f"可以选择：{'、'.join(unit.name for unit in possible)}。"
