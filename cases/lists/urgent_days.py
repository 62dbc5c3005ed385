"""重大紧急日报: the major and urgent matters of one day, as far as a person reads each of them whole (Art. 25)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from cases.actions.urgent import owed_bodies
from cases.lists.case_rows import with_parts
from cases.models import Case, Clock, LevelDecision, Respondent, UrgentReport
from cases.models.clock import RUNNING
from cases.places.conditions import in_districts
from cases.places.work_rows import among
from cases.reading.case_file import reads_whole
from law.errors import Refused
from law.matters import ReportTo
from law.vocabulary import Duty
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right

MOST = 200


@dataclass(frozen=True)
class UrgentCase:
    """One matter of the day: what was reported and decided on it that day, and to whom it is still owed."""

    case: Case
    new: bool
    reports: list[UrgentReport]
    receipts: list[UrgentReport]
    decisions: list[LevelDecision]
    owed: tuple[ReportTo, ...]


def urgent_cases(staff: Staff, on: date) -> list[UrgentCase]:
    """Return the urgent matters registered, reported, received above or decided on a day, and those still owed.

    The ones still owed come first, then the newest; ``on`` later than today shows only what is owed.
    """
    rows = with_parts(Case.objects.visible_to(staff).filter(_moved(staff, on), urgent=True), staff)
    rows = rows.filter(Q(sealed_open=True)).prefetch_related(
        Prefetch("urgent_reports", UrgentReport.objects.read_under(rows, staff).select_related("unit")),
        Prefetch("level_decisions", LevelDecision.objects.read_under(rows, staff)),
        Prefetch("respondents", Respondent.objects.read_under(rows, staff).select_related("unit", "staff__unit")),
    )
    found = [case for case in rows.order_by("-received_on", "-id")[:MOST] if _whole(case, staff)]
    return sorted((_of_the_day(case, on) for case in found), key=lambda each: not each.owed)


def _moved(staff: Staff, on: date) -> Q:
    """Return what happened on a day, or is still owed by then: found from the few rows that say so."""
    new = Case.objects.filter(in_districts(staff, Right.SEE, Right.SEE_SEALED), urgent=True, registered_on=on)
    reported = UrgentReport.objects.filter(Q(reported_on=on) | Q(receipt_on=on))
    decided = LevelDecision.objects.filter(Q(asked_on=on) | Q(decided_on=on))
    owed = Clock.objects.filter(RUNNING, leg=None, duty=Duty.URGENT_REPORT, starts_on__lte=on)
    return among(new, "pk") | among(reported, "case_id") | among(decided, "case_id") | among(owed, "case_id")


def _whole(case: Case, staff: Staff) -> bool:
    return reads_whole(staff, case, list(case.legs.all()))


def _of_the_day(case: Case, on: date) -> UrgentCase:
    reports, decisions = list(case.urgent_reports.all()), list(case.level_decisions.all())
    return UrgentCase(
        case=case,
        new=case.registered_on == on,
        reports=[each for each in reports if each.reported_on == on],
        receipts=[each for each in reports if each.receipt_on == on],
        decisions=[each for each in decisions if on in (each.asked_on, each.decided_on)],
        owed=owed_bodies(case),
    )


def assert_sees(staff: Staff) -> Staff:
    """Let only those in who read cases. Raises Refused not_permitted."""
    if not (holdings(staff, Right.SEE) or holdings(staff, Right.SEE_SEALED)):
        raise Refused("not_permitted", "您的角色不查看信访件，没有日报可看。可在“权限一览”查看谁可以查看。")
    return staff
