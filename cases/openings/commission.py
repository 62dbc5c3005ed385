"""When the day of a commissioned unit can be moved, and how far away it may be (Art. 22, para 1, item three)."""

from datetime import date

from cases.models import Case, Clock, FeedbackChange, Leg
from cases.openings.ending import rejectable
from cases.places.spot import Spot
from kit.settings import Setting
from law.commission import ARTICLE
from law.errors import Refused
from law.vocabulary import Duty
from organizations.settings_in_force import setting_on

COMMISSION_DAYS = Setting(
    "COMMISSION_DAYS",
    180,
    "交办反馈期限最长天数",
    help="交办时指定反馈期限、以后调整反馈日期，自交办之日起不超过这个天数。条例没有规定天数。",
    unit="天",
    least=1,
    most=365,
)
# A report that waits is taken under the conditions under which it could be sent back.
takeable_report = rejectable


def too_many_days(days: int, case: Case, on: date) -> Refused | None:
    """A commission names a day within the limit that the site has set (Art. 22): one query. Code: feedback_days."""
    most = setting_on(COMMISSION_DAYS.key, on, case.district_id)
    if 1 <= days <= most:
        return None
    return Refused("feedback_days", f"反馈期限应在1至{most}天之间，现为{days}天。", ARTICLE)


def feedback_of(leg: Leg) -> Clock | None:
    """Return the clock of the feedback while it runs."""
    return next((each for each in leg.clocks.all() if each.duty == Duty.COMMISSION_FEEDBACK and each.running), None)


def open_feedback_change(leg: Leg) -> FeedbackChange | None:
    """Return the request for another day that waits for the commissioning party."""
    return next((each for each in leg.feedback_changes.all() if each.decided_on is None), None)


def feedback_movable(spot: Spot) -> Refused | None:
    """A day for feedback is moved before it has passed, not after (Art. 22). Codes: no_feedback_owed, due_passed."""
    clock = feedback_of(spot.leg)
    if clock is None or clock.due_on is None:
        return Refused("no_feedback_owed", "本环节没有正在计算的反馈期限：不是交办件，或者办结报告已经提交。", ARTICLE)
    if clock.due_on < spot.on:
        words = f"反馈日期{clock.due_on}已过，今天是{spot.on}，不能事后改期；请尽快提交办结报告，或者先报告阶段情况。"
        return Refused("due_passed", words, ARTICLE)
    return None


def feedback_askable(spot: Spot) -> Refused | None:
    """One request at a time (Art. 22). Codes: feedback_date_asked, and those of `feedback_movable`."""
    if found := open_feedback_change(spot.leg):
        words = f"{found.asked_on}已经申请把反馈日期调整到{found.wanted}，还没有答复；在此之前反馈日期不变。"
        return Refused("feedback_date_asked", words, ARTICLE)
    return feedback_movable(spot)


def feedback_change_waits(spot: Spot) -> Refused | None:
    """The unit has asked for another day (Art. 22). Code: nothing_asked."""
    if open_feedback_change(spot.leg):
        return None
    return Refused("nothing_asked", "没有等候答复的调整反馈日期的申请。", ARTICLE)
