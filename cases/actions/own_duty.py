"""An organ asked to perform its own duty takes the matter up, and performs it or answers; two months remind (Art. 31, item five)."""

from datetime import date

from cases.actions.deed import Deed
from cases.clocks import end_clocks, start_clock
from cases.openings.paths import kinds_and_paths
from kit.settings import Setting
from law.answers import days_of_months
from law.paths import applies
from law.vocabulary import Duty
from organizations.settings_in_force import setting_on

DUTY_MONTHS = Setting(
    "DUTY_MONTHS",
    2,
    "申请履行法定职责的提醒月数",
    help="自收到之日起算，参照《行政诉讼法》第四十七条，只提醒承办单位；不是条例的期限，不计超期。",
    unit="个月",
    least=1,
    most=6,
)


def begin_reminder(deed: Deed, *, again: bool) -> None:
    """Let the reminder of a leg begin with its receipt, where a demand asks for a duty; taken up ``again`` it runs on."""
    if again or not applies(Duty.PATH5_2M, kinds_and_paths(deed.demands_of_leg)):
        deed.omits.add(Duty.PATH5_2M)
        return
    deed.starts_on[Duty.PATH5_2M], deed.days[Duty.PATH5_2M] = _reminded(deed)


def turn_reminder(deed: Deed) -> None:
    """Let the reminder follow the way of the demands, where that was corrected."""
    leg = deed.the_leg
    clocks = leg.clocks.filter(duty=Duty.PATH5_2M)
    if not applies(Duty.PATH5_2M, kinds_and_paths(deed.demands_of_leg)):
        end_clocks(clocks, deed.act, deed.on)
    elif not clocks.exclude(ended_by=deed.act).exists():
        since, days = _reminded(deed)
        start_clock(Duty.PATH5_2M, deed.case, leg=leg, unit=leg.unit, starts_on=since, days=days)


def _reminded(deed: Deed) -> tuple[date, int]:
    since = deed.the_leg.received_on
    return since, days_of_months(since, setting_on(DUTY_MONTHS.key, deed.on, deed.case.district_id))
