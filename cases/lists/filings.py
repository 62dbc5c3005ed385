"""存查清单: what was filed on a day by one of the four grounds, for the second person's signature (Art. 22)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cases.models import Case, Leg, SideExit
from cases.places.conditions import at_places
from cases.reading.case_file import readable_subject
from law.errors import Refused
from law.filing import LISTED, FilingGround
from law.vocabulary import Act, State
from organizations.authority import holdings
from organizations.models import Staff

MOST = 200


@dataclass(frozen=True)
class Filing:
    """One filing of the list; ``waits``: not signed yet, ``own``: decided by who reads the list, so that another signs it."""

    case: Case
    leg: Leg
    left: SideExit
    subject: str
    waits: bool
    own: bool

    @property
    def ground(self) -> FilingGround:
        """Return by which ground it is filed."""
        return FilingGround(self.left.ground)


def filings_of_day(staff: Staff, on: date) -> list[Filing]:
    """Return what was filed on a day, and what of the days before is not signed yet, as far as a person may sign there."""
    waiting = Q(leg__state=State.EXIT_PENDING, asked_on__lte=on)
    rows = SideExit.objects.readable_by(staff).filter(waiting | Q(asked_on=on), act=Act.FILE_ONLY, ground__in=LISTED)
    rows = rows.filter(leg__in=Leg.objects.filter(at_places(staff, Act.APPROVE_EXIT)), reopened_on=None)
    rows = rows.exclude(approved=False)
    found = list(rows.select_related("leg__unit", "asked_by", "decided_by").order_by("asked_on", "leg_id")[:MOST])
    keys = {left.leg.case_id for left in found}
    cases = Case.objects.visible_to(staff).with_sealed_open(staff).filter(pk__in=keys).in_bulk()
    return [_filing(cases[left.leg.case_id], left, staff) for left in found if left.leg.case_id in cases]


def waiting_legs(staff: Staff, on: date, legs: list[int]) -> list[tuple[int, int]]:
    """Return (case, leg) of what was chosen for signature. Raises Refused: not_found, nothing_chosen."""
    if not legs:
        raise Refused("nothing_chosen", "请至少选择一件存查。", "第二十二条")
    known = {each.leg.pk: each.case.pk for each in filings_of_day(staff, on) if each.waits}
    if unknown := [leg for leg in legs if leg not in known]:
        raise Refused("not_found", f"选择的{len(unknown)}件不在等候签字的清单上，请刷新后再选。", "第二十二条")
    return [(known[leg], leg) for leg in dict.fromkeys(legs)]


def assert_signs(staff: Staff) -> Staff:
    """Let only those in who sign. Raises Refused not_permitted."""
    if not holdings(staff, Act.APPROVE_EXIT):
        raise Refused("not_permitted", "您的角色不核准存查，没有清单可签。可在“权限一览”查看谁可以核准。")
    return staff


def _filing(case: Case, left: SideExit, staff: Staff) -> Filing:
    waits = left.leg.state == State.EXIT_PENDING
    own = left.asked_by_id in staff.both
    return Filing(case, left.leg, left, readable_subject(case), waits, own)
