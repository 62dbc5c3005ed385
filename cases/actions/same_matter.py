"""That a matter is pending elsewhere, was reviewed, or came twice: proven by what is known here, or by a paper (Art. 19, 36)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cases.actions.deed import Deed
from cases.models import Case, Clock, Leg
from cases.places.matters import of_the_same_people
from kit.files import CheckedFile
from law.errors import Refused
from law.procedure import HALTED, OPEN_LEG
from law.vocabulary import Duty, State
from organizations.models import Unit
from organizations.superiors import proposed_superior, stands_over
from organizations.vocabulary import UnitKind

PENDING = "第十九条第三款"
_FILING = "第二十二条"
# Within its time is what these have not passed; the first that runs counts.
_PERIODS = (Duty.HANDLE_60D, Duty.REMAND_LIMIT, Duty.NOTICE_REFERRED_15D, Duty.NOTICE_DIRECT_15D)
_DROPPED = (State.FILED, State.EXIT_PENDING, State.WITHDRAWN, *HALTED)


@dataclass(frozen=True)
class Pending:
    """Where the same matter is being handled: a case here by its ``number``, or that of another system at ``unit``.

    ``unit`` and ``until`` are typed of what is not here only; then ``papers`` prove them.
    """

    number: str = ""
    unit: str = ""
    until: date | None = None
    papers: Sequence[CheckedFile] = ()


def proven_pending(deed: Deed, said: Pending, mine: Unit) -> dict[str, object]:
    """Return what is written down of the same matter pending below ``mine``, within its time (Art. 19, para 3).

    Raises Refused: ground_unproven, case_unknown, not_same_matter, not_superior, pending_lapsed.
    """
    if not said.number.strip():
        raise _unproven(
            "请写明正在办理同一事项的信访件编号；在系统外办理的，写明编号、单位、办理期限届满日，并附上材料。"
        )
    unit, until = _elsewhere(said) if said.unit.strip() else _here(deed, said.number, mine)
    assert_pending(until, deed.on)
    return {"earlier": said.number.strip(), "held_by": unit, "held_until": until}


def assert_pending(until: date | None, on: date) -> None:
    """Refuse once the time of the same matter is over: then its superior has to take it up. Raises Refused pending_lapsed."""
    if until is None or until < on:
        day = f"已于{until}届满" if until else "没有正在计算"
        words = f"同一事项的办理期限{day}，今天是{on}，不在规定期限内，不能以此不予受理；应当受理或者督促下级办理。"
        raise Refused("pending_lapsed", words, PENDING)


def exact_duplicate(deed: Deed, number: str) -> str:
    """Return the number of the case that this one repeats exactly: of the same people, or word by word where nobody is named.

    Raises Refused: ground_unproven, case_unknown, not_same_matter.
    """
    if not number.strip():
        raise Refused("ground_unproven", "请写明与哪一件信访件完全重复（信访件编号）。", _FILING)
    other = known_case(deed, number, _FILING)
    same = _same_people(deed.case, other) or (
        deed.case.anonymous and deed.case.content.strip() == other.content.strip()
    )
    if not same or other.pk > deed.case.pk or other.state in _DROPPED:
        words = f"“{other.number}”不是同一信访人先提出的同一件，或者已经存查、撤回、作废，不能以与它重复存查。"
        raise Refused("not_same_matter", words, _FILING)
    return other.number


def _elsewhere(said: Pending) -> tuple[str, date | None]:
    if said.until is None or not said.papers:
        raise _unproven("在系统外办理的同一事项，请写明办理期限届满日，并附上受理告知书等材料。")
    return said.unit.strip(), said.until


def _here(deed: Deed, number: str, mine: Unit) -> tuple[str, date | None]:
    other = known_case(deed, number, PENDING)
    if other.matter_id is None or other.matter_id != deed.case.matter_id:
        _assert_same_people(deed, other)
    legs = Leg.objects.readable_by(deed.by).filter(case=other, state__in=OPEN_LEG).select_related("unit")
    below = [leg for leg in legs if _over(mine, leg.unit)]
    if not below:
        words = (
            f"“{other.number}”没有正由“{mine.name}”的下级办理的事项。只有受理、办理机关的上级机关、单位，"
            "才能以同一事项正在办理不予受理。"
        )
        raise Refused("not_superior", words, PENDING)
    last = {leg: _last_day(leg) for leg in below}
    leg = max(below, key=lambda each: last[each] or date.min)
    return leg.unit.name, last[leg]


def _over(mine: Unit, below: Unit) -> bool:
    """Tell whether a unit is the superior of another; a petition office stands for its government."""
    body = proposed_superior(mine) if mine.kind == UnitKind.PETITION_OFFICE else mine
    return body is not None and stands_over(body, below)


def _last_day(leg: Leg) -> date | None:
    running = [clock for clock in Clock.objects.for_the_wall().filter(_of(leg)) if clock.running]
    found = sorted(running, key=lambda clock: _PERIODS.index(Duty(clock.duty)))
    return found[0].due_on if found else None


def _of(leg: Leg) -> Q:
    return Q(case=leg.case_id, duty__in=_PERIODS) & (Q(leg=leg) | Q(leg=None))


def known_case(deed: Deed, number: str, article: str) -> Case:
    """Return another case within reach by its number; what is out of reach is not there. Raises Refused case_unknown."""
    found = Case.objects.visible_to(deed.by).filter(number=number.strip()).exclude(pk=deed.case.pk).first()
    if found is None:
        raise Refused("case_unknown", f"没有查到编号为“{number.strip()}”的另一件信访件，请核对编号。", article)
    return found


def _assert_same_people(deed: Deed, other: Case) -> None:
    if not _same_people(deed.case, other):
        words = f"“{other.number}”与本件没有相同的信访人，不能说明是同一事项。"
        raise Refused("not_same_matter", words, PENDING)


def _same_people(case: Case, other: Case) -> bool:
    return other.parties.for_the_wall().filter(of_the_same_people(case.parties.all())).exists()


def _unproven(words: str) -> Refused:
    return Refused("ground_unproven", words, PENDING)
